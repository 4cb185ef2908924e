// The inverse, if there is one, and in words why not; with the condition number and the pseudo-inverse as the next
// best. Show `words` where the matrix would stand unless `exists`; `matrix` is zero, never infinite, where it has no
// finite entries.
#pragma once

#include "core/linalg/entries.h"

#include <string_view>

namespace eigenscape {

enum class Invertibility {
    invertible,
    singular_to_working_precision,  // an inverse of the very doubles exists, but N * 2^-52 * condition > 1: no digit
                                    // holds
    singular,                       // det = 0 exactly
    not_finite,                     // an entry is NaN or infinite
};

/// "invertible", "singular to working precision", …
std::string_view words(Invertibility status);

template <int N>
struct Inverse {
    Invertibility status = Invertibility::not_finite;
    /// Entrywise accurate to a few ulp even when badly conditioned. Zero where there is none, or `too_large`.
    Mat<N> matrix = Mat<N>::Zero();
    /// Moore–Penrose, of the numeric rank; equals `matrix` for an invertible A. Zero when `too_large`.
    Mat<N> pseudo = Mat<N>::Zero();
    double condition = undefined;  // s_max / s_min: how many times a relative error of b can grow in x = A^-1 b
    bool too_large = false;        // an entry of the answer is beyond the largest double
    /// A sentence for the learner, e.g. "Singular to working precision: condition number 1.4e16, …"; empty if all is
    /// well.
    std::string problem;

    bool exists() const { return status == Invertibility::invertible && !too_large; }
};

/// Cofactors over the determinant, both accurate to the last digits, so no pivot can go wrong.
template <int N>
Inverse<N> inverse(const Mat<N>& A);

/// Moore–Penrose pseudo-inverse: V diag(1/s) U^T over the singular values above rank_tolerance(A).
template <int N>
Mat<N> pseudo_inverse(const Mat<N>& A);

}  // namespace eigenscape
