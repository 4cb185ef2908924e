// Two points of a curve, P where the slope is wanted and Q at a distance h, and the secant: what all pictures of the
// derivative speak of. `draw_…` mark them in any panel whose x is that of the curve.
#pragma once

#include "app/scenes/calculus/one_variable.h"
#include "viz/frame.h"

#include <functional>
#include <memory>
#include <string>

namespace eigenscape {

struct TwoPoints {
    std::shared_ptr<const OneVariable> f;
    LocalBehaviour here;  // at P
    double x = 0, h = 0;
    double ahead = 0, behind = 0;                // the two ends of the secant, as doubles have them
    double top = undefined, bottom = undefined;  // f there
    double secant_slope = undefined;
    Vec2 P() const { return {x, here.value}; }
    Vec2 Q() const { return {ahead, top}; }
    Vec2 start() const { return {behind, bottom}; }
};

// The secant from P to Q, or if it is central from as far behind P. f must be understood.
TwoPoints two_points(std::shared_ptr<const OneVariable> f, double x, double h, bool central);

// Both axes, fainter than a chart's.
void draw_zero_lines(Panel& panel);

// Where P stands.
void draw_plumb_line(Panel& panel, const TwoPoints& points);

// Near a pole values are too large to cut at the window's edge without rounding: they stop a few windows away.
void draw_graph_of(Panel& panel, const std::function<double(double)>& f, const Pen& pen);

// The tangent at P; at a corner one from each side, dashed.
void draw_tangents(Panel& panel, const TwoPoints& points);

// A mark with its name, where it is in sight.
void name_point(Panel& panel, const Vec2& at, Ink ink, Mark mark, const std::string& name = {},
                const Vec2& toward = {0, 0});

// Where a handle can be grabbed: at the edge, or on the axis, where its curve is out of sight or has no value.
Vec2 within_reach(const Panel& panel, const Vec2& at);

}  // namespace eigenscape
