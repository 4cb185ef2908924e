// Differences of nearly equal distributions: x - 1 - ln x by its own function, so that equal ones give exactly 0.
// Cover and Thomas, "Elements of Information Theory", chapter 2.
#include "core/probability/information.h"

#include "core/probability/gamma_function.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace eigenscape {
namespace {

bool is_distribution(std::span<const double> p) {
    const bool fair = !p.empty() && std::ranges::all_of(p, [](double x) { return x >= 0 && x <= 1 + 1e-9; });
    return fair && std::abs(std::accumulate(p.begin(), p.end(), 0.0) - 1) <= 1e-9;
}

bool comparable(std::span<const double> p, std::span<const double> q) {
    return p.size() == q.size() && is_distribution(p) && is_distribution(q);
}

}  // namespace

double entropy(std::span<const double> p) {
    if (!is_distribution(p)) return undefined;
    double sum = 0;
    for (const double x : p)
        if (x > 0) sum -= x * std::log(x);
    return std::max(0.0, sum);
}

double cross_entropy(std::span<const double> p, std::span<const double> q) {
    if (!comparable(p, q)) return undefined;
    double sum = 0;
    for (std::size_t i = 0; i < p.size(); ++i)
        if (p[i] > 0) sum -= p[i] * std::log(q[i]);
    return sum;
}

double kl_divergence(std::span<const double> p, std::span<const double> q) {
    if (!comparable(p, q)) return undefined;
    double sum = 0;  // of p ln(p/q) + q - p, whose last two parts cancel over all
    for (std::size_t i = 0; i < p.size(); ++i) sum += p[i] == 0 ? q[i] : q[i] == 0 ? infinity : deviance(p[i], q[i]);
    return sum;
}

double kl_normal(double mu1, double sigma1, double mu2, double sigma2) {
    if (!(sigma1 > 0 && sigma2 > 0)) return undefined;
    const double ratio = sigma1 / sigma2, apart = (mu1 - mu2) / sigma2;
    const double square = ratio * ratio;
    // (r^2 - 1)/2 - ln r as the deviance of 1 from r^2, unless r^2 is beyond the doubles
    const double spread = square > 1e-300 && square < 1e300 ? deviance(1, square) / 2
                                                            : (square - 1) / 2 - std::log(sigma1) + std::log(sigma2);
    return spread + 0.5 * apart * apart;
}

}  // namespace eigenscape
