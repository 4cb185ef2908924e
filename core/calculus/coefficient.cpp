// Fractions of doubles; see coefficient.h.
// What cannot be a fraction of whole numbers becomes one rounded number over 1.
#include "core/calculus/coefficient.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>

namespace eigenscape {
namespace {

constexpr double exact_below = 9007199254740992.0;  // 2^53: whole numbers up to here are exact

// 0.4·2.1 as people expect it, 0.84: the neighbouring double that 15 digits write, if it is within the rounding error.
double tidy(double x) {
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, x, std::chars_format::scientific, 14).ptr;
    double rounded = x;
    std::from_chars(buffer, end, rounded);
    return std::abs(rounded - x) <= std::numeric_limits<double>::epsilon() * std::abs(x) ? rounded : x;
}

}  // namespace

bool whole(double x) { return std::floor(x) == x && std::abs(x) < exact_below; }

Coefficient reduced(Coefficient c) {
    if (!whole(c.above) || !whole(c.below)) return {tidy(c.value()), 1};
    if (c.below < 0) c = {-c.above, -c.below};
    const auto divisor =
        static_cast<double>(std::gcd(static_cast<long long>(c.above), static_cast<long long>(c.below)));
    return {c.above / divisor, c.below / divisor};
}

Coefficient plus(Coefficient a, Coefficient b) {
    if (a.below == b.below) return reduced({a.above + b.above, a.below});
    const Coefficient exact{a.above * b.below + b.above * a.below, a.below * b.below};
    if (whole(a.above * b.below) && whole(b.above * a.below) && whole(exact.above) && whole(exact.below))
        return reduced(exact);
    return {tidy(a.value() + b.value()), 1};
}

}  // namespace eigenscape
