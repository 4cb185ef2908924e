// Finite entries and scaling by powers of two: what every algorithm of this folder does first.
// Add a size by adding an instantiation below.
#include "core/linalg/entries.h"

#include <cmath>

namespace eigenscape {

template <int N>
std::string entry_problem(const Mat<N>& A) {
    for (int row = 0; row < N; ++row)
        for (int column = 0; column < N; ++column) {
            if (std::isfinite(A(row, column))) continue;
            return "Row " + std::to_string(row + 1) + ", column " + std::to_string(column + 1) +
                   (std::isnan(A(row, column)) ? " is not a number" : " is infinite") + ": give it a finite value.";
        }
    return {};
}

template <int N>
Scaled<N> scaled(const Mat<N>& A) {
    int exponent = 0;
    std::frexp(A.cwiseAbs().maxCoeff(), &exponent);
    return {A.unaryExpr([exponent](double x) { return std::ldexp(x, -exponent); }), exponent};
}

template <int N>
double length(const Vec<N>& v) {
    const double largest = v.cwiseAbs().maxCoeff();
    return largest == 0 ? 0 : largest * (v / largest).norm();
}

template std::string entry_problem(const Mat<2>&);
template std::string entry_problem(const Mat<3>&);
template Scaled<2> scaled(const Mat<2>&);
template Scaled<3> scaled(const Mat<3>&);
template double length<2>(const Vec<2>&);
template double length<3>(const Vec<3>&);

}  // namespace eigenscape
