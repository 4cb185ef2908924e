// The curve of slopes below the curve itself: how steep that is at each place. Its point can be dragged as P can.
// Its scale is the learner's: it never rescales by itself, so that steeper looks steeper.
#pragma once

#include "app/scenes/calculus/two_points.h"

namespace eigenscape {

// Over the same x as the graph above it, for slopes from -steepest to steepest.
void draw_slope_curve(Frame& frame, const Rect& place, const TwoPoints& points, const Vec2& from_to, double steepest);

}  // namespace eigenscape
