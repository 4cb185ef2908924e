// Numbers inside sentences, written by to_chars so that no locale can change them.
// See words.h for the use.
#include "core/optimize/words.h"

#include <array>
#include <charconv>
#include <cmath>

namespace eigenscape {

std::string spoken(double value, int digits) {
    if (std::isnan(value)) return "undefined";
    if (std::isinf(value)) return value > 0 ? "∞" : "−∞";
    if (value == 0) return "0";
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.begin(), text.end(), std::abs(value), std::chars_format::general, digits).ptr;
    std::string words = value < 0 ? "−" : "";
    words.append(text.data(), end);
    if (const auto exponent = words.find("e-"); exponent != std::string::npos) words.replace(exponent + 1, 1, "−");
    return words;
}

std::string spoken(const Vec2& point) {
    std::string words = "(";
    return words.append(spoken(point.x())).append(", ").append(spoken(point.y())).append(")");
}

}  // namespace eigenscape
