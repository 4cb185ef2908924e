// Ranks by singular values with a tolerance or by exact minors; spaces from the singular vectors.
// Eigen's FullPivLU::kernel() answers a zero column for an invertible matrix; an empty basis is the truth.
#include "core/linalg/rank.h"

#include "core/linalg/determinant.h"
#include "core/linalg/svd.h"

#include <cmath>

namespace eigenscape {
namespace {

template <int N>
Subspace<N> spanned(const Columns<N>& basis) {
    return {static_cast<int>(basis.cols()), basis, basis * basis.transpose()};
}

bool any_minor(const Mat<3>& A) {
    for (int i = 0; i < 3; ++i)
        for (int j = 0; j < 3; ++j)
            if (wide_cofactor(A, i, j).mantissa != 0) return true;
    return false;
}

}  // namespace

template <int N>
double rank_tolerance(const Mat<N>& A) {
    const auto [unit, exponent] = scaled(A);
    return std::ldexp(N * std::numeric_limits<double>::epsilon() * singular_values(unit)(0), exponent);
}

template <int N>
int rank_numeric(const Mat<N>& A) {
    const Vec<N> s = singular_values(scaled(A).unit);  // scaled, since s_max itself may be beyond the largest double
    int count = 0;
    for (int i = 0; i < N; ++i) count += s(i) > N * std::numeric_limits<double>::epsilon() * s(0);
    return count;
}

template <int N>
int rank_exact(const Mat<N>& A) {
    if (!A.allFinite()) return 0;
    if (determinant_sign(A) != 0) return N;
    if constexpr (N == 3)
        if (any_minor(A)) return 2;
    return A.isZero(0) ? 0 : 1;
}

template <int N>
Subspace<N> null_space(const Mat<N>& A, int rank) {
    return spanned<N>(svd(A).V.rightCols(N - rank));
}

template <int N>
Subspace<N> null_space(const Mat<N>& A) {
    return null_space(A, rank_numeric(A));
}

template <int N>
Subspace<N> column_space(const Mat<N>& A, int rank) {
    return spanned<N>(svd(A).U.leftCols(rank));
}

template <int N>
Subspace<N> column_space(const Mat<N>& A) {
    return column_space(A, rank_numeric(A));
}

template double rank_tolerance(const Mat<2>&);
template double rank_tolerance(const Mat<3>&);
template int rank_numeric(const Mat<2>&);
template int rank_numeric(const Mat<3>&);
template int rank_exact(const Mat<2>&);
template int rank_exact(const Mat<3>&);
template Subspace<2> null_space(const Mat<2>&);
template Subspace<3> null_space(const Mat<3>&);
template Subspace<2> null_space(const Mat<2>&, int);
template Subspace<3> null_space(const Mat<3>&, int);
template Subspace<2> column_space(const Mat<2>&);
template Subspace<3> column_space(const Mat<3>&);
template Subspace<2> column_space(const Mat<2>&, int);
template Subspace<3> column_space(const Mat<3>&, int);

}  // namespace eigenscape
