// Each cell is two triangles on which the function is taken as straight; a band is what lies between its levels.
// Neighbouring pieces share their corners, so that the band has an outline and no seams.
#include "viz/shapes/level_bands.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace eigenscape {
namespace {

struct Corner {
    Vec2 at;
    double value;
    std::ptrdiff_t node = -1;  // of the grid, row by row; -1: a cut between nodes
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
            kept.push_back({a.at + over_a / (over_a - over_b) * (b.at - a.at), level, -1});
    }
    return kept;
}

// Collects pieces; corners at one place, but for rounding, are one. Most corners are nodes, which need no search.
class Joined {
  public:
    explicit Joined(const Grid& grid)
        : origin_(grid.box.lo),
          step_(1.0 / parts_a_cell * grid.box.size().cwiseQuotient(Vec2(grid.columns - 1, grid.rows - 1))),
          columns_(grid.columns),
          nodes_(grid.values.size(), none) {}
    void add(const Ring& ring) {
        std::vector<std::uint32_t> at;
        for (const Corner& corner : ring)
            if (const std::uint32_t one = index(corner); at.empty() || (one != at.back() && one != at.front()))
                at.push_back(one);
        for (std::size_t i = 1; i + 1 < at.size(); ++i)
            mesh.indices.insert(mesh.indices.end(), {at[0], at[i], at[i + 1]});
    }
    MeshData mesh;

  private:
    static constexpr long long parts_a_cell = 1'000'000;
    static constexpr std::uint32_t none = 0xffffffff;

    std::uint32_t added(const Vec2& at) {
        mesh.positions.emplace_back(at.x(), at.y(), 0);
        return static_cast<std::uint32_t>(mesh.positions.size() - 1);
    }
    std::uint32_t index(const Corner& corner) {
        if (corner.node >= 0) return of_node(corner.node, corner.at);
        const Vec2 steps = (corner.at - origin_).cwiseQuotient(step_);
        const std::pair key(std::llround(steps.x()), std::llround(steps.y()));
        if (key.first % parts_a_cell == 0 && key.second % parts_a_cell == 0)  // a cut in a node, but for rounding
            return of_node(key.second / parts_a_cell * columns_ + key.first / parts_a_cell, corner.at);
        const auto [found, fresh] = cuts_.try_emplace(key, none);
        if (fresh) found->second = added(corner.at);
        return found->second;
    }
    std::uint32_t of_node(std::ptrdiff_t node, const Vec2& at) {
        std::uint32_t& known = nodes_[static_cast<std::size_t>(node)];
        if (known == none) known = added(at);
        return known;
    }
    Vec2 origin_, step_;
    std::ptrdiff_t columns_;
    std::vector<std::uint32_t> nodes_;
    std::map<std::pair<long long, long long>, std::uint32_t> cuts_;
};

struct Cells {
    const Grid& grid;
    double lo, hi;

    Corner corner(int column, int row) const {
        return {grid.point(column, row), grid.at(column, row), std::ptrdiff_t{row} * grid.columns + column};
    }
    Ring cell(int column, int row) const {
        return {corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1)};
    }
    static bool finite(const Ring& ring) {
        for (const Corner& corner : ring)
            if (!std::isfinite(corner.value)) return false;
        return true;
    }
    void add_pieces(Joined& joined, int column, int row) const {
        const double values[] = {grid.at(column, row), grid.at(column + 1, row), grid.at(column + 1, row + 1),
                                 grid.at(column, row + 1)};
        const auto [least, most] = std::minmax_element(std::begin(values), std::end(values));
        if (*least >= hi || *most < lo) return;  // most cells lie in other bands; a level belongs to the one above it
        const Ring all = cell(column, row);
        if (!finite(all)) return;
        const bool whole = *least >= lo && *most <= hi;
        for (const Ring& half : {Ring{all[0], all[1], all[2]}, Ring{all[0], all[2], all[3]}})
            joined.add(whole ? half : cut(cut(half, lo, 1), hi, -1));
    }
};

}  // namespace

MeshData band_mesh(const Grid& grid, double lo, double hi) {
    Joined joined(grid);
    const Cells cells{grid, lo, hi};
    for (int row = 0; row + 1 < grid.rows; ++row)
        for (int column = 0; column + 1 < grid.columns; ++column) cells.add_pieces(joined, column, row);
    return std::move(joined.mesh);
}

void level_bands(Panel& panel, const Grid& grid, std::span<const LevelBand> bands) {
    for (const LevelBand& band : bands) {
        MeshData mesh = band_mesh(grid, band.lo, band.hi);
        if (!mesh.indices.empty())
            panel.mesh(std::make_shared<const MeshData>(std::move(mesh)), band.opacity, band.ink);
    }
}

}  // namespace eigenscape
