// The exact derivatives come from the formula; the secants from its values, rounding and all.
// Higham, "Accuracy and Stability of Numerical Algorithms", 1.14 and Numerical Recipes, 5.7, for the two errors.
#include "core/calculus/univariate.h"

#include <cmath>

namespace eigenscape {
namespace {

struct Derivatives {
    double value, first, second, third, rounding;
};

Derivatives derivatives(const Expression& f, double a) {
    const Expression first = f.derivative(0), second = first.derivative(0), third = second.derivative(0);
    const double value = value_at(f, a);
    return {value, value_at(first, a), value_at(second, a), value_at(third, a),
            std::numeric_limits<double>::epsilon() * std::abs(value)};
}

SecantSlope measured(const Expression& f, double a, double h, const Derivatives& d) {
    SecantSlope s{h};
    const double right = a + h, left = a - h;  // the widths that doubles really have
    s.forward = (value_at(f, right) - d.value) / (right - a);
    s.central = (value_at(f, right) - value_at(f, left)) / (right - left);
    s.forward_error = s.forward - d.first;
    s.central_error = s.central - d.first;
    s.forward_expected = std::abs(d.second) * h / 2 + d.rounding / h;
    s.central_expected = std::abs(d.third) * h * h / 6 + d.rounding / h;
    return s;
}

}  // namespace

std::vector<double> values_at(const Expression& f, std::span<const double> x) {
    std::vector<double> y(x.size());
    const double* const input = x.data();
    double* const output = y.data();
    Program(std::span(&f, 1)).run(std::span(&input, 1), x.size(), std::span(&output, 1));
    return y;
}

SecantSlope secant_slope(const Expression& f, double a, double h) { return measured(f, a, h, derivatives(f, a)); }

std::vector<SecantSlope> secant_slopes(const Expression& f, double a, std::span<const double> h) {
    const Derivatives d = derivatives(f, a);
    std::vector<SecantSlope> all;
    for (const double width : h) all.push_back(measured(f, a, width, d));
    return all;
}

BestWidths best_widths(const Expression& f, double a) {
    const Derivatives d = derivatives(f, a);
    return {std::sqrt(2 * d.rounding / std::abs(d.second)), std::cbrt(3 * d.rounding / std::abs(d.third))};
}

}  // namespace eigenscape
