// Moments of drawn densities by Boole's rule, which is exact for a cubic times a straight line.
// Means are kept for a power of two of samples, so that playing forwards seldom computes them again.
#include "app/scenes/probability/population.h"

#include "core/memo.h"
#include "core/probability/normal.h"
#include "core/probability/summary.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

double skewness_of(const DrawnDensity& d, double mean, double sd) {
    double sum = 0;
    for (std::size_t k = 0; k + 1 < d.x.size(); ++k) {
        const double w = d.x[k + 1] - d.x[k];
        constexpr double weights[] = {7, 32, 12, 32, 7};
        for (int j = 0; j < 5; ++j) {
            const double t = j / 4.0, z = (d.x[k] + t * w - mean) / sd;
            sum += w * weights[j] / 90 * z * z * z * std::lerp(d.height[k], d.height[k + 1], t);
        }
    }
    return sum;
}

Population drawn_population(const Points& knots) {
    Population p;
    p.kind = PopulationKind::drawn;
    p.drawn = drawn_density(knots);
    p.words = "a density that you drew";
    p.problem = p.drawn.problem;
    p.mean = p.drawn.mean();
    p.sd = std::sqrt(p.drawn.variance());
    if (p.has_moments() && p.sd > 0) p.skewness = skewness_of(p.drawn, p.mean, p.sd);
    return p;
}

Population named_population(PopulationKind kind, const Distribution& law, std::string words, double low, double high) {
    Population p;
    p.kind = kind;
    p.law = law;
    p.words = std::move(words);
    p.mean = mean(law);
    p.sd = std::sqrt(variance(law));
    p.low = low, p.high = high;
    return p;
}

double binomial_skewness(const Distribution& d) { return (1 - 2 * d.b) / std::sqrt(d.a * d.b * (1 - d.b)); }

std::size_t rounded_up(std::size_t count, int n) {
    std::size_t size = 256;
    while (size < count) size *= 2;
    return std::max(count, std::min(size, most_draws / static_cast<std::size_t>(n)));
}

// As `sample_quantile`, without sorting again.
double of_sorted(const std::vector<double>& x, double p) {
    const double at = p * static_cast<double>(x.size() - 1);
    const auto k = static_cast<std::size_t>(at);
    return std::lerp(x[k], x[std::min(k + 1, x.size() - 1)], at - static_cast<double>(k));
}

Pile piled(const Source& source, std::size_t count) {
    const auto means = means_of(source, count);
    const Population from = population_of(source.kind, source.drawn);
    Pile pile;
    const auto shown = std::span(*means).first(count);
    const Summary all = summary(shown);
    pile.mean = all.mean;
    pile.sd = std::sqrt(all.variance);
    pile.skewness = all.skewness;
    pile.sorted.assign(shown.begin(), shown.end());
    std::ranges::sort(pile.sorted);
    pile.middle_half = of_sorted(pile.sorted, 0.75) - of_sorted(pile.sorted, 0.25);
    if (!from.has_moments() || !(from.sd > 0)) return pile;
    const double error = from.sd / std::sqrt(source.n), total = static_cast<double>(count);
    std::size_t near = 0;
    pile.gap = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double z = (pile.sorted[i] - from.mean) / error, expected = normal_cdf(z);
        pile.gap = std::max(
            {pile.gap, (static_cast<double>(i) + 1) / total - expected, expected - static_cast<double>(i) / total});
        near += std::abs(z) <= 1.96;
    }
    pile.within = static_cast<double>(near) / total;
    return pile;
}

}  // namespace

Sampler Population::sampler() const { return is_drawn() ? eigenscape::sampler(drawn) : eigenscape::sampler(law); }

Population population_of(PopulationKind kind, const Points& drawn) {
    Population p;
    switch (kind) {
        case PopulationKind::drawn: return drawn_population(drawn);
        case PopulationKind::normal:
            p = named_population(kind, {Family::normal, 5, 1.5}, "a normal population", 0, 10);
            p.skewness = 0;
            break;
        case PopulationKind::uniform:
            p = named_population(kind, {Family::uniform, 2, 8}, "a uniform population", 0, 10);
            p.skewness = 0;
            break;
        case PopulationKind::exponential:
            p = named_population(kind, {Family::exponential, 0.5, 1}, "an exponential population, waiting times", 0,
                                 12);
            p.skewness = 2;
            break;
        case PopulationKind::binomial:
            p = named_population(kind, {Family::binomial, 10, 0.3}, "a binomial population, successes in ten trials",
                                 -0.5, 10.5);
            p.skewness = binomial_skewness(p.law);
            break;
        case PopulationKind::rare:
            p = named_population(kind, {Family::binomial, 1, 0.05}, "a rare event, yes in one case of twenty", -0.2,
                                 1.2);
            p.skewness = binomial_skewness(p.law);
            break;
        case PopulationKind::cauchy:
            p = named_population(kind, {Family::cauchy, 5, 1}, "a Cauchy population", -5, 15);
            break;
    }
    return p;
}

std::shared_ptr<const std::vector<double>> means_of(const Source& source, std::size_t count) {
    static Memo<std::pair<Source, std::size_t>, std::vector<double>> remembered(8);
    const std::size_t size = rounded_up(count, source.n);
    return remembered({source, size}, [&] {
        return sample_means(population_of(source.kind, source.drawn).sampler(), static_cast<std::uint64_t>(source.seed),
                            static_cast<std::size_t>(source.n), size);
    });
}

std::shared_ptr<const Pile> pile_of(const Source& source, std::size_t count) {
    static Memo<std::pair<Source, std::size_t>, Pile> remembered(4);
    return remembered({source, count}, [&] { return piled(source, count); });
}

}  // namespace eigenscape
