// Each family is one equation that must hold to class_tolerance once A is divided by its largest singular value.
// A new family is one more line in matrix_classes().
#include "core/linalg/matrix_class.h"

#include "core/linalg/eigen.h"
#include "core/linalg/svd.h"

#include <cmath>

namespace eigenscape {
namespace {

template <int N>
bool vanishes(const Mat<N>& difference) {
    return difference.cwiseAbs().maxCoeff() <= class_tolerance;
}

/// From the eigenvalues of a symmetric matrix of size 1.
template <int N>
std::string_view definiteness(const Mat<N>& unit) {
    bool positive = false, negative = false, zero = false;
    for (const Complex value : eigen(unit).values()) {
        const bool above = value.real() > class_tolerance, below = value.real() < -class_tolerance;
        positive = positive || above;
        negative = negative || below;
        zero = zero || (!above && !below);
    }
    if (positive && negative) return "indefinite";
    if (positive) return zero ? "positive_semidefinite" : "positive_definite";
    return zero ? "negative_semidefinite" : "negative_definite";
}

}  // namespace

template <int N>
std::vector<std::string_view> matrix_classes(const Mat<N>& A) {
    if (!A.allFinite()) return {};
    if (A.isZero(0)) return {"symmetric", "skew", "idempotent", "nilpotent", "zero"};
    auto [unit, exponent] = scaled(A);
    const double size = singular_values(unit)(0);
    unit /= size;
    const double s_max = std::ldexp(size, exponent);
    const Mat<N> square = unit * unit;
    const bool symmetric = vanishes<N>(unit - unit.transpose());

    std::vector<std::string_view> names;
    if (symmetric) names.push_back("symmetric");
    if (vanishes<N>(unit + unit.transpose())) names.push_back("skew");
    if (vanishes<N>(s_max * (s_max * (unit.transpose() * unit)) - Mat<N>::Identity())) names.push_back("orthogonal");
    if (vanishes<N>(s_max * square - unit)) names.push_back("idempotent");
    if (vanishes<N>(N == 2 ? square : Mat<N>(square * unit))) names.push_back("nilpotent");
    if (symmetric) names.push_back(definiteness<N>(unit));
    return names;
}

template std::vector<std::string_view> matrix_classes(const Mat<2>&);
template std::vector<std::string_view> matrix_classes(const Mat<3>&);

}  // namespace eigenscape
