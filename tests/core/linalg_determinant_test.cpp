// Determinant, trace, characteristic polynomial, and the exact arithmetic they rest on.
// Theorems over many matrices, then the sizes at which the naive formula fails.
#include "core/linalg/determinant.h"
#include "core/linalg/rank.h"
#include "core/linalg/twofold.h"
#include "tests/core/linalg_samples.h"

#include <doctest/doctest.h>

using namespace eigenscape;
using namespace eigenscape::samples;

TEST_CASE_TEMPLATE("det is multiplicative, and the same for the transpose", M, Mat2, Mat3) {
    constexpr int N = M::RowsAtCompileTime;
    Dice dice(1);
    for (int k = 0; k < 200; ++k) {
        const M A = random_integers<N>(dice, 9), B = random_integers<N>(dice, 9);
        CHECK(determinant<N>(A * B) == determinant(A) * determinant(B));  // whole numbers: exact
        CHECK(determinant<N>(A.transpose()) == determinant(A));
        CHECK(determinant_sign(A) == (determinant(A) > 0) - (determinant(A) < 0));
    }
}

TEST_CASE("det neither overflows on the way nor calls a tiny matrix singular") {
    CHECK(determinant(Mat2{{1e154, 2e154}, {3e154, 4e154}}) == -infinity);
    CHECK(determinant(Mat2{{1e154, 1e154}, {1e154, 1e154}}) == 0);
    CHECK(determinant(Mat2{{1e-200, 0}, {0, 1e-200}}) == 0);
    CHECK(determinant_sign(Mat2{{1e-200, 0}, {0, 1e-200}}) == 1);
    CHECK(determinant_sign(Mat2{{5e-324, 0}, {0, -5e-324}}) == -1);
    CHECK(determinant(Mat2{{1e300, 0}, {0, 1e-300}}) == doctest::Approx(1).epsilon(1e-15));
    CHECK(determinant(Mat3{{1e300, 0, 0}, {0, 1e-300, 0}, {0, 0, 2}}) == doctest::Approx(2).epsilon(1e-15));
    CHECK(determinant(Mat3{{1e200, 1e200, 0}, {1e200, 1e200, 0}, {0, 0, 1e200}}) == 0);
}

TEST_CASE("det of nearly singular decimals has all its digits") {
    // 0.1 * 0.9 - 0.3 * 0.3 of the very doubles, computed with rational arithmetic.
    CHECK(determinant(Mat2{{0.1, 0.3}, {0.3, 0.9}}) == doctest::Approx(1.3877787807814457e-17).epsilon(1e-14));
    CHECK(determinant(Mat2{{1, 1}, {1, 1.00000001}}) == 1.00000001 - 1);
}

TEST_CASE("a matrix that is not finite has no determinant") {
    CHECK(std::isnan(determinant(Mat2{{1, undefined}, {0, 1}})));
    CHECK(std::isnan(determinant(Mat2{{infinity, 0}, {0, 1}})));
    CHECK(std::isnan(trace(Mat2{{infinity, 0}, {0, 1}})));
    CHECK(determinant_sign(Mat2{{infinity, 0}, {0, 1}}) == 0);
    CHECK(std::isnan(characteristic_polynomial(Mat3{{1, 2, 3}, {4, undefined, 6}, {7, 8, 9}})[2]));
    CHECK(entry_problem(Mat2{{1, undefined}, {0, 1}}) == "Row 1, column 2 is not a number: give it a finite value.");
    CHECK(entry_problem(Mat2{{1, 2}, {-infinity, 1}}) == "Row 2, column 1 is infinite: give it a finite value.");
    CHECK(entry_problem(Mat2{{1, 2}, {3, 4}}).empty());
}

TEST_CASE_TEMPLATE("Cayley and Hamilton: a matrix is a root of its characteristic polynomial", M, Mat2, Mat3) {
    constexpr int N = M::RowsAtCompileTime;
    Dice dice(2);
    for (int k = 0; k < 200; ++k) {
        const M A = random_integers<N>(dice, 9);
        M value = M::Zero();
        for (const double coefficient : characteristic_polynomial(A)) value = value * A + coefficient * M::Identity();
        CHECK(value == M::Zero());
    }
}

TEST_CASE("trace and polynomial are rounded once and have no negative zero") {
    CHECK(trace(Mat3{{1e16, 0, 0}, {0, 1, 0}, {0, 0, -1e16}}) == 1);
    CHECK(trace(Mat2{{1.7e308, 0}, {0, 1.7e308}}) == infinity);
    CHECK(trace(Mat3{{1.7e308, 0, 0}, {0, 1.7e308, 0}, {0, 0, -1.7e308}}) == 1.7e308);
    for (const double c : characteristic_polynomial(Mat3(Mat3::Zero()))) CHECK_FALSE(std::signbit(c));
}

TEST_CASE("exact arithmetic of doubles agrees with 64-bit integers and keeps what doubles lose") {
    Dice dice(3);
    const auto whole = [&] { return std::int64_t{dice.whole(-1000000000, 1000000000)}; };
    for (int k = 0; k < 500; ++k) {
        const std::int64_t a = whole(), b = whole(), c = whole(), d = whole(), exact = a * b - c * d;
        CHECK((Dyadic(double(a)) * double(b) - Dyadic(double(c)) * double(d)).rounded().value() == double(exact));
    }
    CHECK((Dyadic(1e300) + 1e-300 - 1e300).rounded().value() == 1e-300);
    CHECK((Dyadic(0.1) * 3.0 - 0.30000000000000004).rounded().value() < 0);
    CHECK((Dyadic(5e-324) * 5e-324).sign() == 1);
    CHECK((Dyadic(1.5) - 1.5).sign() == 0);
    // Half-way cases go to the even neighbour; a sticky bit far below breaks the tie.
    CHECK((Dyadic(1) + 0x1p-53).rounded().value() == 1);
    CHECK((Dyadic(1) + 0x1p-53 + 0x1p-900).rounded().value() == 1 + 0x1p-52);
    CHECK((Dyadic(1 + 0x1p-52) + 0x1p-53).rounded().value() == 1 + 0x1p-51);
}

TEST_CASE("32-digit arithmetic holds what one double cannot") {
    const Twofold third = Twofold(1) / 3.0;
    CHECK(std::abs(double(third * 3.0 - 1.0)) < 1e-31);
    const Twofold root = sqrt(Twofold(2));
    CHECK(std::abs(double(root * root - 2.0)) < 1e-31);
    CHECK(double(Twofold(1) + 1e-25 - 1.0) == doctest::Approx(1e-25).epsilon(1e-6));
}
