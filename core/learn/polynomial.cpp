// Three-term recurrence of the polynomials orthogonal over the points; each coefficient is one inner product.
// All in Twofold: the recurrence loses digits as the degree nears the number of points.
#include "core/learn/polynomial.h"

#include "core/linalg/twofold.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenscape {
namespace {

constexpr int highest_degree = 30;
using Column = std::vector<Twofold>;

Twofold dot(const Column& a, const Column& b) {
    Twofold sum;
    for (std::size_t i = 0; i < a.size(); ++i) sum = sum + a[i] * b[i];
    return sum;
}

std::string problem_of(std::span<const double> x, std::span<const double> y, int degree) {
    if (x.empty() || x.size() != y.size()) return "A fit needs a point at least, each with an x and a y.";
    const auto finite = [](double v) { return std::isfinite(v); };
    if (!std::ranges::all_of(x, finite) || !std::ranges::all_of(y, finite)) return "A point is not finite.";
    return degree < 0 || degree > highest_degree ? "The degree must be 0 to 30." : "";
}

int different(std::span<const double> x) {
    std::vector<double> sorted(x.begin(), x.end());
    std::ranges::sort(sorted);
    return static_cast<int>(std::unique(sorted.begin(), sorted.end()) - sorted.begin());
}

// P_{k+1} = (x - alpha) P_k - beta P_{k-1}, on values at the points or on monomial coefficients alike.
Column next_values(const Column& x, Twofold alpha, Twofold beta, const Column& now, const Column& before) {
    Column next(now.size());
    for (std::size_t i = 0; i < now.size(); ++i) next[i] = (x[i] - alpha) * now[i] - beta * before[i];
    return next;
}
Column next_monomials(Twofold alpha, Twofold beta, const Column& now, const Column& before) {
    Column next(now.size());
    for (std::size_t i = 0; i < now.size(); ++i)
        next[i] = (i > 0 ? now[i - 1] : Twofold{}) - alpha * now[i] - beta * before[i];
    return next;
}

}  // namespace

PolynomialFit fit_polynomial(std::span<const double> x, std::span<const double> y, int degree) {
    PolynomialFit fit;
    fit.problem = problem_of(x, y, degree);
    if (!fit.problem.empty()) return fit;
    const int points = different(x);
    fit.degree = std::min(degree, points - 1);
    if (degree >= points)
        fit.warning = "Only " + std::to_string(points) + " different x: a higher degree fits them no better.";
    else if (degree > 0 && degree == points - 1)
        fit.warning = "As many coefficients as points: the curve passes through every point, noise included.";

    const Column at(x.begin(), x.end());
    Column left(y.begin(), y.end()), now(x.size(), Twofold(1)), before(x.size());
    const auto size = static_cast<std::size_t>(fit.degree) + 1;
    Column power(size), power_before(size), total(size);
    power[0] = 1;
    Twofold norm_before = 1;
    for (int k = 0; k <= fit.degree; ++k) {
        const Twofold norm = dot(now, now), c = dot(left, now) / norm;
        for (std::size_t i = 0; i < left.size(); ++i) left[i] = left[i] - c * now[i];
        for (std::size_t i = 0; i < size; ++i) total[i] = total[i] + c * power[i];
        Column shifted = now;
        for (std::size_t i = 0; i < shifted.size(); ++i) shifted[i] = shifted[i] * at[i];
        const Twofold alpha = dot(shifted, now) / norm, beta = k == 0 ? Twofold{} : norm / norm_before;
        fit.alpha.push_back(double(alpha));
        fit.beta.push_back(double(beta));
        fit.coefficients.push_back(double(c));
        before = std::exchange(now, next_values(at, alpha, beta, now, before));
        power_before = std::exchange(power, next_monomials(alpha, beta, power, power_before));
        norm_before = norm;
    }
    for (const Twofold& c : total) fit.monomials.push_back(double(c));
    if (!std::ranges::all_of(fit.monomials, [](double c) { return std::isfinite(c); }))
        fit.problem = "The points are too far from zero for this degree: shift or scale x.";
    return fit;
}

double PolynomialFit::operator()(double x) const {
    if (!problem.empty()) return undefined;
    double now = 1, before = 0, sum = 0;
    for (std::size_t k = 0; k < coefficients.size(); ++k) {
        sum += coefficients[k] * now;
        before = std::exchange(now, (x - alpha[k]) * now - beta[k] * before);
    }
    return sum;
}

double mean_squared_error(const PolynomialFit& f, std::span<const double> x, std::span<const double> y) {
    if (x.empty() || x.size() != y.size()) return undefined;
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += (f(x[i]) - y[i]) * (f(x[i]) - y[i]);
    return sum / static_cast<double>(x.size());
}

}  // namespace eigenscape
