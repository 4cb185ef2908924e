// Visible boxes and quantised windows of 2-D panels; see window.h.
// The limits: an axis is never shorter than 1e-10 of its distance from zero, so that neighbouring ticks differ.
#include "viz/window.h"

#include "viz/frame.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double least_size = 1e-12, most_size = 1e12;
constexpr double least_relative_size = 1e-10;

struct Interval {
    double lo, hi;
};

Interval repaired_interval(Interval interval) {
    if (!std::isfinite(interval.lo) || !std::isfinite(interval.hi)) return {-1, 1};
    if (interval.lo > interval.hi) std::swap(interval.lo, interval.hi);
    const double center = std::clamp(interval.lo / 2 + interval.hi / 2, -most_size, most_size);
    const double least = std::max(least_size, least_relative_size * std::abs(center));
    double size = interval.hi - interval.lo;
    if (size >= least && size <= most_size && center == interval.lo / 2 + interval.hi / 2) return interval;
    if (!(size > 0)) size = std::max(2.0, least);
    const double half = std::clamp(size, least, most_size) / 2;
    return {center - half, center + half};
}

// The fraction of the size added on each side before rounding: strokes and marks reach over the edge.
constexpr double window_margin = 1.0 / 16;

Interval quantised(double lo, double hi) {
    const double size = hi - lo;
    const double step = std::exp2(std::floor(std::log2(size)) - 2);
    return {std::floor((lo - window_margin * size) / step) * step,
            std::ceil((hi + window_margin * size) / step) * step};
}

Box2 grown_to_shape(const Box2& box, const Rect& place) {
    const double units_per_point = std::max(box.size().x() / place.width, box.size().y() / place.height);
    const Vec2 half = 0.5 * units_per_point * Vec2(place.width, place.height);
    return {box.center() - half, box.center() + half};
}

}  // namespace

Box2 repaired(const Box2& box) {
    const Interval x = repaired_interval({box.lo.x(), box.hi.x()}), y = repaired_interval({box.lo.y(), box.hi.y()});
    return {{x.lo, y.lo}, {x.hi, y.hi}};
}

Box3 repaired(const Box3& box) {
    Box3 result;
    for (int axis = 0; axis < 3; ++axis) {
        const Interval interval = repaired_interval({box.lo[axis], box.hi[axis]});
        result.lo[axis] = interval.lo;
        result.hi[axis] = interval.hi;
    }
    return result;
}

Rect place_on(const Rect& fractions, const Vec2& canvas_points) {
    const auto length = [](double x) { return std::isfinite(x) ? std::max(x, 1.0) : 1.0; };
    const double width = length(canvas_points.x()), height = length(canvas_points.y());
    return {fractions.x * width, fractions.y * height, length(fractions.width * width),
            length(fractions.height * height)};
}

Rect plot_area(const Rect& place, bool titled_below) {
    // Room for numbers such as 0.001 on the left, for numbers and the axis's title below, for a title above, half a
    // number on the right.
    const double left = std::min(56.0, 0.25 * place.width), right = std::min(16.0, 0.1 * place.width);
    const double above = std::min(30.0, 0.15 * place.height),
                 below = std::min(titled_below ? 44.0 : 28.0, 0.25 * place.height);
    return {place.x + left, place.y + above, place.width - left - right, place.height - above - below};
}

Box2 visible_of(const Panel& panel, const Views& views, const Vec2& canvas_points) {
    Box2 box = panel.home;
    if (const auto found = views.find(panel.name); found != views.end())
        if (const auto* view = std::get_if<View2>(&found->second)) box = *view;
    box = repaired(box);
    if (panel.kind == PanelKind::chart) return box;
    return grown_to_shape(box, place_on(panel.place, canvas_points));
}

Box2 window_of(const Panel& panel, const Views& views, const Vec2& canvas_points) {
    const Box2 visible = visible_of(panel, views, canvas_points);
    if (panel.kind == PanelKind::chart) return visible;
    const Interval x = quantised(visible.lo.x(), visible.hi.x()), y = quantised(visible.lo.y(), visible.hi.y());
    return {{x.lo, y.lo}, {x.hi, y.hi}};
}

}  // namespace eigenscape
