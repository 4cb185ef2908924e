// Strands from x + u h to f(x + u h); see number_lines.h.
// P is at 0 on both lines, and a step of h is one unit long on the upper one.
#include "app/scenes/calculus/number_lines.h"

#include "viz/number.h"
#include "viz/shapes/clip.h"
#include "viz/shapes/line.h"

#include <cmath>

namespace eigenscape {
namespace {

void strand(Panel& panel, const Vec2& from, const Vec2& to, const Pen& pen) {
    if (!to.allFinite() || !from.allFinite()) return;
    if (const auto piece = clipped(Segment2{from, to}, widened(panel.window, 0.1)))
        panel.line(piece->first, piece->second, pen);
}

void name_number(Panel& panel, const Vec2& at, const std::string& name, Ink ink, double up) {
    if (!at.allFinite() || std::abs(at.x()) > 2.4) return;
    Label& label = panel.label(at, name, ink, {0, up});
    label.size_points = 15;
    label.gap_points = 6;
}

std::string stretch_words(const TwoPoints& n) {
    const double stretch = ((*n.f)(n.ahead) - n.here.value) / (n.ahead - n.x);
    if (!std::isfinite(stretch)) return n.ahead == n.x ? "$x + h$ is $x$ itself." : "A value is missing.";
    return stretch == 0 ? "Pressed into a point." : "Stretched " + brief(stretch, 4) + " times.";
}

}  // namespace

void draw_number_lines(Frame& frame, const Rect& place, const TwoPoints& n) {
    Panel& panel = frame.plane("lines", {{-2.6, -0.2}, {2.6, 0.2}}, place);
    const Vec2 points = frame.stage().canvas_points.cwiseProduct(Vec2(place.width, place.height));
    const double unit = points.x() / 5.2, half = 0.5 * points.y() / unit;
    const double above = half - 78 / unit, below = -half + 34 / unit;
    for (const double y : {above, below}) line_through(panel, {0, y}, {1, 0}, {.ink = Ink::axis, .width_points = 1.6});
    const auto lands = [&](double u) { return Vec2(((*n.f)(n.x + u * n.h) - n.here.value) / n.h, below); };
    for (int i = -8; i <= 8; ++i)
        strand(panel, Vec2(0.25 * i, above), lands(0.25 * i), {.ink = Ink::ghost, .width_points = 1.2});
    strand(panel, {0, above}, lands(0), {.ink = Ink::subject, .width_points = 2.4});
    strand(panel, {1, above}, lands(1), {.ink = Ink::special, .width_points = 2.4});
    strand(panel, {0, above}, {1, above}, {.ink = Ink::first, .width_points = 6});
    strand(panel, lands(0), lands(1), {.ink = Ink::second, .width_points = 6});
    name_number(panel, {0, above}, "x", Ink::first, 1);
    name_number(panel, {1, above}, "x+h", Ink::first, 1);
    name_number(panel, lands(0), "f(x)", Ink::second, -1);
    if (std::abs(lands(1).x()) > 0.9) name_number(panel, lands(1), "f(x+h)", Ink::second, -1);
    panel.note(stretch_words(n));
}

}  // namespace eigenscape
