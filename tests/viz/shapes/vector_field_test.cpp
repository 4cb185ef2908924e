// Vector fields: exact directions, arrows that never overlap, a density that follows the canvas and not the world.
#include "viz/shapes/vector_field.h"
#include "tests/viz/canvas.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace eigenscape;

namespace {

const Box2 everywhere{{-1e9, -1e9}, {1e9, 1e9}};

Vec2 whirl(const Vec2& p) { return {-p.y(), p.x()}; }

Frame drawn(double half, const std::function<Vec2(const Vec2&)>& field, double& typical) {
    Frame frame;
    Panel& panel = frame.plane("map", {{-half, -half}, {half, half}}, {0, 0, 0.5, 1});
    typical = vector_field(panel, everywhere, canvas, field);
    return frame;
}

}  // namespace

TEST_CASE("arrows point the field's way and stay within their cell, longer where it is stronger") {
    double typical = 0;
    const Frame frame = drawn(4, whirl, typical);
    const Panel& panel = frame.panels()[0];
    REQUIRE(panel.strokes.size() > 100);
    double smallest_gap = infinity, longest = 0;
    Vec2 last(0, 0);
    for (const Stroke& stroke : panel.strokes) {
        CHECK(stroke.arrow);
        const Vec2 from = panel.points[stroke.first].head<2>(), to = panel.points[stroke.first + 1].head<2>();
        const Vec2 middle = 0.5 * (from + to), v = whirl(middle);
        CHECK((to - from).normalized().dot(v.normalized()) == doctest::Approx(1));
        longest = std::max(longest, (to - from).norm());
        if (&stroke != &panel.strokes.front()) smallest_gap = std::min(smallest_gap, (middle - last).norm());
        last = middle;
    }
    CHECK(longest < smallest_gap);
    CHECK(typical > 1);
    CHECK(typical < 5);
}

TEST_CASE("the density follows the canvas, not the world") {
    double a = 0, b = 0;
    const auto near = drawn(4, whirl, a).panels()[0].strokes.size();
    const auto far = drawn(4000, whirl, b).panels()[0].strokes.size();
    CHECK(static_cast<double>(near) / static_cast<double>(far) < 2.2);
    CHECK(static_cast<double>(far) / static_cast<double>(near) < 2.2);
    CHECK(near < 900);
}

TEST_CASE("a field that is not defined draws nothing there, nor does one that is zero") {
    double typical = 0;
    CHECK(drawn(
              4, [](const Vec2&) { return Vec2(undefined, 1); }, typical)
              .panels()[0]
              .strokes.empty());
    CHECK(std::isnan(typical));
    CHECK(drawn(
              4, [](const Vec2&) { return Vec2(0, 0); }, typical)
              .panels()[0]
              .strokes.empty());
    CHECK(typical == 0);
    const auto half = drawn(
        4, [](const Vec2& p) { return p.x() > 0 ? Vec2(1, 0) : Vec2(undefined, 0); }, typical);
    for (const Vec3& p : half.panels()[0].points) CHECK(p.x() > -0.5);
}
