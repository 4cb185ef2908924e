// Finds numbers in a box that bring the outputs of a black box to their goals: the machinery of dragging.
// Goals come in two ranks: `aims` first of all (the pointer), the rest only as far as the aims leave freedom.
#pragma once

#include "core/types.h"

#include <functional>

namespace eigenscape {

// What is known of the black box near here, carried from one call to the next. Rows are outputs, columns inputs.
struct Slope {
    Eigen::MatrixXd rows;
    double damping = 0;  // how much the last search had to hold back, in the unit of rows squared
};

struct ReachProblem {
    // The outputs at x: the aims, then the others. False where there are none. `expected` is what the slopes foretell,
    // for outputs that must be recognised among others.
    std::function<bool(const Eigen::VectorXd& x, const Eigen::VectorXd& expected, Eigen::VectorXd& outputs)> outputs;
    Eigen::VectorXd goals;           // as many as outputs
    int aims = 2;                    // how many of them are of the first rank
    double lowest = 0, highest = 1;  // the box, the same for every input
    double tolerance = 0.05;         // of the aims' distance from their goals (for handles: points)
    int most_steps = 40;
};

struct Reached {
    Eigen::VectorXd x, outputs;
    double miss = infinity;  // distance of the aims from their goals
    bool stuck = false;      // no input moves any aim, neither a little nor by a hundredth of the box
};

// Damped Gauss–Newton (Levenberg–Marquardt) with an active set for the box; among equally good steps the smallest.
// Where the goals cannot be reached it ends at a nearest place. `slope` is used when it fits and kept up to date
// (Broyden), so that the next call on nearby goals needs one or two evaluations. `there` are the outputs at `start`,
// which must be in the box.
Reached reach(const ReachProblem& problem, const Eigen::VectorXd& start, const Eigen::VectorXd& there, Slope& slope);

}  // namespace eigenscape
