// A sheet cut at its box: what is left lies in the box and in the plane, and what misses the box draws nothing.
#include "viz/shapes/sheet.h"

#include <doctest/doctest.h>

using namespace eigenscape;

namespace {

const Box3 cube{{-1, -1, -1}, {1, 1, 1}};

std::vector<Vec3> square(const Vec3& middle, const Vec3& u, const Vec3& v) {
    return {middle + u + v, middle - u + v, middle - u - v, middle + u - v};
}

}  // namespace

TEST_CASE("sheet: a level square is cut to the box's own corners") {
    const std::vector<Vec3> ring = ring_in_box(square({0.3, 0, 0.25}, {7, 0, 0}, {0, 9, 0}), cube);
    REQUIRE(ring.size() == 4);
    for (const Vec3& p : ring) CHECK((p.cwiseAbs() - Vec3(1, 1, 0.25)).norm() == 0);
}

TEST_CASE("sheet: the plane through the middle across the diagonal cuts a cube in a hexagon") {
    const std::vector<Vec3> ring = ring_in_box(square({0, 0, 0}, {5, -5, 0}, {4, 4, -8}), cube);
    REQUIRE(ring.size() == 6);
    for (const Vec3& p : ring) {
        CHECK(p.cwiseAbs().maxCoeff() == doctest::Approx(1));
        CHECK(p.sum() == doctest::Approx(0));
    }
}

TEST_CASE("sheet: one within the box stays as it is, one outside draws nothing") {
    const std::vector<Vec3> inside = square({0, 0, 0}, {0.5, 0, 0.1}, {0, 0.5, 0});
    CHECK(ring_in_box(inside, cube) == inside);
    CHECK(ring_in_box(square({0, 0, 3}, {1, 0, 0}, {0, 1, 0}), cube).size() < 3);
    Frame frame;
    Panel& space = frame.space("s", cube, {0, 0, 1, 1});
    sheet(space, ring_in_box(square({0, 0, 3}, {1, 0, 0}, {0, 1, 0}), cube), Ink::sheet, 0.5, 2);
    CHECK(space.meshes.empty());
    CHECK(space.strokes.empty());
    sheet(space, inside, Ink::sheet, 0.5, 2);
    REQUIRE(space.meshes.size() == 1);
    CHECK(space.meshes[0].data->indices.size() == 6);
    REQUIRE(space.strokes.size() == 1);
    CHECK(space.strokes[0].closed);
}
