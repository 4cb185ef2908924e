// Singular values and vectors, ranks, null and column spaces, inverse and pseudo-inverse.
// Theorems over many matrices; then graded, tiny, huge, singular and non-finite ones.
#include "core/linalg/determinant.h"
#include "core/linalg/inverse.h"
#include "core/linalg/rank.h"
#include "core/linalg/svd.h"
#include "tests/core/linalg_samples.h"

#include <doctest/doctest.h>

using namespace eigenscape;
using namespace eigenscape::samples;

TEST_CASE_TEMPLATE("A = U S V^T with orthogonal U and V, s descending, for every kind of matrix", M, Mat2, Mat3) {
    constexpr int N = M::RowsAtCompileTime;
    for (const M& A : many<N>(11)) {
        CAPTURE(A);
        const Svd<N> parts = svd(A);
        const M product = parts.U * parts.s.asDiagonal() * parts.V.transpose();
        CHECK(apart(product, A, size_of(A)) < 4e-15);
        CHECK(apart(parts.U.transpose() * parts.U, M::Identity()) < 4e-15);
        CHECK(apart(parts.V.transpose() * parts.V, M::Identity()) < 4e-15);
        for (int i = 1; i < N; ++i) CHECK(parts.s(i) <= parts.s(i - 1));
        CHECK(parts.s(N - 1) >= 0);
        const double handed = determinant<N>(parts.U) * determinant<N>(parts.V);
        CHECK(handed == doctest::Approx(determinant_sign(A) < 0 ? -1 : 1));
        for (int i = 0; i < N; ++i) CHECK(parts.V.col(i).maxCoeff() >= -parts.V.col(i).minCoeff() - 1e-9);
    }
}

TEST_CASE_TEMPLATE("singular values: |det| is their product, |A|_F^2 the sum of their squares", M, Mat2, Mat3) {
    constexpr int N = M::RowsAtCompileTime;
    Dice dice(12);
    for (int k = 0; k < 200; ++k) {
        const M A = random_matrix<N>(dice);
        const Vec<N> s = singular_values(A);
        CHECK(s.prod() == doctest::Approx(std::abs(determinant(A))).epsilon(1e-13));
        CHECK(s.squaredNorm() == doctest::Approx(A.squaredNorm()).epsilon(1e-13));
        CHECK(svd(A).condition == doctest::Approx(s(0) / s(N - 1)).epsilon(1e-13));
    }
}

TEST_CASE("tiny singular values have their digits whichever side is graded") {
    CHECK(singular_values(Mat2{{1, 2}, {3e-200, 4e-200}})(1) ==
          doctest::Approx(2e-200 / std::sqrt(5.0)).epsilon(1e-14));
    CHECK(singular_values(Mat2{{1, 3e-200}, {2, 4e-200}})(1) ==
          doctest::Approx(2e-200 / std::sqrt(5.0)).epsilon(1e-14));
    const Vec3 s = singular_values(Mat3{{1e-200, 0, 0}, {0, 0, 1}, {0, 1e-100, 0}});
    CHECK(s(1) == doctest::Approx(1e-100).epsilon(1e-14));
    CHECK(s(2) == doctest::Approx(1e-200).epsilon(1e-14));
    const Svd<2> wide = svd(Mat2{{1e300, 0}, {0, 1e-300}});
    CHECK(wide.s(1) == 1e-300);
    CHECK(wide.condition == infinity);
    // Rows of very different size: the second left vector still lies among the small rows.
    const Svd<3> rows = svd(Mat3{{1, 2, 3}, {4e-200, 5e-200, 6e-200}, {7e-200, 8e-200, 10e-200}});
    CHECK(std::abs(rows.U(0, 0)) == doctest::Approx(1));
    CHECK(std::abs(rows.U(0, 1)) < 1e-100);
    CHECK((rows.U.transpose() * rows.U - Mat3::Identity()).norm() < 1e-14);
}

TEST_CASE("a singular matrix has a singular value of exactly 0 and an infinite condition number") {
    CHECK(svd(Mat3{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}).s(2) == 0);
    CHECK(svd(Mat3{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}).condition == infinity);
    CHECK(svd(Mat3{{2, 4, 6}, {1, 2, 3}, {-1, -2, -3}}).s(1) == 0);
    CHECK(svd(Mat2{{0, 0}, {0, 0}}).condition == infinity);
}

TEST_CASE("columns that only need sorting are sorted and then looked at again") {
    // Found by a random run: after two exchanges the first and last column are still oblique.
    const Mat3 A{{0, 2, -2}, {0, -2, -2}, {1, 0, -2}};
    const Svd<3> parts = svd(A);
    CHECK(apart(parts.U * parts.s.asDiagonal() * parts.V.transpose(), A) < 1e-14);
    CHECK(parts.s(1) == doctest::Approx(std::sqrt(8.0)).epsilon(1e-14));
}

TEST_CASE("equal singular values leave their directions undetermined, and say so") {
    CHECK_FALSE(svd(Mat2{{0, -1}, {1, 0}}).determined[0]);
    CHECK(svd(Mat2{{3, 0}, {0, -2}}).determined == std::array{true, true});
    const auto some = svd(Mat3{{3, 1, 1}, {1, 3, 1}, {1, 1, 3}}).determined;  // 5, 2, 2
    CHECK(some == std::array{true, false, false});
}

TEST_CASE("singular values at the largest double do not break rank or condition") {
    const Mat2 A{{1.7e308, 1.7e308}, {1, 1.7e308}};
    CHECK(svd(A).s(0) == infinity);
    CHECK(svd(A).condition == doctest::Approx(2.618033988749895));
    CHECK(rank_numeric(A) == 2);
    CHECK(inverse(A).exists());
}

TEST_CASE_TEMPLATE("rank + nullity = N, null space is annihilated, column space reached", M, Mat2, Mat3) {
    constexpr int N = M::RowsAtCompileTime;
    for (const M& A : many<N>(13)) {
        CAPTURE(A);
        const Subspace<N> null = null_space(A), column = column_space(A);
        CHECK(null.dimension + rank_numeric(A) == N);
        CHECK(column.dimension == rank_numeric(A));
        CHECK(rank_exact(A) >= rank_numeric(A));
        CHECK(apart(A * null.projector, M::Zero(), size_of(A)) < 1e-14);
        CHECK(apart(column.projector * A, A, size_of(A)) < 1e-14);
        for (const M& P : {null.projector, column.projector}) CHECK(apart(P * P, P) < 1e-14);
        // The null space is orthogonal to the row space.
        CHECK(apart(null.projector * column_space<N>(A.transpose()).projector, M::Zero()) < 1e-14);
    }
}

TEST_CASE("exact and numeric rank differ where decimals only look singular") {
    const Mat2 decimal{{0.1, 0.3}, {0.3, 0.9}};
    CHECK(rank_exact(decimal) == 2);
    CHECK(rank_numeric(decimal) == 1);
    CHECK(rank_tolerance(decimal) == doctest::Approx(2 * 0x1p-52));
    CHECK(rank_exact(Mat3{{1, 2, 3}, {2, 4, 6}, {3, 6, 9}}) == 1);
    CHECK(rank_exact(Mat3(Mat3::Zero())) == 0);
    CHECK(rank_exact(Mat3{{1e-300, 0, 0}, {0, 1e-300, 0}, {0, 0, 0}}) == 2);
    CHECK(rank_exact(Mat2{{undefined, 0}, {0, 1}}) == 0);
    CHECK(null_space(Mat2{{1, 2}, {3, 4}}).basis.cols() == 0);
}

TEST_CASE_TEMPLATE("Penrose: the four conditions of the pseudo-inverse", M, Mat2, Mat3) {
    constexpr int N = M::RowsAtCompileTime;
    for (const M& raw : many<N>(14)) {
        const M A = scaled(raw).unit;
        CAPTURE(A);
        const Inverse<N> found = inverse(A);
        const M& X = found.pseudo;
        const double slack = 1e-14 * std::max(1.0, size_of(X));
        CHECK(apart(A * X * A, A) < slack);
        CHECK(apart(X * A * X, X, std::max(1.0, size_of(X))) < slack);
        CHECK(apart((A * X).transpose(), A * X) < slack);
        CHECK(apart((X * A).transpose(), X * A) < slack);
        if (found.exists()) CHECK(apart(A * found.matrix, M::Identity()) < slack);
        CHECK(found.exists() == (rank_numeric(A) == N));
    }
}

TEST_CASE("an inverse is refused in words, never in infinite entries") {
    const auto singular = inverse(Mat2{{1, 2}, {2, 4}});
    CHECK(singular.status == Invertibility::singular);
    CHECK(singular.condition == infinity);
    CHECK(singular.matrix == Mat2::Zero());
    CHECK(apart(singular.pseudo, Mat2{{0.04, 0.08}, {0.08, 0.16}}) < 1e-16);
    CHECK(singular.problem.starts_with("Singular: "));

    const auto blurred = inverse(Mat2{{0.1, 0.3}, {0.3, 0.9}});
    CHECK(words(blurred.status) == "singular to working precision");
    CHECK(blurred.problem ==
          "Singular to working precision: the condition number 7.2e+16 is beyond the 16 digits of the "
          "entries. The pseudo-inverse is the best substitute.");
    CHECK(apart(blurred.pseudo, Mat2{{0.1, 0.3}, {0.3, 0.9}}) < 1e-15);  // a projection is its own

    const auto large = inverse(Mat2{{1e-310, 0}, {0, 1e-310}});
    CHECK(large.too_large);
    CHECK_FALSE(large.exists());
    CHECK(large.matrix.allFinite());
    CHECK(large.problem.starts_with("The inverse is too large to show"));

    const auto broken = inverse(Mat3{{1, 0, 0}, {0, undefined, 0}, {0, 0, 1}});
    CHECK(broken.status == Invertibility::not_finite);
    CHECK(broken.problem == "Row 2, column 2 is not a number: give it a finite value.");
}

TEST_CASE("an ill-conditioned inverse is accurate entry by entry") {
    const auto found = inverse(Mat2{{1, 1}, {1, 1.00000001}});
    const double det = 1.00000001 - 1;
    CHECK(found.matrix(0, 1) == -1 / det);
    CHECK(found.condition == doctest::Approx(4.0 / det).epsilon(1e-6));
    CHECK(apart(inverse(Mat2{{1e-200, 0}, {0, 1e-200}}).matrix, Mat2{{1e200, 0}, {0, 1e200}}, 1e200) < 1e-15);
}
