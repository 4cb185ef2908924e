// The singular value decomposition A = U diag(s) V^T: every matrix turns, stretches along the axes, and turns again.
// The unit circle becomes an ellipse with semi-axes s(i) along U.col(i); V.col(i) is what lands there.
#pragma once

#include "core/linalg/entries.h"

#include <array>

namespace eigenscape {

/// Shapes: U, V orthogonal N x N; s in descending order, never negative; infinity only beyond the largest double.
/// Sign convention: the entry of largest modulus of each V.col(i) is positive (the first on a tie).
/// det U * det V = sign det A (taken as +1 for a singular A), so that U V^T is the polar rotation or reflection.
template <int N>
struct Svd {
    Mat<N> U = Mat<N>::Identity();
    Vec<N> s = Vec<N>::Zero();
    Mat<N> V = Mat<N>::Identity();
    /// s(0) / s(N-1), the 2-norm condition number; infinity exactly for a singular matrix (or beyond the largest
    /// double).
    double condition = infinity;
    /// False where another singular value agrees to 1e-12 of the largest: then column i of U and V is one choice of
    /// many.
    std::array<bool, N> determined{};
    /// Empty, or why there is no decomposition (an entry is not finite); then s and condition are NaN.
    std::string problem;
};

/// One-sided Jacobi (Hestenes 1958; Demmel and Veselić 1992: high relative accuracy for graded matrices). The smallest
/// value is |det A| over the others, so it is accurate however small, and 0 exactly for a singular matrix.
template <int N>
Svd<N> svd(const Mat<N>& A);

/// V alone, with the same signs: without the exact determinant, so many times quicker for a nearly singular A. Zero
/// singular values come last: those columns span the null space.
template <int N>
Mat<N> right_singular_vectors(const Mat<N>& A);

/// The singular values alone.
template <int N>
Vec<N> singular_values(const Mat<N>& A);

}  // namespace eigenscape
