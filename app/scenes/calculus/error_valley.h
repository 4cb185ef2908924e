// How far the secant's slope is off for every h, both scales logarithmic: a valley between truncation and rounding.
// Its knob is the h in use.
#pragma once

#include "app/scenes/calculus/two_points.h"

namespace eigenscape {

// h is 10⁻ᵏ, and the parameter k is what the knob moves.
void draw_error_valley(Frame& frame, const Rect& place, const Formula& f, const TwoPoints& points, double k,
                       bool central);

// Where theory expects the bottom of the chosen secant's valley.
double best_h(const Formula& f, double x, bool central);

}  // namespace eigenscape
