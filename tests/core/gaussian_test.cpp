// The normal distribution of several dimensions: ellipses, slices, shadows, divergences and draws.
// Conditioning is checked against the joint density, draws against the covariance they came from.
#include "core/probability/gaussian.h"
#include "core/learn/standardise.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

namespace {

const Gaussian three{VecX{{1, -2, 0.5}}, MatX{{4, 1, 0.5}, {1, 3, -0.7}, {0.5, -0.7, 2}}};

}  // namespace

TEST_CASE("joint density = density of a part times the density of the rest given it") {
    const VecX x{{0.3, -1, 2}};
    const Gaussian part = marginal(three, {2}), rest = conditional(three, {2}, VecX::Constant(1, x(2)));
    CHECK(log_density(three, x) ==
          doctest::Approx(log_density(part, VecX::Constant(1, x(2))) + log_density(rest, x.head(2))).epsilon(1e-13));
    CHECK(conditional(three, {}, VecX(0)) == three);
}

TEST_CASE("draws have the mean and covariance they were drawn from, a singular one stays on its line") {
    const MatX rows = draws(three, Stream(3), 40000);
    CHECK((column_means(rows) - three.mean).norm() < 0.05);
    CHECK((covariance_matrix(rows) - three.covariance).norm() < 0.15);
    const MatX line = draws({VecX::Zero(2), MatX{{1, 2}, {2, 4}}}, Stream(4), 100);
    CHECK((line.col(1) - 2 * line.col(0)).norm() < 1e-6);
    CHECK(draws({VecX::Zero(2), MatX{{1, 2}, {2, 1}}}, Stream(4), 100).rows() == 0);
}

TEST_CASE("divergence: zero for equals, not symmetric, infinite onto a line, undefined from one") {
    CHECK(kl_divergence(three, three) == doctest::Approx(0).epsilon(1e-14));
    const Gaussian unit{VecX::Zero(2), MatX::Identity(2, 2)}, wide{VecX::Zero(2), 4 * MatX::Identity(2, 2)};
    const Gaussian flat{VecX::Zero(2), MatX{{1, 0}, {0, 0}}};
    CHECK(kl_divergence(unit, wide) == doctest::Approx(2 * std::log(2) + 2.0 / 8 - 1));
    CHECK(kl_divergence(wide, unit) == doctest::Approx(4 - 1 - 2 * std::log(2)));
    CHECK(kl_divergence(flat, unit) == infinity);
    CHECK(std::isnan(kl_divergence(unit, flat)));
    CHECK(std::isnan(mahalanobis(flat, VecX::Zero(2))));
}

TEST_CASE("points of the ellipse are k deviations from the mean") {
    const Mat2 C{{2, -1.1}, {-1.1, 1}};
    const CovarianceEllipse e = covariance_ellipse(C, 1.7);
    REQUIRE(e.problem.empty());
    for (int k = 0; k < 12; ++k) {
        const Vec2 along(std::cos(e.angle), std::sin(e.angle)), across(-along.y(), along.x());
        const VecX x = e.semi_axes.x() * std::cos(k) * along + e.semi_axes.y() * std::sin(k) * across;
        CHECK(mahalanobis({VecX::Zero(2), C}, x) == doctest::Approx(1.7).epsilon(1e-12));
    }
    CHECK(covariance_ellipse(C, ellipse_radius(0.95)).mass == doctest::Approx(0.95));
}

TEST_CASE("what is no covariance is said: shape, symmetry, sign, infinite entries") {
    CHECK(covariance_problem(MatX{{1, 0, 0}, {0, 1, 0}}).find("rows as columns") != std::string::npos);
    CHECK(covariance_problem(MatX{{1, 0.5}, {0.4, 1}}).find("Not symmetric") == 0);
    CHECK(covariance_problem(MatX{{1, 2}, {2, 1}}).find("Not positive semidefinite") == 0);
    CHECK_FALSE(covariance_problem(MatX{{1, undefined}, {0, 1}}).empty());
    CHECK(covariance_problem(MatX::Zero(3, 3)).empty());
    CHECK(covariance_ellipse(Mat2{{1, 2}, {2, 4}}, 1).degenerate);
    CHECK(std::isnan(covariance_ellipse(Mat2::Identity(), 1).angle));
    CHECK_FALSE(covariance_ellipse(Mat2::Identity(), -1).problem.empty());
    CHECK(std::isnan(covariance_ellipse(Mat2{{1, undefined}, {undefined, 1}}, 1).semi_axes.x()));
}
