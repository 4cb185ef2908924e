// Inverse by cofactors, pseudo-inverse by singular values, and the sentence for each way of having none.
// Eigen's inverse() of a singular matrix is silently infinite and fails for 1e-200 I, hence this file.
#include "core/linalg/inverse.h"

#include "core/linalg/determinant.h"
#include "core/linalg/rank.h"
#include "core/linalg/svd.h"

#include <charconv>
#include <cmath>

namespace eigenscape {
namespace {

template <int N>
Mat<N> by_cofactors(const Mat<N>& A) {
    const Wide det = wide_determinant(A);
    Mat<N> result;
    for (int i = 0; i < N; ++i)
        for (int j = 0; j < N; ++j) result(i, j) = (wide_cofactor(A, j, i) / det).value() + 0.0;  // + 0.0: no -0
    return result;
}

template <int N>
Mat<N> by_singular_values(const Mat<N>& A) {
    const auto [unit, exponent] = scaled(A);
    const Svd<N> parts = svd(unit);
    Mat<N> result = Mat<N>::Zero();
    for (int i = 0; i < N && parts.s(i) > N * std::numeric_limits<double>::epsilon() * parts.s(0); ++i)
        result += parts.V.col(i) / parts.s(i) * parts.U.col(i).transpose();
    return result.unaryExpr([shift = -exponent](double x) { return std::ldexp(x, shift); });
}

std::string two_digits(double x) {
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, x, std::chars_format::general, 2).ptr};
}

template <int N>
std::string sentence(const Inverse<N>& found) {
    switch (found.status) {
        case Invertibility::singular:
            return "Singular: A sends different vectors to the same place, so nothing can undo it. "
                   "The pseudo-inverse is the best substitute.";
        case Invertibility::singular_to_working_precision:
            return "Singular to working precision: the condition number " + two_digits(found.condition) +
                   " is beyond the 16 digits of the entries. The pseudo-inverse is the best substitute.";
        default:
            return found.too_large ? "The inverse is too large to show: an entry is beyond 1.8e308. Scale A up." : "";
    }
}

}  // namespace

std::string_view words(Invertibility status) {
    switch (status) {
        case Invertibility::invertible: return "invertible";
        case Invertibility::singular_to_working_precision: return "singular to working precision";
        case Invertibility::singular: return "singular";
        case Invertibility::not_finite: return "not finite";
    }
    return {};
}

template <int N>
Inverse<N> inverse(const Mat<N>& A) {
    Inverse<N> found;
    const Svd<N> parts = svd(A);
    found.condition = parts.condition;
    found.problem = parts.problem;
    if (!found.problem.empty()) return found;

    const bool exactly_singular = determinant_sign(A) == 0;
    const bool blurred = found.condition * N * std::numeric_limits<double>::epsilon() >= 1;
    found.status = exactly_singular ? Invertibility::singular
                   : blurred        ? Invertibility::singular_to_working_precision
                                    : Invertibility::invertible;
    if (!exactly_singular) found.matrix = by_cofactors(A);
    found.pseudo = found.status == Invertibility::invertible ? found.matrix : by_singular_values(A);
    found.too_large = !found.matrix.allFinite() || !found.pseudo.allFinite();
    if (!found.matrix.allFinite()) found.matrix.setZero();
    if (!found.pseudo.allFinite()) found.pseudo.setZero();
    found.problem = sentence(found);
    return found;
}

template <int N>
Mat<N> pseudo_inverse(const Mat<N>& A) {
    return inverse(A).pseudo;
}

template Inverse<2> inverse(const Mat<2>&);
template Inverse<3> inverse(const Mat<3>&);
template Mat<2> pseudo_inverse(const Mat<2>&);
template Mat<3> pseudo_inverse(const Mat<3>&);

}  // namespace eigenscape
