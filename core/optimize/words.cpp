// Numbers inside sentences, written by to_chars so that no locale can change them.
// See words.h for the use.
#include "core/optimize/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace eigenscape {
namespace {

// "+06" becomes "⁶" and "-07" becomes "⁻⁷".
std::string superscript(std::string_view exponent) {
    constexpr std::array<std::string_view, 10> figures = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string raised = exponent.front() == '-' ? "⁻" : "";
    exponent.remove_prefix(std::min(exponent.find_first_not_of("+-0"), exponent.size()));
    for (const char digit : exponent) raised += figures[static_cast<std::size_t>(digit - '0')];
    return raised;
}

}  // namespace

std::string spoken(double value, int digits) {
    if (std::isnan(value)) return "undefined";
    if (std::isinf(value)) return value > 0 ? "∞" : "−∞";
    if (value == 0) return "0";
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.begin(), text.end(), std::abs(value), std::chars_format::general, digits).ptr;
    const std::string_view written(text.data(), end);
    const auto e = written.find('e');
    std::string words = value < 0 ? "−" : "";
    words.append(written.substr(0, e));
    return e == std::string_view::npos ? words : words.append("·10").append(superscript(written.substr(e + 1)));
}

std::string spoken(const Vec2& point) {
    std::string words = "(";
    return words.append(spoken(point.x())).append(", ").append(spoken(point.y())).append(")");
}

}  // namespace eigenscape
