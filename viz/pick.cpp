// Distances on the screen from a point to what a panel shows; see pick.h. Called once per move of the pointer.
// In a space what hides behind a surface can still be found: roles are hints, not handles.
#include "viz/pick.h"

#include "viz/theme.h"

#include <algorithm>

namespace eigenscape {
namespace {

double distance_to_segment(const Vec2& p, const Vec2& a, const Vec2& b) {
    const Vec2 along = b - a;
    const double length = along.squaredNorm();
    const double t = length > 0 ? std::clamp((p - a).dot(along) / length, 0.0, 1.0) : 0.0;
    return (a + t * along - p).norm();
}

double distance_to(const Panel& panel, const Camera& camera, const Stroke& stroke, const Vec2& point) {
    double least = infinity;
    const auto at = [&](std::uint32_t i) { return camera.to_screen(panel.points[stroke.first + i % stroke.count]); };
    const std::uint32_t pieces = stroke.closed ? stroke.count : stroke.count - 1;
    for (std::uint32_t i = 0; i < pieces; ++i) {
        const double distance = distance_to_segment(point, at(i), at(i + 1));
        if (distance < least) least = distance;  // a point that is not finite is never nearer
    }
    return least;
}

// Even–odd rule.
bool covers(const Panel& panel, const Camera& camera, const Fill& fill, const Vec2& p) {
    bool inside = false;
    for (std::uint32_t i = 0; i < fill.count; ++i) {
        const Vec2 a = camera.to_screen(panel.points[fill.first + i]);
        const Vec2 b = camera.to_screen(panel.points[fill.first + (i + 1) % fill.count]);
        if ((a.y() > p.y()) != (b.y() > p.y()) && p.x() < a.x() + (p.y() - a.y()) / (b.y() - a.y()) * (b.x() - a.x()))
            inside = !inside;
    }
    return inside;
}

}  // namespace

std::optional<Ink> role_at(const Panel& panel, const Camera& camera, const Vec2& point, double reach_points) {
    std::optional<Ink> found;
    double least = reach_points;
    for (const Dot& dot : panel.dots) {
        const double distance = (camera.to_screen(dot.at) - point).norm() - dot.size_points / 2;
        if (is_role(dot.ink) && distance <= least) least = distance, found = dot.ink;
    }
    if (found) return found;
    for (const Stroke& stroke : panel.strokes) {
        if (!is_role(stroke.pen.ink) || stroke.count < 2) continue;
        const double distance = distance_to(panel, camera, stroke, point);
        if (distance <= least) least = distance, found = stroke.pen.ink;
    }
    if (found || !camera.flat) return found;
    for (const Fill& fill : panel.fills)
        if (is_role(fill.ink) && fill.count > 2 && covers(panel, camera, fill, point)) found = fill.ink;
    return found;
}

}  // namespace eigenscape
