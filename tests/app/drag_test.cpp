// Dragging on the workbench: handles follow, holds hold, edges stop, what cannot move says so.
// Distances are in points on the canvas.
#include "app/model/drag.h"
#include "app/model/numbers.h"
#include "app/model/state.h"
#include "tests/app/every_scene.h"
#include "tests/app/workbench.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

const Stage workbench_stage{{1600, 600}, {}};

Frame workbench_drawn(const State& state) { return drawn(workbench(), state, workbench_stage); }

Vec2 place(const State& state, const Grip& grip) {
    return *handle_on_screen(workbench_drawn(state), grip, workbench_stage);
}

Vec2 workbench_on_screen(const Vec2& world) {
    const Frame frame = workbench_drawn(workbench().defaults);
    return camera_of(frame.panels()[0], {}, workbench_stage.canvas_points).to_screen({world.x(), world.y(), 0});
}

}  // namespace

TEST_CASE("a handle on a vector goes where the pointer is, and its numbers are short") {
    const State start = workbench().defaults;
    Drag drag(workbench(), workbench_drawn(start), {"plane", 0});
    const Drag::Step step = drag.to(start, workbench_on_screen({-1.5, 2.25}), workbench_stage);
    CHECK(step.miss_points < 0.2);
    CHECK(!step.stuck);
    CHECK(held<Vec2>(workbench(), step.state, "v") == Vec2(-1.5, 2.25));
    CHECK(held<Mat2>(workbench(), step.state, "A") == held<Mat2>(workbench(), start, "A"));
}

TEST_CASE("dragging one column of a matrix leaves the other to the last bit") {
    const State start =
        std::get<State>(set(workbench(), workbench().defaults, "A=[[2,0.1234567890123],[1,2.987654321]]"));
    Drag drag(workbench(), workbench_drawn(start), {"plane", 1});
    const Mat2 A = held<Mat2>(workbench(), drag.to(start, workbench_on_screen({0.5, -1}), workbench_stage).state, "A");
    CHECK(A.col(0) == Vec2(0.5, -1));
    CHECK(A.col(1) == Vec2(0.1234567890123, 2.987654321));
}

TEST_CASE("a handle outside its range stops at the edge, as near to the pointer as it can") {
    const State start = workbench().defaults;
    Drag drag(workbench(), workbench_drawn(start), {"plane", 0});
    const Drag::Step step = drag.to(start, workbench_on_screen({9, 1}), workbench_stage);
    const Vec2 v = held<Vec2>(workbench(), step.state, "v");
    CHECK(v.x() == 4);
    CHECK(v.y() == doctest::Approx(1).epsilon(0.01));
    CHECK(step.miss_points == doctest::Approx(500).epsilon(0.01));
}

TEST_CASE("a handle on a ring goes to the nearest point of the ring") {
    State state = workbench().defaults;
    Drag drag(workbench(), workbench_drawn(state), {"plane", 3});
    for (const double angle : {0.4, 0.9, 1.6, 2.4, 3.0, 2.0, 1.0, 0.0, -1.0, -2.5}) {
        CAPTURE(angle);
        for (const double radius : {3.0, 0.4, 1.5}) {
            const Drag::Step step =
                drag.to(state, workbench_on_screen(radius * Vec2(std::cos(angle), std::sin(angle))), workbench_stage);
            state = step.state;
            CHECK(held<double>(workbench(), state, "angle") == doctest::Approx(angle).epsilon(0.004));
        }
    }
}

TEST_CASE("amounts that a handle holds stay as they are") {
    State state = workbench().defaults;
    Drag drag(workbench(), workbench_drawn(state), {"plane", 6});
    for (const Vec2& goal : {Vec2(2.5, 2), Vec2(1, 2), Vec2(-1, 1.5), Vec2(0.5, -2)}) {
        const Drag::Step step = drag.to(state, workbench_on_screen(goal), workbench_stage);
        state = step.state;
        CHECK(step.miss_points < 0.5);
        CHECK(determinant<2>(held<Mat2>(workbench(), state, "A")) == doctest::Approx(3).epsilon(1e-4));
    }
}

TEST_CASE("what cannot move says so and changes nothing") {
    const State start = workbench().defaults;
    for (const int index : {4, 5}) {
        Drag drag(workbench(), workbench_drawn(start), {"plane", index});
        const Drag::Step step = drag.to(start, workbench_on_screen({1, 1}), workbench_stage);
        CHECK(step.stuck);
        CHECK(step.state == start);
    }
    // At time zero the columns are the unit vectors whatever A is.
    const State early = std::get<State>(set(workbench(), start, "t=0"));
    Drag drag(workbench(), workbench_drawn(early), {"plane", 1});
    const Drag::Step step = drag.to(early, workbench_on_screen({2, 2}), workbench_stage);
    CHECK(step.stuck);
    CHECK(step.state == early);
    CHECK(Drag(workbench(), workbench_drawn(start), {"plane", 99}).param() == -1);
    CHECK(Drag(workbench(), workbench_drawn(start), {"nowhere", 0}).param() == -1);
}

TEST_CASE("a handle in space follows over a curved surface, or stays at the silhouette") {
    State state = workbench().defaults;
    const Grip grip{"space", 0};
    const Frame first = workbench_drawn(state);
    const Camera camera = camera_of(first.panels()[1], {}, workbench_stage.canvas_points);
    const auto nearest = [&](const Vec2& pointer) {  // by looking at a fine grid of places
        double least = infinity;
        for (int i = -100; i <= 100; ++i)
            for (int j = -100; j <= 100; ++j) {
                const double x = i / 100.0, y = j / 100.0;
                least = std::min(least, (camera.to_screen({x, y, x * x - y * y}) - pointer).norm());
            }
        return least;
    };
    Drag drag(workbench(), first, grip);
    const Vec2 start = place(state, grip);
    int reached = 0;
    for (int i = 1; i <= 20; ++i) {
        const Vec2 pointer = start + Vec2(4.0 * i, 25 * std::sin(0.3 * i));
        state = drag.to(state, pointer, workbench_stage).state;
        const double miss = (place(state, grip) - pointer).norm();
        reached += miss < 0.5;
        CHECK(miss < std::max(0.5, nearest(pointer)));
    }
    CHECK(reached >= 10);
}

TEST_CASE("a point of a data set moves alone") {
    const State start = workbench().defaults;
    Drag drag(workbench(), workbench_drawn(start), {"plane", 8});
    const Points data =
        held<Points>(workbench(), drag.to(start, workbench_on_screen({2, 2}), workbench_stage).state, "data");
    CHECK(data[0] == Vec2(0, 1));
    CHECK((data[1] - Vec2(2, 2)).norm() < 0.01);
}

TEST_CASE("dragging goes on while time runs") {
    State state = std::get<State>(set(workbench(), workbench().defaults, "t=0.2"));
    const Grip grip{"plane", 1};
    Drag drag(workbench(), workbench_drawn(state), grip);
    const auto t = static_cast<std::size_t>(index_of(workbench(), "t"));
    for (int i = 0; i <= 40; ++i) {
        state[t] = 0.2 + 0.02 * i;
        const Vec2 pointer = workbench_on_screen({1.2 + 0.01 * i, 0.3});
        const Drag::Step step = drag.to(state, pointer, workbench_stage);
        state = step.state;
        CHECK((place(state, grip) - pointer).norm() < 0.5);
        CHECK(std::get<double>(state[t]) == 0.2 + 0.02 * i);
    }
}

TEST_CASE("a drawing that throws on the way is survived") {
    Scene scene = workbench();
    scene.draw = [inner = scene.draw](const State& state, Frame& frame) {
        if (std::get<Vec2>(state[0]).x() > 2) throw std::runtime_error("no farther");
        inner(state, frame);
    };
    Frame frame(workbench_stage);
    scene.draw(scene.defaults, frame);
    Drag drag(scene, frame, {"plane", 0});
    const Drag::Step step = drag.to(scene.defaults, workbench_on_screen({3, 0.5}), workbench_stage);
    CHECK(std::get<Vec2>(step.state[0]).x() <= 2);
    CHECK(std::get<Vec2>(step.state[0]).x() > 1.5);
}

TEST_CASE("a small move costs few drawings") {
    State state = workbench().defaults;
    const Grip grip{"plane", 0};
    Drag drag(workbench(), workbench_drawn(state), grip);
    state = drag.to(state, workbench_on_screen({1.01, 0.5}), workbench_stage).state;
    const int before = drag.draws();
    for (int i = 0; i < 100; ++i)
        state = drag.to(state, workbench_on_screen({1.0 + 0.01 * i, 0.5 + 0.005 * i}), workbench_stage).state;
    MESSAGE("drawings a move: " << (drag.draws() - before) / 100.0);
    CHECK(drag.draws() - before <= 220);
}

namespace {

// A point on a curve with many bends, followed across or at the nearest place.
struct Wiggles {
    double x = 0.2, other = 1;
    static Words words() { return {"wiggles", "Wiggles", "Tests", "Which bend is meant?", "test"}; }
    static Params<Wiggles> params() {
        using S = Wiggles;
        return {{"x", "x", &S::x, {-4, 4, "where"}}, {"other", "Other", &S::other, {-4, 4, "where"}}};
    }
    static std::vector<Preset> presets() { return {}; }
    void draw(Frame& frame) const {
        Panel& plane = frame.plane("plane", {{-4, -3}, {4, 3}});
        plane.handle(Vec2(x, 2 * std::sin(9 * x)), "x", "Drag along", Ink::subject).follows = Follows::across;
        plane.handle(Vec2(other, 2), "other", "Drag", Ink::subject);
    }
    bool operator==(const Wiggles&) const = default;
};

}  // namespace

TEST_CASE("a handle that follows across goes under the pointer whatever lies between, and does not heed its height") {
    const Scene scene = scene_of<Wiggles>();
    State state = scene.defaults;
    Frame first(workbench_stage);
    scene.draw(state, first);
    Drag drag(scene, first, {"plane", 0});
    const auto at = [&](const Vec2& world) {
        return camera_of(first.panels()[0], {}, workbench_stage.canvas_points).to_screen({world.x(), world.y(), 0});
    };
    for (const double x : {0.25, 1.7, -2.3, 3.1}) {
        for (const double y : {-2.5, 0.0, 2.5}) {
            const Drag::Step step = drag.to(state, at({x, y}), workbench_stage);
            state = step.state;
            CHECK(std::get<double>(state[0]) == doctest::Approx(x).epsilon(0.002));
            CHECK(step.miss_points < 0.2);
            CHECK(!step.stuck);
        }
    }
    const State before = state;
    CHECK(drag.to(state, at({3.1, 1}), workbench_stage).state == before);  // straight up: nothing to follow
    const Handle handle{{0, 0, 0}, "x", "", {}, Ink::text, Follows::across};
    CHECK(miss_of(handle, {10, 20}, {13, 99}) == 3);
    CHECK(miss_of({{0, 0, 0}, "x", "", {}, Ink::text}, {10, 20}, {13, 24}) == 5);
}
