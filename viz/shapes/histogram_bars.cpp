// Each bar is a rectangle of its own, outlined where it is wide enough to be told from its neighbour.
#include "viz/shapes/histogram_bars.h"

#include <algorithm>
#include <array>

namespace eigenscape {
namespace {

constexpr double outlined = 0.004;  // of the window's width

void block(Panel& panel, double from, double to, double height, Ink ink, double opacity) {
    const Box2& window = panel.window;
    from = std::max(from, window.lo.x()), to = std::min(to, window.hi.x());
    const double bottom = std::max(0.0, window.lo.y()), top = std::min(height, window.hi.y());
    if (!(from < to) || !(bottom < top)) return;
    const std::array<Vec2, 4> ring = {Vec2(from, bottom), Vec2(from, top), Vec2(to, top), Vec2(to, bottom)};
    panel.fill(ring, ink, opacity);
    if (to - from > outlined * window.size().x()) panel.stroke(ring, {.ink = ink, .width_points = 1.2});
}

}  // namespace

void histogram_bars(Panel& panel, const Histogram& histogram, Ink ink, double opacity) {
    const double width = histogram.width();
    for (std::size_t k = 0; k < histogram.counts.size(); ++k) {
        if (histogram.counts[k] == 0) continue;
        const double from = histogram.low + static_cast<double>(k) * width;
        block(panel, from, from + width, histogram.density(k), ink, opacity);
    }
}

void bar(Panel& panel, double middle, double width, double height, Ink ink, double opacity) {
    block(panel, middle - width / 2, middle + width / 2, height, ink, opacity);
}

}  // namespace eigenscape
