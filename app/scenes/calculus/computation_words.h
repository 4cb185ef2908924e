// Numbers and troubles of a computation in words, as its cards and sentences write them.
// What is undefined is called so, with the step that makes it so.
#pragma once

#include "core/calculus/computation_steps.h"

#include <string>

namespace eigenscape {

// "0.50", "0.0123", "2.4·10⁵", "∞", "undefined".
std::string short_number(double value);
std::string number_tex(double value);

// The terms that meet where several edges lead on from a step, with their sum: "0.50", "+ 1.20", "= 1.70".
std::vector<std::string> fork_sum(const std::vector<double>& terms, double sum);
// What comes back to a step from each of its users, in the order of the steps.
std::vector<double> returned_to(const std::vector<ComputationStep>& steps, Index step);

// The first step without a value, or without a slope that the gradient needs; empty when all is well.
std::string trouble_words(const std::vector<ComputationStep>& steps);

}  // namespace eigenscape
