<<<<<<< HEAD
// Bars of probabilities; see bars.h.
// Half of each bar's share of the height is its name's.
#include "viz/shapes/bars.h"

#include "viz/number.h"
#include "viz/tex/typeset.h"

#include <algorithm>
#include <cmath>
=======
// Each bar is a rectangle of its own, outlined where it is wide enough to be told from its neighbour.
#include "viz/shapes/bars.h"

#include <algorithm>
#include <array>
>>>>>>> central-limit

namespace eigenscape {
namespace {

<<<<<<< HEAD
void filled(Panel& panel, const Vec2& lo, const Vec2& hi, Ink ink, double opacity) {
    const Vec2 ring[] = {lo, {hi.x(), lo.y()}, hi, {lo.x(), hi.y()}};
    panel.fill(std::span<const Vec2>(ring), ink, opacity);
=======
constexpr double outlined = 0.004;  // of the window's width

void block(Panel& panel, double from, double to, double height, Ink ink, double opacity) {
    const Box2& window = panel.window;
    from = std::max(from, window.lo.x()), to = std::min(to, window.hi.x());
    const double bottom = std::max(0.0, window.lo.y()), top = std::min(height, window.hi.y());
    if (!(from < to) || !(bottom < top)) return;
    const std::array<Vec2, 4> ring = {Vec2(from, bottom), Vec2(from, top), Vec2(to, top), Vec2(to, bottom)};
    panel.fill(ring, ink, opacity);
    if (to - from > outlined * window.size().x()) panel.stroke(ring, {.ink = ink, .width_points = 1.2});
>>>>>>> central-limit
}

}  // namespace

<<<<<<< HEAD
Points probability_bars(Panel& panel, const Box2& box, std::span<const Bar> bars) {
    Points ends;
    const double share = box.size().y() / static_cast<double>(bars.size()), thickness = 0.36 * share;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const Bar& bar = bars[i];
        const double low = box.hi.y() - static_cast<double>(i + 1) * share + 0.06 * share;
        const auto at = [&](double p) { return box.lo.x() + std::clamp(p, 0.0, 1.0) * box.size().x(); };
        const bool defined = std::isfinite(bar.value);
        const Vec2 end(defined ? at(bar.value) : box.lo.x(), low + 0.5 * thickness);
        filled(panel, {box.lo.x(), low}, {box.hi.x(), low + thickness}, Ink::still, 0.6);
        if (defined) filled(panel, {box.lo.x(), low}, {end.x(), low + thickness}, bar.ink, 0.85);
        if (std::isfinite(bar.was))
            panel.line(Vec2(at(bar.was), low - 0.1 * thickness), Vec2(at(bar.was), low + 1.1 * thickness),
                       {.ink = Ink::ghost, .width_points = 2.5, .dash = Dash::dashed});
        Label& name = panel.label(Vec2(box.lo.x(), low + thickness), bar.name, bar.ink, {1, 0.9});
        name.size_points = 16;
        name.gap_points = 4;
        Label& number =
            panel.label(Vec2(box.hi.x(), end.y()), tex_words(defined ? brief(bar.value, 3) : bar.undefined_words),
                        bar.ink, {defined ? 1.0 : -1.0, 0});
        number.size_points = 16;
        ends.push_back(end);
    }
    return ends;
=======
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
>>>>>>> central-limit
}

}  // namespace eigenscape
