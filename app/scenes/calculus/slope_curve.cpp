// The chart of f′; see slope_curve.h.
// Where the slopes of both sides differ there are two rings instead of a dot.
#include "app/scenes/calculus/slope_curve.h"

#include "viz/number.h"
#include "viz/shapes/axes.h"
#include "viz/tex/typeset.h"

#include <cmath>

namespace eigenscape {

void draw_slope_curve(Frame& frame, const Rect& place, const TwoPoints& n, const Vec2& from_to, double steepest) {
    Panel& panel = frame.chart("slopes", {{from_to.x(), -steepest}, {from_to.y(), steepest}}, place);
    chart_axes(panel, {.x_title = "$x$", .y_title = {}});
    draw_zero_lines(panel);
    draw_plumb_line(panel, n);
    draw_graph_of(panel, [&](double u) { return n.f->slope(u); }, {.ink = Ink::gradient, .width_points = 2.6});
    name_point(panel, {n.x, n.secant_slope}, Ink::special, Mark::ring);
    for (const OneSided& side : {n.here.left_slope, n.here.right_slope})
        name_point(panel, {n.x, side.value}, Ink::gradient, std::isfinite(n.here.slope) ? Mark::disc : Mark::ring);
    Handle& point = panel.handle(within_reach(panel, {n.x, n.here.slope}), "x",
                                 "Drag along the curve of slopes: P goes with it", Ink::gradient);
    point.follows = Follows::across;
    // Above the plot, where no curve passes; a slope that the plot has no room for is told there too. If a note stands
    // there, in the plot's lower corner.
    const bool out = std::abs(n.here.slope) > steepest;
    const std::string far = out ? " = " + tex_words(brief(n.here.slope) + " here, out of the picture") : "";
    Label& name =
        panel.label(Vec2(panel.window.lo.x(), panel.notes.empty() ? panel.window.hi.y() : panel.window.lo.y()),
                    "f'(x) = " + short_tex(n.f->derivative) + far, Ink::gradient, {1, 1});
    name.size_points = 17;
    name.gap_points = 5;
    name.tick = true;
}

}  // namespace eigenscape
