// See coefficient_map.h. Level lines lie evenly because the root of the loss is drawn, not the loss.
#include "app/scenes/learning/coefficient_map.h"

#include "core/calculus/contours.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/level_lines.h"
#include "viz/shapes/line.h"
#include "viz/shapes/path.h"
#include "viz/shapes/surface.h"

#include <cmath>

namespace eigenscape {
namespace {

// The loss above its least value is a quadratic; its root is drawn, so that level lines lie evenly apart.
Panel& loss_map(Frame& frame, const CollinearLab& lab, const Rect& place) {
    Panel& map = frame.plane("coefficients", lab.coefficients, place);
    if (!lab.least.problem.empty()) return map;
    const Vec2 best = lab.squares.back().slopes;
    MatX X = lab.now.X;
    X.rowwise() -= X.colwise().mean().eval();
    const Mat2 bend = X.transpose() * X / static_cast<double>(X.rows());
    const auto height = [&](const Vec2& b) { return std::sqrt(std::max(0.0, (b - best).dot(bend * (b - best)))); };
    constexpr int side = 121;
    Grid grid{map.window, side, side, {}};
    grid.values.reserve(std::size_t{side} * side);
    for (int row = 0; row < side; ++row)
        for (int column = 0; column < side; ++column) grid.values.push_back(height(grid.point(column, row)));
    double top = 0;
    for (const double x : {lab.coefficients.lo.x(), lab.coefficients.hi.x()})
        for (const double y : {lab.coefficients.lo.y(), lab.coefficients.hi.y()}) top = std::max(top, height({x, y}));
    HeightScale scale;
    scale.lo = 0;
    scale.hi = std::max(top, 1e-12);
    filled_map(map, grid, scale, nullptr);
    std::vector<double> levels;
    for (int k = 1; k <= 12; ++k) levels.push_back(scale.hi * k / 12.5);
    map_lines(map, level_lines(grid, levels));
    axes(map, Ink::text);
    map.label(Vec2(lab.coefficients.hi.x(), 0), "b_1", Ink::first, {0.3, 1});
    map.label(Vec2(0, 0.96 * lab.coefficients.lo.y()), "b_2", Ink::second, {1, 0.3});
    return map;
}

bool small_mark(Panel& map, const Vec2& at) {
    if (!at.allFinite() || !map.window.contains(at)) return false;
    map.dot(at, Ink::subject, 5).opacity = 0.75;
    return true;
}

// Where the predictors are the same up to scale, every point of a line fits equally well.
void trench_floor(Panel& map, const CollinearLab& lab) {
    const Vec2 spread(lab.now.X.col(0).maxCoeff() - lab.now.X.col(0).minCoeff(),
                      lab.now.X.col(1).maxCoeff() - lab.now.X.col(1).minCoeff());
    const double side =
        (lab.now.X.col(0).array() - lab.mean.x()).matrix().dot((lab.now.X.col(1).array() - lab.mean.y()).matrix()) < 0
            ? -1
            : 1;
    line_through(map, lab.squares.back().slopes, Vec2(-side * spread.y(), spread.x()),
                 {.ink = Ink::special, .width_points = 2.6, .dash = Dash::dashed});
}

// Where the ridge takes the coefficients as lambda grows from nothing: from least squares towards zero.
void ridge_path(Panel& map, const CollinearLab& lab) {
    Points way;
    for (int k = 0; k <= 60; ++k) way.push_back(fitted_plane(lab.now, 1e-4 * std::pow(1e8, k / 60.0)).slopes);
    path(map, std::span<const Vec2>(way), {.ink = Ink::positive, .width_points = 2, .dash = Dash::dashed}, 0);
    const Plane& plane = lab.plane();
    if (!plane.held_back || !map.window.contains(plane.slopes)) return;
    map.dot(plane.slopes, Ink::positive, 12, Mark::diamond);
    map.label(plane.slopes, "\\text{ridge}", Ink::positive, {-1, 0.6}).size_points = 15;
    map.handle(plane.slopes, "lambda", "Drag how strongly the ridge holds back", Ink::positive);
}

std::string why_not_unique(const CollinearLab& lab) {
    if (!lab.least.constant_columns.empty()) return lab.least.warning;
    if (!lab.rank_one()) return "Too few rows for two slopes: the shortest are shown.";
    const std::string all = "The predictors say exactly the same: all along the dashed line fits equally well. ";
    return all + (lab.plane().held_back ? "The ridge goes for its shortest point." : "Shown is the shortest answer.");
}

void explain(Panel& map, const CollinearLab& lab, int outside) {
    if (!lab.least.unique) map.note(why_not_unique(lab), Ink::special);
    else if (lab.least.freedom == 0)
        map.note("The plane passes through every row, so nothing is left to tell how sure it is.", Ink::special);
    else map.note("The ellipse holds both coefficients of least squares with 95 % confidence.", Ink::special);
    if (lab.lambda && !lab.plane().held_back)
        map.note("A column is constant, so there is no ridge on its standardised values.", Ink::negative);
    if (outside > 0)
        map.note(
            std::to_string(outside) + " of " + std::to_string(lab.planes.size()) + " samples lie outside this map.",
            Ink::negative);
}

void coefficient_marks(Panel& map, const CollinearLab& lab) {
    if (!lab.least.problem.empty()) return map.note(lab.least.problem, Ink::negative);
    const Vec2 best = lab.squares.back().slopes;
    if (!lab.least.unique && lab.least.constant_columns.empty() && lab.rank_one()) trench_floor(map, lab);
    Points ring = confidence_ellipse(lab.least, 1, 2);
    if (!ring.empty()) {
        ring.push_back(ring.front());
        path(map, std::span<const Vec2>(ring), {.ink = Ink::special, .width_points = 2.2}, 0);
    }
    int outside = 0;
    for (std::size_t r = 0; r + 1 < lab.planes.size(); ++r) outside += !small_mark(map, lab.planes[r].slopes);
    if (lab.truth) {
        map.dot(*lab.truth, Ink::text, 12, Mark::cross);
        map.label(*lab.truth, "\\text{truth}", Ink::text, {-1, -0.6}).size_points = 15;
    }
    if (lab.lambda) ridge_path(map, lab);
    if (map.window.contains(best)) {
        map.dot(best, Ink::special, 12, Mark::disc);
        if (best.y() < lab.coefficients.hi.x())
            map.label(best, lab.least.unique ? "\\text{least squares}" : "\\text{shortest}", Ink::special, {1, 0.5})
                .size_points = 15;
        if (lab.truth) map.handle(best, "truth", "Drag the least-squares answer: the truth goes with it", Ink::special);
    } else {
        ++outside;
    }
    explain(map, lab, outside);
}

}  // namespace

void coefficient_map(Frame& frame, const CollinearLab& lab, const Rect& place) {
    Panel& map = loss_map(frame, lab, place);
    coefficient_marks(map, lab);
}

}  // namespace eigenscape
