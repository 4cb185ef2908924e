// Paths and trails for two and three dimensions by one template; see path.h.
// Dots keep a distance of their size or so; of a million steps at most about a thousand stations have one, never fewer
// than the first and the last.
#include "viz/shapes/path.h"

#include "viz/shapes/clip.h"

#include <algorithm>

namespace eigenscape {
namespace {

constexpr std::size_t most_dots = 1000, trail_pieces = 24;
constexpr double apart = 1.0 / 70;     // dots are so far from each other, as a part of the window or the box
constexpr double casing_points = 2.4;  // wider than what it lies under

Box2 reach_of(const Panel& panel, const Vec2&) { return widened(panel.window, 0.5); }
Box3 reach_of(const Panel& panel, const Vec3&) {
    const Vec3 room = 1e-6 * panel.box.size();
    return {panel.box.lo - room, panel.box.hi + room};
}

Vec2 size_of(const Panel& panel, const Vec2&) { return panel.window.size(); }
Vec3 size_of(const Panel& panel, const Vec3&) { return panel.box.size(); }

template <class V>
bool inside(const V& p, const auto& box) {
    return p.allFinite() && (p.array() >= box.lo.array()).all() && (p.array() <= box.hi.array()).all();
}

template <class V>
std::span<const V> finite_part(std::span<const V> points) {
    const auto end = std::find_if(points.begin(), points.end(), [](const V& p) { return !p.allFinite(); });
    return points.first(static_cast<std::size_t>(end - points.begin()));
}

template <class V>
void draw_line(Panel& panel, std::span<const V> points, const Pen& pen) {
    for (const auto& run : clipped(points, reach_of(panel, V())))
        if (run.size() > 1) panel.stroke(std::span<const V>(run), pen);
}

// On a coloured surface or map a path lies in a thin casing of paper, so that it reads over every colour.
Pen casing(const Pen& pen) {
    Pen under = pen;
    under.ink = Ink::paper;
    under.width_points += casing_points;
    under.opacity *= 0.6;
    under.dash = Dash::solid;
    return under;
}

// The dots of a casing are as much larger as its line is wider; all of them lie under all of the path's own.
template <class V>
void draw_dots(Panel& panel, std::span<const V> points, const Pen& pen, double dot_points, Mark mark) {
    const auto reach = reach_of(panel, V());
    const double more = pen.ink == Ink::paper ? casing_points : 0;
    const std::size_t stride = points.size() / most_dots + 1;
    const V size = size_of(panel, V());
    const V* before = nullptr;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool last = i + 1 == points.size();
        if ((i % stride != 0 && !last) || !inside(points[i], reach)) continue;
        const bool crowded = before && V((points[i] - *before).cwiseQuotient(size)).norm() < apart;
        if (crowded && !last) continue;
        before = &points[i];
        Dot& dot = panel.dot(points[i], pen.ink, (last ? 1.6 * dot_points : dot_points) + more, mark);
        dot.opacity = pen.opacity;
        dot.depth = pen.depth;
    }
}

template <class V>
void draw_path(Panel& panel, std::span<const V> stations, const Pen& pen, double dot_points, Mark mark) {
    const auto points = finite_part(stations);
    const bool cased = !panel.meshes.empty();
    if (pen.width_points > 0) {
        if (cased) draw_line(panel, points, casing(pen));
        draw_line(panel, points, pen);
    }
    if (!(dot_points > 0) || points.empty()) return;
    if (cased) draw_dots(panel, points, casing(pen), dot_points, mark);
    draw_dots(panel, points, pen, dot_points, mark);
}

template <class V>
void draw_trail(Panel& panel, std::span<const V> points, const Pen& pen) {
    points = finite_part(points);
    const std::size_t pieces = std::min(trail_pieces, points.empty() ? 0 : points.size() - 1);
    for (std::size_t i = 0; i < pieces; ++i) {
        const std::size_t from = i * (points.size() - 1) / pieces, to = (i + 1) * (points.size() - 1) / pieces;
        Pen faded = pen;
        const double age = static_cast<double>(i + 1) / pieces;
        faded.opacity *= 0.06 + 0.94 * age * age;
        draw_line(panel, points.subspan(from, to - from + 1), faded);
    }
}

}  // namespace

void path(Panel& panel, std::span<const Vec2> stations, const Pen& pen, double dot_points, Mark mark) {
    draw_path(panel, stations, pen, dot_points, mark);
}
void path(Panel& panel, std::span<const Vec3> stations, const Pen& pen, double dot_points, Mark mark) {
    draw_path(panel, stations, pen, dot_points, mark);
}
void trail(Panel& panel, std::span<const Vec2> points, const Pen& pen) { draw_trail(panel, points, pen); }
void trail(Panel& panel, std::span<const Vec3> points, const Pen& pen) { draw_trail(panel, points, pen); }

}  // namespace eigenscape
