// The continuous families, one row each: logarithm of the density, both tails, quantiles where they have a closed form.
// Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions"; factors by gamma_function.h.
#include "core/probability/family_rows.h"
#include "core/probability/gamma_function.h"
#include "core/probability/normal.h"

namespace eigenscape {
namespace {

using D = const Distribution&;
using Ends = std::pair<double, double>;

double z(D d, double x) { return (x - d.a) / d.b; }
Ends everywhere(D) { return {-infinity, infinity}; }
Ends above_zero(D) { return {0, infinity}; }

const FamilyRow normal{
    [](D d, double x) { return -0.5 * z(d, x) * z(d, x) - half_log_two_pi - std::log(d.b); },
    [](D d, double x) { return normal_cdf(z(d, x)); },
    [](D d, double x) { return normal_tail(z(d, x)); },
    [](D d, double p) { return d.a + d.b * normal_quantile(p); },
    [](D d, double q) { return d.a - d.b * normal_quantile(q); },
    [](D d) { return d.a; },
    [](D d) { return d.b * d.b; },
    everywhere,
};

double share(double part, double whole) { return std::clamp(part / whole, 0.0, 1.0); }

const FamilyRow uniform{
    [](D d, double x) { return x < d.a || x > d.b ? -infinity : -std::log(d.b - d.a); },
    [](D d, double x) { return share(x - d.a, d.b - d.a); },
    [](D d, double x) { return share(d.b - x, d.b - d.a); },
    [](D d, double p) { return d.a + p * (d.b - d.a); },
    [](D d, double q) { return d.b - q * (d.b - d.a); },
    [](D d) { return d.a + (d.b - d.a) / 2; },
    [](D d) { return (d.b - d.a) * (d.b - d.a) / 12; },
    [](D d) {
        return Ends{d.a, d.b};
    },
};

const FamilyRow exponential{
    [](D d, double x) { return x < 0 ? -infinity : std::log(d.a) - d.a * x; },
    [](D d, double x) { return x < 0 ? 0 : -std::expm1(-d.a * x); },
    [](D d, double x) { return x < 0 ? 1 : std::exp(-d.a * x); },
    [](D d, double p) { return -std::log1p(-p) / d.a; },
    [](D d, double q) { return -std::log(q) / d.a; },
    [](D d) { return 1 / d.a; },
    [](D d) { return 1 / (d.a * d.a); },
    above_zero,
};

// x^k e^-x / Gamma(k) is k times the Poisson mass of k at x.
double gamma_log_density(double shape, double rate, double x) {
    if (x < 0) return -infinity;
    if (x == 0) return shape < 1 ? infinity : shape > 1 ? -infinity : std::log(rate);
    return log_poisson_mass(shape, rate * x) + std::log(shape) - std::log(x);
}

const FamilyRow gamma{
    [](D d, double x) { return gamma_log_density(d.a, d.b, x); },
    [](D d, double x) { return x < 0 ? 0 : gamma_p(d.a, d.b * x); },
    [](D d, double x) { return x < 0 ? 1 : gamma_q(d.a, d.b * x); },
    nullptr,
    nullptr,
    [](D d) { return d.a / d.b; },
    [](D d) { return d.a / (d.b * d.b); },
    above_zero,
};

double beta_log_density(D d, double x) {
    if (x < 0 || x > 1) return -infinity;
    const auto at_end = [](double here, double there) {
        return here < 1 ? infinity : here > 1 ? -infinity : std::log(there);
    };
    if (x == 0) return at_end(d.a, d.b);
    if (x == 1) return at_end(d.b, d.a);
    return log_binomial_mass(d.a, d.a + d.b, x, 1 - x) + std::log(d.a) + std::log(d.b) - std::log(d.a + d.b) -
           std::log(x) - std::log1p(-x);
}

const FamilyRow beta{
    beta_log_density,
    [](D d, double x) { return x <= 0   ? 0
                               : x >= 1 ? 1
                                        : beta_i(d.a, d.b, x, 1 - x); },
    [](D d, double x) { return x <= 0   ? 1
                               : x >= 1 ? 0
                                        : beta_i(d.b, d.a, 1 - x, x); },
    nullptr,
    nullptr,
    [](D d) { return d.a / (d.a + d.b); },
    [](D d) { return d.a / (d.a + d.b) * (d.b / (d.a + d.b)) / (d.a + d.b + 1); },
    [](D) {
        return Ends{0, 1};
    },
};

// Gamma((nu+1)/2) / Gamma(nu/2) from Stirling errors, which cancel for large nu.
double student_log_density(D d, double x) {
    const double half = d.a / 2;
    const double front = stirling_error(half + 0.5) - stirling_error(half) - deviance(half, half + 0.5);
    const double square = std::abs(x) > 1e150 ? infinity : x * x / d.a;
    const double log_growth = square == infinity ? 2 * std::log(std::abs(x)) - std::log(d.a) : std::log1p(square);
    return front - half_log_two_pi - (half + 0.5) * log_growth;
}

double student_tail(D d, double x) {  // the mass above x >= 0
    if (x > 1e150) return student_tail(d, 1e150) * std::pow(x / 1e150, -d.a);
    const double square = x * x, whole = d.a + square;
    return 0.5 * beta_i(d.a / 2, 0.5, d.a / whole, square / whole);
}

const FamilyRow student{
    student_log_density,
    [](D d, double x) { return x < 0 ? student_tail(d, -x) : 1 - student_tail(d, x); },
    [](D d, double x) { return x > 0 ? student_tail(d, x) : 1 - student_tail(d, -x); },
    nullptr,
    nullptr,
    [](D d) { return d.a > 1 ? 0 : undefined; },
    [](D d) { return d.a > 2   ? d.a / (d.a - 2)
                     : d.a > 1 ? infinity
                               : undefined; },
    everywhere,
};

const FamilyRow chi_squared{
    [](D d, double x) { return gamma_log_density(d.a / 2, 0.5, x); },
    [](D d, double x) { return x < 0 ? 0 : gamma_p(d.a / 2, x / 2); },
    [](D d, double x) { return x < 0 ? 1 : gamma_q(d.a / 2, x / 2); },
    nullptr,
    nullptr,
    [](D d) { return d.a; },
    [](D d) { return 2 * d.a; },
    above_zero,
};

const FamilyRow cauchy{
    [](D d, double x) { return -std::log(pi * d.b) - 2 * std::log(std::hypot(1, z(d, x))); },
    [](D d, double x) { return std::atan2(1, -z(d, x)) / pi; },
    [](D d, double x) { return std::atan2(1, z(d, x)) / pi; },
    [](D d, double p) { return p == 0.5 ? d.a : d.a - d.b / std::tan(pi * p); },
    [](D d, double q) { return q == 0.5 ? d.a : d.a + d.b / std::tan(pi * q); },
    [](D) { return undefined; },
    [](D) { return undefined; },
    everywhere,
};

}  // namespace

const FamilyRow& continuous_row(Family family) {
    switch (family) {
        case Family::uniform: return uniform;
        case Family::exponential: return exponential;
        case Family::gamma: return gamma;
        case Family::beta: return beta;
        case Family::student_t: return student;
        case Family::chi_squared: return chi_squared;
        case Family::cauchy: return cauchy;
        default: return normal;
    }
}

}  // namespace eigenscape
