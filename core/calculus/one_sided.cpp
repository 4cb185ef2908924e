// Sequences at distances that halve each time; what they tend to is told from their last differences.
// Differences that shrink by a steady factor are a geometric series, summed by Aitken's rule; ones that do not shrink
// diverge.
#include "core/calculus/one_sided.h"

#include "core/calculus/univariate.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace eigenscape {
namespace {

constexpr int first_halving = 6, last_halving = 24;
constexpr std::size_t looked_at = 6;
constexpr double agreement = 1e-5;       // of one-sided values and slopes, relative
constexpr double as_good_as_one = 0.97;  // differences that shrink by less do not shrink

bool agree(double a, double b) { return std::abs(a - b) <= agreement * std::max({1.0, std::abs(a), std::abs(b)}); }

OneSided diverging(bool upwards) { return {upwards ? Tends::to_plus_infinity : Tends::to_minus_infinity, undefined}; }

// `noise` is how far rounding may have moved the last terms.
OneSided tends(const std::vector<double>& terms, double noise) {
    const std::size_t n = terms.size();
    const double last = terms.back();
    if (std::isinf(last) && terms[n - 2] == last) return diverging(last > 0);
    for (std::size_t i = n - 2 * looked_at - 1; i < n; ++i)
        if (!std::isfinite(terms[i])) return {};
    double recent = 0, before = 0;
    bool up = true, down = true;
    for (std::size_t i = n - looked_at; i < n; ++i) {
        const double change = terms[i] - terms[i - 1];
        recent = std::max(recent, std::abs(change));
        before = std::max(before, std::abs(terms[i - looked_at] - terms[i - looked_at - 1]));
        up = up && change > 0;
        down = down && change < 0;
    }
    if (recent <= 1e-6 * std::max(1.0, std::abs(last)) + noise) return {Tends::to_value, last};
    const double ratio = std::pow(recent / before, 1.0 / looked_at);
    if (!up && !down) return ratio < 0.8 ? OneSided{Tends::to_value, last} : OneSided{Tends::nowhere, undefined};
    if (ratio >= as_good_as_one) return diverging(up);
    const double change = last - terms[n - 2], previous = terms[n - 2] - terms[n - 3];
    return {Tends::to_value, last + change * change / (previous - change)};
}

struct Side {
    OneSided value, slope;
};

Side side_of(const Expression& f, double a, double direction) {
    std::vector<double> values, slopes;
    double x_before = undefined, noise = 0, h = undefined;
    for (int k = first_halving; k <= last_halving; ++k) {
        h = std::ldexp(std::max(1.0, std::abs(a)), -k);
        const double x = a + direction * h, y = value_at(f, x);
        if (!values.empty()) slopes.push_back((values.back() - y) / (x_before - x));
        values.push_back(y);
        x_before = x;
        noise = 4 * std::numeric_limits<double>::epsilon() * std::abs(y);
    }
    return {tends(values, noise), tends(slopes, 4 * noise / h)};
}

Behaviour by_slopes(const OneSided& left, const OneSided& right) {
    if (left.finite() && right.finite()) return agree(left.value, right.value) ? Behaviour::smooth : Behaviour::corner;
    if (left.infinite() && right.infinite()) return left.how == right.how ? Behaviour::vertical : Behaviour::cusp;
    const auto known = [](const OneSided& side) { return side.finite() || side.infinite(); };
    return known(left) && known(right) ? Behaviour::corner : Behaviour::wild;
}

Behaviour kind_of(const LocalBehaviour& b) {
    const OneSided &left = b.left_value, &right = b.right_value;
    const bool nothing_left = left.how == Tends::is_undefined, nothing_right = right.how == Tends::is_undefined;
    const bool has_value = std::isfinite(b.value);
    if (nothing_left && nothing_right) return has_value ? Behaviour::wild : Behaviour::outside;
    if (left.infinite() || right.infinite()) return Behaviour::pole;
    if (left.how == Tends::nowhere || right.how == Tends::nowhere) return Behaviour::wild;
    if (nothing_left || nothing_right) return Behaviour::edge;
    if (!agree(left.value, right.value)) return Behaviour::jump;
    if (!has_value) return Behaviour::hole;
    return agree(left.value, b.value) ? by_slopes(b.left_slope, b.right_slope) : Behaviour::jump;
}

}  // namespace

LocalBehaviour behaviour_at(const Expression& f, const Expression& derivative, double a) {
    LocalBehaviour b;
    b.value = value_at(f, a);
    const double slope = value_at(derivative, a);
    if (std::isfinite(b.value) && std::isfinite(slope)) {
        b.kind = Behaviour::smooth;
        b.slope = slope;
        b.left_value = b.right_value = {Tends::to_value, b.value};
        b.left_slope = b.right_slope = {Tends::to_value, slope};
        return b;
    }
    const Side left = side_of(f, a, -1), right = side_of(f, a, 1);
    b.left_value = left.value, b.right_value = right.value;
    b.left_slope = left.slope, b.right_slope = right.slope;
    b.kind = kind_of(b);
    if (b.kind == Behaviour::smooth) b.slope = 0.5 * (left.slope.value + right.slope.value);
    return b;
}

}  // namespace eigenscape
