// What lies under a point: marks before lines before areas, roles only, nearest first.
#include "viz/pick.h"
#include "tests/viz/canvas.h"

#include <doctest/doctest.h>

using namespace eigenscape;

namespace {

struct PickedDrawing {
    Frame frame;
    Panel& panel = frame.plane("p", {{-5, -3}, {5, 3}});
    std::optional<Ink> at(double x, double y) const {
        const Camera camera = camera_of(panel, {}, even_canvas);
        return role_at(panel, camera, camera.to_screen({x, y, 0}));
    }
};

}  // namespace

TEST_CASE("a line is found within reach and not beyond, and the ground never") {
    PickedDrawing d;
    d.panel.line(Vec2(-2, 0), Vec2(2, 0), {.ink = Ink::first});
    d.panel.line(Vec2(-5, 1), Vec2(5, 1), {.ink = Ink::still});
    CHECK(d.at(1, 0.05) == Ink::first);
    CHECK(d.at(1, 0.2) == std::nullopt);
    CHECK(d.at(2.5, 0) == std::nullopt);
    CHECK(d.at(0, 1) == std::nullopt);
}

TEST_CASE("a mark lies before a line, a line before an area, the nearer line before the other") {
    PickedDrawing d;
    const Points square = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    d.panel.fill(std::span<const Vec2>(square), Ink::positive, 0.5);
    d.panel.line(Vec2(-1, 0), Vec2(1, 0), {.ink = Ink::first});
    d.panel.line(Vec2(-1, 0.1), Vec2(1, 0.1), {.ink = Ink::second});
    d.panel.dot(Vec2(0, 0.02), Ink::special, 8);
    CHECK(d.at(0, 0) == Ink::special);
    CHECK(d.at(0.5, 0.01) == Ink::first);
    CHECK(d.at(0.5, 0.09) == Ink::second);
    CHECK(d.at(0.5, 0.7) == Ink::positive);
    CHECK(d.at(3, 2) == std::nullopt);
}

TEST_CASE("a closed line is found on its last side, and points at infinity do no harm") {
    PickedDrawing d;
    const Points triangle = {{-1, 0}, {1, 0}, {0, 2}};
    d.panel.stroke(std::span<const Vec2>(triangle), {.ink = Ink::subject}).closed = true;
    d.panel.line(Vec2(0, infinity), Vec2(1, undefined), {.ink = Ink::image});
    CHECK(d.at(-0.5, 1) == Ink::subject);
    CHECK(d.at(0.5, 0.5) == std::nullopt);
}
