// Eigenvalues and axes of a symmetric matrix, and the speed limit 2/λmax with its words.
// The numbers have closed forms; the random ones are put together again.
#include "core/optimize/curvature.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using namespace eigenscape;

TEST_CASE("a random symmetric matrix is its eigenvalues along its axes") {
    std::mt19937 generator(11);
    std::uniform_real_distribution<double> entry(-1, 1);
    for (int i = 0; i < 2000; ++i) {
        const double scale = std::pow(10, 20 * entry(generator)), b = entry(generator);
        const Mat2 m = scale * Mat2{{entry(generator), b}, {b, entry(generator)}};
        const Curvature bend = curvature(m);
        CHECK(bend.low <= bend.high);
        CHECK(bend.low_axis.norm() == doctest::Approx(1));
        CHECK(std::abs(bend.low_axis.dot(bend.high_axis)) < 1e-15);
        const Mat2 again = bend.low * bend.low_axis * bend.low_axis.transpose() +
                           bend.high * bend.high_axis * bend.high_axis.transpose();
        CHECK((again - m).norm() <= 1e-14 * m.norm());
    }
}

TEST_CASE("a small eigenvalue beside a large one keeps its digits") {
    // [[a, b], [b, d]] with b² = ad − 1e-10·...: Rosenbrock's Hessian and a matrix that is nearly singular.
    CHECK(curvature(Mat2{{802, -400}, {-400, 200}}).low == doctest::Approx(0.39936076748763305).epsilon(1e-14));
    const double tiny = std::ldexp(1, -40);
    CHECK(curvature(Mat2{{1, 1}, {1, 1 + tiny}}).low == doctest::Approx(tiny / 2).epsilon(1e-11));
    CHECK(curvature(Mat2{{1, 0}, {0, 1e-12}}).low == 1e-12);
    CHECK(curvature(Mat2{{1e-12, 0}, {0, 1}}).high_axis == Vec2(0, 1));
    CHECK(curvature(Mat2{{1e300, 1e300}, {1e300, 1e300}}).high == doctest::Approx(2e300));
    CHECK(std::isnan(curvature(Mat2{{1, undefined}, {undefined, 1}}).low));
    CHECK(curvature(Mat2::Zero()).high == 0);
}

TEST_CASE("the speed limit says where a rate stands") {
    const Mat2 h{{1, 0}, {0, 10}};
    CHECK(speed_limit(h, 0.1).limit == doctest::Approx(0.2));
    CHECK(speed_limit(h, 0.1).best == doctest::Approx(2.0 / 11));
    CHECK(speed_limit(h, 0.05).pace == Pace::creeps);
    CHECK(speed_limit(h, 0.15).pace == Pace::zigzags);
    CHECK(speed_limit(h, 0.2).pace == Pace::bounces);
    CHECK(speed_limit(h, 0.25).pace == Pace::diverges);
    CHECK(speed_limit(h, 0.05).words.find("Stable") == 0);
    CHECK(speed_limit(h, 0.15).words.find("Oscillates") == 0);
    CHECK(speed_limit(h, 0.25).words ==
          "Diverges: the rate 0.25 is above 2/λmax = 0.2, so every step overshoots more.");
}

TEST_CASE("without upward curvature there is no limit, without curvature nothing is known") {
    const auto none = speed_limit(Mat2{{-1, 0}, {0, -2}}, 5);
    CHECK(none.limit == infinity);
    CHECK(none.pace == Pace::unlimited);
    CHECK(none.words.find("No limit") == 0);
    CHECK(std::isnan(none.best));
    CHECK(std::isnan(speed_limit(Mat2{{-1, 0}, {0, 2}}, 5).best));
    CHECK(speed_limit(Mat2{{-1, 0}, {0, 2}}, 5).limit == 1);
    const auto unknown = speed_limit(Mat2::Constant(undefined), 0.1);
    CHECK(unknown.pace == Pace::unknown);
    CHECK(std::isnan(unknown.limit));
    CHECK(unknown.words.find("No curvature") == 0);
}
