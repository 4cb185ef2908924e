// Rank, null space and column space: how many dimensions survive A, which directions are lost, and where the rest
// lands. Use the numeric rank for dragged or computed matrices and show its tolerance; the exact one is about the very
// doubles.
#pragma once

#include "core/linalg/entries.h"

namespace eigenscape {

/// Singular values at or below this count as zero: N * 2^-52 * s_max, the default of numpy and Octave.
template <int N>
double rank_tolerance(const Mat<N>& A);

/// Number of singular values above rank_tolerance(A). An A that is not finite has rank 0.
template <int N>
int rank_numeric(const Mat<N>& A);

/// The rank of exactly the given doubles, by exact minors: [[0.1,0.3],[0.3,0.9]] has 2, since 0.1 is not a tenth.
template <int N>
int rank_exact(const Mat<N>& A);

/// A linear subspace: an orthonormal basis (which depends on conventions) and the projector onto it (which does not).
template <int N>
struct Subspace {
    int dimension = 0;
    Columns<N> basis{N, 0};
    Mat<N> projector = Mat<N>::Zero();
};

/// The vectors that A sends to zero. Dimension N - rank (the numeric rank unless another is given).
template <int N>
Subspace<N> null_space(const Mat<N>& A);
template <int N>
Subspace<N> null_space(const Mat<N>& A, int rank);

/// Everything that A can reach: the span of its columns. Dimension: the rank.
template <int N>
Subspace<N> column_space(const Mat<N>& A);
template <int N>
Subspace<N> column_space(const Mat<N>& A, int rank);

}  // namespace eigenscape
