// The polar decomposition and the path that grows a matrix out of the identity.
// What a morph must keep: exact ends, no collapse on the way, one visible fold for a mirror, no jump while dragging.
#include "core/linalg/determinant.h"
#include "core/linalg/polar.h"
#include "tests/core/linalg_samples.h"

#include <doctest/doctest.h>

using namespace eigenscape;
using namespace eigenscape::samples;

namespace {

template <int N>
int sign_changes(const Mat<N>& A, int steps = 400) {
    int changes = 0, last = 1;
    for (int k = 1; k <= steps; ++k) {
        const int sign = determinant_sign(polar_path(A, double(k) / steps));
        if (sign != 0 && sign != last) ++changes, last = sign;
    }
    return changes;
}

}  // namespace

TEST_CASE_TEMPLATE("A = Q P, Q orthogonal, P symmetric positive semidefinite", M, Mat2, Mat3) {
    constexpr int N = M::RowsAtCompileTime;
    for (const M& A : many<N>(31)) {
        CAPTURE(A);
        const Polar<N> found = polar(A);
        CHECK(apart(found.Q * found.P, A, size_of(A)) < 1e-14);
        CHECK(apart(found.Q.transpose() * found.Q, M::Identity()) < 1e-14);
        CHECK(found.P == found.P.transpose());
        CHECK(determinant<N>(found.Q) == doctest::Approx(found.handedness));
        CHECK(found.unique == (determinant_sign(A) != 0));
        Dice dice(32);
        for (int k = 0; k < 10; ++k) {
            const Vec<N> x = random_matrix<N>(dice).col(0);
            CHECK(x.dot(found.P * x) >= -1e-14 * size_of(A) * x.squaredNorm());
        }
    }
}

TEST_CASE_TEMPLATE("the path starts at I and ends at A, exactly and without a jump", M, Mat2, Mat3) {
    constexpr int N = M::RowsAtCompileTime;
    for (const M& A : many<N>(33)) {
        if (size_of(A) > 1e6 || (size_of(A) > 0 && size_of(A) < 1e-6)) continue;
        CAPTURE(A);
        for (const auto path : {polar_path<N>, entrywise_path<N>}) {
            CHECK(path(A, 0) == M::Identity());
            CHECK(path(A, 1) == A);
            CHECK(apart(path(A, 1e-9), M::Identity(), std::max(1.0, size_of(A))) < 1e-6);
            CHECK(apart(path(A, 1 - 1e-9), A, std::max(1.0, size_of(A))) < 1e-6);
            // Smooth: a small step moves it a little (fastest near 0 for a stretch far from 1).
            for (int k = 0; k < 200; ++k)
                CHECK(apart(path(A, k / 200.0), path(A, (k + 1) / 200.0)) < 0.2 * std::max(1.0, size_of(A)));
        }
    }
}

TEST_CASE("half a turn stays a rigid turn all the way, unlike entry by entry") {
    for (const double angle : {0.5, 2.0, -2.5, 3.1, pi}) {
        const Mat2 A = turn(angle);
        CHECK(apart(polar_path(A, 0.25), turn(angle / 4)) < 1e-15);
        CHECK(apart(polar_path(A, 0.5), turn(angle / 2)) < 1e-15);
    }
    CHECK(apart(polar_path(Mat2(-Mat2::Identity()), 0.5), turn(pi / 2)) < 1e-15);
    CHECK(entrywise_path(Mat2(-Mat2::Identity()), 0.5) == Mat2::Zero());
}

TEST_CASE("a stretch is raised to t") {
    CHECK(apart(polar_path(Mat2{{4, 0}, {0, 0.25}}, 0.5), Mat2{{2, 0}, {0, 0.5}}) < 1e-15);
    CHECK(apart(polar_path(Mat3{{4, 0, 0}, {0, 9, 0}, {0, 0, 1}}, 0.5), Mat3{{2, 0, 0}, {0, 3, 0}, {0, 0, 1}}) < 1e-14);
}

TEST_CASE_TEMPLATE("a positive determinant never collapses on the way, a negative one folds once", M, Mat2, Mat3) {
    constexpr int N = M::RowsAtCompileTime;
    Dice dice(34);
    for (int k = 0; k < 400; ++k) {
        const M A = k % 2 ? random_matrix<N>(dice) : random_integers<N>(dice, 3);
        CAPTURE(A);
        CHECK(sign_changes<N>(A) == (determinant_sign(A) < 0 ? 1 : 0));
    }
}

TEST_CASE("a mirror folds through its own line, flat halfway") {
    const Mat2 swap{{0, 1}, {1, 0}};
    CHECK(apart(polar_path(swap, 0.5), Mat2{{0.5, 0.5}, {0.5, 0.5}}) < 1e-15);  // the projector on the line y = x
    for (const double t : {0.2, 0.7}) CHECK(apart(polar_path(swap, t) * Vec2(1, 1), Vec2(1, 1)) < 1e-15);
    const Mat3 flip{{1, 0, 0}, {0, 1, 0}, {0, 0, -1}};
    CHECK(apart(polar_path(flip, 0.5), Mat3{{1, 0, 0}, {0, 1, 0}, {0, 0, 0}}) < 1e-15);
    const Mat3 swap3{{0, 1, 0}, {1, 0, 0}, {0, 0, 1}};
    CHECK(apart(polar_path(swap3, 0.5), Mat3{{0.5, 0.5, 0}, {0.5, 0.5, 0}, {0, 0, 1}}) < 1e-15);
}

TEST_CASE("where a fold lies flat: once, on the line that both columns reach") {
    const auto swap = fold_of(Mat2{{0, 1}, {1, 0}});
    REQUIRE(swap);
    CHECK(swap->at == doctest::Approx(0.5).epsilon(1e-10));
    CHECK(std::abs(swap->along.x() - swap->along.y()) < 1e-9);
    CHECK(swap->mirror);
    CHECK(!fold_of(Mat2{{1, 1}, {0, 1}}));
    CHECK(!fold_of(Mat2{{1, 1}, {1, 1}}));
    CHECK(!fold_of(Mat2{{1, undefined}, {0, -1}}));
    Dice dice(36);
    int mirrors = 0, folds = 0;
    for (int k = 0; k < 200; ++k) {
        const Mat2 A = random_matrix<2>(dice);
        const auto fold = fold_of(A);
        REQUIRE(fold.has_value() == (determinant_sign(A) < 0));
        if (!fold) continue;
        CAPTURE(A);
        ++folds;
        mirrors += fold->mirror;
        CHECK(determinant_sign(polar_path(A, fold->at - 1e-6)) > 0);
        CHECK(determinant_sign(polar_path(A, fold->at + 1e-6)) < 0);
        const Mat2 flat = polar_path(A, fold->at);
        for (int column = 0; column < 2; ++column)
            CHECK(std::abs(flat(0, column) * fold->along.y() - flat(1, column) * fold->along.x()) < 1e-9 * size_of(A));
        CHECK(flat.norm() > 0.05 * std::min(1.0, A.norm()));  // onto a line, never into a point
    }
    CHECK(folds > 50);
    CHECK(mirrors > 10);
    CHECK(mirrors < folds);
}

TEST_CASE_TEMPLATE("dragging A moves the whole path continuously, also through singular matrices", M, Mat2, Mat3) {
    constexpr int N = M::RowsAtCompileTime;
    Dice dice(35);
    int crossings = 0;
    for (int k = 0; k < 60; ++k) {
        // From a random matrix across det = 0, by a line along the last column.
        M A = random_matrix<N>(dice), B = A;
        B.col(N - 1) = -A.col(N - 1) + 0.3 * A.col(0);
        if (determinant_sign(A) == determinant_sign(B)) continue;
        for (const double t : {0.1, 0.5, 0.9}) {
            // Bisect to the singular matrix between and look at both sides of it, 1e-7 apart.
            double low = 0, high = 1;
            while (high - low > 1e-9) {
                const double middle = (low + high) / 2;
                (determinant_sign<N>(A + middle * (B - A)) == determinant_sign(A) ? low : high) = middle;
            }
            const M before = polar_path<N>(A + low * (B - A), t), after = polar_path<N>(A + high * (B - A), t);
            if (std::abs(
                    rotation_angle<N>(determinant_sign(A) > 0 ? M(A + low * (B - A)) : M(A + high * (B - A))).radians) >
                pi - 0.01)
                continue;  // a half turn may go either way
            CHECK(apart(before, after) < 1e-5);
            ++crossings;
        }
    }
    CHECK(crossings > 20);
}

TEST_CASE("singular matrices have a smooth path too, flat only at its end") {
    for (const Mat2& A : {Mat2{{1, 2}, {2, 4}}, Mat2{{0, 1}, {0, 0}}, Mat2{{1, 0}, {0, 0}}, Mat2{{0, 0}, {0, 0}}}) {
        for (int k = 0; k < 20; ++k) CHECK(determinant(polar_path(A, k / 20.0)) > 0);
        CHECK(polar_path(A, 1) == A);
    }
}

TEST_CASE("the angle of the polar rotation, or why there is none") {
    CHECK(rotation_angle(turn(0.7)).radians == doctest::Approx(0.7).epsilon(1e-15));
    CHECK(rotation_angle(Mat2(turn(-2) * Mat2{{3, 1}, {1, 2}})).radians == doctest::Approx(-2).epsilon(1e-14));
    CHECK(rotation_angle(Mat2(-Mat2::Identity())).radians == pi);
    CHECK(rotation_angle(Mat2{{-1, 0.0}, {-0.0, -1}}).radians == pi);
    CHECK(rotation_angle(Mat2{{1e-200, 0}, {0, 1e-200}}).radians == 0);
    CHECK(rotation_angle(Mat3{{0, -1, 0}, {1, 0, 0}, {0, 0, 1}}).radians == doctest::Approx(pi / 2));
    CHECK(rotation_angle(Mat2{{0, 1}, {1, 0}}).reason == "A mirrors, so no turn alone describes it.");
    CHECK(rotation_angle(Mat2{{1, 1}, {1, 1}}).reason == "A is singular, so its turn is not determined.");
    CHECK(std::isnan(rotation_angle(Mat2{{1, 1}, {1, 1}}).radians));
    CHECK(rotation_angle(Mat2{{1, undefined}, {1, 1}}).reason ==
          "Row 1, column 2 is not a number: give it a finite value.");
}

TEST_CASE("the axis of a turn in space, also at a half turn") {
    CHECK(apart(rotation_axis(Mat3{{0, -1, 0}, {1, 0, 0}, {0, 0, 1}}), Vec3::UnitZ()) < 1e-15);
    CHECK(apart(rotation_axis(Mat3{{0, 1, 0}, {-1, 0, 0}, {0, 0, 1}}), -Vec3::UnitZ()) < 1e-15);
    CHECK(apart(rotation_axis(Mat3{{-1, 0, 0}, {0, 1, 0}, {0, 0, -1}}), Vec3::UnitY()) < 1e-15);
    CHECK(rotation_axis(Mat3::Identity()) == Vec3::UnitZ());
}

TEST_CASE("extreme and broken matrices have a path of finite entries or of none") {
    for (const double size : {1e-300, 1e-150, 1e150, 1e300})
        for (const double t : {0.001, 0.5, 0.999}) {
            CHECK(polar_path<2>(size * Mat2{{1, 2}, {3, 4}}, t).allFinite());
            CHECK(polar_path<2>(size * Mat2{{2, -1}, {1, 2}}, t).allFinite());
            CHECK(polar_path<3>(size * Mat3{{2, -1, 3}, {0, 4, -2}, {5, 1, 1}}, t).allFinite());
        }
    CHECK(polar_path(Mat2{{undefined, 0}, {0, 1}}, 0.5).hasNaN());
    CHECK(polar_path(Mat2{{infinity, 0}, {0, 1}}, 0.0).hasNaN());
    CHECK(polar(Mat2{{infinity, 0}, {0, 1}}).problem == "Row 1, column 1 is infinite: give it a finite value.");
}
