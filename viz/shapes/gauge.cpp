// The bar gauge; see gauge.h.
// What lies beyond the limit is tinted; a value past the scale's end stops at the end with an arrow, an undefined one
// shows no bar.
#include "viz/shapes/gauge.h"

#include "viz/shapes/rectangle.h"
#include "viz/shapes/ticks.h"
#include "viz/tex/typeset.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

double part_of(const Gauge& gauge, double value) {
    const double part = gauge.log ? std::log(value / gauge.lo) / std::log(gauge.hi / gauge.lo)
                                  : (value - gauge.lo) / (gauge.hi - gauge.lo);
    return std::isnan(part) ? 0 : std::clamp(part, 0.0, 1.0);
}

// Round numbers under the bar; they give way to the limit's name.
void scale(Panel& panel, const Box2& box, const Gauge& gauge) {
    const auto marks =
        gauge.log ? log_ticks(std::log10(gauge.lo), std::log10(gauge.hi), 8) : ticks(gauge.lo, gauge.hi, 6);
    for (const Tick& tick : marks) {
        const double x = box.lo.x() + part_of(gauge, gauge.log ? std::pow(10, tick.at) : tick.at) * box.size().x();
        panel.line(Vec2(x, box.lo.y()), Vec2(x, box.lo.y() - 0.2 * box.size().y()),
                   {.ink = Ink::faint, .width_points = 1});
        Label& label = panel.label(Vec2(x, box.lo.y() - 0.2 * box.size().y()), tick.text, Ink::faint, {0, -1});
        label.size_points = 13;
        label.gap_points = 5;
        label.tick = true;
    }
}

}  // namespace

Vec2 bar_gauge(Panel& panel, const Box2& box, const Gauge& gauge) {
    const auto at = [&](double value) { return box.lo.x() + part_of(gauge, value) * box.size().x(); };
    const double middle = box.center().y();
    const bool defined = std::isfinite(gauge.value), passed = gauge.value > gauge.limit;
    const Ink ink = passed ? Ink::negative : Ink::positive;
    filled_box(panel, box, Ink::still, 0.6);
    const Vec2 end(defined ? at(gauge.value) : box.lo.x(), middle);
    if (std::isfinite(gauge.limit)) {
        filled_box(panel, {{at(gauge.limit), box.lo.y()}, box.hi}, Ink::negative, 0.22);
    }
    scale(panel, box, gauge);
    if (defined) {
        filled_box(panel, {box.lo, {end.x(), box.hi.y()}}, ink, 0.9);
        if (gauge.value > gauge.hi)
            panel.line(end, Vec2(end.x() + 0.03 * box.size().x(), middle), {.ink = ink, .width_points = 3}).arrow =
                true;
        if (!gauge.value_name.empty())
            panel.label(Vec2(end.x(), box.hi.y()), tex_prose(gauge.value_name), ink, {0, 1}).size_points = 14;
    }
    if (std::isfinite(gauge.limit)) {
        const double x = at(gauge.limit), over = 0.35 * box.size().y();
        panel.line(Vec2(x, box.lo.y() - over), Vec2(x, box.hi.y() + over), {.ink = Ink::special, .width_points = 2.5});
        if (!gauge.limit_name.empty())
            panel.label(Vec2(x, box.lo.y() - over), tex_prose(gauge.limit_name), Ink::special, {0, -1}).size_points =
                14;
    }
    return end;
}

}  // namespace eigenscape
