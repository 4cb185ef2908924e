// Looks over a grid of gradients for cells that may hold a critical point, and counts the turns round the edge.
// See critical_search.h; the index of a vector field along a closed curve is the sum of the indices inside.
#include "core/optimize/critical_search.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenscape::search {

namespace {

using Gradients = ScalarField::WithGradient;

Vec2 gradient(const Gradients& g, int column, int row) { return {g.dx.at(column, row), g.dy.at(column, row)}; }

struct Cell {
    std::array<Vec2, 4> g;  // corners 00, 10, 01, 11
    Vec2 center, size;

    bool changes_sign() const {
        const Vec2 lo = g[0].cwiseMin(g[1]).cwiseMin(g[2].cwiseMin(g[3]));
        const Vec2 hi = g[0].cwiseMax(g[1]).cwiseMax(g[2].cwiseMax(g[3]));
        return lo.x() <= 0 && lo.y() <= 0 && hi.x() >= 0 && hi.y() >= 0;  // false for NaN
    }
    bool is_flat() const {
        return std::ranges::all_of(g, [](const Vec2& v) { return v.isZero(0); });
    }
    double turn() const { return g[3].sum() - g[0].sum() + (g[1].x() - g[1].y()) + (g[2].y() - g[2].x()); }
    // Root of the plane through the four corners, in cells from the centre; zero when the plane has no single root.
    Vec2 root() const {
        const Vec2 mean = (g[0] + g[1] + g[2] + g[3]) / 4;
        const Vec2 along_x = (g[1] + g[3] - g[0] - g[2]) / 2, along_y = (g[2] + g[3] - g[0] - g[1]) / 2;
        const double det = along_x.x() * along_y.y() - along_x.y() * along_y.x();
        if (std::abs(det) <= 1e-9 * along_x.norm() * along_y.norm() || det == 0) return Vec2::Zero();
        return {(-mean.x() * along_y.y() + mean.y() * along_y.x()) / det,
                (-along_x.x() * mean.y() + along_x.y() * mean.x()) / det};
    }
};

constexpr double root_margin =
    1.6;  // how far outside its cell a linear root may lie and still be tried, from the centre

void look_at_cell(const Cell& cell, Survey& found) {
    if (!cell.changes_sign()) return;
    if (cell.is_flat()) {
        if (found.flat.size() < 64) found.flat.push_back(cell.center);
        return;
    }
    const Vec2 root = cell.root();
    if (root.cwiseAbs().maxCoeff() > root_margin) return;
    found.candidates.push_back({cell.center + root.cwiseProduct(cell.size), cell.turn(), true});
}

// Catches roots where a part of ∇f touches zero without changing sign, as at x³ + y².
void look_at_least(const Gradients& g, const std::vector<double>& length, int column, int row, Survey& found) {
    const int columns = g.dx.columns;
    const std::size_t here = static_cast<std::size_t>(row) * columns + column;
    const double own = length[here];
    if (!(own < infinity)) return;
    bool least = false;
    for (const int step : {1, columns - 1, columns, columns + 1})
        for (const double other : {length[here + step], length[here - step]}) {
            if (own > other) return;
            least |= own < other;
        }
    if (least) found.candidates.push_back({g.dx.point(column, row)});
}

// A node where f has a value, the least or greatest among its neighbours, but no gradient: perhaps a kink.
void look_at_kink(const Gradients& g, int column, int row, Survey& found) {
    const int columns = g.dx.columns;
    const std::size_t here = static_cast<std::size_t>(row) * columns + column;
    const double own = g.value.values[here];
    int higher = 0, lower = 0;
    for (const int step : {1, columns - 1, columns, columns + 1})
        for (const double other : {g.value.values[here + step], g.value.values[here - step]}) {
            higher += other > own;
            lower += other < own;
        }
    if (higher == 8 || lower == 8) found.candidates.push_back({g.value.point(column, row), higher ? 1.0 : -1.0, true});
}

double angle_between(const Vec2& a, const Vec2& b) { return std::atan2(a.x() * b.y() - a.y() * b.x(), a.dot(b)); }

Points gradients_on_edge(const Gradients& g) {
    const int columns = g.dx.columns, rows = g.dx.rows;
    Points edge;
    for (int c = 0; c < columns - 1; ++c) edge.push_back(gradient(g, c, 0));
    for (int r = 0; r < rows - 1; ++r) edge.push_back(gradient(g, columns - 1, r));
    for (int c = columns - 1; c > 0; --c) edge.push_back(gradient(g, c, rows - 1));
    for (int r = rows - 1; r > 0; --r) edge.push_back(gradient(g, 0, r));
    return edge;
}

// Sets the index unless ∇f is undefined, zero or jumps on the edge. A pole makes a few jumps however fine the grid; a
// function that wiggles faster than the grid turns by any angle from node to node, by more than 2 in a third of them.
void tell_index(const Points& edge, Survey& found) {
    constexpr double most = 2;  // radians; beyond it there is no telling which way it turned
    double turned = 0;
    std::size_t jumps = 0;
    bool told = true;
    for (std::size_t i = 0; i < edge.size(); ++i) {
        const Vec2 &a = edge[i], &b = edge[(i + 1) % edge.size()];
        told = told && a.allFinite() && !a.isZero(0);
        const double angle = angle_between(a.normalized(), b.normalized());
        jumps += std::abs(angle) >= most;
        turned += angle;
    }
    found.too_coarse = jumps > edge.size() / 10;
    if (told && jumps == 0) found.index = static_cast<int>(std::lround(turned / (2 * pi)));
}

// Samples that are equally spaced can make a fast function look like a slow one. The exact Hessian tells: where f is
// tame, ∇f changes little within a cell.
bool wiggles_within_cells(const ScalarField& f, const Box2& box, const Vec2& cell) {
    constexpr int looks = 8;  // along each side
    int wild = 0;
    for (int i = 0; i < looks * looks; ++i) {
        const int column = i % looks, row = i / looks;
        const Vec2 at = box.lo + box.size().cwiseProduct(Vec2(column + 0.37, row + 0.61) / looks);
        wild += (f.hessian(at) * cell.asDiagonal()).norm() > 8 * f.gradient(at).norm();  // false for NaN
    }
    return wild > looks * looks / 2;
}

}  // namespace

Survey survey(const ScalarField& f, const Box2& box, int columns, int rows) {
    const Gradients g = f.with_gradient_on_grid(box, columns, rows);
    Survey found;
    found.cell = box.size().cwiseQuotient(Vec2(columns - 1, rows - 1));
    std::vector<double> length(g.dx.values.size());
    for (std::size_t i = 0; i < length.size(); ++i) {
        length[i] = g.dx.values[i] * g.dx.values[i] + g.dy.values[i] * g.dy.values[i];
        if (std::isnan(length[i])) length[i] = infinity;
    }
    for (int r = 0; r + 1 < rows; ++r)
        for (int c = 0; c + 1 < columns; ++c) {
            const Cell cell{
                {gradient(g, c, r), gradient(g, c + 1, r), gradient(g, c, r + 1), gradient(g, c + 1, r + 1)},
                (g.dx.point(c, r) + g.dx.point(c + 1, r + 1)) / 2,
                found.cell};
            look_at_cell(cell, found);
            if (r == 0 || c == 0) continue;
            if (gradient(g, c, r).allFinite()) look_at_least(g, length, c, r, found);
            else look_at_kink(g, c, r, found);
        }
    tell_index(gradients_on_edge(g), found);
    found.too_coarse = found.too_coarse || wiggles_within_cells(f, box, found.cell);
    return found;
}

}  // namespace eigenscape::search
