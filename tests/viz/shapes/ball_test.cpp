// The ball under a matrix: on its ellipsoid, normals square to it, finite however flat, nothing where no surface is
// left.
#include "viz/shapes/ball.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

namespace {

Panel space_of(double half) {
    Frame frame;
    Panel panel = frame.space("space", {Vec3::Constant(-half), Vec3::Constant(half)}, {0, 0, 1, 1});
    panel.proportions = {1, 1, 1};
    return panel;
}

Mat3 stretch(double x, double y, double z) { return Mat3{{x, 0, 0}, {0, y, 0}, {0, 0, z}}; }

}  // namespace

TEST_CASE("ball: every corner lies on the ellipsoid, and its normal is the ellipsoid's") {
    Panel panel = space_of(3);
    ball(panel, stretch(2, 1, 0.5));
    REQUIRE(panel.meshes.size() == 1);
    const MeshData& mesh = *panel.meshes[0].data;
    REQUIRE(mesh.positions.size() == mesh.normals.size());
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const Vec3& p = mesh.positions[i];
        const Vec3 gradient(p.x() / 4, p.y(), 4 * p.z());
        CHECK(gradient.dot(p) == doctest::Approx(1));
        CHECK(gradient.normalized().dot(mesh.normals[i]) == doctest::Approx(1));
    }
    for (const std::uint32_t i : mesh.indices) CHECK(i < mesh.positions.size());
    CHECK(mesh.indices.size() == 3 * 2 * 96 * 47);
}

TEST_CASE("ball: a flat one has normals too, but a segment, a point and what is not finite have no surface") {
    Panel panel = space_of(3);
    ball(panel, stretch(2, 1, 0));
    REQUIRE(panel.meshes.size() == 1);
    for (const Vec3& n : panel.meshes[0].data->normals) CHECK(n.allFinite());
    CHECK(panel.meshes[0].data->indices.size() == 3 * 96 * 47);  // one half: two would lie in the same place
    for (const Mat3& M : {stretch(2, 0, 0), stretch(0, 0, 0), stretch(1, 1, undefined)}) {
        Panel empty = space_of(3);
        ball(empty, M);
        CHECK(empty.meshes.empty());
    }
    Panel segment = space_of(3);
    wire_ball(segment, stretch(2, 0, 0), {});
    CHECK(segment.strokes.size() == 3);
    wire_ball(segment, stretch(1, 1, undefined), {});
    CHECK(segment.strokes.size() == 3);
}
