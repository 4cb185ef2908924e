// The continuous descent dθ/dt = −∇f(θ) behind the discrete one: where infinitely small steps would lead.
// n steps of gradient descent at rate η belong to the time n·η; compare the two to see what the step size costs.
#pragma once

#include "core/calculus/scalar_field.h"

namespace eigenscape {

struct GradientFlow {
    Points points;              // from the start on
    std::vector<double> times;  // one per point, ascending
    bool finished = true;       // false when ∇f became undefined, θ left beyond 1e6, or 20,000 steps were not enough
};

// Dormand and Prince's method of order 5(4); each step errs by at most `tolerance`. Ends early where nothing moves.
GradientFlow gradient_flow(const ScalarField& f, const Vec2& start, double duration, double tolerance = 1e-6);

}  // namespace eigenscape
