// Components, regression and classification: theorems over random data, second methods, and data that have no answer.
// Reference values are run by truth_check.
#include "core/learn/logistic.h"
#include "core/learn/losses.h"
#include "core/learn/pca.h"
#include "core/learn/polynomial.h"
#include "core/learn/regression.h"
#include "core/learn/ridge.h"
#include "core/linalg/linear_system.h"
#include "core/probability/random.h"
#include "tests/core/normal_table.h"

#include <doctest/doctest.h>
#include <Eigen/LU>

#include <cmath>

using namespace eigenscape;

namespace {

const MatX mixed = normal_table(1, 60, 3) * MatX{{3, 1, 0}, {0, 1, 0.5}, {0, 0, 0.3}};
const VecX heights = mixed * VecX{{1, -2, 0.5}} + 0.3 * normal_table(2, 60, 1);

}  // namespace

TEST_CASE("variances sum to the trace, scores are uncorrelated, all components rebuild the data") {
    for (const bool standardised : {false, true}) {
        const Pca p = pca(mixed, standardised);
        REQUIRE(p.problem.empty());
        CHECK(p.variances.sum() == doctest::Approx(p.covariance.trace()));
        CHECK((covariance_matrix(p.scores) - MatX(p.variances.asDiagonal())).norm() < 1e-12 * p.variances(0));
        CHECK((reconstruct(p, 3) - mixed).norm() < 1e-12);
        CHECK((p.covariance * p.components.transpose() - p.components.transpose() * p.variances.asDiagonal()).norm() <
              1e-12);
        CHECK(p.directions_unique());
        CHECK(p.explained.sum() == doctest::Approx(1));
    }
}

TEST_CASE("the best rank-k table misses by the variances left out, no direction holds more than the first") {
    const Pca p = pca(mixed);
    for (int k = 0; k <= 3; ++k)
        CHECK((reconstruct(p, k) - mixed).squaredNorm() / 59 == doctest::Approx(p.variances.tail(3 - k).sum()));
    for (int k = 0; k < 50; ++k) {
        const Split split = split_along(p, normal_table(static_cast<std::uint64_t>(100 + k), 3, 1));
        CHECK(split.along <= p.variances(0) * (1 + 1e-12));
        CHECK(split.along + split.across == doctest::Approx(p.variances.sum()));
    }
}

TEST_CASE("equal variances leave a direction undetermined, nearly equal ones unsteady, too little data is said") {
    const Pca round = pca(MatX{{1, 0}, {0, 1}, {-1, 0}, {0, -1}});
    CHECK_FALSE(round.directions_unique());
    CHECK_FALSE(pca(normal_table(3, 50, 2)).steady[0]);
    CHECK(pca(mixed).steady[0]);
    CHECK(pca(MatX{{1, 2}}).problem.find("two rows") != std::string::npos);
    CHECK(pca(MatX{{1, 2}, {1, 2}}).explained.size() == 0);
    CHECK(pca(MatX{{1, 2}, {1, 3}}, true).problem == "No spread to divide by: column 1 is constant.");
    CHECK(pca(MatX{{1, undefined}, {1, 3}}).problem.find("Row 1, column 2") == 0);
    CHECK(pca(MatX{{0.1, 1}, {0.1, 2}, {0.1, 4}}, true).constant_columns == std::vector{0});
    const Pca wide = pca(normal_table(4, 2, 5));
    CHECK(wide.variances.size() == 5);
    CHECK(wide.components.rows() == 5);
    CHECK_FALSE(wide.directions_unique());
}

TEST_CASE("resampled components lie about the first, the same for a seed") {
    const Pca p = pca(mixed);
    const auto fan = bootstrap_components(mixed, p, 5, 40);
    REQUIRE(fan.size() == 40);
    for (const MatX& components : fan) CHECK(components.row(0).dot(p.components.row(0)) > 0.9);
    CHECK(fan[7] == bootstrap_components(mixed, p, 5, 8)[7]);
    CHECK(fan[0] != fan[1]);
}

TEST_CASE("regression agrees with the normal equations, residuals sum to zero and are across every column") {
    const Regression r = regress(mixed, heights);
    REQUIRE(r.problem.empty());
    MatX A(60, 4);
    A << VecX::Ones(60), mixed;
    const MatX gram = A.transpose() * A;
    CHECK((r.beta - solve(gram, A.transpose() * heights).x).norm() < 1e-10);
    CHECK((A.transpose() * r.residuals).norm() < 1e-10);
    CHECK(r.rss + (r.fitted.array() - heights.mean()).square().sum() == doctest::Approx(r.tss));
    CHECK(r.leverage.sum() == doctest::Approx(4));
    CHECK(r.s == doctest::Approx(0.3).epsilon(0.3));
    CHECK((r.covariance * gram - r.s * r.s * MatX::Identity(4, 4)).norm() < 1e-10);
    // se_j^2 = s^2 VIF_j / ((n - 1) var x_j)
    for (int j = 0; j < 3; ++j)
        CHECK(r.covariance(j + 1, j + 1) ==
              doctest::Approx(r.s * r.s * r.vif(j) / (59 * covariance_matrix(mixed)(j, j))).epsilon(1e-10));
}

TEST_CASE("Longley's data: the certified coefficients of NIST's reference set to ten digits") {
    const MatX X{{83, 234289, 2356, 1590, 107608, 1947},    {88.5, 259426, 2325, 1456, 108632, 1948},
                 {88.2, 258054, 3682, 1616, 109773, 1949},  {89.5, 284599, 3351, 1650, 110929, 1950},
                 {96.2, 328975, 2099, 3099, 112075, 1951},  {98.1, 346999, 1932, 3594, 113270, 1952},
                 {99, 365385, 1870, 3547, 115094, 1953},    {100, 363112, 3578, 3350, 116219, 1954},
                 {101.2, 397469, 2904, 3048, 117388, 1955}, {104.6, 419180, 2822, 2857, 118734, 1956},
                 {108.4, 442769, 2936, 2798, 120445, 1957}, {110.8, 444546, 4681, 2637, 121950, 1958},
                 {112.6, 482704, 3813, 2552, 123366, 1959}, {114.2, 502601, 3931, 2514, 125368, 1960},
                 {115.7, 518173, 4806, 2572, 127852, 1961}, {116.9, 554894, 4007, 2827, 130081, 1962}};
    const VecX y{{60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564,
                  69331, 70551}};
    const VecX certified{{-3482258.63459582, 15.0618722713733, -0.0358191792925910, -2.02022980381683,
                          -1.03322686717359, -0.0511041056535807, 1829.15146461355}};
    const Regression r = regress(X, y);
    CHECK(r.unique);
    CHECK(r.beta.cwiseQuotient(certified).isOnes(1e-10));
    CHECK(r.s == doctest::Approx(304.854073561965).epsilon(1e-11));
    CHECK(r.standard_errors(0) == doctest::Approx(890420.383607373).epsilon(1e-10));
    CHECK(r.standard_errors(6) == doctest::Approx(455.478499142212).epsilon(1e-10));
    CHECK(r.F == doctest::Approx(330.285339234588).epsilon(1e-11));
}

TEST_CASE("collinear columns: slopes not unique, fit as without the spare column, VIF infinite") {
    MatX X(60, 3);
    X << mixed.leftCols(2), 2 * mixed.col(0) - mixed.col(1) + VecX::Constant(60, 1e4);
    const Regression r = regress(X, heights), lean = regress(mixed.leftCols(2), heights);
    CHECK_FALSE(r.unique);
    CHECK(r.rank == 3);
    CHECK(r.warning.find("Collinear") == 0);
    CHECK((r.fitted - lean.fitted).norm() < 1e-8);
    for (int j = 0; j < 3; ++j) CHECK(r.vif(j) == infinity);
    CHECK(r.condition == infinity);
    CHECK(r.covariance.size() == 0);
    CHECK(confidence_ellipse(r, 1, 2).empty());
    const Regression constant = regress(MatX{{2, 1}, {2, 2}, {2, 4}}, VecX{{1, 2, 3}});
    CHECK(constant.constant_columns == std::vector{0});
    CHECK(constant.warning.find("Column 1 is constant") == 0);
    CHECK(std::isnan(constant.vif(0)));
    CHECK(constant.vif(1) == doctest::Approx(1));
}

TEST_CASE("nearly collinear: VIF as large as 1/(1 - rho^2)") {
    for (const double rho : {0.5, 0.99, 0.9999}) {
        MatX X = normal_table(7, 500, 2);
        const Pca whitened = pca(X);
        X = whitened.scores * whitened.variances.cwiseSqrt().cwiseInverse().asDiagonal();  // exactly uncorrelated
        X.col(1) = rho * X.col(0) + std::sqrt(1 - rho * rho) * X.col(1);
        CHECK(variance_inflation(X)(0) == doctest::Approx(1 / (1 - rho * rho)).epsilon(1e-9));
    }
}

TEST_CASE("few points: through every point, more columns than points, no spread in y, one point, none") {
    const Regression line = regress(MatX{{0.0}, {1.0}}, VecX{{1, 3}});
    CHECK(line.freedom == 0);
    CHECK(line.warning.find("every point") != std::string::npos);
    CHECK(std::isnan(line.s));
    CHECK_FALSE(regress(normal_table(8, 3, 5), normal_table(9, 3, 1)).unique);
    CHECK(std::isnan(regress(normal_table(8, 5, 1), VecX::Constant(5, 0.1)).r2));
    CHECK(regress(MatX{{4.0}}, VecX{{7.0}}).fitted(0) == 7);
    CHECK(regress(MatX(3, 0), VecX{{1, 2, 6}}).beta(0) == 3);
    CHECK_FALSE(regress(MatX(0, 1), VecX(0)).problem.empty());
    CHECK_FALSE(regress(MatX(2, 1), VecX(3)).problem.empty());
    CHECK_FALSE(regress(MatX{{undefined}}, VecX{{1.0}}).problem.empty());
}

TEST_CASE("the confidence ellipse covers the true slopes as often as it says") {
    int covered = 0;
    constexpr int rounds = 400;
    for (int k = 0; k < rounds; ++k) {
        const MatX X = normal_table(static_cast<std::uint64_t>(1000 + k), 12, 2);
        const VecX y = X * VecX{{1, 2}} + normal_table(static_cast<std::uint64_t>(5000 + k), 12, 1);
        const Regression r = regress(X, y);
        const Mat2 C = r.covariance.block<2, 2>(1, 1);
        const Vec2 off(1 - r.beta(1), 2 - r.beta(2)),
            edge = confidence_ellipse(r, 1, 2, 0.9)[0] - Vec2(r.beta(1), r.beta(2));
        covered += off.dot(C.inverse() * off) < edge.dot(C.inverse() * edge);
    }
    CHECK(std::abs(covered - 0.9 * rounds) < 5 * std::sqrt(rounds * 0.09));
}

TEST_CASE("ridge: shrinks steadily from least squares to nothing, with fewer effective slopes") {
    const RidgePath path(mixed, heights);
    const Regression r = regress(mixed, heights);
    CHECK((path.at(0).beta - r.beta.tail(3)).norm() < 1e-12);
    CHECK(path.at(0).intercept == doctest::Approx(r.beta(0)));
    CHECK(path.at(0).freedom == doctest::Approx(3));
    double length = infinity, rss = 0;
    for (double lambda = 0.001; lambda < 1e9; lambda *= 10) {
        const RidgeFit fit = path.at(lambda);
        CHECK(fit.length < length);
        CHECK(fit.rss > rss);
        length = fit.length, rss = fit.rss;
        const MatX Z = centred(mixed);
        const MatX gram = Z.transpose() * Z + lambda * MatX::Identity(3, 3);
        CHECK((gram * fit.beta - Z.transpose() * heights).norm() < 1e-9 * lambda + 1e-9);
    }
    CHECK(length < 1e-5);
    CHECK(std::isnan(path.at(-1).rss));
    CHECK_FALSE(RidgePath(MatX::Ones(3, 1), VecX{{1, 2, 3}}, true).problem().empty());
    CHECK(std::isnan(RidgePath(MatX(0, 0), VecX(0)).at(1).intercept));
}

TEST_CASE("polynomials: a polynomial is found again, each degree keeps the coefficients of the one before") {
    std::vector<double> x, y;
    for (int k = 0; k < 12; ++k)
        x.push_back(1900 + k), y.push_back(2 - 3 * (1900.0 + k - 1905) + 0.5 * std::pow(k - 5.0, 3));
    const PolynomialFit cubic = fit_polynomial(x, y, 3);
    for (const double at : {1900.0, 1903.3, 1911.0})
        CHECK(cubic(at) == doctest::Approx(2 - 3 * (at - 1905) + 0.5 * std::pow(at - 1905, 3)).epsilon(1e-9));
    const PolynomialFit higher = fit_polynomial(x, y, 6);
    for (std::size_t k = 0; k <= 3; ++k) CHECK(higher.coefficients[k] == cubic.coefficients[k]);
    CHECK(mean_squared_error(fit_polynomial(x, y, 11), x, y) < 1e-12);
    CHECK(fit_polynomial(x, y, 11).warning.find("every point") != std::string::npos);
    CHECK(fit_polynomial(x, y, 20).degree == 11);
    CHECK(fit_polynomial(std::vector{1.0, 1.0}, std::vector{2.0, 4.0}, 3)(7) == 3);
    CHECK_FALSE(fit_polynomial({}, {}, 1).problem.empty());
    CHECK_FALSE(fit_polynomial(x, y, 31).problem.empty());
    CHECK_FALSE(fit_polynomial(std::vector{undefined}, std::vector{1.0}, 0).problem.empty());
}

TEST_CASE("logistic: zero gradient at the fit, residuals that sum to zero, standard errors from the information") {
    VecX y(60);
    const Stream coin(9);
    for (Eigen::Index i = 0; i < 60; ++i)
        y(i) = coin.uniform(static_cast<std::uint64_t>(i)) < sigmoid(0.5 + mixed(i, 0) - mixed(i, 1));
    const Logistic fit = fit_logistic(mixed, y);
    REQUIRE(fit.status == LogisticStatus::converged);
    CHECK(log_loss(mixed, y, fit.beta).gradient.norm() < 1e-12);
    CHECK((fit.p - y).sum() == doctest::Approx(0).epsilon(1e-10));
    CHECK(-fit.log_likelihood / 60 == doctest::Approx(log_loss(mixed, y, fit.beta).mean));
    const Logistic held = fit_logistic(mixed, y, 10);
    CHECK(held.status == LogisticStatus::converged);
    CHECK(held.beta.tail(3).norm() < fit.beta.tail(3).norm());
    VecX balance = 60 * log_loss(mixed, y, held.beta).gradient;
    balance.tail(3) += 10 * held.beta.tail(3);
    CHECK(balance.norm() < 1e-9);
}

TEST_CASE("separable data are recognised in any units, a penalty makes them fit") {
    const VecX y{{0, 0, 1, 1}};
    for (const double unit : {1e-6, 1.0, 1e6}) {
        const MatX apart = MatX((unit * Eigen::Vector4d(1, 2, 3, 4)).array() + 100 * unit);
        const Logistic fit = fit_logistic(apart, y);
        CHECK(fit.status == LogisticStatus::perfectly_separable);
        CHECK(fit.beta.allFinite());
        CHECK(fit.problem.find("Perfectly separable") == 0);
        CHECK(fit_logistic(MatX(unit * Eigen::Vector4d(1, 2, 2, 3)), y).status == LogisticStatus::quasi_separable);
        CHECK(fit_logistic(apart, y, 1 * unit * unit).status == LogisticStatus::converged);
    }
    CHECK(fit_logistic(MatX(Eigen::Vector4d(1, 3, 2, 4)), y).status == LogisticStatus::converged);
    CHECK(fit_logistic(MatX(Eigen::Vector4d(1, 2, 3, 4)), VecX::Ones(4)).status == LogisticStatus::single_class);
    CHECK(fit_logistic(MatX::Ones(4, 1), y).status == LogisticStatus::rank_deficient);
    CHECK(fit_logistic(MatX{{1, 2}, {2, 4}, {3, 6}, {1.5, 3}}, y).status == LogisticStatus::rank_deficient);
    CHECK(fit_logistic(MatX::Ones(4, 1), VecX::Constant(4, 0.5)).status == LogisticStatus::not_finite);
    CHECK(fit_logistic(MatX(0, 1), VecX(0)).status == LogisticStatus::not_finite);
}

TEST_CASE("losses stay finite and exact where the naive forms do not") {
    CHECK(log_loss(800, 0) == 800);
    CHECK(log_loss(-800, 1) == 800);
    CHECK(log_loss(40, 1) == doctest::Approx(std::exp(-40)).epsilon(1e-12));
    CHECK(softplus(-800) == 0);
    CHECK(sigmoid(-700) == doctest::Approx(std::exp(-700)));
    const std::vector scores{1000.0, 1001.0, 999.0};
    const auto shares = softmax(scores);
    CHECK(shares[0] + shares[1] + shares[2] == doctest::Approx(1));
    CHECK(softmax_loss(scores, 1) == doctest::Approx(-std::log(shares[1])));
    CHECK(log_sum_exp(std::vector{-infinity, -infinity}) == -infinity);
    CHECK(softmax({}).empty());
    CHECK(std::isnan(softmax_loss(scores, 3)));
    CHECK(std::isnan(mean_log_loss({}, {})));
    CHECK(softmax_loss(std::vector{0.3, 0.0}, 0) == doctest::Approx(log_loss(0.3, 1)));
    const Confusion c = confusion(std::vector{1.0, -1.0, 1.0, -1.0}, std::vector{1.0, 1.0, 0.0, 0.0});
    CHECK(c.accuracy() == 0.5);
    CHECK(std::isnan(confusion({}, {}).recall()));
}
