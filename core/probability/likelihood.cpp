// Closed forms, each the zero of the derivative of the log-likelihood (the uniform's maximum lies at an edge instead).
// Wilson's interval: JASA 22 (1927) 209-212.
#include "core/probability/likelihood.h"

#include "core/probability/normal.h"
#include "core/probability/summary.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

bool all_from_zero(std::span<const double> x) {
    return std::ranges::all_of(x, [](double v) { return v >= 0; });
}

Fit fit_normal(const Summary& s) {
    Fit fit{{Family::normal, s.mean, std::sqrt(s.population_variance)}, infinity, {}};
    if (s.population_variance == 0) {
        fit.problem = "The likelihood is unbounded: all points are equal, so the variance is zero.";
        return fit;
    }
    fit.log_likelihood = -0.5 * static_cast<double>(s.count) * (std::log(2 * pi * s.population_variance) + 1);
    return fit;
}

Fit fit_uniform(const Summary& s) {
    Fit fit{{Family::uniform, s.low, s.high}, infinity, {}};
    if (s.low == s.high)
        fit.problem = "The likelihood is unbounded: all points are equal, so the interval has no width.";
    else fit.log_likelihood = -static_cast<double>(s.count) * std::log(s.high - s.low);
    return fit;
}

Fit fit_exponential(const Summary& s) {
    Fit fit{{Family::exponential, 1 / s.mean, 0}, infinity, {}};
    if (s.mean == 0) fit.problem = "The likelihood is unbounded: all points are 0.";
    else fit.log_likelihood = -static_cast<double>(s.count) * (std::log(s.mean) + 1);
    return fit;
}

}  // namespace

Fit most_likely(Family family, std::span<const double> x) {
    const auto refuse = [&](const char* why) { return Fit{{family, undefined, undefined}, undefined, why}; };
    if (x.empty()) return refuse("There is nothing to fit: add a point.");
    if (!std::ranges::all_of(x, [](double v) { return std::isfinite(v); })) return refuse("A point is not finite.");
    const Summary s = summary(x);
    if (family == Family::normal) return fit_normal(s);
    if (family == Family::uniform) return fit_uniform(s);
    if (family != Family::exponential && family != Family::poisson) return refuse("No closed form for this family.");
    if (!all_from_zero(x)) return refuse("A point is below zero, where this family has no mass.");
    if (family == Family::exponential) return fit_exponential(s);
    if (!std::ranges::all_of(x, [](double v) { return v == std::floor(v); }))
        return refuse("A Poisson number is whole: 0, 1, 2, ...");
    const Distribution best{Family::poisson, s.mean, 0};
    return {best, log_likelihood(best, x), {}};
}

double log_likelihood(const Distribution& d, std::span<const double> x) {
    double sum = 0;
    for (const double v : x) sum += log_density(d, v);
    return sum;
}

BernoulliFit bernoulli_fit(double k, double n, double confidence) {
    if (!(n >= 1 && k >= 0 && k <= n && confidence > 0 && confidence < 1)) return {};
    const auto times_log = [](double times, double p) { return times == 0 ? 0 : times * std::log(p); };
    BernoulliFit fit;
    const double p = fit.p = k / n, q = (n - k) / n;
    fit.log_likelihood = times_log(k, p) + times_log(n - k, q);
    fit.standard_error = std::sqrt(p * q / n);
    const double z = -normal_quantile((1 - confidence) / 2), share = z * z / n;
    const double centre = (p + share / 2) / (1 + share);
    const double half = z * std::sqrt(p * q / n + share / (4 * n)) / (1 + share);
    fit.wilson_low = k == 0 ? 0 : centre - half;
    fit.wilson_high = k == n ? 1 : centre + half;
    return fit;
}

}  // namespace eigenscape
