// Numbers as people read them: a true minus sign, never minus zero, the same in every locale.
// `fixed` keeps its width while a number changes; `brief` is for ticks and captions; `svg_number` is for files.
#pragma once

#include <string>

namespace eigenscape {

// So many decimals: "−1.50". Where that would show nothing or run away, powers of ten: "3.20·10⁻⁷", "∞", "undefined".
std::string fixed(double value, int decimals = 2);

// So many significant digits, no trailing zeros: "0.25", "−3", "1.5·10⁶".
std::string brief(double value, int digits = 4);

// So many decimals and a power of ten: "1.50·10³".
std::string scientific(double value, int decimals = 2);

// An exponent in superscript figures: "10⁻³".
std::string power_of_ten(int exponent);

// For files: ASCII minus, at most so many decimals, no trailing zeros, no exponent: "-1.5", "0", "12".
std::string plain(double value, int decimals = 3);

}  // namespace eigenscape
