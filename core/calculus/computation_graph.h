// A formula as the graph that backpropagation walks: each part once, with its value, its gradient and what flows
// between. Plain data for drawing: nodes in an order where arguments come first, so forwards is front to back.
#pragma once

#include "core/calculus/expression.h"
#include "core/calculus/graph.h"
#include "core/types.h"

namespace eigenscape {

struct ComputationNode {
    Op op = Op::number;
    std::string label;  // "x", "2.5", "+", "×", "−", "1/", "^", "sin" ...
    Index which = 0;    // of a variable: its number in the formula's list
    std::vector<Index> args;
    std::vector<double> local;  // the derivative by each argument at these values: one factor of the chain rule
    std::vector<double> flow;   // local * gradient: what is sent back along each edge
    double value = undefined;
    double gradient = undefined;  // d root / d this: the sum of what flows in from every node that uses it
    int layer = 0;                // 0 for leaves, else one more than the highest argument
    int uses = 0;                 // edges that lead here: where it is above 1, gradients are added
};

struct ComputationGraph {
    std::vector<ComputationNode> nodes;
    Index root = 0;
    std::vector<double> gradient;  // by each variable of the formula, 0 for one that does not occur
};

/// Forward values have the bits that the formula itself gives; gradients are by reverse mode (Linnainmaa 1970). At a
/// kink a local derivative is undefined (NaN), and so is what it touches. One value per variable of f.
ComputationGraph computation_graph(const Expression& f, std::span<const double> values);

}  // namespace eigenscape
