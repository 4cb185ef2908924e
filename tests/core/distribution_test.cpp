// Every family against theorems: densities integrate to the cdf, quantiles undo it, tails keep their digits, moments
// fit. The reference values are run by truth_check.
#include "core/probability/distribution.h"
#include "core/probability/gamma_function.h"
#include "core/probability/normal.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

namespace {

double simpson(const Distribution& d, double from, double to, int pieces = 4000) {
    const double h = (to - from) / pieces;
    double sum = density(d, from) + density(d, to);
    for (int k = 1; k < pieces; ++k) sum += density(d, from + k * h) * (k % 2 ? 4 : 2);
    return sum * h / 3;
}

bool agree(double got, double want, double tolerance) { return std::abs(got - want) <= tolerance * std::abs(want); }

}  // namespace

TEST_CASE("the table of families is in the order of the enumeration and its defaults are distributions") {
    for (const auto& row : families()) {
        CAPTURE(row.name);
        CHECK(&info(row.family) == &row);
        CHECK(find_family(row.name) == row.family);
        CHECK(row.defaults.family == row.family);
        CHECK_FALSE(problem(row.defaults));
        CHECK_FALSE(row.words.empty());
        CHECK_FALSE(row.tex.empty());
    }
    CHECK_FALSE(find_family("gaussoid"));
}

TEST_CASE("the density integrates to the cdf, the cdf and the tail sum to one") {
    for (const auto& row : families()) {
        if (row.discrete) continue;
        const Distribution& d = row.defaults;
        CAPTURE(row.name);
        const double low = quantile(d, 0.1), middle = quantile(d, 0.5), high = quantile(d, 0.9);
        CHECK(simpson(d, low, high) == doctest::Approx(0.8).epsilon(1e-9));
        CHECK(simpson(d, low, middle) == doctest::Approx(0.4).epsilon(1e-9));
        for (const double x : {low, middle, high}) CHECK(cdf(d, x) + tail(d, x) == doctest::Approx(1).epsilon(1e-14));
        CHECK(log_density(d, middle) == doctest::Approx(std::log(density(d, middle))).epsilon(1e-12));
    }
}

TEST_CASE("the masses of a discrete family sum to the cdf, and its quantile is the smallest that reaches p") {
    for (const Distribution d : {Distribution{Family::binomial, 30, 0.37}, Distribution{Family::poisson, 7.3, 0}}) {
        double sum = 0, mean_sum = 0;
        for (int k = 0; k <= 30; ++k) {
            sum += density(d, k);
            mean_sum += k * density(d, k);
            CHECK(cdf(d, k) == doctest::Approx(sum).epsilon(1e-13));
            CHECK(cdf(d, k + 0.5) == cdf(d, k));
            CHECK(density(d, k + 0.5) == 0);
        }
        CHECK(mean_sum == doctest::Approx(mean(d)).epsilon(1e-6));
        for (const double p : {1e-6, 0.05, 0.5, 0.95, 0.999999}) {
            const double k = quantile(d, p);
            CHECK(cdf(d, k) >= p * (1 - 1e-13));
            CHECK((k == 0 || cdf(d, k - 1) < p));
        }
    }
}

TEST_CASE("quantiles undo the cdf at both ends of the scale") {
    for (const auto& row : families()) {
        if (row.discrete) continue;
        CAPTURE(row.name);
        for (const double p : {1e-12, 1e-3, 0.25, 0.5, 0.75, 0.999}) {
            CAPTURE(p);
            CHECK(agree(cdf(row.defaults, quantile(row.defaults, p)), p, 1e-11));
            // next to 1 the doubles are too coarse for 12 digits of the little that is left of [0, 1]
            const double digits = row.family == Family::uniform ? 1e-16 / p + 1e-11 : 1e-11;
            CHECK(agree(tail(row.defaults, tail_quantile(row.defaults, p)), p, digits));
        }
        CHECK(std::isnan(quantile(row.defaults, -0.1)));
        CHECK(std::isnan(quantile(row.defaults, 1.1)));
        CHECK(std::isnan(quantile(row.defaults, undefined)));
    }
}

TEST_CASE("relations between families: each as a special case of another") {
    for (const double x : {0.1, 0.7, 1.0, 2.5, 9.0}) {
        CHECK(agree(tail({Family::gamma, 1, 2}, x), tail({Family::exponential, 2, 0}, x), 1e-13));
        CHECK(agree(tail({Family::chi_squared, 2, 0}, x), tail({Family::exponential, 0.5, 0}, x), 1e-13));
        CHECK(agree(tail({Family::chi_squared, 1, 0}, x * x), 2 * normal_tail(x), 1e-12));
        CHECK(agree(tail({Family::student_t, 1, 0}, x), tail({Family::cauchy, 0, 1}, x), 1e-13));
        CHECK(agree(density({Family::student_t, 1, 0}, x), density({Family::cauchy, 0, 1}, x), 1e-13));
        CHECK(agree(density({Family::student_t, 1e9, 0}, x), density({Family::normal, 0, 1}, x),
                    1e-9 * (1 + x * x * x * x)));
    }
    CHECK(agree(cdf({Family::beta, 1, 1}, 0.3), 0.3, 1e-14));
    CHECK(agree(cdf({Family::beta, 3, 1}, 0.3), 0.027, 1e-13));
}

TEST_CASE("the normal tail keeps its digits to 38 deviations") {
    CHECK(normal_tail(38) > 0);
    CHECK(agree(normal_tail(37), 5.725571222524576e-300, 1e-11));
    for (const double z : {10.0, 20.0, 30.0, 37.0}) {
        // Mills' ratio from its continued fraction z + 1/(z + 2/(z + 3/...))
        double fraction = z;
        for (int k = 60; k > 0; --k) fraction = z + k / fraction;
        CHECK(agree(normal_tail(z), normal_density(z) / fraction, 2e-13));
        CHECK(agree(normal_quantile(normal_tail(z)), -z, 1e-13));
    }
    CHECK(normal_quantile(0) == -infinity);
    CHECK(normal_quantile(1) == infinity);
    CHECK(normal_quantile(0.5) == 0);
}

TEST_CASE("many quantiles at once have the bits of one by one") {
    std::vector<double> p, out(1003);
    for (int k = 0; k < 1003; ++k) p.push_back(k / 1002.0);
    normal_quantiles(p.data(), out.data(), out.size());
    for (std::size_t k = 0; k < p.size(); ++k) CHECK(out[k] == normal_quantile(p[k]));
}

TEST_CASE("a refused parameter is named, and every answer is undefined") {
    const std::pair<Distribution, const char*> cases[] = {
        {{Family::normal, 0, 0}, "sigma"},    {{Family::normal, undefined, 1}, "mu"},
        {{Family::uniform, 1, 1}, "b"},       {{Family::exponential, 0, 0}, "lambda"},
        {{Family::gamma, -1, 1}, "k"},        {{Family::beta, 1, 0}, "b"},
        {{Family::student_t, 0, 0}, "nu"},    {{Family::cauchy, 0, -1}, "gamma"},
        {{Family::binomial, -1, 0.5}, "n"},   {{Family::binomial, 2.5, 0.5}, "n"},
        {{Family::binomial, 1e10, 0.5}, "n"}, {{Family::binomial, 5, 1.5}, "p"},
        {{Family::poisson, -1, 0}, "lambda"}, {{Family::poisson, infinity, 0}, "lambda"},
    };
    for (const auto& [d, name] : cases) {
        REQUIRE(problem(d));
        CHECK(problem(d)->parameter == name);
        CHECK(problem(d)->message.find(name) == 0);
        for (const double got : {density(d, 1), cdf(d, 1), tail(d, 1), quantile(d, 0.5), mean(d), variance(d)})
            CHECK(std::isnan(got));
    }
}

TEST_CASE("a binomial of a billion trials answers at once and agrees with its normal limit") {
    const Distribution d{Family::binomial, 1e9, 0.3};
    CHECK(cdf(d, 3e8) == doctest::Approx(0.5).epsilon(1e-4));
    const double sd = std::sqrt(variance(d));
    CHECK(tail(d, 3e8 + 2 * sd) == doctest::Approx(normal_tail(2)).epsilon(1e-3));
    CHECK(quantile(d, 0.975) == doctest::Approx(3e8 + 1.96 * sd).epsilon(1e-7));
    CHECK(quantile({Family::binomial, 5, 1}, 0.5) == 5);
}

TEST_CASE("log gamma: the recurrence, the factorials, the reflection at one half") {
    CHECK(agree(log_gamma(0.5), std::log(std::sqrt(pi)), 1e-14));
    double factorial = 0;
    for (int n = 1; n < 170; ++n) {
        factorial += std::log(double(n));
        CHECK(std::abs(log_gamma(n + 1) - factorial) <= 1e-12 * factorial + 1e-14);
    }
    for (const double x : {1e-10, 0.01, 0.3, 7.7, 15.9, 16.1, 1e8})
        CHECK(log_gamma(x + 1) - log_gamma(x) == doctest::Approx(std::log(x)).epsilon(1e-7));
    CHECK(std::isnan(log_gamma(-1)));
}
