// Random draws: the same bits everywhere, the right distribution, and as many as asked for from any start.
// Distributions are judged by Kolmogorov and Smirnov's distance, whose 1e-6 quantile is about 2.7/sqrt(n).
#include "core/probability/draws.h"
#include "core/probability/summary.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>

using namespace eigenscape;

namespace {

double kolmogorov(std::vector<double> x, const auto& cdf) {
    std::ranges::sort(x);
    double worst = 0;
    const auto n = static_cast<double>(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double at = cdf(x[i]);
        worst = std::max({worst, std::abs(at - double(i) / n), std::abs(at - double(i + 1) / n)});
    }
    return worst * std::sqrt(n);
}

}  // namespace

TEST_CASE("a stream is a fixed function of seed and position, with as many ones as zeros") {
    const Stream stream(1234567);
    CHECK(stream.bits(0) != stream.bits(1));
    CHECK(Stream(1).bits(5) == Stream(1).bits(5));
    CHECK(Stream(1).bits(0) != Stream(2).bits(0));
    int ones = 0;
    for (int i = 0; i < 1000; ++i) ones += std::popcount(stream.bits(static_cast<std::uint64_t>(i)));
    CHECK(std::abs(ones - 32000) < 6 * std::sqrt(16000.0));
}

TEST_CASE("draws have the cdf of their family") {
    constexpr std::size_t n = 20000;
    for (const auto& row : families()) {
        CAPTURE(row.name);
        const auto x = draws(sampler(row.defaults), 42, n);
        if (!row.discrete) {
            CHECK(kolmogorov(x, [&](double v) { return cdf(row.defaults, v); }) < 2.7);
            continue;
        }
        for (int k = 0; k < 12; ++k) {
            const double p = density(row.defaults, k), got = double(std::ranges::count(x, k)) / n;
            CHECK(std::abs(got - p) <= 5.5 * std::sqrt(p * (1 - p) / n));
        }
    }
    for (const Distribution d : {Distribution{Family::gamma, 0.3, 2}, Distribution{Family::beta, 0.4, 0.6}})
        CHECK(kolmogorov(draws(sampler(d), 7, n), [&](double v) { return cdf(d, v); }) < 2.7);
}

TEST_CASE("draw i does not depend on how many are drawn, nor from where, nor on threads") {
    for (const auto& row : families()) {
        const Sampler from = sampler(row.defaults);
        const auto few = draws(from, 9, 100), many = draws(from, 9, 30000);
        CHECK(std::equal(few.begin(), few.end(), many.begin()));
        std::vector<double> later(500);
        from(Stream(9), 20003, later);
        CHECK(std::equal(later.begin(), later.end(), many.begin() + 20003));
        CHECK(draws(from, 9, 30000, 1) == many);
        CHECK(sample_means(from, 9, 7, 3000, 1) == sample_means(from, 9, 7, 3000, 3));
    }
}

TEST_CASE("a refused distribution draws undefined numbers") {
    const auto x = draws(sampler({Family::normal, 0, -1}), 1, 3);
    CHECK(x.size() == 3);
    CHECK(std::ranges::all_of(x, [](double v) { return std::isnan(v); }));
}

TEST_CASE("means of n draws have variance sigma^2/n, and those of a Cauchy are Cauchy again") {
    const auto means = sample_means(sampler({Family::exponential, 1, 0}), 3, 25, 20000);
    const Summary s = summary(means);
    CHECK(s.mean == doctest::Approx(1).epsilon(0.01));
    CHECK(s.variance == doctest::Approx(1.0 / 25).epsilon(0.05));
    CHECK(s.skewness == doctest::Approx(2 / std::sqrt(25.0)).epsilon(0.15));
    const auto wild = sample_means(sampler({Family::cauchy, 0, 1}), 3, 25, 20000);
    CHECK(kolmogorov(wild, [](double v) { return cdf({Family::cauchy, 0, 1}, v); }) < 2.7);
    CHECK(sample_means(sampler({Family::normal, 0, 1}), 1, 0, 10).empty());
    const auto single = sample_means(sampler({Family::normal, 0, 1}), 5, 1, 100);
    CHECK(single == draws(sampler({Family::normal, 0, 1}), 5, 100));
}

TEST_CASE("shuffles are permutations, resamples stay in range, bounded draws are even") {
    auto order = shuffled(Stream(1), 1000);
    CHECK(order != shuffled(Stream(2), 1000));
    std::ranges::sort(order);
    for (int k = 0; k < 1000; ++k) CHECK(order[static_cast<std::size_t>(k)] == k);
    const auto chosen = resampled(Stream(1), 1000);
    CHECK(std::ranges::all_of(chosen, [](int k) { return k >= 0 && k < 1000; }));
    int counts[6] = {};
    for (std::uint64_t i = 0; i < 60000; ++i) ++counts[Stream(8).below(i, 6)];
    for (const int c : counts) CHECK(std::abs(c - 10000) < 5.5 * std::sqrt(60000 * 5.0 / 36));
    CHECK(shuffled(Stream(1), 0).empty());
}

TEST_CASE("a drawn density: mass one, exact moments, draws that follow it") {
    const DrawnDensity triangle = drawn_density({{0, 0}, {2, 3}, {1, 1.5}});  // in any order, at any height
    REQUIRE(triangle.problem.empty());
    CHECK(triangle.density(2) == doctest::Approx(1));
    CHECK(triangle.cdf(1) == doctest::Approx(0.25));
    CHECK(triangle.mean() == doctest::Approx(4.0 / 3));
    CHECK(triangle.variance() == doctest::Approx(2.0 / 9));
    CHECK(triangle.density(-1) == 0);
    CHECK(triangle.density(3) == 0);
    const DrawnDensity two = drawn_density({{0, 1}, {1, 0}, {3, 0}, {4, 2}});
    for (int k = 0; k <= 100; ++k) CHECK(two.cdf(two.quantile(k / 100.0)) == doctest::Approx(k / 100.0).epsilon(1e-12));
    CHECK(two.quantile(1.0 / 3) <= 1 + 1e-7);
    const auto x = draws(sampler(two), 11, 20000);
    CHECK(kolmogorov(x, [&](double v) { return two.cdf(v); }) < 2.7);
    CHECK(summary(x).mean == doctest::Approx(two.mean()).epsilon(0.02));
}

TEST_CASE("what is no density is refused in a sentence and answers nothing") {
    for (const Points& knots : {Points{}, Points{{0, 1}}, Points{{0, 1}, {0, 2}}, Points{{0, -1}, {1, 1}},
                                Points{{0, 0}, {1, 0}}, Points{{0, undefined}, {1, 1}}}) {
        const DrawnDensity none = drawn_density(knots);
        CHECK(none.problem.size() > 10);
        for (const double got : {none.density(0), none.cdf(0), none.quantile(0.5), none.mean(), none.variance()})
            CHECK(std::isnan(got));
    }
}
