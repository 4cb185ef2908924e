// Sutherland and Hodgman's cut, one side of the box after another; the rest is a fan of triangles.
#include "viz/shapes/sheet.h"

namespace eigenscape {
namespace {

// What lies below (side 1) or above (side -1) the level along one axis.
std::vector<Vec3> cut(const std::vector<Vec3>& ring, int axis, double side, double level) {
    std::vector<Vec3> kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec3 &a = ring[i], &b = ring[(i + 1) % ring.size()];
        const double over_a = side * (a[axis] - level), over_b = side * (b[axis] - level);
        if (over_a <= 0) kept.push_back(a);
        if ((over_a < 0 && over_b > 0) || (over_a > 0 && over_b < 0)) {
            kept.push_back(a + over_a / (over_a - over_b) * (b - a));
            kept.back()[axis] = level;
        }
    }
    return kept;
}

}  // namespace

std::vector<Vec3> ring_in_box(std::vector<Vec3> ring, const Box3& box) {
    for (int axis = 0; axis < 3; ++axis) ring = cut(cut(ring, axis, 1, box.hi[axis]), axis, -1, box.lo[axis]);
    return ring;
}

void sheet(Panel& space, const std::vector<Vec3>& ring, Ink ink, double opacity, double outline_points) {
    if (ring.size() < 3) return;
    MeshData mesh;
    mesh.positions = ring;
    for (std::uint32_t i = 1; i + 1 < ring.size(); ++i) mesh.indices.insert(mesh.indices.end(), {0, i, i + 1});
    space.mesh(std::make_shared<const MeshData>(std::move(mesh)), opacity, ink);
    space.stroke(std::span<const Vec3>(ring), {.ink = ink, .width_points = outline_points, .depth = Depth::see_through})
        .closed = true;
}

}  // namespace eigenscape
