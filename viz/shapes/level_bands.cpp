// Each cell is two triangles on which the function is taken as straight; a band is what lies between its levels.
// Runs of cells that lie wholly within a band become one long rectangle.
#include "viz/shapes/level_bands.h"

#include <cmath>

namespace eigenscape {
namespace {

struct Corner {
    Vec2 at;
    double value;
};
using Ring = std::vector<Corner>;

// The part of a ring where side * (value - level) >= 0.
Ring cut(const Ring& ring, double level, double side) {
    Ring kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Corner &a = ring[i], &b = ring[(i + 1) % ring.size()];
        const double over_a = side * (a.value - level), over_b = side * (b.value - level);
        if (over_a >= 0) kept.push_back(a);
        if ((over_a > 0 && over_b < 0) || (over_a < 0 && over_b > 0))
            kept.push_back({a.at + over_a / (over_a - over_b) * (b.at - a.at), level});
    }
    return kept;
}

void add(MeshData& mesh, const Ring& ring) {
    if (ring.size() < 3) return;
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    for (const Corner& corner : ring) mesh.positions.emplace_back(corner.at.x(), corner.at.y(), 0);
    for (std::uint32_t i = 1; i + 1 < ring.size(); ++i)
        mesh.indices.insert(mesh.indices.end(), {first, first + i, first + i + 1});
}

struct Cells {
    const Grid& grid;
    double lo, hi;

    Corner corner(int column, int row) const { return {grid.point(column, row), grid.at(column, row)}; }
    Ring cell(int column, int row) const {
        return {corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1)};
    }
    static bool finite(const Ring& ring) {
        for (const Corner& corner : ring)
            if (!std::isfinite(corner.value)) return false;
        return true;
    }
    bool whole(int column, int row) const {
        for (const Corner& corner : cell(column, row))
            if (!(corner.value >= lo && corner.value <= hi)) return false;
        return true;
    }
    void add_pieces(MeshData& mesh, int column, int row) const {
        const Ring all = cell(column, row);
        if (!finite(all)) return;
        for (const Ring& half : {Ring{all[0], all[1], all[2]}, Ring{all[0], all[2], all[3]}})
            add(mesh, cut(cut(half, lo, 1), hi, -1));
    }
};

}  // namespace

MeshData band_mesh(const Grid& grid, double lo, double hi) {
    MeshData mesh;
    const Cells cells{grid, lo, hi};
    for (int row = 0; row + 1 < grid.rows; ++row)
        for (int column = 0; column + 1 < grid.columns; ++column) {
            int end = column;
            while (end + 1 < grid.columns && cells.whole(end, row)) ++end;
            if (end == column) {
                cells.add_pieces(mesh, column, row);
                continue;
            }
            add(mesh, {cells.corner(column, row), cells.corner(end, row), cells.corner(end, row + 1),
                       cells.corner(column, row + 1)});
            column = end - 1;
        }
    return mesh;
}

void level_bands(Panel& panel, const Grid& grid, std::span<const LevelBand> bands) {
    for (const LevelBand& band : bands) {
        MeshData mesh = band_mesh(grid, band.lo, band.hi);
        if (!mesh.indices.empty())
            panel.mesh(std::make_shared<const MeshData>(std::move(mesh)), band.opacity, band.ink);
    }
}

}  // namespace eigenscape
