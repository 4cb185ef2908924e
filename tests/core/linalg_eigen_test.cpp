// Eigenvalues and eigenspaces: A V = V Lambda, trace and determinant, and the four cases told apart at their borders.
// The hard cases are built from known Jordan forms, so every multiplicity is known beforehand.
#include "core/linalg/cubic.h"
#include "core/linalg/determinant.h"
#include "core/linalg/eigen.h"
#include "core/linalg/inverse.h"
#include "tests/core/linalg_samples.h"

#include <doctest/doctest.h>

using namespace eigenscape;
using namespace eigenscape::samples;

namespace {

/// A whole matrix of determinant 1 and its whole inverse: similarity by it is exact.
template <int N>
Mat<N> unimodular(Dice& dice) {
    Mat<N> L = Mat<N>::Identity(), U = Mat<N>::Identity();
    for (int i = 0; i < N; ++i)
        for (int j = 0; j < i; ++j) L(i, j) = dice.whole(-2, 2), U(j, i) = dice.whole(-2, 2);
    return L * U;
}

template <int N>
Mat<N> disguised(const Mat<N>& J, Dice& dice) {
    const Mat<N> S = unimodular<N>(dice);
    return S * J * inverse(S).matrix;
}

std::string shape(const auto& spectrum) {
    std::string text;
    for (const auto& space : spectrum.spaces)
        text += std::to_string(space.algebraic) + "/" + std::to_string(space.geometric) + " ";
    return text;
}

}  // namespace

TEST_CASE_TEMPLATE("A v = lambda v, unit v, and projectors, for every kind of matrix", M, Mat2, Mat3) {
    constexpr int N = M::RowsAtCompileTime;
    for (const M& raw : many<N>(21)) {
        const M A = scaled(raw).unit;
        CAPTURE(A);
        const Spectrum<N> found = eigen(A);
        int algebraic = 0;
        for (const auto& space : found.spaces) {
            const auto residual = (A.template cast<Complex>() * space.basis - space.value * space.basis).eval();
            CHECK(residual.norm() < 2e-14);
            CHECK((space.basis.adjoint() * space.basis).isIdentity(1e-14));
            CHECK((space.projector * space.projector - space.projector).norm() < 1e-14);
            CHECK(space.geometric >= 1);
            CHECK(space.geometric <= space.algebraic);
            algebraic += space.algebraic;
        }
        CHECK(algebraic == N);
    }
}

TEST_CASE_TEMPLATE("trace = sum, determinant = product of the eigenvalues", M, Mat2, Mat3) {
    constexpr int N = M::RowsAtCompileTime;
    Dice dice(22);
    for (int k = 0; k < 300; ++k) {
        const M A = random_matrix<N>(dice);
        Complex sum = 0, product = 1;
        for (const Complex value : eigen(A).values()) sum += value, product *= value;
        CHECK(std::abs(sum - trace(A)) < 1e-14 * A.norm());
        CHECK(std::abs(product - determinant(A)) < 1e-14 * std::pow(A.norm(), N));
    }
}

TEST_CASE_TEMPLATE("eigenvalues scale with the matrix, by powers of two to the bit", M, Mat2, Mat3) {
    constexpr int N = M::RowsAtCompileTime;
    Dice dice(23);
    for (int k = 0; k < 50; ++k) {
        const M A = random_matrix<N>(dice);
        const auto here = eigen(A).values(), there = eigen<N>(A * 0x1p-900).values();
        for (int i = 0; i < N; ++i) CHECK(here[i] * 0x1p-900 == there[i]);
    }
}

TEST_CASE("symmetric matrices have real eigenvalues and perpendicular eigenvectors") {
    Dice dice(24);
    for (int k = 0; k < 200; ++k) {
        const Mat3 half = random_matrix<3>(dice), A = half + half.transpose();
        const auto pairs = real_eigenpairs(A);
        REQUIRE(pairs.size() == 3);
        Mat3 V;
        for (int i = 0; i < 3; ++i) V.col(i) = pairs[i].axis;
        CHECK(apart(V.transpose() * V, Mat3::Identity()) < 1e-13);
        CHECK(pairs[0].value >= pairs[1].value);
        CHECK(pairs[1].value >= pairs[2].value);
    }
}

TEST_CASE("every Jordan structure in 2-D is recognised in disguise") {
    Dice dice(25);
    for (int k = 0; k < 100; ++k) {
        const double a = dice.whole(-4, 4), b = a + dice.whole(1, 3);
        CHECK(eigen(disguised<2>(Mat2{{a, 0}, {0, b}}, dice)).which == EigenCase::distinct);
        CHECK(eigen(disguised<2>(Mat2{{a, -b * b - 1}, {1, a}}, dice)).which == EigenCase::complex);
        CHECK(eigen(disguised<2>(Mat2{{a, 0}, {0, a}}, dice)).which == EigenCase::repeated);
        const auto defective = eigen(disguised<2>(Mat2{{a, 1}, {0, a}}, dice));
        CHECK(defective.which == EigenCase::defective);
        CHECK(shape(defective) == "2/1 ");
        CHECK(defective.spaces[0].value == Complex(a));
        CHECK(defective.nearly_defective);
        CHECK_FALSE(defective.diagonalisable);
    }
}

TEST_CASE("every Jordan structure in 3-D is recognised in disguise, also scaled by a tenth") {
    Dice dice(26);
    for (int k = 0; k < 100; ++k) {
        const double a = dice.whole(-4, 4), b = a - dice.whole(1, 3), c = b - 1;
        const double scale = k % 2 ? 1 : 0.1;
        const auto judged = [&](const Mat3& J) { return eigen<3>(disguised<3>(J, dice) * scale); };
        CAPTURE(a);
        CAPTURE(b);
        CHECK(shape(judged(Mat3{{a, 0, 0}, {0, b, 0}, {0, 0, c}})) == "1/1 1/1 1/1 ");
        CHECK(shape(judged(Mat3{{a, 0, 0}, {0, a, 0}, {0, 0, b}})) == "2/2 1/1 ");
        CHECK(shape(judged(Mat3{{a, 1, 0}, {0, a, 0}, {0, 0, b}})) == "2/1 1/1 ");
        CHECK(shape(judged(Mat3{{b, 1, 0}, {0, b, 0}, {0, 0, a}})) == "1/1 2/1 ");
        CHECK(shape(judged(Mat3{{a, 0, 0}, {0, a, 0}, {0, 0, a}})) == "3/3 ");
        CHECK(shape(judged(Mat3{{a, 1, 0}, {0, a, 0}, {0, 0, a}})) == "3/2 ");
        CHECK(shape(judged(Mat3{{a, 1, 0}, {0, a, 1}, {0, 0, a}})) == "3/1 ");
        const auto turning = judged(Mat3{{a, -1, 0}, {1, a, 0}, {0, 0, b}});
        CHECK(turning.which == EigenCase::complex);
        CHECK(turning.spaces.size() == 3);
    }
}

TEST_CASE("near a defective matrix: no jump, no complex noise, the border where it is stated") {
    const auto at = [](double c) { return eigen(Mat2{{1, 1}, {c, 1}}); };
    CHECK(at(0).which == EigenCase::defective);
    for (const double c : {1e-1, 1e-4, 1e-8, 1e-12}) {
        CHECK(at(c).which == EigenCase::distinct);
        CHECK(at(c).spaces[0].value.real() == doctest::Approx(1 + std::sqrt(c)).epsilon(1e-15));
        CHECK(at(-c).which == EigenCase::complex);
        CHECK(at(-c).spaces[0].value.imag() == doctest::Approx(std::sqrt(c)).epsilon(1e-15));
        // The eigen-lines close in on the one of the defective matrix: (1, sqrt c) -> (1, 0).
        CHECK(real_eigenpairs(Mat2{{1, 1}, {c, 1}})[0].axis.y() ==
              doctest::Approx(std::sqrt(c / (1 + c))).epsilon(1e-12));
        CHECK(at(c).nearly_defective == (c < 1e-7));
    }
    CHECK(at(1e-8).distance_to_repeated == doctest::Approx(1e-8 / std::sqrt(3)).epsilon(1e-6));
    CHECK(real_eigenpairs(Mat2{{1, 1}, {0, 1}}).size() == 1);
}

TEST_CASE("the tolerance forgives decimals, and nothing else") {
    CHECK(eigen(Mat2{{0.3, 0.1}, {-0.1, 0.1}}).which == EigenCase::defective);
    CHECK(eigen(Mat2{{0.3, 0.1}, {-0.1, 0.1}}).spaces[0].value.real() == doctest::Approx(0.2));
    CHECK(eigen(Mat2{{1, 1e8}, {0, 2}}).spaces[0].value == Complex(2));
    CHECK(eigen(Mat2{{1, 1e8}, {0, 2}}).nearly_defective);
    const auto close = eigen(Mat2{{1, 1e-9}, {1e-9, 1}});
    CHECK(close.which == EigenCase::distinct);
    CHECK_FALSE(close.nearly_defective);
    CHECK(close.spaces[0].value.real() == 1 + 1e-9);
    CHECK(close.spaces[0].projector(0, 1).real() == doctest::Approx(0.5));
    // A full turn in doubles is the identity plus 2e-16: all directions are kept, no complex pair.
    const double full = std::sin(2 * pi);
    CHECK(eigen(Mat2{{1, -full}, {full, 1}}).which == EigenCase::repeated);
}

TEST_CASE("signs and order: largest entry positive, values descending") {
    const auto swap = real_eigenpairs(Mat2{{0, 1}, {1, 0}});
    CHECK(swap[0].value == 1);
    CHECK(swap[1].value == -1);
    CHECK(apart(swap[1].axis, Vec2(1, -1) / std::sqrt(2.0)) < 1e-15);
    const auto turn = eigen(Mat2{{0, -1}, {1, 0}});
    CHECK(turn.spaces[0].value == Complex(0, 1));
    CHECK(turn.spaces[1].value == Complex(0, -1));
    CHECK(turn.spaces[0].basis(0, 0).imag() == 0);
    CHECK(turn.spaces[0].basis(0, 0).real() > 0);
    CHECK(real_eigenpairs(Mat2{{0, -1}, {1, 0}}).empty());
    CHECK(real_eigenpairs(Mat2(Mat2::Identity())).size() == 2);
    CHECK(real_eigenpairs(Mat2(Mat2::Identity()))[0].any_direction());
    CHECK(words(turn.which) == "a complex pair");
}

TEST_CASE("small eigenvalues beside large ones keep their digits, singular matrices have 0 exactly") {
    CHECK(eigen(Mat2{{1, 0}, {0, 1e-200}}).spaces[1].value == Complex(1e-200));
    CHECK(eigen(Mat3{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}).spaces[1].value == Complex(0));
    CHECK(
        eigen(Mat2{{1, 1}, {1, 1.00000001}}).spaces[1].value.real() ==
        doctest::Approx((1.00000001 - 1) / eigen(Mat2{{1, 1}, {1, 1.00000001}}).spaces[0].value.real()).epsilon(1e-15));
    // Two tiny ones beside a large one are still two.
    const auto graded = eigen(Mat3{{1, 0, 0}, {0, 1e-200, 0}, {0, 0, 2e-200}});
    CHECK(shape(graded) == "1/1 1/1 1/1 ");
    CHECK(graded.spaces[1].value.real() == doctest::Approx(2e-200).epsilon(1e-14));
    CHECK(shape(eigen(Mat3{{1, 0, 0}, {0, 1e-90, 1e-90}, {0, 0, 1e-90}})) == "1/1 2/1 ");
}

TEST_CASE("a matrix that is not finite has no eigenvalues, and says where") {
    const auto broken = eigen(Mat3{{1, 0, 0}, {0, 1, infinity}, {0, 0, 1}});
    CHECK(broken.which == EigenCase::not_finite);
    CHECK(broken.spaces.empty());
    CHECK(broken.problem == "Row 2, column 3 is infinite: give it a finite value.");
    CHECK(real_eigenpairs(Mat2{{undefined, 0}, {0, 1}}).empty());
}

TEST_CASE("the cubic: known roots come back to 30 digits") {
    Dice dice(27);
    for (int k = 0; k < 200; ++k) {
        const double a = dice.whole(-99, 99), b = dice.whole(-99, 99), c = -a - b;
        if (a * b * c == 0) continue;
        const CubicRoots found = depressed_cubic(a * b + a * c + b * c, -a * b * c);
        const double lone = std::abs(a) >= std::abs(b) && std::abs(a) >= std::abs(c) ? a
                            : std::abs(b) >= std::abs(c)                             ? b
                                                                                     : c;
        const double gap = lone == a ? b - c : lone == b ? a - c : a - b;
        CHECK(std::abs(double(found.lone - lone)) <= 1e-28 * std::abs(lone));
        CHECK(std::abs(double(found.spread - gap * gap / 4)) <= 1e-26 * lone * lone);
    }
}
