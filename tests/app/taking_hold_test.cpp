// What a handle may ask for: that only some of its parameter's numbers move, and what taking hold of it sets first.
// A scene of three bars that are worked out until somebody takes hold of one, as a network's weights are.
#include "app/model/drag.h"
#include "app/model/explorer.h"
#include "app/model/numbers.h"

#include <doctest/doctest.h>

using namespace eigenscape;

namespace {

struct Bars {
    Numbers start;
    int step = 5;
    double other = 1;
    Numbers shown() const { return start.empty() ? Numbers{0.1 * step, 0.2 * step, 0.3 * step} : start; }

    static Words words() { return {"bars", "Bars", "Test", "Bars?", "bars"}; }
    static Params<Bars> params() {
        using S = Bars;
        return {{"start", "Start", &S::start, {-5, 5, "The bars."}},
                {"step", "Step", &S::step, {0, 9, "How far."}, plays(9)},
                {"other", "Other", &S::other, {0, 2, "Another."}}};
    }
    static std::vector<Preset> presets() { return {{"One", "One.", {}}}; }
    void settle() {
        if (start.size() != 3) start.clear();
    }
    void draw(Frame& frame) const {
        Panel& plane = frame.plane("plane", {{-3, -3}, {3, 3}});
        const Numbers bars = shown();
        for (int i = 0; i < 3; ++i) {
            Handle& handle =
                plane.handle(Vec2(i - 1, bars[static_cast<std::size_t>(i)] + 0.1 * bars[0]), "start", "Drag a bar");
            handle.moves = {i};
            if (start.empty() || step > 0) handle.first = {{"start", bars}, {"step", {0}}};
        }
        frame.fact("step", std::int64_t{step});
        frame.describe("Three bars.");
    }
    bool operator==(const Bars&) const = default;
};

const std::vector<Scene>& bar_scenes() {
    static const std::vector<Scene> all{scene_of<Bars>()};
    return all;
}

struct Hand {
    Explorer explorer{bar_scenes()};
    Hand() {
        explorer.set_reduced_motion(true);
        explorer.set_canvas({600, 600});
        (void)explorer.open("bars");
    }
    Numbers start() const { return std::get<Numbers>(explorer.state()[0]); }
    int step() const { return std::get<int>(explorer.state()[1]); }
    Vec2 place(int i) { return *handle_on_screen(explorer.frame(), {"plane", i}, {{600, 600}, {}}); }
    void take(int i) {
        explorer.pointer_moved(place(i));
        explorer.pressed(Button::left);
    }
};

}  // namespace

TEST_CASE("taking hold: a drag begins from what is shown, and moves one number alone") {
    Hand hand;
    const Vec2 from = hand.place(2);
    hand.take(2);
    CHECK(hand.start().empty());  // a press alone changes nothing
    hand.explorer.pointer_moved(from + Vec2(0, -50));
    REQUIRE(hand.start().size() == 3);
    CHECK(hand.step() == 0);
    CHECK(hand.start()[0] == 0.5);
    CHECK(hand.start()[1] == 1.0);
    CHECK(hand.start()[2] > 1.9);
    CHECK((hand.place(2) - (from + Vec2(0, -50))).norm() < 0.5);
    hand.explorer.released(Button::left);
    CHECK(hand.explorer.undo_words() == "Drag Start");
    hand.explorer.undo();
    CHECK(hand.start().empty());
    CHECK(hand.step() == 5);
    CHECK(!hand.explorer.can_undo());  // one step for all of it
}

TEST_CASE("taking hold: a click changes nothing, and giving up brings everything back") {
    Hand hand;
    hand.take(1);
    hand.explorer.released(Button::left);
    CHECK(hand.start().empty());
    CHECK(hand.step() == 5);
    CHECK(!hand.explorer.can_undo());
    hand.take(1);
    hand.explorer.pointer_moved(hand.place(1) + Vec2(0, -30));
    CHECK(hand.step() == 0);
    hand.explorer.cancel();
    CHECK(hand.start().empty());
    CHECK(hand.step() == 5);
}

TEST_CASE("taking hold: time stops, since what is set may be where time is") {
    Hand hand;
    hand.explorer.play();
    hand.explorer.tick(0.1);
    hand.take(0);
    hand.explorer.pointer_moved(hand.place(0) + Vec2(0, -10));
    CHECK(!hand.explorer.timeline().playing);
    CHECK(hand.step() == 0);
}

TEST_CASE("taking hold: the keyboard does the same") {
    Hand hand;
    hand.explorer.next_handle(1);
    hand.explorer.next_handle(1);
    hand.explorer.nudge(0, 1);
    REQUIRE(hand.start().size() == 3);
    CHECK(hand.step() == 0);
    CHECK(hand.start()[0] == 0.5);
    CHECK(hand.start()[1] > 1.0);
    CHECK(hand.start()[2] == 1.5);
    hand.explorer.undo();
    CHECK(hand.step() == 5);
    CHECK(hand.start().empty());
}

TEST_CASE("taking hold: few numbers cost few drawings") {
    const Scene& scene = bar_scenes().front();
    Frame frame(Stage{{600, 600}, {}});
    scene.draw(scene.defaults, frame);
    const State state = taken(scene, scene.defaults, frame.panels().front().handles[1]);
    CHECK(std::get<Numbers>(state[0]) == Numbers{0.5, 1, 1.5});
    CHECK(std::get<int>(state[1]) == 0);
    Frame now(Stage{{600, 600}, {}});
    scene.draw(state, now);
    Drag drag(scene, now, {"plane", 1});
    const auto step = drag.to(state, {300, 250}, {{600, 600}, {}});
    CHECK(step.miss_points < 0.5);
    CHECK(drag.draws() < 12);
}

TEST_CASE("taking hold: a handle beyond a moved chart's axes neither shows nor grabs") {
    Explorer explorer;
    REQUIRE(!explorer.open("central-limit"));
    explorer.set_canvas({1280, 720});
    const Grip corner{"population", 3};
    const auto place = [&] {
        return *handle_on_screen(explorer.frame(), corner, {explorer.canvas(), explorer.views()});
    };
    const auto rings = [&] { return panel_named(explorer.overlay(), "population")->dots.size(); };
    const auto grabs = [&](const Vec2& at) {
        explorer.pointer_moved(at);
        return explorer.held_param() == explorer.scene().find_param("drawn");
    };
    for (int i = 0; i < 300; ++i) explorer.tick(1.0 / 60);  // until the first visit's pulse is over
    REQUIRE(grabs(place()));
    explorer.pointer_moved({1, 700});
    const std::size_t all = rings();

    const Panel& chart = *panel_named(explorer.frame(), "population");
    const Rect plot = camera_of(chart, explorer.views(), explorer.canvas()).plot;
    const Vec2 empty(plot.x + 0.45 * plot.width, plot.y + 0.3 * plot.height);
    explorer.pointer_moved(empty);
    explorer.pressed(Button::left);
    explorer.pointer_moved(empty + Vec2(0, 0.15 * plot.height));
    explorer.released(Button::left);
    const Vec2 now = place();
    REQUIRE(now.y() > plot.y + plot.height + 10);  // among the axis' numbers
    CHECK(!grabs(now));
    explorer.pointer_moved({1, 700});
    CHECK(rings() < all);
    for (std::size_t i = 0; i < all; ++i) {  // nor does the keyboard choose it
        explorer.next_handle(1);
        CHECK(explorer.tip_at().value_or(Vec2(0, 0)) != now);
    }
}
