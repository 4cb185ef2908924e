// A computation graph as one would draw it on paper: numbers are part of the step that uses them (u², 3u, u + 1), and
// so is a sign or a reciprocal that one sum or product alone uses (u − v, u/v). A step has arguments and a rule for
// them.
#pragma once

#include "core/calculus/computation_graph.h"

#include <string>
#include <vector>

namespace eigenscape {

struct ComputationStep {
    Expression rule;            // of u, v, w …, one for each argument; of an input: u, its own value
    std::string input;          // the variable's name; empty for a step
    std::vector<Index> args;    // each once, even where the rule uses it twice, as u·u does
    std::vector<double> local;  // the derivative of the rule by each argument; where it has no value, undefined
    std::vector<double> flow;   // what is sent back along each edge: local times gradient
    double value = undefined;
    double gradient = undefined;
    int uses = 0;  // edges that lead on from here: where there are several, gradients are added
};

struct ComputationSteps {
    std::vector<ComputationStep> steps;  // arguments come first; the last one is the result
    std::vector<double> gradient;        // by each variable of the formula, 0 for one that does not occur
};

/// One value per variable of f. Values and gradients are those of `computation_graph`; where the result is not finite
/// no gradient means anything, and all are undefined (NaN).
ComputationSteps computation_steps(const Expression& f, std::span<const double> values);

/// The same for a formula of very many parts: its inputs, and all the rest as one step. Time grows with its length
/// only.
ComputationSteps as_one_step(const Expression& f, std::span<const double> values);

}  // namespace eigenscape
