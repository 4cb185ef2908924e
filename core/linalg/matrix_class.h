// The families that a matrix belongs to, in the words of the blackboard: symmetric, orthogonal, nilpotent, …
// Show the names as they are; several may hold at once, or none.
#pragma once

#include "core/linalg/entries.h"

#include <string_view>

namespace eigenscape {

/// Entries may miss by this much relative to the largest singular value (for "orthogonal": absolutely).
inline constexpr double class_tolerance = 1e-12;

/// Out of: "symmetric", "skew" (A^T = -A), "orthogonal" (A^T A = I), "idempotent" (A^2 = A, a projection), "nilpotent"
/// (A^N = 0), "zero"; and of a symmetric matrix by the signs of its eigenvalues: "positive_definite",
/// "positive_semidefinite" (some zero), "negative_definite", "negative_semidefinite", "indefinite"; none of these five
/// for the zero matrix. In this order. Empty if an entry is not finite.
template <int N>
std::vector<std::string_view> matrix_classes(const Mat<N>& A);

}  // namespace eigenscape
