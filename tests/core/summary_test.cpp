// Summaries, histograms, information, Bayes and likelihood: cancellation, empty and equal lists, impossible evidence.
#include "core/probability/summary.h"
#include "core/probability/bayes.h"
#include "core/probability/draws.h"
#include "core/probability/information.h"
#include "core/probability/likelihood.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

using namespace eigenscape;

TEST_CASE("variance does not cancel: 1e8 + 1, 2, 3 have variance 1") {
    CHECK(summary(std::vector{1e8 + 1, 1e8 + 2, 1e8 + 3}).variance == 1);
    CHECK(summary(std::vector{1e15 + 1, 1e15 + 2, 1e15 + 3}).variance == 1);
    const std::vector x{1.0, 2.0, 3.0}, y{1e8 - 1, 1e8 - 2, 1e8 - 3};
    CHECK(covariance(x, y) == -1);
    CHECK(correlation(x, y) == doctest::Approx(-1).epsilon(1e-15));
}

TEST_CASE("what a short or flat list does not have is undefined") {
    CHECK(summary({}).count == 0);
    CHECK(std::isnan(summary({}).mean));
    const Summary one = summary(std::vector{4.0});
    CHECK(one.mean == 4);
    CHECK(one.population_variance == 0);
    CHECK(std::isnan(one.variance));
    CHECK(std::isnan(summary(std::vector{2.0, 2.0}).skewness));
    CHECK(std::isnan(correlation(std::vector{1.0, 1.0}, std::vector{1.0, 2.0})));
    CHECK(std::isnan(covariance(std::vector{1.0}, std::vector{1.0})));
    CHECK(std::isnan(median({})));
    CHECK(median(std::vector{3.0, 1.0, 2.0, 4.0}) == 2.5);
    CHECK(summary(std::vector{1e308, 1e308}).mean == 1e308);
}

TEST_CASE("a histogram counts every number once, whatever bins are asked for") {
    const auto x = draws(sampler({Family::normal, 0, 1}), 4, 200'000);
    for (const int bins : {-5, 0, 1, 7, 100, 1'000'000'000}) {
        const Histogram h = histogram(x, bins);
        CHECK(h.counts.size() == static_cast<std::size_t>(std::clamp(bins, 1, most_bins)));
        CHECK(std::accumulate(h.counts.begin(), h.counts.end(), std::size_t{0}) == x.size());
    }
    const Histogram part = histogram(x, 10, -1, 1);
    CHECK(std::accumulate(part.counts.begin(), part.counts.end(), part.below + part.above) == x.size());
    CHECK(part.density(5) == doctest::Approx(0.397).epsilon(0.03));
    CHECK(histogram({}, 5).counts == std::vector<std::size_t>(5));
    const Histogram flat = histogram(std::vector{3.0, 3.0, undefined, infinity}, 4);
    CHECK(flat.low < 3);
    CHECK(flat.high > 3);
    CHECK(flat.not_finite == 2);
    CHECK(histogram(x, 4, 1, 1).high > histogram(x, 4, 1, 1).low);
    CHECK(natural_bins({}) == 1);
    CHECK(natural_bins(std::vector{2.0, 2.0, 2.0}) == 1);
    CHECK(natural_bins(x) > 50);
}

TEST_CASE("normal quantiles plotted against normal draws make a straight line") {
    const Points line = qq_normal(draws(sampler({Family::normal, 5, 2}), 4, 50'000));
    CHECK(line.size() == 500);
    for (const Vec2& p : line)
        if (std::abs(p.x()) < 2) CHECK(p.y() == doctest::Approx(5 + 2 * p.x()).epsilon(0.02));
    CHECK(qq_normal({}).empty());
    CHECK(qq_normal(std::vector{1.0}).size() == 1);
}

TEST_CASE("entropy is largest for even chances, cross-entropy is entropy plus divergence") {
    const std::vector even{0.25, 0.25, 0.25, 0.25}, p{0.5, 0.25, 0.25, 0.0}, q{0.1, 0.2, 0.3, 0.4};
    CHECK(entropy(even) == doctest::Approx(std::log(4.0)));
    CHECK(entropy(p) == doctest::Approx(1.5 * std::log(2.0)));
    CHECK(cross_entropy(p, q) == doctest::Approx(entropy(p) + kl_divergence(p, q)));
    CHECK(kl_divergence(p, p) == 0);
    CHECK(kl_divergence(even, p) == infinity);
    CHECK(kl_divergence(p, q) != doctest::Approx(kl_divergence(q, even)));
    CHECK(std::isnan(entropy(std::vector{0.5, 0.6})));
    CHECK(std::isnan(entropy(std::vector{1.5, -0.5})));
    // second order: KL of nearly equal distributions is half the chi-squared distance, to many digits
    const double e = 1e-9;
    CHECK(kl_divergence(std::vector{0.5 + e, 0.5 - e}, std::vector{0.5, 0.5}) ==
          doctest::Approx(2 * e * e).epsilon(1e-6));
    CHECK(kl_normal(1, 1e-200, 0, 1) == doctest::Approx(200 * std::log(10.0)).epsilon(1e-14));
    CHECK(std::isnan(kl_normal(0, 0, 0, 1)));
}

TEST_CASE("Bayes: scaled priors, odds that multiply, tiny numbers, and evidence that cannot be") {
    const Posterior after = bayes(std::vector{2.0, 1.0}, std::vector{0.1, 0.8});
    REQUIRE(after.problem.empty());
    CHECK(after.posterior[0] == doctest::Approx(0.2));
    CHECK(after.evidence == doctest::Approx(1.0 / 3));
    CHECK(after.log_odds[0] == doctest::Approx(std::log(2.0) + std::log(0.1 / 0.8)));
    const Posterior tiny = bayes(std::vector{0.5, 0.5}, std::vector{1e-320, 3e-320});
    CHECK(tiny.posterior[1] == doctest::Approx(0.75).epsilon(1e-3));
    const Posterior logs = bayes_log(std::vector{0.5, 0.5}, std::vector{-5000.0, -5001.0});
    CHECK(logs.posterior[0] == doctest::Approx(1 / (1 + std::exp(-1.0))));
    for (const auto& none :
         {bayes(std::vector{0.5, 0.5}, std::vector{0.0, 0.0}), bayes(std::vector{1.0, 0.0}, std::vector{0.0, 1.0})}) {
        CHECK(none.impossible);
        CHECK(none.posterior.empty());
        CHECK(none.evidence == 0);
        CHECK(none.problem.find("Impossible evidence") == 0);
    }
    CHECK_FALSE(bayes(std::vector{0.5}, std::vector{0.5, 0.5}).problem.empty());
    CHECK_FALSE(bayes(std::vector{-1.0, 2.0}, std::vector{0.5, 0.5}).problem.empty());
    CHECK_FALSE(bayes(std::vector{0.0, 0.0}, std::vector{0.5, 0.5}).problem.empty());
    CHECK_FALSE(bayes(std::vector{0.5, 0.5}, std::vector{-0.5, 0.5}).problem.empty());
}

TEST_CASE("a test of a rare disease: one percent prevalence makes one in six positives ill") {
    CHECK(test_result(0.01, 0.99, 0.95).ppv == doctest::Approx(1.0 / 6).epsilon(1e-14));
    CHECK(after_tests(0.01, 0.99, 0.95, 1, 0) == doctest::Approx(1.0 / 6).epsilon(1e-13));
    CHECK(after_tests(0.3, 0.9, 0.9, 4, 4) == doctest::Approx(0.3).epsilon(1e-13));
    CHECK(after_tests(0.3, 0.9, 0.9, 0, 0) == doctest::Approx(0.3));
    const TestResult r = test_result(0.2, 0.8, 0.9);
    CHECK(log_odds(r.ppv) == doctest::Approx(std::log(r.prior_odds * r.likelihood_ratio_positive)));
    CHECK(std::isnan(test_result(0, 0.5, 1).ppv));
    CHECK(std::isnan(test_result(1.1, 0.5, 0.5).positive));
    CHECK(std::isnan(after_tests(0, 0.9, 1, 1, 0)));
    CHECK(probability_of(-700) == doctest::Approx(std::exp(-700)).epsilon(1e-15));
    CHECK(probability_of(-800) == 0);
    CHECK(probability_of(800) == 1);
}

TEST_CASE("conjugate beliefs: one by one as all at once") {
    const BetaBelief all = beta_bernoulli(2, 3, 7, 10), half = beta_bernoulli(2, 3, 4, 5);
    const BetaBelief rest = beta_bernoulli(half.a, half.b, 3, 5);
    CHECK(all.a == rest.a);
    CHECK(all.b == rest.b);
    CHECK(all.variance == doctest::Approx(variance({Family::beta, all.a, all.b})));
    CHECK(std::isnan(beta_bernoulli(0, 1, 0, 0).mean));
    CHECK(std::isnan(beta_bernoulli(1, 1, 0, 0).mode));
    const std::vector x{1.0, 4.0, 2.5};
    const NormalBelief together = normal_normal(1, 2, 3, x);
    NormalBelief belief{1, 2};
    for (const double v : x) belief = normal_normal(belief.mean, belief.sd, 3, std::vector{v});
    CHECK(belief.mean == doctest::Approx(together.mean));
    CHECK(belief.sd == doctest::Approx(together.sd));
    CHECK(std::isnan(normal_normal(0, 0, 1, x).sd));
}

TEST_CASE("maximum likelihood: no nearby parameter does better") {
    const auto x = draws(sampler({Family::exponential, 2, 0}), 6, 200);
    for (const Family family : {Family::normal, Family::exponential}) {
        const Fit fit = most_likely(family, x);
        REQUIRE(fit.problem.empty());
        CHECK(log_likelihood(fit.fitted, x) == doctest::Approx(fit.log_likelihood).epsilon(1e-12));
        for (const double factor : {0.99, 1.01}) {
            Distribution other = fit.fitted;
            other.a *= factor;
            CHECK(log_likelihood(other, x) < fit.log_likelihood);
        }
    }
    const Fit edges = most_likely(Family::uniform, x);
    CHECK(log_likelihood(edges.fitted, x) == doctest::Approx(edges.log_likelihood));
    CHECK_FALSE(most_likely(Family::normal, {}).problem.empty());
    CHECK_FALSE(most_likely(Family::poisson, std::vector{1.5}).problem.empty());
    CHECK_FALSE(most_likely(Family::exponential, std::vector{-1.0}).problem.empty());
    CHECK(most_likely(Family::uniform, std::vector{2.0, 2.0}).log_likelihood == infinity);
    CHECK(most_likely(Family::poisson, std::vector{0.0, 0.0}).log_likelihood == 0);
    CHECK(bernoulli_fit(0, 10).wilson_low == 0);
    CHECK(std::isnan(bernoulli_fit(11, 10).p));
}
