// The chart of errors; see error_valley.h.
// No error at all is drawn at the chart's lower edge.
#include "app/scenes/calculus/error_valley.h"

#include "viz/shapes/axes.h"
#include "viz/shapes/clip.h"
#include "viz/shapes/line.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace eigenscape {
namespace {

void draw_errors(Panel& panel, const std::vector<Vec2>& errors, bool chosen, const std::string& name, double named_at,
                 const Vec2& side) {
    const Pen pen{.ink = chosen ? Ink::special : Ink::ghost,
                  .width_points = chosen ? 2.4 : 1.6,
                  .dash = chosen ? Dash::solid : Dash::dashed};
    for (const Points& run : clipped(std::span<const Vec2>(errors), panel.window))
        panel.stroke(std::span<const Vec2>(run), pen);
    for (const Vec2& at : errors)
        if (std::abs(at.x() - named_at) < 0.02 && panel.window.contains(at))
            panel.label(at, name, pen.ink, side).size_points = 15;
}

}  // namespace

double best_h(const Formula& f, double x, bool central) {
    const auto errors = secant_errors(f, x);
    return central ? errors->best.central : errors->best.forward;
}

void draw_error_valley(Frame& frame, const Rect& place, const Formula& f, const TwoPoints& n, double k, bool central) {
    Panel& panel = frame.chart("errors", {{-16.3, -16}, {0.6, 2}}, place);
    const bool has_slope = std::isfinite(n.here.slope);
    chart_axes(
        panel,
        {.x_title = "$h$", .y_title = has_slope ? "error of the secant's slope" : "", .log_x = true, .log_y = true});
    const Vec2 knob(-k, panel.home.lo.y() + 0.8);
    panel.handle(knob, "k", "Drag h: the distance of Q from P", Ink::special);
    name_point(panel, knob, Ink::special, Mark::disc);
    line_through(panel, {-k, 0}, {0, 1}, {.ink = Ink::special, .width_points = 1.4, .dash = Dash::dotted});
    if (!has_slope) return panel.note("There is no slope here to be wrong about.", Ink::negative);
    const auto errors = secant_errors(f, n.x);
    draw_errors(panel, errors->central, central, "\\text{central}", -4, {1, -1});
    draw_errors(panel, errors->forward, !central, "\\text{forward}", -2, {-1, 1});
    const double best = std::log10(best_h(f, n.x, central));
    if (std::isfinite(best) && std::abs(best + 8) < 8.5) {
        line_through(panel, {best, 0}, {0, 1}, {.ink = Ink::positive, .width_points = 1.6, .dash = Dash::dashed});
        panel.label(Vec2(best, 0.4), "\\text{best }h", Ink::positive, {-1, 0}).size_points = 15;
    }
    name_point(panel, {-k, std::max(std::log10(std::abs(n.secant_slope - n.here.slope)), panel.window.lo.y())},
               Ink::special, Mark::ring);
}

}  // namespace eigenscape
