// A value as a plain list of numbers, and back: what sliders, drags, easing and corners of a range work on.
// Matrices are read row by row, points as x, y, x, y or x, y, z; a switch, a choice and a formula hold no numbers.
#pragma once

#include "app/model/param.h"

#include <span>
#include <string>
#include <vector>

namespace eigenscape {

std::vector<double> numbers_of(const Value& value);  // an integer counts as one number

// `like` with its numbers replaced; integers are rounded. `numbers` must be as many as numbers_of(like).
Value with_numbers(const Value& like, std::span<const double> numbers);

// The fewest digits that read back to the same double, in ASCII, the same in every locale; never "-0".
std::string number_text(double x);

// Where a number lies in its parameter's range, 0 at min and 1 at max, even in the logarithm on a log scale; and back.
double to_part(const Range& range, double x);
double from_part(const Range& range, double part);

}  // namespace eigenscape
