// Clipping in two and three dimensions by one template; see clip.h.
// Parameters along a segment are kept in [0, 1], so ends that are inside stay bit for bit.
#include "viz/shapes/clip.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

template <class V, class Box>
std::optional<std::pair<double, double>> inside(const V& from, const V& to, const Box& box, double t0, double t1) {
    if (!from.allFinite() || !to.allFinite()) return std::nullopt;
    for (int axis = 0; axis < from.size(); ++axis) {
        const double d = to[axis] - from[axis];
        double enter = (box.lo[axis] - from[axis]) / d, leave = (box.hi[axis] - from[axis]) / d;
        if (d == 0) {
            if (from[axis] < box.lo[axis] || from[axis] > box.hi[axis]) return std::nullopt;
            continue;
        }
        if (enter > leave) std::swap(enter, leave);
        t0 = std::max(t0, enter);
        t1 = std::min(t1, leave);
    }
    if (!(t0 <= t1)) return std::nullopt;
    return std::pair(t0, t1);
}

template <class V>
V at(const V& from, const V& to, double t) {
    if (t == 0) return from;
    if (t == 1) return to;
    return V(from + t * (to - from));
}

template <class V, class Box>
std::optional<std::pair<V, V>> clip_segment(const std::pair<V, V>& segment, const Box& box) {
    const auto& [from, to] = segment;
    const auto part = inside(from, to, box, 0, 1);
    if (!part) return std::nullopt;
    return std::pair(at(from, to, part->first), at(from, to, part->second));
}

template <class V, class Box>
std::vector<std::vector<V>> clip_polyline(std::span<const V> polyline, const Box& box) {
    std::vector<std::vector<V>> runs;
    bool open = false;  // does the last run end in the point before?
    for (std::size_t i = 0; i + 1 < polyline.size(); ++i) {
        const auto part = inside(polyline[i], polyline[i + 1], box, 0, 1);
        if (!part) {
            open = false;
            continue;
        }
        if (!open || part->first > 0) runs.push_back({at(polyline[i], polyline[i + 1], part->first)});
        runs.back().push_back(at(polyline[i], polyline[i + 1], part->second));
        open = part->second == 1;
    }
    return runs;
}

}  // namespace

std::optional<Segment2> clipped(const Segment2& segment, const Box2& box) { return clip_segment(segment, box); }
std::optional<Segment3> clipped(const Segment3& segment, const Box3& box) { return clip_segment(segment, box); }

std::optional<Segment2> across(const Vec2& through, const Vec2& direction, const Box2& box) {
    // Only the direction counts: scaled to the box, started from the point of the line nearest the box's middle.
    const double size = direction.stableNorm();
    if (!(size > 0) || !std::isfinite(size) || !through.allFinite()) return std::nullopt;
    const Vec2 unit = (direction / direction.cwiseAbs().maxCoeff()).normalized();
    const Vec2 near = through + unit * unit.dot(box.center() - through);
    const double reach = box.size().norm();
    return clipped(Segment2{near - reach * unit, near + reach * unit}, box);
}

std::vector<std::vector<Vec2>> clipped(std::span<const Vec2> polyline, const Box2& box) {
    return clip_polyline(polyline, box);
}
std::vector<std::vector<Vec3>> clipped(std::span<const Vec3> polyline, const Box3& box) {
    return clip_polyline(polyline, box);
}

Box2 widened(const Box2& box, double fraction) {
    const Vec2 by = fraction * box.size();
    return {box.lo - by, box.hi + by};
}

}  // namespace eigenscape
