// What the race of optimisers must not show: a path drawn through a pole, a racer that vanishes when its loss explodes,
// a sentence over the gauge.
#include "app/model/state.h"
#include "tests/app/scene_state.h"
#include "viz/place_head.h"
#include "viz/place_labels.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

const Panel& panel_of(const Frame& frame, const std::string& name) {
    const auto found = std::ranges::find(frame.panels(), name, &Panel::name);
    REQUIRE(found != frame.panels().end());
    return *found;
}

}  // namespace

TEST_CASE("a path that steps across a pole is not drawn through it") {
    // −1/x falls towards the pole at 0 from the right: the first step jumps over it.
    const Frame frame = drawn_with("gradient-descent", {"f=\"-1/x + y^2\"", "start=[0.5,0.4]", "rate=0.4",
                                                        "momentum=false", "adam=false", "step=3"});
    const Fact* position = frame.find_fact("gd_position");
    REQUIRE(position);
    REQUIRE(std::get<std::vector<double>>(position->value)[0] < 0);  // it did step across
    for (const char* name : {"map", "surface"}) {
        const Panel& panel = panel_of(frame, name);
        for (const Stroke& stroke : panel.strokes) {
            if (stroke.pen.ink != Ink::racer_1) continue;
            bool left = false, right = false;
            for (std::uint32_t i = stroke.first; i < stroke.first + stroke.count; ++i)
                (panel.points[i].x() < 0 ? left : right) = true;
            CHECK_FALSE((left && right));
        }
        CHECK(std::ranges::any_of(panel.dots, [](const Dot& dot) { return dot.ink == Ink::racer_1; }));
    }
}

TEST_CASE("a racer whose loss explodes waits at the edge of the strip") {
    const Frame frame =
        drawn_with("gradient-descent", {"f=rosenbrock", "start=[-1.2,1]", "rate=0.01", "momentum=false", "adam=false"});
    const Panel& strip = panel_of(frame, "loss");
    const auto marks = std::ranges::count_if(strip.dots, [](const Dot& dot) { return dot.ink == Ink::racer_1; });
    CHECK(marks == 1);
    for (const Dot& dot : strip.dots) {
        CHECK(dot.at.y() <= strip.home.hi.y());
        CHECK(dot.at.y() >= strip.home.lo.y());
    }
}

TEST_CASE("the gauge tells of one racer in full why it stopped, and of several when") {
    const auto told = [](const std::vector<std::string>& changes) {
        const Frame frame = drawn_with("gradient-descent", changes);
        return panel_of(frame, "rate").notes.at(0).text;
    };
    const std::vector<std::string> alone = {"f=rosenbrock",   "start=[-1.2,1]", "rate=0.01",
                                            "momentum=false", "adam=false",     "step=100"};
    CHECK(told(alone) ==
          "Gradient descent: Diverged at step 4: the point left beyond 1·10⁶ from the origin. Try a smaller rate.");
    std::vector<std::string> before = alone;
    before.back() = "step=2";
    CHECK(told(before).starts_with("Diverges: the rate 0.01 is above"));
    CHECK(told({"f=rosenbrock", "rate=0.05", "mu=0.99", "newton=true", "step=200"}) ==
          "At rest after step 7: Newton. Diverged at step 3: Gradient descent, Momentum.");
}

TEST_CASE("every racer has its name beside the strip, also on a low canvas") {
    for (const Vec2& canvas : {Vec2(1280, 720), Vec2(746, 672), Vec2(900, 480)}) {
        const Frame frame = drawn_with("gradient-descent",
                                       {"nesterov=true", "adagrad=true", "rmsprop=true", "adamw=true", "newton=true"},
                                       {.canvas_points = canvas, .views = {}});
        const Panel& legend = panel_of(frame, "racers");
        const Camera camera = camera_of(legend, {}, canvas);
        CHECK(place_labels(legend, camera, typeset_size).size() == 8);
        for (const PlacedLabel& name : place_labels(legend, camera, typeset_size)) {
            CHECK(name.box.x + name.box.width <= camera.place.x + camera.place.width);
            CHECK(name.box.y + name.box.height <= canvas.y());
        }
    }
}

TEST_CASE("the sentence over the gauge leaves the rate's name free, also in a narrow panel") {
    for (const Vec2& canvas : {Vec2(1280, 720), Vec2(746, 672), Vec2(1920, 1080)})
        for (const std::vector<std::string>& changes : {std::vector<std::string>{"rate=0.008"},
                                                        {"rate=0.02"},
                                                        {"rate=0.3"},
                                                        {"rate=0.3", "step=300"},
                                                        {"f=rosenbrock", "rate=0.05", "nesterov=true", "adagrad=true",
                                                         "rmsprop=true", "newton=true", "step=300"}}) {
            const Frame frame = drawn_with("gradient-descent", changes, {.canvas_points = canvas, .views = {}});
            const Panel& gauge = panel_of(frame, "rate");
            const Camera camera = camera_of(gauge, {}, canvas);
            const Rect ground = place_head(gauge, camera).ground;
            int names = 0;
            for (const PlacedLabel& placed : place_labels(gauge, camera, typeset_size)) {
                if (placed.label->tick) continue;
                ++names;
                CHECK(placed.box.y >= ground.y + ground.height - 1);
            }
            CHECK(names == 2);
        }
}
