// The curve around P as a microscope shows it: a smooth one becomes straight, a corner stays a corner.
// The field is half the width of what is seen, in units of x; the panel's own units are halves of it.
#pragma once

#include "app/scenes/calculus/two_points.h"

namespace eigenscape {

void draw_microscope(Frame& frame, const Rect& place, const TwoPoints& points, double field);

// The largest distance between curve and tangent in the field, in halves of its width.
double bend_in(const TwoPoints& points, double field);

}  // namespace eigenscape
