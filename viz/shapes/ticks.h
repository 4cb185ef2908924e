// Round numbers along an axis: 1, 2 or 5 times a power of ten apart, or decades on a logarithmic one.
// Ask for about so many; `text` writes each with the same decimals, so that a column of numbers lines up.
#pragma once

#include "core/types.h"

#include <string>
#include <vector>

namespace eigenscape {

// The smallest of 1, 2, 5 × 10ⁿ that is at least `least`.
double round_step(double least);

struct Tick {
    double at = 0;     // along the axis
    std::string text;  // "0.5"; empty for a tick without a number
};

// Round numbers in [lo, hi], at most about `most` of them.
std::vector<Tick> ticks(double lo, double hi, int most);

// The axis shows log₁₀ of a quantity from 10^lo to 10^hi: decades, and 2 and 5 between them where there is room.
std::vector<Tick> log_ticks(double lo, double hi, int most);

}  // namespace eigenscape
