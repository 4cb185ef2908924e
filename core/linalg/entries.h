// Square matrices as this folder takes them, and the two things asked of their entries before any algorithm runs.
// Check entry_problem() where a matrix comes in; use scaled() to keep products away from overflow and underflow.
#pragma once

#include "core/types.h"

namespace eigenscape {

template <int N>
using Mat = Eigen::Matrix<double, N, N>;
template <int N>
using Vec = Eigen::Matrix<double, N, 1>;
/// Up to N columns of length N; never allocates.
template <int N>
using Columns = Eigen::Matrix<double, N, Eigen::Dynamic, 0, N, N>;

/// Empty when every entry is finite, else which one is not and what to do: "Row 1, column 2 is not a number: …".
/// Eigen's own solvers answer "success" on NaN, so nothing non-finite may reach an algorithm.
template <int N>
std::string entry_problem(const Mat<N>& A);

/// A = unit * 2^exponent, the largest |entry| of unit in [1/2, 1) (or A = 0). Powers of two round nothing,
/// except that entries more than 2^1000 below the largest may lose bits.
template <int N>
struct Scaled {
    Mat<N> unit;
    int exponent = 0;
};
template <int N>
Scaled<N> scaled(const Mat<N>& A);

/// The 2-norm of a vector whose squares may overflow or underflow.
template <int N>
double length(const Vec<N>& v);

}  // namespace eigenscape
