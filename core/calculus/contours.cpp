// Marching squares by tracing: one pass over the grid notes which edges each level crosses, then each line is followed
// from cell to cell, so that its points come out in order and every crossing is computed once. See contours.h.
#include "core/calculus/contours.h"

#include "core/calculus/levels.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace eigenscape {

namespace {

using Index = std::uint32_t;

// An edge of the grid is named by its lower or left node and its direction: 2·node for x, 2·node + 1 for y.
enum CellSide { bottom, right, top, left };

constexpr std::uint16_t cut = 0xffff;  // the bin of a node that is not finite

class Tracer {
  public:
    Tracer(const Grid& grid, std::span<const double> levels)
        : grid_(grid),
          levels_(levels),
          columns_(static_cast<Index>(grid.columns)),
          rows_(static_cast<Index>(grid.rows)),
          values_(grid.values.data()),
          starts_(levels.size()) {
        for (int column = 0; column < grid.columns; ++column) xs_.push_back(grid.point(column, 0).x());
        for (int row = 0; row < grid.rows; ++row) ys_.push_back(grid.point(0, row).y());
        sort_nodes();
        mark_walls();
        note_edges();
    }

    std::vector<Contour> trace() {
        seen_.assign(2 * bins_.size(), 0);
        for (std::size_t level = 0; level < levels_.size(); ++level) {
            stamp_ = static_cast<std::uint16_t>(level + 1);
            for (const Index edge : starts_[level])
                if (seen_[edge] != stamp_) trace_line(level, edge);
        }
        return std::move(lines_);
    }

  private:
    // bins_[node]: how many levels are not above its value.
    void sort_nodes() {
        const std::size_t count = grid_.values.size();
        bins_.assign(count, 0);
        constexpr std::size_t block = 2048;  // stays in the first-level cache while all levels pass over it
        for (std::size_t from = 0; from < count; from += block)
            for (const double level : levels_)
                for (std::size_t i = from; i < std::min(count, from + block); ++i)
                    bins_[i] = static_cast<std::uint16_t>(bins_[i] + (values_[i] >= level));
        for (std::size_t i = 0; i < count; ++i)
            if (!std::isfinite(values_[i])) bins_[i] = cut;
        is_cut_.assign(count, 0);  // of the cell whose lower left corner is the node
        for (Index i = 0; i < count; ++i)
            if (bins_[i] == cut) cut_cells_around(i);
    }

    void cut_cells_around(Index node) {
        for (const Index back : {Index(0), Index(1), columns_, columns_ + 1})
            if (node >= back) is_cut_[node - back] = 1;
    }

    // Typical difference between neighbours; a pole stands out from it by orders of magnitude.
    double median_step(Index stride) const {
        std::vector<double> sample;
        const std::size_t count = grid_.values.size(), every = sampling_stride(grid_, 997);
        for (std::size_t i = 0; i + stride < count; i += every) {
            const double step = std::abs(values_[i + stride] - values_[i]);
            if (std::isfinite(step)) sample.push_back(step);
        }
        if (sample.empty()) return 0;
        std::ranges::nth_element(sample, sample.begin() + static_cast<std::ptrdiff_t>(sample.size() / 2));
        return sample[sample.size() / 2];
    }

    // The values rise to the jump on one side and rise from it on the other while the jump itself falls, or the
    // reverse: 1/x between its branches. Steps (a cliff, floor(x)) have no slope on either side and are kept.
    bool is_wall(Index node, Index stride, Index place, Index length) const {
        const double jump = values_[node + stride] - values_[node];
        const auto against = [&](Index from) {
            const double slope = values_[from + stride] - values_[from];
            return !std::isfinite(slope) || (slope * jump < 0 && std::abs(slope) <= std::abs(jump));
        };
        const bool before = place == 0 || against(node - stride);
        const bool after = place + 2 >= length || against(node + stride);
        return before && after && (place > 0 || place + 2 < length);
    }

    void mark_walls() {
        const double steep_x = 16 * median_step(1), steep_y = 16 * median_step(columns_);
        for (Index row = 0, node = 0; row < rows_; ++row)
            for (Index column = 0; column < columns_; ++column, ++node) {
                if (column + 1 < columns_ && bins_[node] != bins_[node + 1] &&
                    std::abs(values_[node + 1] - values_[node]) > steep_x && is_wall(node, 1, column, columns_))
                    cut_cell(node), row > 0 ? cut_cell(node - columns_) : void();
                if (row + 1 < rows_ && bins_[node] != bins_[node + columns_] &&
                    std::abs(values_[node + columns_] - values_[node]) > steep_y && is_wall(node, columns_, row, rows_))
                    cut_cell(node), column > 0 ? cut_cell(node - 1) : void();
            }
    }
    void cut_cell(Index node) { is_cut_[node] = 1; }

    bool has_cell(Index column, Index row) const {
        return column + 1 < columns_ && row + 1 < rows_ && !is_cut_[row * columns_ + column];
    }

    // Every line crosses an x-edge, unless it stays within one row of cells: such a line ends on a y-edge with no cell
    // on one side, so those y-edges are starts too. They come first: a line begun at its end needs no joining.
    void note_edges() {
        for (Index row = 0, node = 0; row < rows_; ++row)
            for (Index column = 0; column < columns_; ++column, ++node) {
                if (row + 1 < rows_ && bins_[node] != bins_[node + columns_]) {
                    const bool before = column > 0 && has_cell(column - 1, row), after = has_cell(column, row);
                    if (before != after) note(node, node + columns_, 2 * node + 1);
                }
                if (column + 1 < columns_ && bins_[node] != bins_[node + 1]) {
                    const bool below = row > 0 && has_cell(column, row - 1), above = has_cell(column, row);
                    if (below || above) note(node, node + 1, 2 * node);
                }
            }
    }
    void note(Index a, Index b, Index edge) {
        const auto [lo, hi] = std::minmax(bins_[a], bins_[b]);
        if (hi == cut) return;
        for (std::uint16_t level = lo; level < hi; ++level) starts_[level].push_back(edge);
    }

    Vec2 crossing(Index edge, double level) const {
        const Index node = edge / 2, next = node + (edge & 1 ? columns_ : 1);
        const double a = values_[node], b = values_[next];
        const double t = (level / 2 - a / 2) / (b / 2 - a / 2);  // halved: b − a may overflow
        const Index column = node % columns_, row = node / columns_;
        if (edge & 1) return {xs_[column], ys_[row] + t * (ys_[row + 1] - ys_[row])};
        return {xs_[column] + t * (xs_[column + 1] - xs_[column]), ys_[row]};
    }

    struct Visit {
        Index cell;
        CellSide entry;
    };

    static Index edge_of(Index cell, CellSide side, Index columns) {
        switch (side) {
            case bottom: return 2 * cell;
            case left: return 2 * cell + 1;
            case top: return 2 * (cell + columns);
            case right: break;
        }
        return 2 * (cell + 1) + 1;
    }

    // Corners above the level as bits: 00 → 1, 10 → 2, 11 → 4, 01 → 8 (anticlockwise).
    unsigned corners(Index cell, std::size_t level) const {
        const auto above = [&](Index node) { return unsigned(bins_[node] > level); };
        return above(cell) | above(cell + 1) << 1 | above(cell + columns_ + 1) << 2 | above(cell + columns_) << 3;
    }

    // Where the line that enters by one side leaves the cell.
    CellSide leave(Index cell, CellSide entry, std::size_t level) const {
        const unsigned above = corners(cell, level);
        if (above == 5 || above == 10) {
            // Does the bilinear surface's saddle join the two high corners, or the two low ones?
            const double a = values_[cell], b = values_[cell + 1], c = values_[cell + columns_ + 1],
                         d = values_[cell + columns_];
            const double middle = (a * c - b * d) / (a + c - b - d);
            const bool high_joined = middle >= levels_[level];
            // Lines cut off corners 10 and 01 (pair bottom–right, top–left) or corners 00 and 11 (bottom–left,
            // top–right).
            const bool around_10 = (above == 5) == high_joined;
            static constexpr CellSide pair_10[] = {right, bottom, left, top}, pair_00[] = {left, top, right, bottom};
            return around_10 ? pair_10[entry] : pair_00[entry];
        }
        const unsigned sides = ((above ^ above >> 1) & 7) | (((above >> 3) ^ above) & 1)
                                                                << 3;  // sides that are crossed
        const unsigned other = sides & ~(1u << entry);
        return other & 1 ? bottom : other & 2 ? right : other & 4 ? top : left;
    }

    // Follows the line through cells, from an edge that is already among the points, until it ends or returns.
    bool follow(std::size_t level, Index first_edge, Visit visit, Points& points) {
        for (;;) {
            if (visit.cell / columns_ + 1 >= rows_ || visit.cell % columns_ + 1 >= columns_ || is_cut_[visit.cell])
                return false;
            const CellSide exit = leave(visit.cell, visit.entry, level);
            const Index edge = edge_of(visit.cell, exit, columns_);
            if (edge == first_edge) return true;
            seen_[edge] = stamp_;
            add(points, crossing(edge, levels_[level]));
            const Index column = visit.cell % columns_;
            if ((exit == left && column == 0) || (exit == bottom && visit.cell < columns_)) return false;
            static constexpr CellSide opposite[] = {top, left, bottom, right};
            const Index cell = exit == bottom  ? visit.cell - columns_
                               : exit == top   ? visit.cell + columns_
                               : exit == right ? visit.cell + 1
                                               : visit.cell - 1;
            visit = {cell, opposite[exit]};
        }
    }

    // A level through a node gives the same point on several edges.
    static void add(Points& points, const Vec2& point) {
        if (points.empty() || points.back() != point) points.push_back(point);
    }

    // The two cells beside an edge: the one where the line continues with the high side on its left, and the other.
    void trace_line(std::size_t level, Index edge) {
        seen_[edge] = stamp_;
        const Index node = edge / 2, column = node % columns_, row = node / columns_;
        const bool along_y = edge & 1;
        const bool first_high = bins_[node] > level;  // the left or lower end of the edge
        // Crossing an x-edge upwards has its left end on the left; crossing a y-edge to the right has its upper end
        // there.
        const bool onwards = along_y ? !first_high : first_high;
        const Visit up{node, along_y ? left : bottom};
        const Visit down{along_y ? node - 1 : node - columns_, along_y ? right : top};
        const bool has_down = along_y ? column > 0 : row > 0;
        Contour line{levels_[level], false, {}};
        add(line.points, crossing(edge, levels_[level]));
        const auto go = [&](bool upwards) {
            return (upwards || has_down) && follow(level, edge, upwards ? up : down, line.points);
        };
        line.closed = go(onwards);
        if (!line.closed) {
            std::ranges::reverse(line.points);
            go(!onwards);
            std::ranges::reverse(line.points);
        }
        if (line.closed && line.points.size() > 1 && line.points.front() == line.points.back()) line.points.pop_back();
        if (line.points.size() > 1) lines_.push_back(std::move(line));
    }

    const Grid& grid_;
    std::span<const double> levels_;
    Index columns_, rows_;
    const double* values_;
    std::vector<std::vector<Index>> starts_;
    std::vector<double> xs_, ys_;
    std::vector<std::uint16_t> bins_, seen_;
    std::vector<std::uint8_t> is_cut_;
    std::uint16_t stamp_ = 0;
    std::vector<Contour> lines_;
};

}  // namespace

std::vector<Contour> contours(const Grid& grid, std::span<const double> levels) {
    if (grid.columns < 2 || grid.rows < 2) return {};
    return Tracer(grid, levels).trace();
}

void refine(std::vector<Contour>& contours, const ScalarField& f, double reach) {
    for (auto& contour : contours)
        for (Vec2& point : contour.points) {
            Vec2 at = point;
            for (int step = 0; step < 3; ++step) {
                const Vec2 g = f.gradient(at);
                const Vec2 move = (contour.level - f(at)) / g.squaredNorm() * g;
                if (!move.allFinite()) break;
                at += move;
            }
            if ((at - point).norm() <= reach) point = at;
        }
}

}  // namespace eigenscape
