// Round levels and robust ranges from sorted samples. See levels.h.
// The choice between even and logarithmic rests on where the median lies within the range.
#include "core/calculus/levels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace eigenscape {

namespace {

// digits·10^exponent, rounded once: 3·10⁻¹ is 0.3, where 3·0.1 is not.
double decimal(double digits, int exponent) {
    return exponent >= 0 ? digits * std::pow(10.0, exponent) : digits / std::pow(10.0, -exponent);
}

struct NiceStep {
    double digit;  // 1, 2, 5 or 10
    int exponent;
};

NiceStep nice_step(double rough) {
    const int exponent = static_cast<int>(std::floor(std::log10(rough)));
    const double share = rough / decimal(1, exponent);
    return {share < 1.5 ? 1.0 : share < 3.5 ? 2.0 : share < 7.5 ? 5.0 : 10.0, exponent};
}

std::vector<double> finite_sample(const Grid& grid) {
    std::vector<double> sample;
    const std::size_t every = sampling_stride(grid, 8191);
    for (std::size_t i = 0; i < grid.values.size(); i += every)
        if (std::isfinite(grid.values[i])) sample.push_back(grid.values[i]);
    std::ranges::sort(sample);
    return sample;
}

// Drops a tail when the last few per cent reach much farther than the rest.
double trimmed(double quantile, double extreme, double spread) {
    return std::abs(extreme - quantile) > 1.5 * spread ? quantile : extreme;
}

// The mantissas of one decade, about `per_decade` of them.
std::vector<double> mantissas(double per_decade) {
    if (per_decade <= 1.5) return {1};
    if (per_decade <= 2.5) return {1, 3};
    if (per_decade <= 4) return {1, 2, 5};
    if (per_decade <= 10) return {1, 1.5, 2, 3, 5, 7};
    return {1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9};
}

std::vector<double> log_levels(double base, double lo, double hi, int count) {
    const double from = lo - base, to = hi - base, decades = std::log10(to / from);
    std::vector<double> levels;
    const auto pattern = mantissas(count / decades);
    const int first = static_cast<int>(std::floor(std::log10(from))),
              last = static_cast<int>(std::ceil(std::log10(to)));
    for (int exponent = first; exponent <= last; ++exponent)
        for (const double mantissa : pattern) {
            const double height = decimal(mantissa, exponent);
            if (height >= from && height <= to) levels.push_back(base + height);
        }
    return levels;
}

}  // namespace

std::size_t sampling_stride(const Grid& grid, std::size_t count) {
    std::size_t every = std::max<std::size_t>(1, grid.values.size() / count);
    while (grid.columns > 1 && std::gcd(every, static_cast<std::size_t>(grid.columns)) != 1) ++every;
    return every;
}

std::vector<double> nice_levels(double lo, double hi, int count) {
    std::vector<double> levels;
    if (!(lo < hi) || !std::isfinite(hi - lo) || count < 1) return levels;
    const auto [digit, exponent] = nice_step((hi - lo) / count);
    const double step = decimal(digit, exponent);
    if (!(step > 0) || lo + step == lo || hi + step == hi) return levels;
    // Both are far below 2^53, or neighbouring levels could not be told apart.
    const auto first = static_cast<std::int64_t>(std::ceil(lo / step - 1e-9)),
               last = static_cast<std::int64_t>(std::floor(hi / step + 1e-9));
    for (std::int64_t k = first; k <= last; ++k)
        levels.push_back(decimal(static_cast<double>(k) * digit, exponent) + 0.0);
    return levels;
}

HeightScale height_scale(const Grid& grid) {
    const auto sample = finite_sample(grid);
    if (sample.empty()) return {.has_values = false};
    const auto quantile = [&](double q) {
        return sample[static_cast<std::size_t>(q * static_cast<double>(sample.size() - 1))];
    };
    const double spread = quantile(0.98) - quantile(0.02);
    HeightScale scale;
    scale.lo = trimmed(quantile(0.02), sample.front(), spread);
    scale.hi = trimmed(quantile(0.98), sample.back(), spread);
    if (!(scale.hi - scale.lo > 1e-12 * std::max(std::abs(scale.lo), std::abs(scale.hi)))) {
        const double room = std::max(1.0, std::abs(scale.lo)) / 2;  // a level surface: show it in the middle
        scale.lo -= room;
        scale.hi += room;
        return scale;
    }
    const double range = scale.hi - scale.lo;
    if (quantile(0.5) - scale.lo >= 0.12 * range) return scale;
    scale.logarithmic = true;
    const int decade = static_cast<int>(std::floor(std::log10(range / 1000)));
    const double unit = decimal(1.0, decade);
    scale.base = std::floor(scale.lo / unit) * unit;  // round, so that base + 1, 2, 5 ... read well
    scale.lo = std::max(quantile(0.005), scale.base + 1e-4 * range);
    return scale;
}

double HeightScale::fraction(double value) const {
    if (std::isnan(value)) return value;
    if (!logarithmic) return std::clamp((value - lo) / (hi - lo), 0.0, 1.0);
    if (value <= lo) return 0;
    return std::clamp(std::log((value - base) / (lo - base)) / std::log((hi - base) / (lo - base)), 0.0, 1.0);
}

double HeightScale::value_at(double fraction) const {
    if (!logarithmic) return lo + fraction * (hi - lo);
    return base + (lo - base) * std::pow((hi - base) / (lo - base), fraction);
}

std::vector<double> HeightScale::levels(int count) const {
    if (!has_values || count < 1) return {};
    return logarithmic ? log_levels(base, lo, hi, count) : nice_levels(lo, hi, count);
}

}  // namespace eigenscape
