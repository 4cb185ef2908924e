// The exact derivative of a formula, by the rules of the textbook, one vertex after another.
// Where a part has a kink or a jump the result is undefined (NaN) exactly there, never a one-sided slope.
#pragma once

#include "core/calculus/graph.h"

namespace eigenscape {

Graph derivative_of(const Graph& graph, Index variable);

}  // namespace eigenscape
