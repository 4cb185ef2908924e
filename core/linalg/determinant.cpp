// Determinants by expansion along the first row: in 32 digits first, exactly where these cannot vouch for the result.
// The filter keeps the everyday determinant cheap (tens of nanoseconds) and the nearly singular one right.
#include "core/linalg/determinant.h"

#include "core/linalg/twofold.h"

#include <cmath>
#include <optional>

namespace eigenscape {
namespace {

/// a d - b c, in 32 digits or exactly.
template <class Number>
Number minor(const Number& a, const Number& b, const Number& c, const Number& d) {
    return a * d - b * c;
}

template <class Number>
Number expanded(const Mat<2>& A) {
    return minor<Number>(A(0, 0), A(0, 1), A(1, 0), A(1, 1));
}

template <class Number>
Number expanded(const Mat<3>& A) {
    const auto cofactor = [&](int i, int j) { return minor<Number>(A(1, i), A(1, j), A(2, i), A(2, j)); };
    return Number(A(0, 0)) * cofactor(1, 2) - Number(A(0, 1)) * cofactor(0, 2) + Number(A(0, 2)) * cofactor(0, 1);
}

/// The determinant of |A| with every sign made plus: what the rounding errors of det A are measured against.
double permanent(const Mat<2>& A) { return std::abs(A(0, 0) * A(1, 1)) + std::abs(A(0, 1) * A(1, 0)); }
double permanent(const Mat<3>& A) {
    const auto both = [&](int i, int j) { return std::abs(A(1, i) * A(2, j)) + std::abs(A(1, j) * A(2, i)); };
    return std::abs(A(0, 0)) * both(1, 2) + std::abs(A(0, 1)) * both(0, 2) + std::abs(A(0, 2)) * both(0, 1);
}

/// The 32-digit determinant, if what it lost (below 2^-98 of the permanent) cannot matter in a double.
template <int N>
std::optional<Wide> quick_determinant(const Scaled<N>& A) {
    const double bound = permanent(A.unit);
    const double det = double(expanded<Twofold>(A.unit));
    // 1e-200: below it the low halves of products start to underflow.
    if (bound < 1e-200 || std::abs(det) < 1e-13 * bound) return std::nullopt;
    return Wide(det, N * A.exponent);
}

}  // namespace

template <int N>
Wide wide_determinant(const Mat<N>& A) {
    if (const auto quick = quick_determinant(scaled(A))) return *quick;
    return expanded<Dyadic>(A).rounded();
}

template <int N>
double determinant(const Mat<N>& A) {
    return A.allFinite() ? wide_determinant(A).value() : undefined;
}

template <int N>
int determinant_sign(const Mat<N>& A) {
    if (!A.allFinite()) return 0;
    const double mantissa = wide_determinant(A).mantissa;
    return (mantissa > 0) - (mantissa < 0);
}

template <int N>
double trace(const Mat<N>& A) {
    if (!A.allFinite()) return undefined;
    Dyadic sum = 0;
    for (int i = 0; i < N; ++i) sum = sum + Dyadic(A(i, i));
    return sum.rounded().value();
}

template <int N>
std::array<double, N + 1> characteristic_polynomial(const Mat<N>& A) {
    std::array<double, N + 1> coefficients{};
    coefficients[0] = 1;
    coefficients[1] = 0 - trace(A);  // 0 - x, since -x would make a negative zero
    coefficients[N] = N == 2 ? determinant(A) : 0 - determinant(A);
    if constexpr (N == 3) {
        if (!A.allFinite()) return {1, undefined, undefined, undefined};
        const auto principal = [&](int i, int j) { return minor<Dyadic>(A(i, i), A(i, j), A(j, i), A(j, j)); };
        coefficients[2] = (principal(0, 1) + principal(0, 2) + principal(1, 2)).rounded().value();
    }
    return coefficients;
}

template <int N>
Wide wide_cofactor(const Mat<N>& A, int row, int column) {
    const double sign = (row + column) % 2 ? -1 : 1;
    if constexpr (N == 2) {
        return Wide(sign * A(1 - row, 1 - column));
    } else {
        const int r0 = row == 0, r1 = 2 - (row == 2), c0 = column == 0, c1 = 2 - (column == 2);
        const Mat<2> rest{{A(r0, c0), A(r0, c1)}, {A(r1, c0), A(r1, c1)}};
        return Wide(sign) * wide_determinant(rest);
    }
}

template double determinant(const Mat<2>&);
template double determinant(const Mat<3>&);
template int determinant_sign(const Mat<2>&);
template int determinant_sign(const Mat<3>&);
template double trace(const Mat<2>&);
template double trace(const Mat<3>&);
template std::array<double, 3> characteristic_polynomial<2>(const Mat<2>&);
template std::array<double, 4> characteristic_polynomial<3>(const Mat<3>&);
template Wide wide_determinant(const Mat<2>&);
template Wide wide_determinant(const Mat<3>&);
template Wide wide_cofactor(const Mat<2>&, int, int);
template Wide wide_cofactor(const Mat<3>&, int, int);

}  // namespace eigenscape
