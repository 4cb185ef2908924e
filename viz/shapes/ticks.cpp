// Tick positions and their numbers; see ticks.h.
// A tick is an integer times the step, so that zero is exactly zero and neighbours never round to the same text.
#include "viz/shapes/ticks.h"

#include "viz/number.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {

double round_step(double least) {
    if (!(least > 0) || !std::isfinite(least)) return 1;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= least * (1 - 1e-9)) return factor * power;
    return 10 * power;
}

std::vector<Tick> ticks(double lo, double hi, int most) {
    std::vector<Tick> found;
    if (!(hi > lo) || !std::isfinite(hi - lo)) return found;
    const double step = round_step((hi - lo) / std::max(1, most));
    const int exponent = static_cast<int>(std::floor(std::log10(step) + 1e-9));
    const int decimals = std::max(0, -exponent);
    const double largest = std::max(std::abs(lo), std::abs(hi));
    // As many digits as tell neighbours apart: numbers such as 1.0000001·10⁶ are rare and may be long.
    const bool powers = largest >= 1e6 || (largest < 1e-3 && decimals > 4);
    const int digits = std::clamp(static_cast<int>(std::ceil(std::log10(largest / step))) + 1, 1, 15);
    for (double k = std::ceil(lo / step - 1e-9); k * step <= hi + 1e-9 * step; ++k)
        found.push_back({k * step, powers ? brief(k * step, digits) : fixed(k * step, decimals)});
    return found;
}

std::vector<Tick> log_ticks(double lo, double hi, int most) {
    std::vector<Tick> found;
    if (!(hi > lo) || !std::isfinite(hi - lo)) return found;
    const int first = static_cast<int>(std::clamp(std::floor(lo), -400.0, 400.0));
    const int last = static_cast<int>(std::clamp(std::ceil(hi), -400.0, 400.0));
    const int stride = std::max(1, static_cast<int>(std::ceil((hi - lo) / std::max(1, most))));
    const bool between = hi - lo < 0.5 * most && hi - lo < 4;
    for (int decade = first; decade <= last; ++decade) {
        for (const int factor : {1, 2, 5}) {
            if (factor > 1 && !between) continue;
            const double at = decade + std::log10(factor);
            if (at < lo - 1e-9 || at > hi + 1e-9 || decade % stride != 0) continue;
            const bool near_one = std::abs(decade) <= 2;
            const std::string power = power_of_ten(decade);
            const std::string far = factor == 1 ? power : std::to_string(factor) + "·" + power;
            found.push_back({at, near_one ? brief(factor * std::pow(10.0, decade)) : far});
        }
    }
    return found;
}

}  // namespace eigenscape
