// Numbers to text through to_chars alone, so that no locale can change a digit; see number.h.
// Rounded to zero means zero: the sign is dropped with the last digit.
#include "viz/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace eigenscape {
namespace {

constexpr std::string_view minus = "\u2212";

std::string digits_of(double value, std::chars_format format, int precision) {
    std::array<char, 400> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format, precision).ptr;
    return {buffer.data(), end};
}

bool all_zero(std::string_view digits) { return digits.find_first_of("123456789") == std::string_view::npos; }

void drop_trailing_zeros(std::string& digits) {
    if (digits.find('.') == std::string::npos) return;
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
}

std::string with_true_minus(std::string digits) {
    if (digits.empty() || digits.front() != '-') return digits;
    digits.erase(0, 1);
    return all_zero(digits) ? digits : std::string(minus) + digits;
}

std::string in_powers(double value, int decimals, bool trim) {
    std::string text = digits_of(value, std::chars_format::scientific, decimals);
    const std::size_t e = text.find('e');
    int exponent = 0;
    const char* first = text.data() + e + 1;
    std::from_chars(*first == '+' ? first + 1 : first, text.data() + text.size(), exponent);
    std::string mantissa = text.substr(0, e);
    if (trim) drop_trailing_zeros(mantissa);
    return with_true_minus(mantissa) + "·" + power_of_ten(exponent);
}

std::string not_a_number(double value) {
    if (std::isnan(value)) return "undefined";
    return value > 0 ? "∞" : std::string(minus) + "∞";
}

}  // namespace

std::string power_of_ten(int exponent) {
    constexpr std::array<std::string_view, 10> raised = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text = "10";
    if (exponent < 0) text += "⁻";
    for (const char c : std::to_string(std::abs(exponent))) text += raised[static_cast<std::size_t>(c - '0')];
    return text;
}

std::string fixed(double value, int decimals) {
    if (!std::isfinite(value)) return not_a_number(value);
    const double least = 0.5 * std::pow(10.0, -decimals);
    const bool vanishes = value != 0 && std::abs(value) < least && std::abs(value) > 1e-15;
    if (vanishes || std::abs(value) >= 1e7) return in_powers(value, std::max(1, decimals), false);
    return with_true_minus(digits_of(value, std::chars_format::fixed, decimals));
}

std::string scientific(double value, int decimals) {
    return std::isfinite(value) ? in_powers(value, decimals, false) : not_a_number(value);
}

std::string brief(double value, int digits) {
    if (!std::isfinite(value)) return not_a_number(value);
    if (value == 0) return "0";
    const double size = std::abs(value);
    if (size < 1e-4 || size >= 1e6) return in_powers(value, digits - 1, true);
    const int before = static_cast<int>(std::floor(std::log10(size))) + 1;
    std::string text = digits_of(value, std::chars_format::fixed, std::max(0, digits - before));
    drop_trailing_zeros(text);
    return with_true_minus(text);
}

std::string plain(double value, int decimals) {
    if (!std::isfinite(value)) return "0";
    std::string text = digits_of(value, std::chars_format::fixed, decimals);
    drop_trailing_zeros(text);
    return text == "-0" ? "0" : text;
}

}  // namespace eigenscape
