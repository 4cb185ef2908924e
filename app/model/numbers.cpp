// Values as lists of numbers; see numbers.h. Row-major whatever Eigen's own order.
// Parts of a log range are parts of its logarithm; a range that is not positive or not finite falls back to linear.
#include "app/model/numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace eigenscape {
namespace {

template <class M>
std::vector<double> entries(const M& m) {
    std::vector<double> result;
    for (int row = 0; row < m.rows(); ++row)
        for (int column = 0; column < m.cols(); ++column) result.push_back(m(row, column));
    return result;
}

template <class M>
M from_entries(std::span<const double> numbers) {
    M m;
    for (int row = 0; row < m.rows(); ++row)
        for (int column = 0; column < m.cols(); ++column)
            m(row, column) = numbers[static_cast<std::size_t>(row * m.cols() + column)];
    return m;
}

int rounded(double x) {
    constexpr double most = std::numeric_limits<int>::max();
    return std::isfinite(x) ? static_cast<int>(std::lround(std::clamp(x, -most, most))) : 0;
}

template <class T>
constexpr bool has_no_numbers =
    std::is_same_v<T, bool> || std::is_same_v<T, Choice> || std::is_same_v<T, Picture> || std::is_same_v<T, Formula>;

bool logarithmic(const Range& range) { return range.scale == Scale::log && range.min > 0 && range.max > range.min; }

}  // namespace

std::vector<double> numbers_of(const Value& value) {
    return std::visit(
        [](const auto& held) -> std::vector<double> {
            using T = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<T, int> || std::is_same_v<T, double>) {
                return {static_cast<double>(held)};
            } else if constexpr (std::is_same_v<T, Numbers>) {
                return held;
            } else if constexpr (std::is_same_v<T, Points>) {
                std::vector<double> result;
                for (const Vec2& p : held) result.insert(result.end(), {p.x(), p.y()});
                return result;
            } else if constexpr (std::is_same_v<T, Points3>) {
                std::vector<double> result;
                for (const Vec3& p : held) result.insert(result.end(), {p.x(), p.y(), p.z()});
                return result;
            } else if constexpr (has_no_numbers<T>) {
                return {};
            } else {
                return entries(held);
            }
        },
        value);
}

Value with_numbers(const Value& like, std::span<const double> numbers) {
    return std::visit(
        [&](const auto& held) -> Value {
            using T = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<T, int>) {
                return rounded(numbers[0]);
            } else if constexpr (std::is_same_v<T, double>) {
                return numbers[0];
            } else if constexpr (std::is_same_v<T, Numbers>) {
                return Numbers(numbers.begin(), numbers.end());
            } else if constexpr (std::is_same_v<T, Points>) {
                Points points;
                for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) points.emplace_back(numbers[i], numbers[i + 1]);
                return points;
            } else if constexpr (std::is_same_v<T, Points3>) {
                Points3 points;
                for (std::size_t i = 0; i + 2 < numbers.size(); i += 3)
                    points.emplace_back(numbers[i], numbers[i + 1], numbers[i + 2]);
                return points;
            } else if constexpr (has_no_numbers<T>) {
                return held;
            } else {
                return from_entries<T>(numbers);
            }
        },
        like);
}

std::string number_text(double x) {
    if (x == 0) return "0";
    char buffer[32];
    const bool plain = std::abs(x) >= 1e-6 && std::abs(x) < 1e15;  // 0.0001 rather than 1e-04
    const auto form = plain ? std::chars_format::fixed : std::chars_format::scientific;
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, x, form).ptr;
    return {buffer, end};
}

double to_part(const Range& range, double x) {
    if (!(range.max > range.min)) return 0;
    if (logarithmic(range)) return x > 0 ? std::log(x / range.min) / std::log(range.max / range.min) : 0;
    return (x - range.min) / (range.max - range.min);
}

double from_part(const Range& range, double part) {
    if (part == 0) return range.min;  // exactly, so that an edge of the range stays the edge
    if (part == 1) return range.max;
    if (logarithmic(range)) return range.min * std::pow(range.max / range.min, part);
    return range.min + part * (range.max - range.min);
}

}  // namespace eigenscape
