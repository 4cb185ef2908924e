// One sampler per family. Logarithms, exponentials and tangents come from the portable kernels, never from libm, whose
// last bits differ between systems.
#include "core/probability/draws.h"

#include "core/calculus/kernels.h"
#include "core/parallel.h"
#include "core/probability/normal.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace eigenscape {
namespace {

constexpr std::size_t block = 512;
static_assert(block % kernel_width == 0);

// transform(numbers): in place, over whole blocks of uniform numbers, the last filled up with 1/2.
template <class Transform>
Sampler by_blocks(Transform transform) {
    return [transform](const Stream& stream, std::uint64_t first, std::span<double> out) {
        double u[block];
        for (std::size_t done = 0; done < out.size(); done += block) {
            const std::size_t n = std::min(block, out.size() - done);
            for (std::size_t k = 0; k < n; ++k) u[k] = stream.uniform(first + done + k);
            std::fill(u + n, u + block, 0.5);
            transform(std::span<double>(u, block));
            std::copy_n(u, n, out.begin() + static_cast<std::ptrdiff_t>(done));
        }
    };
}

void apply(Step step, std::span<double> x) {
    fastest_kernels().kernels[static_cast<std::size_t>(step)](x.data(), x.data(), nullptr, nullptr, x.size());
}

template <class Draw>
Sampler one_by_one(Draw draw) {
    return [draw](const Stream& stream, std::uint64_t first, std::span<double> out) {
        for (std::size_t k = 0; k < out.size(); ++k) out[k] = draw(stream, first + k);
    };
}

double ln(double x) { return apply_step(Step::ln, x); }

// Gamma(shape, 1): a normal number, squeezed and cubed, is accepted 19 times of 20. "A simple method for generating
// gamma variables", ACM TOMS 26 (2000) 363-372. Below 1 one shape higher, times U^(1/shape).
double gamma_draw(const Stream& own, double shape) {
    const double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3, c = 1 / std::sqrt(9 * d);
    for (std::uint64_t i = 1;; i += 2) {
        const double x = own.normal(i), v = (1 + c * x) * (1 + c * x) * (1 + c * x), u = own.uniform(i + 1);
        if (v <= 0) continue;
        if (ln(u) >= 0.5 * x * x + d - d * v + d * ln(v)) continue;
        return shape < 1 ? d * v * apply_step(Step::exp, ln(own.uniform(0)) / shape) : d * v;
    }
}

double beta_draw(const Stream& own, double a, double b) {
    const double x = gamma_draw(own.split(0), a), y = gamma_draw(own.split(1), b);
    return x + y > 0 ? x / (x + y) : (own.uniform(2) < a / (a + b) ? 1 : 0);
}

double student_draw(const Stream& own, double nu) {
    return own.normal(0) / std::sqrt(2 * gamma_draw(own.split(1), nu / 2) / nu);
}

// The cdf at all whole numbers that a 52-bit uniform number can reach.
Sampler by_table(const Distribution& d) {
    const double low = quantile(d, 1e-17);
    auto cumulative = std::make_shared<std::vector<double>>();
    for (double k = low; cumulative->empty() || cumulative->back() < 1 - 0x1p-53; ++k) {
        cumulative->push_back(cdf(d, k));
        if (tail(d, k) < 1e-17) break;
    }
    return one_by_one([low, cumulative](const Stream& stream, std::uint64_t i) {
        const auto found = std::lower_bound(cumulative->begin(), cumulative->end(), stream.uniform(i));
        return low + static_cast<double>(std::min<std::ptrdiff_t>(found - cumulative->begin(),
                                                                  static_cast<std::ptrdiff_t>(cumulative->size()) - 1));
    });
}

}  // namespace

Sampler sampler(const Distribution& d) {
    const double a = d.a, b = d.b;
    if (problem(d)) return one_by_one([](const Stream&, std::uint64_t) { return undefined; });
    switch (d.family) {
        case Family::normal:
            return by_blocks([a, b](std::span<double> u) {
                normal_quantiles(u.data(), u.data(), u.size());
                for (double& x : u) x = a + b * x;
            });
        case Family::uniform:
            return by_blocks([a, b](std::span<double> u) {
                for (double& x : u) x = a + x * (b - a);
            });
        case Family::exponential:
            return by_blocks([a](std::span<double> u) {
                apply(Step::ln, u);
                for (double& x : u) x = -x / a;
            });
        case Family::cauchy:
            return by_blocks([a, b](std::span<double> u) {
                for (double& x : u) x = pi * (x - 0.5);
                apply(Step::tan, u);
                for (double& x : u) x = a + b * x;
            });
        case Family::gamma:
            return one_by_one([a, b](const Stream& s, std::uint64_t i) { return gamma_draw(s.split(i), a) / b; });
        case Family::chi_squared:
            return one_by_one([a](const Stream& s, std::uint64_t i) { return 2 * gamma_draw(s.split(i), a / 2); });
        case Family::beta:
            return one_by_one([a, b](const Stream& s, std::uint64_t i) { return beta_draw(s.split(i), a, b); });
        case Family::student_t:
            return one_by_one([a](const Stream& s, std::uint64_t i) { return student_draw(s.split(i), a); });
        case Family::binomial:
        case Family::poisson: return by_table(d);
    }
    return {};
}

Sampler sampler(DrawnDensity d) {
    return one_by_one([d = std::make_shared<const DrawnDensity>(std::move(d))](const Stream& stream, std::uint64_t i) {
        return d->quantile(stream.uniform(i));
    });
}

std::vector<double> draws(const Sampler& from, std::uint64_t seed, std::size_t count, int threads) {
    std::vector<double> out(count);
    const Stream stream(seed);
    in_parallel(count, 16 * block, threads, [&](std::size_t first, std::size_t last) {
        from(stream, first, std::span(out).subspan(first, last - first));
    });
    return out;
}

std::vector<double> sample_means(const Sampler& from, std::uint64_t seed, std::size_t n, std::size_t count,
                                 int threads) {
    std::vector<double> out(n == 0 ? 0 : count);
    const Stream stream(seed);
    in_parallel(out.size(), std::max<std::size_t>(1, 16 * block / std::max<std::size_t>(n, 1)), threads,
                [&](std::size_t first, std::size_t last) {
                    std::vector<double> batch((last - first) * n);
                    from(stream, first * n, batch);
                    for (std::size_t i = first; i < last; ++i) {
                        double sum = 0;
                        for (std::size_t k = 0; k < n; ++k) sum += batch[(i - first) * n + k];
                        out[i] = sum / static_cast<double>(n);
                    }
                });
    return out;
}

}  // namespace eigenscape
