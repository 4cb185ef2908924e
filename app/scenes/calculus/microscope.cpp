// A circle of the plane, magnified; see microscope.h.
// The words tell how straight the curve looks, by the distance from its tangent.
#include "app/scenes/calculus/microscope.h"

#include "viz/number.h"
#include "viz/shapes/round.h"

#include <cmath>

namespace eigenscape {
namespace {

double middle_value(const TwoPoints& n) {
    if (std::isfinite(n.here.value)) return n.here.value;
    return n.here.left_value.finite()    ? n.here.left_value.value
           : n.here.right_value.finite() ? n.here.right_value.value
                                         : 0;
}

std::string words_under_it(const TwoPoints& n, double field) {
    const std::string width = brief(2 * field, 3) + " across: ";
    if (n.here.kind != Behaviour::smooth) return width + "no magnification makes this a straight line through P.";
    const double off = bend_in(n, field);
    if (off < 0.01) return width + "as good as straight, of slope " + brief(n.here.slope, 5) + ".";
    return width + (off < 0.1 ? "nearly straight." : "still bent. Magnify more.");
}

}  // namespace

double bend_in(const TwoPoints& n, double field) {
    double most = 0;
    for (int i = -20; i <= 20; ++i) {
        const double step = field * i / 20.0;
        const double off = std::abs((*n.f)(n.x + step) - n.here.value - n.here.slope * step) / field;
        if (!(off <= most)) most = off;
    }
    return most;
}

void draw_microscope(Frame& frame, const Rect& place, const TwoPoints& n, double field) {
    Panel& panel = frame.plane("microscope", {{-1.1, -1.1}, {1.1, 1.5}}, place);
    const double base = middle_value(n);
    draw_graph_of(panel, [&](double u) { return ((*n.f)(n.x + field * u) - base) / field; },
                  {.ink = Ink::subject, .width_points = 3});
    TwoPoints local = n;
    local.x = 0;
    local.here.value = std::isfinite(n.here.value) ? 0 : undefined;
    draw_tangents(panel, local);
    circle(panel, {0, 0}, 1, {.ink = Ink::ghost, .width_points = 1.4});
    name_point(panel, local.P(), Ink::subject, Mark::disc, "P", {-1, 1});
    panel.formula("\\times\\,\\num{zoom:.3g}", 20);
    panel.note(words_under_it(n, field), n.here.kind == Behaviour::smooth ? Ink::text : Ink::negative);
}

}  // namespace eigenscape
