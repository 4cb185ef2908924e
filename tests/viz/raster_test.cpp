// The small rasteriser against geometry worked out by hand: coverage, depth, order, blending, colour.
#include "viz/raster.h"

#include "viz/light.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

namespace {

const Vec2 small_canvas(400, 300);

std::shared_ptr<const MeshData> rectangle(const Vec3& a, const Vec3& b, const Vec3& c, const Vec3& d) {
    MeshData mesh;
    mesh.positions = {a, b, c, d};
    mesh.indices = {0, 1, 2, 0, 2, 3};
    return std::make_shared<const MeshData>(mesh);
}

bool near(const std::uint8_t* pixel, const Color& color, int tolerance = 1) {
    const float parts[] = {color.r, color.g, color.b};
    for (int i = 0; i < 3; ++i)
        if (std::abs(pixel[i] - parts[i] * 255) > tolerance) return false;
    return true;
}

}  // namespace

TEST_CASE("a flat rectangle covers exactly its pixels, with half-covered edges") {
    Frame frame({small_canvas, {}});
    Panel& panel = frame.plane("p", {{0, 0}, {4, 3}});
    panel.mesh(rectangle({1, 1, 0}, {3, 1, 0}, {3, 2, 0}, {1, 2, 0}), 1, Ink::special);
    const Camera camera = camera_of(panel, {}, small_canvas);
    const Raster raster = rasterise(panel, camera, default_theme(), 1);
    REQUIRE(raster.image.width == 400);
    double covered = 0;
    for (int y = 0; y < 300; ++y)
        for (int x = 0; x < 400; ++x) covered += raster.image.pixel(x, y)[3] / 255.0;
    CHECK(covered == doctest::Approx(200 * 100));
    CHECK(near(raster.image.pixel(200, 150), default_theme()[Ink::special]));
    CHECK(raster.image.pixel(200, 150)[3] == 255);
    CHECK(raster.image.pixel(50, 50)[3] == 0);
}

TEST_CASE("values are coloured by the ramp, linearly across a triangle") {
    Frame frame({small_canvas, {}});
    Panel& panel = frame.plane("p", {{0, 0}, {4, 3}});
    MeshData mesh = *rectangle({0, 0, 0}, {4, 0, 0}, {4, 3, 0}, {0, 3, 0});
    mesh.values = {0, 1, 1, 0};
    panel.mesh(std::make_shared<const MeshData>(mesh));
    const Raster raster = rasterise(panel, camera_of(panel, {}, small_canvas), default_theme(), 1);
    for (const int x : {20, 130, 310})
        CHECK(near(raster.image.pixel(x, 150), ramp_at(default_theme(), (x + 0.5) / 400), 2));
}

TEST_CASE("the nearer surface hides the farther one, whatever their order") {
    for (const bool near_first : {true, false}) {
        Frame frame({small_canvas, {}});
        Panel& panel = frame.space("s", {{-1, -1, -1}, {1, 1, 1}}, {0, 0, 1, 1}, View3{0, pi / 2, 1, {0, 0}});
        const auto low = rectangle({-1, -1, -0.5}, {1, -1, -0.5}, {1, 1, -0.5}, {-1, 1, -0.5});
        const auto high = rectangle({-1, -1, 0.5}, {1, -1, 0.5}, {1, 1, 0.5}, {-1, 1, 0.5});
        panel.mesh(near_first ? high : low, 1, near_first ? Ink::first : Ink::second);
        panel.mesh(near_first ? low : high, 1, near_first ? Ink::second : Ink::first);
        const Camera camera = camera_of(panel, {}, small_canvas);
        const Raster raster = rasterise(panel, camera, default_theme(), 1);
        CHECK(near(raster.image.pixel(200, 150), default_theme()[Ink::first]));
        // What lies on the upper surface or above it is seen, what lies below is not.
        CHECK(raster.depths.seen(camera, {0, 0, 0.9}) == 1);
        CHECK(raster.depths.seen(camera, {0, 0, 0.5}) == 1);
        CHECK(raster.depths.seen(camera, {0, 0, 0.2}) == 0);
    }
}

TEST_CASE("a translucent sheet lets its share through and dims what is behind it") {
    Frame frame({small_canvas, {}});
    Panel& panel = frame.space("s", {{-1, -1, -1}, {1, 1, 1}}, {0, 0, 1, 1}, View3{0, pi / 2, 1, {0, 0}});
    panel.mesh(rectangle({-1, -1, 0.5}, {1, -1, 0.5}, {1, 1, 0.5}, {-1, 1, 0.5}), 0.25, Ink::first);
    panel.mesh(rectangle({-1, -1, -0.5}, {1, -1, -0.5}, {1, 1, -0.5}, {-1, 1, -0.5}), 1, Ink::second);
    const Camera camera = camera_of(panel, {}, small_canvas);
    const Raster raster = rasterise(panel, camera, default_theme(), 1);
    const Color expected = mixed(default_theme()[Ink::second], default_theme()[Ink::first], 0.25);
    CHECK(near(raster.image.pixel(200, 150), expected));
    CHECK(raster.depths.seen(camera, {0, 0, 0}) == doctest::Approx(0.75));
    CHECK(raster.depths.seen(camera, {0, 0, 0.9}) == 1);
}

TEST_CASE("lit faces follow the light's formula, on both sides alike") {
    Frame frame({small_canvas, {}});
    Panel& panel = frame.space("s", {{-1, -1, -1}, {1, 1, 1}}, {0, 0, 1, 1});
    MeshData mesh = *rectangle({-1, -1, 0}, {1, -1, 0}, {1, 1, 0}, {-1, 1, 0});
    const Camera camera = camera_of(panel, {}, small_canvas);
    const Color expected = lit(default_theme()[Ink::sheet], {0, 0, 1}, light_of(camera), camera.eye);
    for (const double side : {1.0, -1.0}) {
        mesh.normals.assign(4, Vec3(0, 0, side));
        panel.meshes.clear();
        panel.mesh(std::make_shared<const MeshData>(mesh));
        const Raster raster = rasterise(panel, camera, default_theme(), 1);
        CHECK(near(raster.image.pixel(200, 150), expected));
    }
}

TEST_CASE("a panel without surfaces has no picture, and odd sizes are harmless") {
    Frame frame({small_canvas, {}});
    Panel& panel = frame.plane("p", {{0, 0}, {4, 3}});
    CHECK(rasterise(panel, camera_of(panel, {}, small_canvas), default_theme(), 1).image.width == 0);
    MeshData mesh = *rectangle({1, 1, 0}, {1, 1, 0}, {undefined, 2, 0}, {1, 1, 0});
    panel.mesh(std::make_shared<const MeshData>(mesh));
    for (const Vec2& size : {Vec2(0, 0), Vec2(1, 1), Vec2(3, 700)})
        CHECK(rasterise(panel, camera_of(panel, {}, size), default_theme(), 1).image.width == 0);
}
