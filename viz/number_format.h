// How a live number is written, in sentences and in formulas alike: a small part of Python's format language.
// [space, + or -][.digits][f, g, e or d]: .2f two decimals, .3g three digits, .1e a power of ten, d whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace eigenscape {

struct NumberFormat {
    char sign = '-';  // ' ' keeps room for a minus sign, '+' always shows one
    int digits = 6;   // after the point, or significant for g
    char kind = 'g';
};

std::optional<NumberFormat> number_format(std::string_view written);

// "−1.50", "3", "∞"; words where it is not finite. Without a format: at most four digits.
std::string number_words(double value, std::string_view format);

}  // namespace eigenscape
