// A whole descent: the path an optimiser takes over f from a start, and why it ended.
// `descend` is a pure function of its arguments, cheap enough to be called again on every drag.
#pragma once

#include "core/calculus/scalar_field.h"
#include "core/optimize/methods.h"

#include <algorithm>
#include <string>

namespace eigenscape {

enum class Ending {
    out_of_steps,        // as many steps as asked for
    at_rest,             // the gradient is exactly zero and nothing is remembered: no further step moves
    converged,           // gradient and step both shorter than Stop::still
    diverged,            // |θ| above Stop::beyond
    not_finite,          // a coordinate overflowed
    singular_hessian,    // Newton has nothing to divide by
    undefined_gradient,  // f is not differentiable, or not defined, where the path arrived
};

// When to stop before the steps run out.
struct Stop {
    double beyond = 1e6;   // Euclidean length of θ that counts as diverged
    double still = 1e-12;  // length of gradient and step that counts as converged
    bool operator==(const Stop&) const = default;
    static Stop never() { return {infinity, -1}; }
};

struct Run {
    Points points;  // points[0] is the start; a point beyond Stop::beyond is not among them
    std::vector<double> values;
    Points gradients;
    std::vector<Anatomy> anatomy;  // anatomy[k] leads from points[k] onwards; after divergence it has the refused step
    Ending ending = Ending::out_of_steps;
    int at_step = 0;    // steps taken; for a failure, the number of the step that failed (counting from 1)
    std::string words;  // a sentence for people, e.g. "Diverged at step 4: ..."

    std::size_t steps() const { return points.size() - 1; }
    // The point shown at any step: a run that has ended stays where it ended.
    const Vec2& point(std::size_t step) const { return points[std::min(step, points.size() - 1)]; }
};

Run descend(const ScalarField& f, Method method, const Settings& settings, const Vec2& start, int steps,
            const Stop& stop = {});

}  // namespace eigenscape
