// What the race of optimisers must not show: a path drawn through a pole, a racer that vanishes when its loss explodes,
// a sentence over the gauge.
#include "app/model/state.h"
#include "viz/place_head.h"
#include "viz/place_labels.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace eigenscape;

namespace {

Frame drawn_with(const std::vector<std::string>& settings, const Stage& stage = {}) {
    const Scene& scene = *find_scene("gradient-descent");
    const Outcome outcome = set_all(scene, scene.defaults, settings);
    REQUIRE(std::holds_alternative<State>(outcome));
    Frame frame(stage);
    scene.draw(std::get<State>(outcome), frame);
    return frame;
}

const Panel& panel_of(const Frame& frame, const std::string& name) {
    const auto found = std::ranges::find(frame.panels(), name, &Panel::name);
    REQUIRE(found != frame.panels().end());
    return *found;
}

}  // namespace

TEST_CASE("a path that steps across a pole is not drawn through it") {
    // −1/x falls towards the pole at 0 from the right: the first step jumps over it.
    const Frame frame =
        drawn_with({"f=\"-1/x + y^2\"", "start=[0.5,0.4]", "rate=0.4", "momentum=false", "adam=false", "step=3"});
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
    const Frame frame = drawn_with({"f=rosenbrock", "start=[-1.2,1]", "rate=0.01", "momentum=false", "adam=false"});
    const Panel& strip = panel_of(frame, "loss");
    const auto marks = std::ranges::count_if(strip.dots, [](const Dot& dot) { return dot.ink == Ink::racer_1; });
    CHECK(marks == 2);  // in the strip, and beside the name
    for (const Dot& dot : strip.dots) {
        CHECK(dot.at.y() <= strip.home.hi.y());
        CHECK(dot.at.y() >= strip.home.lo.y());
    }
}

TEST_CASE("the sentence over the gauge leaves the rate's name free, also in a narrow panel") {
    for (const Vec2& canvas : {Vec2(1280, 720), Vec2(746, 672), Vec2(1920, 1080)})
        for (const char* rate : {"rate=0.008", "rate=0.02", "rate=0.3"}) {
            const Frame frame = drawn_with({rate}, {.canvas_points = canvas, .views = {}});
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
