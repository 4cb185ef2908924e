// P, Q and what is drawn through them; see two_points.h.
// Everything is cut at the window, so that no primitive reaches far outside it.
#include "app/scenes/calculus/two_points.h"

#include "viz/shapes/clip.h"
#include "viz/shapes/curve.h"
#include "viz/shapes/line.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

void ray(Panel& panel, const Vec2& from, const Vec2& direction) {
    const Vec2 far = from + 2 * panel.window.size().norm() * direction.normalized();
    if (const auto piece = clipped(Segment2{from, far}, panel.window))
        panel.line(piece->first, piece->second, {.ink = Ink::gradient, .width_points = 2.2, .dash = Dash::dashed});
}

}  // namespace

TwoPoints two_points(std::shared_ptr<const OneVariable> f, double x, double h, bool central) {
    TwoPoints n;
    n.f = std::move(f);
    n.here = behaviour_at(n.f->f, n.f->derivative, x);
    n.x = x;
    n.h = h;
    n.ahead = x + h;
    n.behind = central ? x - h : x;
    n.top = (*n.f)(n.ahead);
    n.bottom = (*n.f)(n.behind);
    const double slope = (n.top - n.bottom) / (n.ahead - n.behind);
    if (std::isfinite(slope)) n.secant_slope = slope;
    return n;
}

void draw_zero_lines(Panel& panel) {
    const Pen pen{.ink = Ink::axis, .width_points = 1.2, .opacity = 0.7};
    line_through(panel, {0, 0}, {1, 0}, pen);
    line_through(panel, {0, 0}, {0, 1}, pen);
}

void draw_plumb_line(Panel& panel, const TwoPoints& n) {
    line_through(panel, {n.x, 0}, {0, 1},
                 {.ink = Ink::subject, .width_points = 1, .dash = Dash::dotted, .opacity = 0.8});
}

void draw_graph_of(Panel& panel, const std::function<double(double)>& f, const Pen& pen) {
    const double lo = panel.window.lo.y() - 3 * panel.window.size().y(),
                 hi = panel.window.hi.y() + 3 * panel.window.size().y();
    curve(
        panel, [&](double u) { return std::clamp(f(u), lo, hi); }, pen);
}

void draw_tangents(Panel& panel, const TwoPoints& n) {
    if (!std::isfinite(n.here.value)) return;
    if (std::isfinite(n.here.slope)) return line_through(panel, n.P(), {1, n.here.slope}, line_pen(Ink::gradient));
    for (const auto& [side, direction] : {std::pair{n.here.left_slope, -1.0}, std::pair{n.here.right_slope, 1.0}})
        if (side.finite()) ray(panel, n.P(), direction * Vec2(1, side.value));
}

void name_point(Panel& panel, const Vec2& at, Ink ink, Mark mark, const std::string& name, const Vec2& toward) {
    if (!panel.window.contains(at)) return;
    panel.dot(at, ink, 12, mark);
    if (!name.empty()) panel.label(at, name, ink, toward);
}

Vec2 within_reach(const Panel& panel, const Vec2& at) {
    const double y = std::isfinite(at.y()) ? at.y() : 0;
    return {at.x(), std::clamp(y, panel.window.lo.y(), panel.window.hi.y())};
}

}  // namespace eigenscape
