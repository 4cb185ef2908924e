// See painting.h. In a space the place under the pointer is where the line of sight meets a level plane.
#include "app/model/painting.h"

#include "app/model/numbers.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

// Where the line of sight through a place on the screen is `height` high.
std::optional<Vec2> level_point(const Camera& camera, const Vec2& screen, double height) {
    const double x = 2 * (screen.x() - camera.place.x) / camera.place.width - 1,
                 y = 1 - 2 * (screen.y() - camera.place.y) / camera.place.height;
    const Eigen::RowVector4d across = camera.matrix.row(0) - x * camera.matrix.row(3),
                             up = camera.matrix.row(1) - y * camera.matrix.row(3);
    const double determinant = across[0] * up[1] - across[1] * up[0];
    const double a = -(across[2] * height + across[3]), b = -(up[2] * height + up[3]);
    const Vec2 at((a * up[1] - across[1] * b) / determinant, (across[0] * b - a * up[0]) / determinant);
    if (!at.allFinite()) return std::nullopt;
    return at;
}

double distance_to_way(const Vec2& point, const Vec2& from, const Vec2& to) {
    const Vec2 way = to - from;
    const double part = way.squaredNorm() > 0 ? std::clamp((point - from).dot(way) / way.squaredNorm(), 0.0, 1.0) : 0;
    return (point - from - part * way).norm();
}

}  // namespace

Vec2 PaintedPanel::on_screen(std::span<const double> row) const {
    const bool deep = panel->kind == PanelKind::space && row.size() == 3;
    const Box3& box = panel->box;  // a space shows nothing outside it
    for (int k = 0; deep && k < 3; ++k)
        if (row[static_cast<std::size_t>(k)] < box.lo[k] || row[static_cast<std::size_t>(k)] > box.hi[k])
            return {undefined, undefined};
    return camera.to_screen({row[0], row[1], deep ? row[2] : 0});
}

double PaintedPanel::third_of_new(int class_of_points) const {
    return param->columns.class_column == 2 ? class_of_points : panel->taking->height;
}

std::optional<std::vector<double>> PaintedPanel::row_under(const Vec2& screen, double third) const {
    const bool space = panel->kind == PanelKind::space;
    const auto at = space ? level_point(camera, screen, third) : std::optional(camera.to_plane(screen));
    const auto beside =
        space ? level_point(camera, screen + Vec2(1, 1), third) : std::optional(camera.to_plane(screen + Vec2(1, 1)));
    if (!at || !beside) return std::nullopt;
    const double pixel = (*beside - *at).cwiseAbs().maxCoeff();
    const double unit = std::pow(10.0, std::floor(std::log10(pixel)));
    if (!(unit > 0) || !std::isfinite(unit)) return std::nullopt;
    std::vector<double> row;
    for (const double x : {at->x(), at->y()}) {
        // Divided by a whole number where there is one: 3 · 0.1 is not 0.3.
        const double tidy = unit < 1 ? std::round(x / unit) / std::round(1 / unit) : std::round(x / unit) * unit;
        row.push_back(tidy);
    }
    if (space &&
        ((at->array() < panel->box.lo.head<2>().array()) || (at->array() > panel->box.hi.head<2>().array())).any())
        return std::nullopt;
    if (width() == 3) row.push_back(std::clamp(third, param->range.min, param->range.max));
    return row;
}

bool PaintedPanel::in_range(std::span<const double> row) const {
    return std::ranges::all_of(row, [&](double x) { return x >= param->range.min && x <= param->range.max; });
}

std::optional<std::size_t> nearest_row(const PaintedPanel& canvas, const Value& points, const Vec2& screen,
                                       double most_points_away) {
    const std::vector<double> numbers = numbers_of(points);
    const std::size_t width = canvas.width();
    std::optional<std::size_t> nearest;
    double least = most_points_away;
    for (std::size_t i = 0; (i + 1) * width <= numbers.size(); ++i) {
        const double away = (canvas.on_screen(std::span(numbers).subspan(i * width, width)) - screen).norm();
        if (away <= least) least = away, nearest = i;
    }
    return nearest;
}

Value erased(const PaintedPanel& canvas, const Value& points, const Vec2& from, const Vec2& to) {
    const std::vector<double> numbers = numbers_of(points);
    const std::size_t width = canvas.width();
    std::vector<double> kept;
    for (std::size_t i = 0; (i + 1) * width <= numbers.size(); ++i) {
        const auto row = std::span(numbers).subspan(i * width, width);
        if (!(distance_to_way(canvas.on_screen(row), from, to) <= eraser_radius_points))
            kept.insert(kept.end(), row.begin(), row.end());
    }
    if (kept.empty()) return points;
    return canvas.param->kind == Kind::points ? with_numbers(Points{}, kept) : with_numbers(Points3{}, kept);
}

}  // namespace eigenscape
