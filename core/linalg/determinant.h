// The determinant: the signed factor by which A multiplies areas (2x2) or volumes (3x3); with trace and cofactors.
// Correct to the last digit or so for every finite matrix; the naive a*d - b*c is NaN at 1e154 and 0 at 1e-200.
#pragma once

#include "core/linalg/dyadic.h"
#include "core/linalg/entries.h"

#include <array>

namespace eigenscape {

/// det A, within an ulp of the exact determinant of the given doubles. ±infinity when it is beyond the largest double,
/// 0 when below the smallest: 0 does not mean singular (ask determinant_sign or rank_exact). NaN if an entry is not
/// finite.
template <int N>
double determinant(const Mat<N>& A);

/// The exact sign of det A: -1, 0 or 1; 0 exactly when the given doubles are a singular matrix, or not all finite.
template <int N>
int determinant_sign(const Mat<N>& A);

/// Sum of the diagonal, exact and rounded once.
template <int N>
double trace(const Mat<N>& A);

/// Coefficients of det(lambda I - A), highest power first (the first is 1), exact and rounded once.
template <int N>
std::array<double, N + 1> characteristic_polynomial(const Mat<N>& A);

/// det A with an exponent that cannot overflow. The entries must be finite.
template <int N>
Wide wide_determinant(const Mat<N>& A);

/// Entry (row, column): (-1)^(row + column) times the determinant left when that row and column are struck out.
template <int N>
Wide wide_cofactor(const Mat<N>& A, int row, int column);

}  // namespace eigenscape
