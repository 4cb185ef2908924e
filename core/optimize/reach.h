// Finds numbers in a box that bring the outputs of a black box to their goals: the machinery of dragging.
// Goals come in two ranks: `aims` first of all (the pointer), `keeps` only as far as the aims leave freedom.
#pragma once

#include "core/types.h"

#include <functional>
#include <vector>

namespace eigenscape {

// Rows are outputs, columns are inputs; empty: not known yet.
struct Jacobian {
    Eigen::MatrixXd slopes;
    bool known() const { return slopes.size() > 0; }
};

struct ReachProblem {
    // Outputs at x: the aims, then the keeps. False where there are none (the scene could not be drawn there).
    std::function<bool(const Eigen::VectorXd& x, Eigen::VectorXd& outputs)> outputs;
    Eigen::VectorXd goals;   // as many as outputs
    int aims = 2;            // how many of them are of the first rank
    double lowest = 0, highest = 1;  // the box, for every input
    double tolerance = 0.1;  // in the aims' unit (points): closer than this is there
    double keep_weight = 1;  // units of the aims that one unit of a keep is worth
    int most_steps = 24;
};

struct Reached {
    Eigen::VectorXd x;
    Eigen::VectorXd outputs;
    double miss = infinity;  // of the aims
    bool stuck = false;      // no input moves any aim, as far as finite differences can tell
};

// Damped Gauss–Newton (Levenberg–Marquardt) with an active set for the box; among equally good steps the smallest.
// `slope` is used when known and kept up to date (Broyden), so that the next call on nearby goals starts warm.
Reached reach(const ReachProblem& problem, const Eigen::VectorXd& start, Jacobian& slope);

}  // namespace eigenscape
