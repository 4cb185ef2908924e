// Two number lines in steps of h: where each x goes. The closer one looks, the more evenly they are stretched.
// The derivative as a magnification: 2 stretches, 0.5 shrinks, a negative one turns round, 0 presses into a point.
#pragma once

#include "app/scenes/calculus/two_points.h"

namespace eigenscape {

void draw_number_lines(Frame& frame, const Rect& place, const TwoPoints& points);

}  // namespace eigenscape
