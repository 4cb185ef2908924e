// Critical points of a function of one variable: where f′ vanishes, and which way the curve bends there.
// Search an interval, or everywhere in growing intervals; each root is bracketed and bisected to the last bit.
#pragma once

#include "core/calculus/expression.h"
#include "core/optimize/critical_points.h"

#include <vector>

namespace eigenscape {

struct TurningPoint {
    double at = 0, value = 0, second_derivative = 0;
    CriticalKind kind = CriticalKind::minimum;  // never saddle; degenerate where f″ vanishes
};

// In [lo, hi], ascending. `f` is an expression in its first variable; others must have been given values.
std::vector<TurningPoint> turning_points(const Expression& f, double lo, double hi);

// In intervals that grow to ±4096, until there are more than 400 (a wave has them without end).
std::vector<TurningPoint> all_turning_points(const Expression& f);

}  // namespace eigenscape
