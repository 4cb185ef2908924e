// Wichura's three rational approximations: the middle in (p - 1/2)^2, the tails in sqrt(-ln p).
// J. Roy. Statist. Soc. C 37 (1988) 477-484, algorithm AS 241.
#include "core/probability/normal.h"

#include "core/calculus/kernels.h"
#include "core/types.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace eigenscape {
namespace {

template <std::size_t N>
double polynomial(const double (&c)[N], double x) {
    double sum = c[N - 1];
    for (std::size_t k = N - 1; k-- > 0;) sum = sum * x + c[k];
    return sum;
}

constexpr double middle_above[] = {3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427,
                                   13731.693765509461125, 45921.953931549871457, 67265.770927008700853,
                                   33430.575583588128105, 2509.0809287301226727};
constexpr double middle_below[] = {1.0,
                                   42.313330701600911252,
                                   687.18700749205790830,
                                   5394.1960214247511077,
                                   21213.794301586595867,
                                   39307.895800092710610,
                                   28729.085735721942674,
                                   5226.4952788528545610};
constexpr double near_above[] = {1.42343711074968357734,   4.63033784615654529590,   5.76949722146069140550,
                                 3.64784832476320460504,   1.27045825245236838258,   0.241780725177450611770,
                                 0.0227238449892691845833, 7.74545014278341407640e-4};
constexpr double near_below[] = {1.0,
                                 2.05319162663775882187,
                                 1.67638483018380384940,
                                 0.689767334985100004550,
                                 0.148103976427480074590,
                                 0.0151986665636164571966,
                                 5.47593808499534494600e-4,
                                 1.05075007164441684324e-9};
constexpr double far_above[] = {6.65790464350110377720,    5.46378491116411436990,   1.78482653991729133580,
                                0.296560571828504891230,   0.0265321895265761230930, 1.24266094738807843860e-3,
                                2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr double far_below[] = {1.0,
                                0.599832206555887937690,
                                0.136929880922735805310,
                                0.0148753612908506148525,
                                7.86869131145613259100e-4,
                                1.84631831751005468180e-5,
                                1.42151175831644588870e-7,
                                2.04426310338993978564e-15};

// From p and the logarithm of the smaller of p and 1 - p.
double quantile(double p, double log_smaller) {
    const double q = p - 0.5;
    if (std::abs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        return q * polynomial(middle_above, r) / polynomial(middle_below, r);
    }
    if (!(p >= 0 && p <= 1)) return undefined;
    if (p == 0 || p == 1) return p == 0 ? -infinity : infinity;
    const double root = std::sqrt(-log_smaller);
    const double size = root <= 5 ? polynomial(near_above, root - 1.6) / polynomial(near_below, root - 1.6)
                                  : polynomial(far_above, root - 5) / polynomial(far_below, root - 5);
    return q < 0 ? -size : size;
}

}  // namespace

double normal_density(double z) { return std::exp(-0.5 * z * z) / std::sqrt(2 * pi); }
double normal_cdf(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }
double normal_tail(double z) { return 0.5 * std::erfc(z / std::numbers::sqrt2); }

double normal_quantile(double p) {
    const bool tail = std::abs(p - 0.5) > 0.425;
    return quantile(p, tail ? apply_step(Step::ln, std::min(p, 1 - p)) : 0);
}

void normal_quantiles(const double* p, double* out, unsigned long count) {
    constexpr std::size_t block = 256;
    static_assert(block % kernel_width == 0);
    double logs[block];
    const Kernel ln = fastest_kernels().kernels[static_cast<std::size_t>(Step::ln)];
    for (std::size_t first = 0; first < count; first += block) {
        const std::size_t n = std::min<std::size_t>(block, count - first);
        for (std::size_t i = 0; i < block; ++i) logs[i] = i < n ? std::min(p[first + i], 1 - p[first + i]) : 1;
        ln(logs, logs, nullptr, nullptr, block);
        for (std::size_t i = 0; i < n; ++i) out[first + i] = quantile(p[first + i], logs[i]);
    }
}

}  // namespace eigenscape
