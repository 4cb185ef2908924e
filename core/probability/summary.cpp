// Sums of deviations from the mean, the mean itself corrected by the mean of what is left over.
// Histograms count each thread's share apart and add the counts, so threads never change the result.
#include "core/probability/summary.h"

#include "core/parallel.h"
#include "core/probability/normal.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numeric>

namespace eigenscape {
namespace {

double mean_of(std::span<const double> x) {
    const auto n = static_cast<double>(x.size());
    const double rough = std::accumulate(x.begin(), x.end(), 0.0) / n;
    if (!std::isfinite(rough))
        return std::accumulate(x.begin(), x.end(), 0.0, [n](double s, double v) { return s + v / n; });
    double left = 0;
    for (const double v : x) left += v - rough;
    return rough + left / n;
}

struct Moments {
    double m2 = 0, m3 = 0, m4 = 0;
};

Moments moments_about(double mean, std::span<const double> x) {
    Moments sum;
    for (const double v : x) {
        const double d = v - mean, square = d * d;
        sum.m2 += square;
        sum.m3 += square * d;
        sum.m4 += square * square;
    }
    const auto n = static_cast<double>(x.size());
    return {sum.m2 / n, sum.m3 / n, sum.m4 / n};
}

std::pair<double, double> finite_range(std::span<const double> x) {
    double low = infinity, high = -infinity;
    for (const double v : x)
        if (std::isfinite(v)) low = std::min(low, v), high = std::max(high, v);
    if (low > high) return {0, 1};
    if (low < high) return {low, high};
    const double half = std::max(0.5, std::abs(low) * 1e-9);
    return {low - half, high + half};
}

void count(Histogram& h, std::span<const double> x) {
    const auto last = static_cast<double>(h.counts.size()) - 1, scale = (last + 1) / (h.high - h.low);
    for (const double v : x) {
        if (!std::isfinite(v)) ++h.not_finite;
        else if (v < h.low) ++h.below;
        else if (v > h.high) ++h.above;
        else ++h.counts[static_cast<std::size_t>(std::min(last, (v - h.low) * scale))];
    }
}

void add(Histogram& to, const Histogram& h) {
    for (std::size_t k = 0; k < h.counts.size(); ++k) to.counts[k] += h.counts[k];
    to.below += h.below, to.above += h.above, to.not_finite += h.not_finite;
}

}  // namespace

Summary summary(std::span<const double> x) {
    Summary s;
    s.count = x.size();
    if (x.empty()) return s;
    s.mean = mean_of(x);
    const auto [low, high] = std::ranges::minmax(x);
    s.low = low, s.high = high;
    const Moments m = moments_about(s.mean, x);
    const auto n = static_cast<double>(x.size());
    s.population_variance = m.m2;
    if (x.size() > 1) s.variance = m.m2 * n / (n - 1);
    if (m.m2 > 0) s.skewness = m.m3 / std::pow(m.m2, 1.5), s.excess_kurtosis = m.m4 / (m.m2 * m.m2) - 3;
    return s;
}

double sample_quantile(std::span<const double> x, double p) {
    if (x.empty() || !(p >= 0 && p <= 1)) return undefined;
    std::vector<double> sorted(x.begin(), x.end());
    const double at = p * static_cast<double>(x.size() - 1);
    const auto k = static_cast<std::ptrdiff_t>(at);
    std::nth_element(sorted.begin(), sorted.begin() + k, sorted.end());
    const double low = sorted[static_cast<std::size_t>(k)], share = at - static_cast<double>(k);
    if (share == 0) return low;
    return std::lerp(low, *std::min_element(sorted.begin() + k + 1, sorted.end()), share);
}

double covariance(std::span<const double> x, std::span<const double> y) {
    if (x.size() != y.size() || x.size() < 2) return undefined;
    const double mx = mean_of(x), my = mean_of(y);
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += (x[i] - mx) * (y[i] - my);
    return sum / static_cast<double>(x.size() - 1);
}

double correlation(std::span<const double> x, std::span<const double> y) {
    const double together = covariance(x, y), own = std::sqrt(summary(x).variance) * std::sqrt(summary(y).variance);
    return own > 0 ? std::clamp(together / own, -1.0, 1.0) : undefined;
}

double Histogram::density(std::size_t bin) const {
    const std::size_t all = std::accumulate(counts.begin(), counts.end(), below + above);
    return all == 0 ? 0 : static_cast<double>(counts[bin]) / (static_cast<double>(all) * width());
}

Histogram histogram(std::span<const double> x, int bins) {
    const auto [low, high] = finite_range(x);
    return histogram(x, bins, low, high);
}

Histogram histogram(std::span<const double> x, int bins, double low, double high) {
    Histogram all{low, high, std::vector<std::size_t>(static_cast<std::size_t>(std::clamp(bins, 1, most_bins)))};
    if (!(high > low) || !std::isfinite(high - low)) std::tie(all.low, all.high) = finite_range({});
    const Histogram empty = all;
    std::mutex one_adds;
    in_parallel(x.size(), 1 << 16, all_threads(), [&](std::size_t first, std::size_t last) {
        Histogram part = empty;
        count(part, x.subspan(first, last - first));
        const std::lock_guard lock(one_adds);
        add(all, part);
    });
    return all;
}

int natural_bins(std::span<const double> x) {
    if (x.size() < 2) return 1;
    const auto [low, high] = finite_range(x);
    const double spread = sample_quantile(x, 0.75) - sample_quantile(x, 0.25);
    const double width = 2 * spread / std::cbrt(static_cast<double>(x.size()));
    return width > 0 ? static_cast<int>(std::clamp(std::ceil((high - low) / width), 1.0, 200.0)) : 1;
}

Points qq_normal(std::span<const double> x, std::size_t points) {
    std::vector<double> sorted(x.begin(), x.end());
    std::erase_if(sorted, [](double v) { return !std::isfinite(v); });
    std::ranges::sort(sorted);
    const std::size_t n = sorted.size(), wanted = std::min(n, points);
    Points line;
    for (std::size_t k = 0; k < wanted; ++k) {
        const std::size_t i = wanted < 2 ? n / 2 : k * (n - 1) / (wanted - 1);
        line.push_back({normal_quantile((static_cast<double>(i) + 0.5) / static_cast<double>(n)), sorted[i]});
    }
    return line;
}

}  // namespace eigenscape
