// See disturb.h. Draw k of the seed's stream belongs to number k of the points, so that no order of work matters.
#include "app/data/disturb.h"

#include "app/model/literal.h"
#include "app/model/numbers.h"
#include "core/probability/random.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

struct Spread {
    std::vector<double> mean, deviation;
};

std::size_t width_of(const Param& param) { return param.kind == Kind::points ? 2 : 3; }
bool is_class(const Param& param, std::size_t j) { return static_cast<int>(j) == param.columns.class_column; }

Spread spread_of(const Param& param, const std::vector<double>& numbers) {
    const std::size_t width = width_of(param);
    const std::size_t rows = numbers.size() / width;
    const double count = static_cast<double>(std::max<std::size_t>(1, rows));
    Spread spread{std::vector<double>(width, 0), std::vector<double>(width, 0)};
    for (std::size_t i = 0; i < numbers.size(); ++i) spread.mean[i % width] += numbers[i] / count;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const double away = numbers[i] - spread.mean[i % width];
        spread.deviation[i % width] += away / count * away;
    }
    double largest = 0;
    for (std::size_t j = 0; j < width; ++j) {
        spread.deviation[j] = std::sqrt(spread.deviation[j]);
        if (!is_class(param, j)) largest = std::max(largest, spread.deviation[j]);
    }
    if (largest == 0) largest = (param.range.max - param.range.min) / 50;  // one point, or all in one place
    for (double& deviation : spread.deviation)
        if (deviation == 0) deviation = largest;
    return spread;
}

double in_range(const Param& param, double x) { return std::clamp(x, param.range.min, param.range.max); }

}  // namespace

Value with_noise(const Param& param, const Value& points, double share, std::uint64_t seed) {
    std::vector<double> numbers = numbers_of(points);
    const Spread spread = spread_of(param, numbers);
    const Stream stream(seed);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::size_t j = i % width_of(param);
        if (!is_class(param, j))
            numbers[i] = in_range(param, numbers[i] + share * spread.deviation[j] * stream.normal(i));
    }
    return with_numbers(points, numbers);
}

std::optional<Value> with_outlier(const Param& param, const Value& points, std::uint64_t seed) {
    constexpr double far = 5;  // deviations
    std::vector<double> numbers = numbers_of(points);
    const std::size_t width = width_of(param);
    if (numbers.size() / width >= most_points) return std::nullopt;
    const Spread spread = spread_of(param, numbers);
    const Stream stream(seed);
    std::vector<double> toward;
    double length = 0;
    for (std::size_t j = 0; j < width; ++j) {
        toward.push_back(is_class(param, j) ? 0 : stream.normal(j));
        length += toward[j] * toward[j];
    }
    length = std::sqrt(std::max(length, 1e-12));
    const double last_class =
        numbers.size() < width || param.columns.class_column < 0
            ? 0
            : numbers[numbers.size() - width + static_cast<std::size_t>(param.columns.class_column)];
    for (std::size_t j = 0; j < width; ++j) {
        const double x =
            is_class(param, j) ? last_class : spread.mean[j] + far * spread.deviation[j] * toward[j] / length;
        numbers.push_back(in_range(param, x));
    }
    if (param.kind == Kind::points) return with_numbers(Points{}, numbers);
    return with_numbers(Points3{}, numbers);
}

}  // namespace eigenscape
