// Ellipses as closed polylines of 128 corners: far below half a point of error at any canvas size; see round.h.
// Those much larger than the window are clipped to it.
#include "viz/shapes/round.h"

#include "viz/shapes/clip.h"

#include <cmath>

namespace eigenscape {
namespace {

Points ring_of(const Vec2& center, const Mat2& M, int corners = 128) {
    Points ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * pi * i / corners;
        ring.push_back(center + M * Vec2(std::cos(angle), std::sin(angle)));
    }
    return ring;
}

bool fits(const Panel& panel, const Points& ring) {
    const Box2 reach = widened(panel.window, 2);
    for (const Vec2& p : ring)
        if (!reach.contains(p)) return false;
    return true;
}

}  // namespace

void ellipse(Panel& panel, const Vec2& center, const Mat2& M, const Pen& pen, double fill_opacity) {
    if (!center.allFinite() || !M.allFinite()) return;
    Points ring = ring_of(center, M);
    if (fits(panel, ring)) {
        if (fill_opacity > 0) panel.fill(std::span<const Vec2>(ring), pen.ink, fill_opacity);
        panel.stroke(std::span<const Vec2>(ring), pen).closed = true;
        return;
    }
    ring = ring_of(center, M, 4096);  // much larger than the window: finer, and only what is near it
    ring.push_back(ring.front());
    for (const auto& run : clipped(std::span<const Vec2>(ring), widened(panel.window, 0.25)))
        panel.stroke(std::span<const Vec2>(run), pen);
}

void circle(Panel& panel, const Vec2& center, double radius, const Pen& pen) {
    ellipse(panel, center, radius * Mat2::Identity(), pen);
}

void disc(Panel& panel, const Vec2& center, double radius, Ink ink, double opacity) {
    const Points ring = ring_of(center, radius * Mat2::Identity());
    if (center.allFinite() && std::isfinite(radius) && fits(panel, ring))
        panel.fill(std::span<const Vec2>(ring), ink, opacity);
}

}  // namespace eigenscape
