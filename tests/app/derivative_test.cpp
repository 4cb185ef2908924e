// The scene Derivative: P and the point on the curve of slopes can be taken hold of where they are seen, however wild
// the curve; and everything else in the picture goes with them.
#include "app/model/drag.h"
#include "tests/app/every_scene.h"
#include "tests/app/scene_state.h"
#include "viz/place_head.h"
#include "viz/place_labels.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

const Scene& derivative_scene() { return *find_scene("derivative"); }

std::optional<Grip> grip_of(const Frame& frame, const char* panel, const char* parameter) {
    const auto& handles = panel_named(frame, panel)->handles;
    for (std::size_t i = 0; i < handles.size(); ++i)
        if (handles[i].parameter == parameter) return Grip{panel, static_cast<int>(i)};
    return {};
}

double x_of(const State& state) {
    return std::get<double>(state[static_cast<std::size_t>(derivative_scene().find_param("x"))]);
}

}  // namespace

TEST_CASE("derivative: P is dragged on the curve itself, and its slope on the curve of slopes") {
    for (const char* panel : {"graph", "slopes"})
        for (const char* f : {"x^3/4 - x", "sin(100x)", "x^2*sin(1/x)", "1/x", "floor(x)", "abs(x)"}) {
            CAPTURE(panel);
            CAPTURE(f);
            State state = state_with("derivative", {std::string("f=\"") + f + "\"", "x=0.6", "k=1"});
            const Frame first = drawn(derivative_scene(), state, usual_stage);
            const auto grip = grip_of(first, panel, "x");
            REQUIRE(grip);
            const Fact* value = first.find_fact(std::string(panel) == "graph" ? "value" : "slope");
            const Panel& shown = *panel_named(first, panel);
            if (const auto there = first.number(value->name); there && std::abs(*there) < shown.window.hi.y())
                CHECK(handle_at(first, *grip)->at.y() == *there);  // on the curve, wherever that is in sight
            Drag drag(derivative_scene(), first, *grip);
            const Camera camera = camera_of(shown, {}, usual_stage.canvas_points);
            for (const double x : {0.7, 1.9, -2.2, -0.4}) {
                state = drag.to(state, camera.to_screen({x, 0.3, 0}), usual_stage).state;
                CHECK(x_of(state) == doctest::Approx(x).epsilon(0.01));
            }
        }
}

TEST_CASE("derivative: Q is dragged on the curve, towards P and away") {
    State state = state_with("derivative", {"f=\"sin(100x)\"", "x=0.5", "k=0", "reach=2"});
    const Frame first = drawn(derivative_scene(), state, usual_stage);
    const Grip grip = grip_of(first, "graph", "k").value();
    Drag drag(derivative_scene(), first, grip);
    const Camera camera = camera_of(*panel_named(first, "graph"), {}, usual_stage.canvas_points);
    for (const double h : {0.9, 0.3, 0.05, 0.6}) {
        state = drag.to(state, camera.to_screen({0.5 + h, 0, 0}), usual_stage).state;
        CHECK(drawn(derivative_scene(), state, usual_stage).number("h").value() == doctest::Approx(h).epsilon(0.02));
    }
}

TEST_CASE("derivative: the name of the derivative is shown also where its slope is out of the picture") {
    for (const char* x : {"x=1", "x=-10", "x=10"}) {
        const Frame frame = drawn(derivative_scene(), state_with("derivative", {x}), usual_stage);
        const Panel& slopes = *panel_named(frame, "slopes");
        const Camera camera = camera_of(slopes, {}, usual_stage.canvas_points);
        const auto placed = place_labels(slopes, camera, typeset_size, {place_head(slopes, camera).ground});
        const auto names = std::ranges::count_if(
            placed, [](const PlacedLabel& one) { return one.label->text.find("f'(x)") != std::string::npos; });
        CHECK(names == 1);
    }
}
