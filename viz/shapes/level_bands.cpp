// Each cell is two triangles on which the function is taken as straight; a band is what lies between its levels.
// Neighbouring pieces share their corners, so that the band has an outline and no seams.
#include "viz/shapes/level_bands.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace eigenscape {
namespace {

// Collects the pieces of one band. A corner of a piece is a node of the grid, or the place where an edge between two
// nodes crosses a level; each is kept once, found again by node, edge and level.
class Band {
  public:
    Band(const Grid& grid, double lo, double hi) : grid_(grid), levels_{lo, hi}, known_(7 * grid.values.size(), none) {}

    // What lies between the levels of the triangle of three nodes; a node's number is its place among the samples.
    void add(const std::array<std::size_t, 3>& nodes) {
        std::array<std::uint32_t, 9> ring{};
        std::size_t count = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            const std::size_t a = nodes[i], b = nodes[(i + 1) % 3];
            const double at_a = grid_.values[a], at_b = grid_.values[b];
            if (at_a >= levels_[0] && at_a <= levels_[1]) ring[count++] = corner(7 * a, [&] { return place(a); });
            for (const std::size_t level :
                 at_a < at_b ? std::array<std::size_t, 2>{0, 1} : std::array<std::size_t, 2>{1, 0})
                if (std::min(at_a, at_b) < levels_[level] && levels_[level] < std::max(at_a, at_b))
                    ring[count++] = crossing(std::min(a, b), std::max(a, b), level);
        }
        for (std::size_t i = 1; i + 1 < count; ++i)
            mesh.indices.insert(mesh.indices.end(), {ring[0], ring[i], ring[i + 1]});
    }
    MeshData mesh;

  private:
    static constexpr std::uint32_t none = 0xffffffff;

    Vec2 place(std::size_t node) const {
        const auto columns = static_cast<std::size_t>(grid_.columns);
        return grid_.point(static_cast<int>(node % columns), static_cast<int>(node / columns));
    }
    std::uint32_t crossing(std::size_t first, std::size_t second, std::size_t level) {
        const auto columns = static_cast<std::size_t>(grid_.columns);
        const std::size_t way = second - first, edge = way == 1 ? 0 : way == columns ? 1 : 2;  // along, up, across
        return corner(7 * first + 1 + 2 * edge + level, [&] {
            const double from = grid_.values[first], to = grid_.values[second];
            return Vec2(place(first) + (levels_[level] - from) / (to - from) * (place(second) - place(first)));
        });
    }
    template <class Place>
    std::uint32_t corner(std::size_t slot, const Place& where) {
        if (known_[slot] == none) {
            known_[slot] = static_cast<std::uint32_t>(mesh.positions.size());
            const Vec2 at = where();
            mesh.positions.emplace_back(at.x(), at.y(), 0);
        }
        return known_[slot];
    }
    const Grid& grid_;
    std::array<double, 2> levels_;
    std::vector<std::uint32_t>
        known_;  // for each node: itself, and both levels on the edges along, up and across from it
};

}  // namespace

MeshData band_mesh(const Grid& grid, double lo, double hi) {
    Band band(grid, lo, hi);
    for (int row = 0; row + 1 < grid.rows; ++row)
        for (int column = 0; column + 1 < grid.columns; ++column) {
            const double values[] = {grid.at(column, row), grid.at(column + 1, row), grid.at(column + 1, row + 1),
                                     grid.at(column, row + 1)};
            if (!std::ranges::all_of(values, [](double value) { return std::isfinite(value); })) continue;
            const auto [least, most] = std::ranges::minmax(values);
            if (least >= hi || most < lo) continue;  // in other bands; a level belongs to the one above it
            const auto at = static_cast<std::size_t>(row * grid.columns + column);
            const auto above = at + static_cast<std::size_t>(grid.columns);
            band.add({at, at + 1, above + 1});
            band.add({at, above + 1, above});
        }
    return std::move(band.mesh);
}

void level_bands(Panel& panel, const Grid& grid, std::span<const LevelBand> bands) {
    for (const LevelBand& band : bands) {
        MeshData mesh = band_mesh(grid, band.lo, band.hi);
        if (!mesh.indices.empty())
            panel.mesh(std::make_shared<const MeshData>(std::move(mesh)), band.opacity, band.ink);
    }
}

}  // namespace eigenscape
