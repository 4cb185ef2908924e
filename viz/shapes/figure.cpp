// Figures under a matrix; see figure.h.
// Outlines are clipped to the window with room, so that a huge matrix draws nothing far away.
#include "viz/shapes/figure.h"

#include "viz/number.h"
#include "viz/shapes/clip.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double figure_reach = 2;  // windows that a figure may stick out on each side

// A convex or simple ring cut at one edge of the box after the other (Sutherland and Hodgman).
Points cut(const Points& ring, int axis, double edge, double side) {
    Points kept;
    const auto inside = [&](const Vec2& p) { return side * (p[axis] - edge) <= 0; };
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 &p = ring[i], &q = ring[(i + 1) % ring.size()];
        if (inside(p)) kept.push_back(p);
        if (inside(p) != inside(q)) kept.push_back(p + (q - p) * ((edge - p[axis]) / (q[axis] - p[axis])));
    }
    return kept;
}

Points cut(Points ring, const Box2& box) {
    const bool fits = std::all_of(ring.begin(), ring.end(), [&](const Vec2& p) { return box.contains(p); });
    if (fits) return ring;
    for (int axis = 0; axis < 2; ++axis) {
        ring = cut(ring, axis, box.lo[axis], -1);
        ring = cut(ring, axis, box.hi[axis], 1);
    }
    return ring;
}

void draw(Panel& panel, Points ring, const Pen& pen, double fill_opacity) {
    if (!std::all_of(ring.begin(), ring.end(), [](const Vec2& p) { return p.allFinite(); })) return;
    ring = cut(std::move(ring), widened(panel.window, figure_reach));
    if (ring.size() < 2) return;
    if (fill_opacity > 0 && ring.size() > 2) panel.fill(std::span<const Vec2>(ring), pen.ink, fill_opacity);
    panel.stroke(std::span<const Vec2>(ring), pen).closed = true;
}

}  // namespace

const Figure& letter_f() {
    static const Figure rings = {{{0.2, 0.0},
                                  {0.4, 0.0},
                                  {0.4, 0.45},
                                  {0.72, 0.45},
                                  {0.72, 0.62},
                                  {0.4, 0.62},
                                  {0.4, 0.82},
                                  {0.82, 0.82},
                                  {0.82, 1.0},
                                  {0.2, 1.0}}};
    return rings;
}

void figure(Panel& panel, const Figure& rings, const Mat2& M, Ink ink, double fill_opacity, const Vec2& shift) {
    for (Points ring : rings) {
        for (Vec2& p : ring) p = M * p + shift;
        draw(panel, std::move(ring), {.ink = ink, .width_points = 2}, fill_opacity);
    }
}

void ghost_figure(Panel& panel, const Figure& rings, const Mat2& M) {
    for (Points ring : rings) {
        for (Vec2& p : ring) p = M * p;
        draw(panel, std::move(ring), {.ink = Ink::ghost, .width_points = 1.5, .dash = Dash::dashed, .opacity = 0.7}, 0);
    }
}

void parallelogram(Panel& panel, const Vec2& corner, const Vec2& a, const Vec2& b, const Pen& pen,
                   double fill_opacity) {
    draw(panel, {corner, corner + a, corner + a + b, corner + b}, pen, fill_opacity);
}

void unit_square(Panel& panel, const Mat2& M, bool with_area) {
    const double area = M(0, 0) * M(1, 1) - M(0, 1) * M(1, 0);
    const bool turned_over = area < 0;
    const Pen pen{.ink = turned_over ? Ink::negative : Ink::positive,
                  .width_points = 1.8,
                  .dash = turned_over ? Dash::dashed : Dash::solid};
    parallelogram(panel, {0, 0}, M.col(0), M.col(1), pen, 0.28);
    if (with_area && std::isfinite(area))
        panel.label(Vec2(0.5 * (M.col(0) + M.col(1))), fixed(area, 2), pen.ink).size_points = 21;
}

}  // namespace eigenscape
