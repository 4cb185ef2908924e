// What a function of one variable does at a point where the rules of calculus give no slope: a corner, a jump, a pole …
// `behaviour_at` looks from both sides, at distances from 1/64 down to 2^-24, and tells what the values and slopes tend
// to.
#pragma once

#include "core/calculus/expression.h"
#include "core/types.h"

namespace eigenscape {

/// What values, or slopes, do on the way to a point from one side.
enum class Tends { to_value, to_plus_infinity, to_minus_infinity, nowhere, is_undefined };

struct OneSided {
    Tends how = Tends::is_undefined;
    double value = undefined;  // of to_value
    bool finite() const { return how == Tends::to_value; }
    bool infinite() const { return how == Tends::to_plus_infinity || how == Tends::to_minus_infinity; }
};

enum class Behaviour {
    smooth,    // a value and a slope
    corner,    // two one-sided slopes that differ
    vertical,  // the slope grows beyond all bounds, from both sides in the same direction
    cusp,      // … in opposite directions
    jump,      // the values of the two sides do not meet
    pole,      // the values grow beyond all bounds
    hole,      // no value, but both sides tend to the same one
    edge,      // defined on one side only
    wild,      // values or slopes that swing and tend nowhere
    outside    // no values here at all
};

struct LocalBehaviour {
    Behaviour kind = Behaviour::outside;
    double value = undefined, slope = undefined;  // slope: set exactly when smooth
    OneSided left_value, right_value, left_slope, right_slope;
};

/// f and its exact derivative, both of one variable. Where both have finite values the answer is exact (smooth);
/// elsewhere it is measured, and a slope that both sides agree on to five digits counts as one.
LocalBehaviour behaviour_at(const Expression& f, const Expression& derivative, double a);

}  // namespace eigenscape
