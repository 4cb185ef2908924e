// Surfaces as shared meshes; see surface.h. The meshes themselves are made in surface_mesh.cpp.
// A mesh is remembered by the bits of its samples, so that an unchanged surface costs one comparison.
#include "viz/shapes/surface.h"

#include "core/memo.h"
#include "viz/shapes/clip.h"

#include <cstring>

namespace eigenscape {
namespace {

struct Bits {
    std::vector<double> values;
    // Not ==: a NaN equals itself here, and zeros of different sign differ.
    bool operator==(const Bits& other) const {
        return values.size() == other.values.size() &&
               std::memcmp(values.data(), other.values.data(), values.size() * sizeof(double)) == 0;
    }
};

struct MeshKey {
    Bits bits;
    int columns;
    Box2 over;
    ShownBox shown;
    Relief relief;
    std::shared_ptr<const ScalarField> field;
    bool flat;
    bool operator==(const MeshKey&) const = default;
};

std::shared_ptr<const MeshData> remembered(const MeshKey& key, const std::function<MeshData()>& compute) {
    static Memo<MeshKey, MeshData> memo(12);
    return memo(key, compute);
}

MeshData flattened(MeshData mesh) {
    for (Vec3& p : mesh.positions) p.z() = 0;
    mesh.normals.clear();
    return mesh;
}

// The samples of a sheet, 33 a side; smooth sheets need no more.
Grid sampled(const std::function<double(const Vec2&)>& g, const Box2& patch) {
    constexpr int side = 33;
    Grid grid{patch, side, side, {}};
    grid.values.reserve(side * side);
    for (int row = 0; row < side; ++row)
        for (int column = 0; column < side; ++column)
            grid.values.push_back(g(patch.lo + patch.size().cwiseProduct(Vec2(column, row)) / (side - 1)));
    return grid;
}

// The sheet's border, where it is inside the box and above the layer over the floor.
void border(Panel& panel, const Grid& grid, const Relief& relief, const Pen& pen) {
    Box3 box = panel.box;
    box.lo.z() = std::clamp(lowest_drawn(relief), box.lo.z(), box.hi.z());
    std::vector<Vec3> ring;
    const int last = grid.columns - 1;
    const auto add = [&](int column, int row) {
        const Vec2 p = grid.box.lo + grid.box.size().cwiseProduct(Vec2(column, row)) / last;
        ring.push_back(relief.lift(p, grid.at(column, row)));
    };
    for (int i = 0; i < last; ++i) add(i, 0);
    for (int i = 0; i < last; ++i) add(last, i);
    for (int i = last; i > 0; --i) add(i, last);
    for (int i = last; i >= 0; --i) add(0, i);
    for (const auto& run : clipped(std::span<const Vec3>(ring), box)) panel.stroke(std::span<const Vec3>(run), pen);
}

}  // namespace

void surface(Panel& panel, const Grid& grid, const Relief& relief, const std::shared_ptr<const ScalarField>& field,
             double opacity) {
    const ShownBox shown{panel.box, panel.proportions};
    const MeshKey key{{grid.values}, grid.columns, grid.box, shown, relief, field, false};
    panel.mesh(remembered(key, [&] { return surface_mesh(grid, shown, relief, field.get()); }), opacity);
}

void filled_map(Panel& panel, const Grid& grid, const HeightScale& scale,
                const std::shared_ptr<const ScalarField>& field) {
    ShownBox everything;
    everything.box = {{grid.box.lo.x(), grid.box.lo.y(), -infinity}, {grid.box.hi.x(), grid.box.hi.y(), infinity}};
    const Relief relief{scale, scale.logarithmic};  // heights are not shown, but colours come of them most cheaply
    const MeshKey key{{grid.values}, grid.columns, grid.box, everything, relief, field, true};
    panel.mesh(remembered(key, [&] { return flattened(surface_mesh(grid, everything, relief, field.get())); }));
}

void sheet(Panel& panel, const Box2& patch, const std::function<double(const Vec2&)>& g, const Relief& relief, Ink ink,
           double opacity) {
    const Box2 inside{patch.lo.cwiseMax(panel.box.lo.head<2>()), patch.hi.cwiseMin(panel.box.hi.head<2>())};
    if (!((inside.size().array() > 0).all())) return;
    const Grid grid = sampled(g, inside);
    MeshData mesh = surface_mesh(grid, {panel.box, panel.proportions}, relief, nullptr);
    mesh.values.clear();
    if (mesh.indices.empty()) return;
    panel.mesh(std::make_shared<const MeshData>(std::move(mesh)), opacity, ink);
    border(panel, grid, relief, {.ink = ink, .width_points = 1.4, .opacity = 0.8, .depth = Depth::see_through});
}

}  // namespace eigenscape
