// Cameras, windows and gestures: round trips, what must be visible, and boxes in which nothing could be drawn.
#include "viz/view.h"
#include "tests/viz/canvas.h"

#include "viz/frame.h"
#include "viz/window.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

namespace {

Panel plane_panel(const Box2& home, const Rect& place = {0, 0, 1, 1}) {
    Frame frame;
    return frame.plane("p", home, place);
}

Panel space_panel(const Vec3& proportions = {1, 1, 0.6}) {
    Frame frame;
    Panel panel = frame.space("s", {{-2, -3, 10}, {4, 5, 900}}, {0.25, 0.1, 0.5, 0.8});
    panel.proportions = proportions;
    return panel;
}

Vec3 corner_of(const Box3& box, int i) {
    return {i & 1 ? box.hi.x() : box.lo.x(), i & 2 ? box.hi.y() : box.lo.y(), i & 4 ? box.hi.z() : box.lo.z()};
}

}  // namespace

TEST_CASE("a plane's camera and its inverse agree, and both axes have one scale") {
    const Panel panel = plane_panel({{-5, -3}, {5, 3}}, {0.25, 0.1, 0.5, 0.8});
    const Camera camera = camera_of(panel, {}, canvas);
    for (const Vec2& p : {Vec2(0, 0), Vec2(1.25, -2.5), Vec2(-4, 3)}) {
        const Vec2 s = camera.to_screen({p.x(), p.y(), 0});
        CHECK((camera.to_plane(s) - p).norm() < 1e-12);
    }
    const Vec2 o = camera.to_screen({0, 0, 0}), x = camera.to_screen({1, 0, 0}), y = camera.to_screen({0, 1, 0});
    CHECK((x - o).x() == doctest::Approx((o - y).y()));
    CHECK(camera.points_per_unit() == doctest::Approx((o - y).y()));
    CHECK(camera.visible.contains({-5, -3}));
    CHECK(camera.visible.contains({5, 3}));
}

TEST_CASE("a chart has two scales and keeps room for its ticks") {
    Frame frame;
    const Panel panel = frame.chart("c", {{0, -1}, {100, 1}}, {0, 0, 0.5, 0.5});
    const Camera camera = camera_of(panel, {}, canvas);
    CHECK(camera.plot.x > camera.place.x + 20);
    CHECK(camera.plot.y + camera.plot.height < camera.place.y + camera.place.height - 15);
    const Vec2 lower_left = camera.to_screen({0, -1, 0}), upper_right = camera.to_screen({100, 1, 0});
    CHECK(lower_left.x() == doctest::Approx(camera.plot.x));
    CHECK(upper_right.y() == doctest::Approx(camera.plot.y));
    CHECK((camera.to_plane(upper_right) - Vec2(100, 1)).norm() < 1e-9);
}

TEST_CASE("the box fits a space panel from every side at zoom 1, whatever the aspect") {
    for (const Vec2& size : {Vec2(1280, 720), Vec2(400, 900), Vec2(1900, 300), Vec2(200, 200)}) {
        for (const Vec3& proportions : {Vec3(1, 1, 0.6), Vec3(3, 1, 0.2), Vec3(1, 1, 2)}) {
            const Panel panel = space_panel(proportions);
            for (double azimuth = -3.1; azimuth < 3.1; azimuth += 0.37) {
                for (const double elevation : {-pi / 2, -0.4, 0.0, 0.5, pi / 2}) {
                    const Camera camera = camera_of(panel, {{"s", View3{azimuth, elevation, 1, {0, 0}}}}, size);
                    for (int i = 0; i < 8; ++i) {
                        const Vec3 corner = corner_of(panel.box, i);
                        const Vec2 s = camera.to_screen(corner);
                        REQUIRE(camera.place.contains(s));
                        REQUIRE(std::abs(camera.depth(corner)) < 1);
                    }
                }
            }
        }
    }
}

TEST_CASE("the camera never flips: up stays up, and straight above is well defined") {
    const Panel panel = space_panel();
    for (double elevation = -pi / 2; elevation <= pi / 2; elevation += pi / 16) {
        const Camera camera = camera_of(panel, {{"s", View3{0.3, elevation, 1, {0, 0}}}}, canvas);
        const Vec3 middle = panel.box.center();
        const Vec2 below = camera.to_screen(middle), above = camera.to_screen(middle + Vec3(0, 0, 10));
        REQUIRE(above.y() <= below.y() + 1e-6);
    }
    View3 view;
    for (int i = 0; i < 100; ++i) view = std::get<View3>(orbited(panel, {{"s", view}}, {3, 40}));
    CHECK(view.elevation == doctest::Approx(pi / 2));
    CHECK(std::abs(view.azimuth) <= pi + 1e-12);
}

TEST_CASE("nearer is smaller in depth, and sides are seen from where the eye is") {
    const Panel panel = space_panel();
    const Camera camera = camera_of(panel, {{"s", View3{0, 0.5, 1, {0, 0}}}}, canvas);  // from +x, a little above
    const Vec3 c = panel.box.center();
    CHECK(camera.depth(c + Vec3(1, 0, 0)) < camera.depth(c));
    CHECK(camera.seen_from({1, 0, 0}));
    CHECK_FALSE(camera.seen_from({-1, 0, 0}));
    CHECK(camera.seen_from({0, 0, 1}));
    CHECK(camera.seen_from({0, 0, 0}));
    int quadrants = 0;
    for (const Vec3& side : {Vec3(1, 1, 0), Vec3(1, -1, 0), Vec3(-1, 1, 0), Vec3(-1, -1, 0)})
        quadrants += camera.seen_from(side) ? 1 : 0;
    CHECK(quadrants == 1);  // also exactly between two of them
}

TEST_CASE("a window contains what is visible, and small pans leave it alone") {
    int changes = 0, steps = 0;
    for (double zoom = 1e-6; zoom < 1e6; zoom *= 3.7) {
        Box2 before{{0, 0}, {0, 0}};
        for (double shift = 0; shift < 0.2; shift += 0.004) {
            const Box2 home{zoom * Vec2(-5 + shift, -3), zoom * Vec2(5 + shift, 3)};
            const Panel panel = plane_panel(home);
            const Box2 visible = visible_of(panel, {}, canvas);
            REQUIRE(panel.window.contains(visible.lo));
            REQUIRE(panel.window.contains(visible.hi));
            REQUIRE((panel.window.size().array() < 2.2 * visible.size().array()).all());
            changes += panel.window == before ? 0 : 1;
            ++steps;
            before = panel.window;
        }
    }
    CHECK(changes < steps / 10);
}

TEST_CASE("zooming holds the point under the pointer") {
    const Panel panel = plane_panel({{-5, -3}, {5, 3}});
    const Vec2 pointer(1000, 111);
    Views views;
    const Vec2 held = camera_of(panel, views, canvas).to_plane(pointer);
    for (const double factor : {1.7, 0.3, 8.0}) {
        views["p"] = zoomed(panel, views, canvas, pointer, factor);
        CHECK((camera_of(panel, views, canvas).to_plane(pointer) - held).norm() < 1e-9);
    }
    const Panel box = space_panel();
    Views around;
    const Vec3 corner = box.box.hi;
    const Vec2 at = camera_of(box, around, canvas).to_screen(corner);
    around["s"] = zoomed(box, around, canvas, at, 2.5);
    CHECK((camera_of(box, around, canvas).to_screen(corner) - at).norm() < 1e-9);
}

TEST_CASE("panning moves the picture with the pointer") {
    const Panel panel = plane_panel({{-5, -3}, {5, 3}});
    const Camera before = camera_of(panel, {}, canvas);
    const Views views = {{"p", panned(panel, {}, canvas, {30, -12})}};
    const Camera after = camera_of(panel, views, canvas);
    CHECK((after.to_screen({1, 1, 0}) - before.to_screen({1, 1, 0}) - Vec2(30, -12)).norm() < 1e-9);
    const Panel box = space_panel();
    const Views moved = {{"s", panned(box, {}, canvas, {30, -12})}};
    const Vec3 c = box.box.center();
    CHECK(
        (camera_of(box, moved, canvas).to_screen(c) - camera_of(box, {}, canvas).to_screen(c) - Vec2(30, -12)).norm() <
        1e-9);
}

TEST_CASE("zoom stops where doubles run out, and neighbours stay apart") {
    const Panel panel = plane_panel({{9.9e5, 1e6}, {1e6, 1.001e6}});
    Views views;
    for (int i = 0; i < 400; ++i) views["p"] = zoomed(panel, views, canvas, {333, 222}, 3);
    Box2 box = visible_of(panel, views, canvas);
    CHECK(box.size().x() >= 1e-10 * std::abs(box.center().x()));
    for (int i = 0; i < 800; ++i) views["p"] = zoomed(panel, views, canvas, {333, 222}, 1e-9);
    box = visible_of(panel, views, canvas);
    CHECK(box.lo.allFinite());
    CHECK(box.size().x() < 1e13);
    for (int i = 0; i < 100; ++i) views["p"] = panned(panel, views, canvas, {1e300, -1e300});
    CHECK(visible_of(panel, views, canvas).hi.allFinite());
}

TEST_CASE("boxes in which nothing could be drawn are repaired") {
    const double nan = undefined, inf = infinity;
    for (const Box2& bad :
         {Box2{{0, 0}, {0, 0}}, Box2{{1, 1}, {-1, -1}}, Box2{{nan, 0}, {1, nan}}, Box2{{-inf, 0}, {inf, 0}},
          Box2{{1e300, -1e300}, {1.1e300, 1e300}}, Box2{{1e15, 1e15}, {1e15 + 1, 1e15 + 1}}}) {
        const Box2 good = repaired(bad);
        CHECK(good.lo.allFinite());
        CHECK(good.hi.allFinite());
        CHECK((good.size().array() > 0).all());
        CHECK(repaired(good) == good);
        const Panel panel = plane_panel(bad);
        CHECK(panel.window.hi.allFinite());
    }
    CHECK(repaired(Box2{{2, 1}, {-2, -1}}) == Box2{{-2, -1}, {2, 1}});
}

TEST_CASE("canvases without size divide by nothing") {
    for (const Vec2& size :
         {Vec2(0, 0), Vec2(1, 1), Vec2(0, 500), Vec2(-3, 7), Vec2(undefined, infinity), Vec2(40000, 3)}) {
        for (const Panel& panel : {plane_panel({{-1, -1}, {1, 1}}), space_panel()}) {
            const Camera camera = camera_of(panel, {}, size);
            CHECK(camera.matrix.allFinite());
            CHECK(camera.to_screen(panel.box.center()).allFinite());
        }
    }
}

TEST_CASE("a view that is not finite looks from home") {
    const Panel panel = space_panel();
    const Camera camera = camera_of(panel, {{"s", View3{undefined, infinity, undefined, {undefined, 0}}}}, canvas);
    CHECK(camera.matrix == camera_of(panel, {}, canvas).matrix);
}

TEST_CASE("a camera goes from view to view by equal ratios, and both ends are exact") {
    const View2 wide{{-8, -6}, {8, 6}}, close{{1, 1}, {1.016, 1.012}};
    CHECK(view_between(wide, close, 0) == View(wide));
    CHECK(view_between(wide, close, 1) == View(close));
    const auto half = std::get<View2>(view_between(wide, close, 0.5));
    CHECK(half.size().x() == doctest::Approx(std::sqrt(16 * 0.016)));
    CHECK(half.size().x() / half.size().y() == doctest::Approx(4.0 / 3));
    for (double t = 0; t < 1; t += 0.05) {  // each view contains the next: nothing swings out of sight on the way in
        const auto a = std::get<View2>(view_between(wide, close, t)),
                   b = std::get<View2>(view_between(wide, close, t + 0.05));
        CHECK((b.lo - a.lo).minCoeff() > 0);
        CHECK((a.hi - b.hi).minCoeff() > 0);
    }
    const View2 beside{{3, 0}, {5, 2}}, moved{{7, 1}, {9, 3}};
    CHECK(std::get<View2>(view_between(beside, moved, 0.25)).lo == Vec2(4, 0.25));
    View3 front, back;
    front.azimuth = 3;
    back.azimuth = -3;
    back.zoom = 4;
    const auto between = std::get<View3>(view_between(front, back, 0.5));
    CHECK(std::abs(between.azimuth) > 3);
    CHECK(between.zoom == doctest::Approx(2));
    CHECK(view_between(wide, front, 0.5) == View(front));
    const Panel panel = plane_panel({{-5, -3}, {5, 3}});
    CHECK(view_of(panel, {}) == View(View2{{-5, -3}, {5, 3}}));
    CHECK(view_of(panel, {{"p", moved}}) == View(moved));
}
