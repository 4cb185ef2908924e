// Handles of whole numbers: they go to the nearest place that there is, far or near, and the keyboard reaches the next.
// The scene is a string of beads, its places as far apart as a formula says.
#include "app/model/drag.h"
#include "app/model/explorer.h"
#include "app/model/state.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

namespace {

struct Beads {
    int bead = 10;
    static Words words() { return {"beads", "Beads", "Tests", "Which bead?", "test"}; }
    static Params<Beads> params() { return {{"bead", "Bead", &Beads::bead, {1, 200, "which bead"}}}; }
    static std::vector<Preset> presets() { return {{"First", "the first", {"bead=1"}}}; }
    void settle() { bead = std::min(bead, 150); }
    static Vec2 place(int n) { return {4 * std::sqrt(n / 150.0), std::sin(n * 0.02)}; }
    void draw(Frame& frame) const {
        Panel& plane = frame.plane("plane", {{0, -2}, {4, 2}});
        plane.handle(place(bead), "bead", "Drag along the string", Ink::special);
        frame.fact("bead", std::int64_t{bead});
        frame.describe("A string of beads.");
    }
    bool operator==(const Beads&) const = default;
};

const std::vector<Scene>& bead_scenes() {
    static const std::vector<Scene> all{scene_of<Beads>()};
    return all;
}

const Stage bead_stage{{1000, 1000}, {}};
const Grip grip{"plane", 0};

Frame beads_drawn(const State& state) {
    Frame frame(bead_stage);
    bead_scenes()[0].draw(state, frame);
    return frame;
}

Vec2 bead_on_screen(const Vec2& world) {
    return camera_of(beads_drawn(bead_scenes()[0].defaults).panels()[0], {}, bead_stage.canvas_points)
        .to_screen({world.x(), world.y(), 0});
}

int bead(const State& state) { return std::get<int>(state[0]); }

}  // namespace

TEST_CASE(
    "a whole number's handle goes to the nearest of its places, near and far, and stops at what the scene allows") {
    CHECK(draggable(Kind::integer));
    for (const int from : {1, 10, 60, 150})
        for (const int to : {1, 2, 9, 10, 11, 37, 100, 149, 150}) {
            CAPTURE(from);
            CAPTURE(to);
            const State start{Value(from)};
            Drag drag(bead_scenes()[0], beads_drawn(start), grip);
            const Drag::Step step = drag.to(start, bead_on_screen(Beads::place(to)) + Vec2(0.4, -0.3), bead_stage);
            CHECK(bead(step.state) == to);
            CHECK(step.miss_points == doctest::Approx(0.5).epsilon(0.01));
            CHECK(!step.stuck);
            CHECK(drag.draws() < 60);
        }
    State state = bead_scenes()[0].defaults;
    Drag drag(bead_scenes()[0], beads_drawn(state), grip);
    for (const int to : {12, 20, 19, 150, 80}) {
        state = drag.to(state, bead_on_screen(Beads::place(to)), bead_stage).state;
        CHECK(bead(state) == to);
    }
    CHECK(bead(drag.to(state, bead_on_screen({20, 0}), bead_stage).state) == 150);
}

TEST_CASE("a nudge moves a whole number to the next place on that side, however far it is") {
    Explorer explorer(bead_scenes());
    explorer.set_canvas({1000, 1000});
    explorer.set_reduced_motion(true);
    explorer.frame();
    explorer.next_handle(1);
    const auto nudged = [&](double x) {
        explorer.nudge(x, 0);
        explorer.tick(1);
        return bead(explorer.state());
    };
    CHECK(nudged(1) == 11);
    CHECK(nudged(-1) == 10);
    for (int i = 0; i < 9; ++i) nudged(-1);
    CHECK(bead(explorer.state()) == 1);  // the first ones are 30 to 100 points apart
    CHECK(nudged(-1) == 1);
    CHECK(explorer.can_undo());
}
