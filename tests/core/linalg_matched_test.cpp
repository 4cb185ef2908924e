// Continuity of eigen- and singular vectors while a matrix is dragged; families of matrices; power iteration.
// A drag is played as a thousand small steps; no arrow may jump in any of them.
#include "core/linalg/matched.h"
#include "core/linalg/matrix_class.h"
#include "core/linalg/power_iteration.h"
#include "tests/core/linalg_samples.h"

#include <doctest/doctest.h>

using namespace eigenscape;
using namespace eigenscape::samples;

namespace {

std::vector<std::string_view> classes(const Mat2& A) { return matrix_classes(A); }

}  // namespace

TEST_CASE("eigenvectors follow a turning symmetric matrix through a whole turn without a flip") {
    const auto at = [](double angle) { return Mat2(turn(angle) * Mat2{{2, 0}, {0, -1}} * turn(-angle)); };
    auto pairs = real_eigenpairs(at(0));
    const auto first = pairs;
    for (int k = 1; k <= 1000; ++k) {
        const auto next = matched(pairs, real_eigenpairs(at(2 * pi * k / 1000)));
        REQUIRE(next.size() == 2);
        for (int i = 0; i < 2; ++i) CHECK((next[i].axis - pairs[i].axis).norm() < 0.01);
        CHECK(next[0].value == doctest::Approx(2));
        pairs = next;
        if (k == 500) CHECK(apart(pairs[0].axis, -first[0].axis) < 1e-12);  // half a turn: the arrow points back
    }
    CHECK(apart(pairs[0].axis, first[0].axis) < 1e-12);
}

TEST_CASE("eigenvectors keep their labels where eigenvalues cross, and through the crossing itself") {
    const Mat2 R = turn(0.4);
    auto pairs = real_eigenpairs(Mat2(R * Mat2{{2, 0}, {0, 1}} * R.transpose()));
    for (int k = 1; k <= 100; ++k) {
        const double x = 2 - k / 50.0, y = 2 - x + 1;  // 2, 1 -> 0, 3; equal at x = 1.5
        const auto next = matched(pairs, real_eigenpairs(k == 25 ? Mat2(1.5 * Mat2::Identity())
                                                                 : Mat2(R * Mat2{{x, 0}, {0, y}} * R.transpose())));
        for (int i = 0; i < 2; ++i) CHECK((next[i].axis - pairs[i].axis).norm() < 1e-9);
        pairs = next;
    }
    CHECK(pairs[0].value == doctest::Approx(0).epsilon(1e-12));
    CHECK(pairs[1].value == doctest::Approx(3));
}

TEST_CASE("matching copes with lines that vanish and come back") {
    const auto none = real_eigenpairs(Mat2{{0, -1}, {1, 0}});
    const auto two = real_eigenpairs(Mat2{{2, 1}, {1, 2}});
    const auto one = real_eigenpairs(Mat2{{1, 1}, {0, 1}});
    CHECK(matched(two, none).empty());
    CHECK(matched(none, two).size() == 2);
    CHECK(matched(two, one).size() == 1);
    CHECK(matched(one, two)[0].axis.dot(one[0].axis) > 0);
}

TEST_CASE("singular vectors follow a drag in 3-D through equal singular values") {
    Dice dice(41);
    const Svd<3> left = svd(random_matrix<3>(dice)), right = svd(random_matrix<3>(dice));
    const auto at = [&](double x) { return Mat3(left.U * Vec3(3 - x, 2, 0.5 + x).asDiagonal() * right.U.transpose()); };
    Svd<3> parts = svd(at(0));
    for (int k = 1; k <= 250; ++k) {
        const Mat3 A = at(k / 100.0);
        const Svd<3> next = matched(parts, svd(A));
        CHECK(apart(next.U * next.s.asDiagonal() * next.V.transpose(), A) < 1e-13);
        for (int i = 0; i < 3; ++i) {
            CHECK((next.V.col(i) - parts.V.col(i)).norm() < 1e-9);
            CHECK((next.U.col(i) - parts.U.col(i)).norm() < 1e-9);
        }
        parts = next;
    }
    CHECK(parts.s(0) == doctest::Approx(0.5));  // the label stays with its direction
    CHECK(parts.s(2) == doctest::Approx(3));
}

TEST_CASE("families: each theorem's matrix is recognised, at any size where size does not matter") {
    using List = std::vector<std::string_view>;
    CHECK(classes(Mat2{{1, 0}, {0, 1}}) == List{"symmetric", "orthogonal", "idempotent", "positive_definite"});
    CHECK(classes(Mat2{{0, -1}, {1, 0}}) == List{"skew", "orthogonal"});
    CHECK(classes(turn(0.3)) == List{"orthogonal"});
    CHECK(classes(Mat2{{0, 1}, {0, 0}}) == List{"nilpotent"});
    CHECK(classes(Mat2{{0, 0}, {0, 0}}) == List{"symmetric", "skew", "idempotent", "nilpotent", "zero"});
    CHECK(classes(Mat2{{1, 2}, {3, 4}}).empty());
    for (const double size : {1e-200, 1.0, 1e200}) {
        CHECK(classes(size * Mat2{{2, 1}, {1, 3}}) == List{"symmetric", "positive_definite"});
        CHECK(classes(-size * Mat2{{2, 1}, {1, 3}}) == List{"symmetric", "negative_definite"});
        CHECK(classes(size * Mat2{{1, 2}, {2, 4}}) == List{"symmetric", "positive_semidefinite"});
        CHECK(classes(-size * Mat2{{1, 2}, {2, 4}}) == List{"symmetric", "negative_semidefinite"});
        CHECK(classes(size * Mat2{{1, 2}, {2, 1}}) == List{"symmetric", "indefinite"});
        CHECK(classes(size * Mat2{{0, -3}, {3, 0}}) == List{"skew"});
    }
    CHECK(matrix_classes(Mat3{{0, 1, 5}, {0, 0, 2}, {0, 0, 0}}) == List{"nilpotent"});
    CHECK(matrix_classes(Mat3{{1, 0, 0}, {0, 1, 0}, {0, 0, 0}}) ==
          List{"symmetric", "idempotent", "positive_semidefinite"});
    CHECK(classes(Mat2{{undefined, 0}, {0, 1}}).empty());
}

TEST_CASE("power iteration settles on the strongest eigenvector") {
    const auto trail = power_iteration(Mat2{{2, 1}, {1, 2}}, Vec2(1, 0), 40);
    REQUIRE(trail.steps.size() == 41);
    CHECK(trail.steps[0].vector == Vec2(1, 0));
    CHECK(trail.steps[1].vector == Vec2(2, 1));
    CHECK(trail.ending == PowerEnding::settled);
    CHECK(trail.steps.back().rayleigh == doctest::Approx(3).epsilon(1e-14));
    CHECK(apart(trail.steps.back().direction, Vec2(1, 1) / std::sqrt(2.0)) < 1e-9);
    // Each step shrinks the error by the ratio of the eigenvalues, 1/3.
    CHECK(trail.steps[11].turn / trail.steps[10].turn == doctest::Approx(1.0 / 3).epsilon(1e-3));
}

TEST_CASE("power iteration says why it does not settle") {
    CHECK(power_iteration(Mat2{{0, -1}, {1, 0}}, Vec2(1, 0), 30).ending == PowerEnding::still_turning);
    CHECK(power_iteration(Mat2{{1, 0}, {0, -1}}, Vec2(1, 1), 30).ending == PowerEnding::still_turning);
    CHECK(power_iteration(Mat2{{-2, 0}, {0, 1}}, Vec2(1, 1), 60).ending == PowerEnding::settled);
    const auto vanished = power_iteration(Mat2{{0, 1}, {0, 0}}, Vec2(1, 1), 30);
    CHECK(vanished.ending == PowerEnding::vanished);
    CHECK(vanished.steps.size() == 3);
    const auto large = power_iteration(Mat2{{1e200, 0}, {0, 1}}, Vec2(1, 1), 30);
    CHECK(large.ending == PowerEnding::too_large);
    for (const auto& step : large.steps) CHECK(step.vector.allFinite());
    CHECK(power_iteration(Mat2{{undefined, 0}, {0, 1}}, Vec2(1, 1), 30).steps.empty());
    CHECK(words(PowerEnding::vanished) == "vanished");
}
