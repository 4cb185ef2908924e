// Eigenvalues and eigenspaces of a 2x2 or 3x3 matrix, with the four cases told apart: distinct, repeated, defective,
// complex. Scenes that draw eigen-lines need only real_eigenpairs(); the rest is for facts and explanations.
#pragma once

#include "core/linalg/entries.h"

#include <complex>
#include <string_view>

namespace eigenscape {

/// Two eigenvalues count as one when changing each entry of A by at most repeat_tolerance of itself can make them equal
/// (to first order): the blur of entries rounded to doubles. So [[1,1e-9],[1e-9,1]] keeps its two eigenvalues 1 ± 1e-9
/// and [[1,1e8],[0,2]] its 1 and 2, while the decimals [[0.3,0.1],[-0.1,0.1]], whose doubles are a hair off, are the
/// defective matrix that was meant. A is also a multiple of I when it is one to repeat_tolerance * ||A||_F.
inline constexpr double repeat_tolerance = 16 * std::numeric_limits<double>::epsilon();

/// Closer than this to a defective matrix, relative to ||A||_F, a matrix is called nearly defective: eigenvectors
/// all but coincide, and drawing a diagonalisation would only show rounding.
inline constexpr double near_tolerance = 1e-7;

enum class EigenCase {
    distinct,    // real and all different: N eigen-lines
    repeated,    // real, one value has a plane (or all) of eigenvectors; diagonalisable
    defective,   // real, too few eigenvectors; not diagonalisable
    complex,     // a conjugate pair: a turning plane; in 3-D one real eigen-line beside it
    not_finite,  // no eigenvalues: an entry is NaN or infinite
};

/// "real and distinct", "repeated, diagonalisable", "repeated, not diagonalisable", "a complex pair", "not finite".
std::string_view words(EigenCase which);

template <int N>
struct Eigenspace {
    Complex value;
    int algebraic = 1;  // multiplicity as a root of the characteristic polynomial
    int geometric = 1;  // dimension of the space
    /// N x geometric, orthonormal. In each column the entry of largest modulus (the first on a tie) is real and
    /// positive.
    Eigen::Matrix<Complex, N, Eigen::Dynamic, 0, N, N> basis{N, 0};
    /// Onto the space, orthogonally; does not depend on the choice of basis.
    Eigen::Matrix<Complex, N, N> projector = Eigen::Matrix<Complex, N, N>::Zero();

    bool is_real() const { return value.imag() == 0; }
};

template <int N>
struct Spectrum {
    EigenCase which = EigenCase::not_finite;
    /// One entry per different eigenvalue, by descending real part, then descending imaginary part.
    std::vector<Eigenspace<N>> spaces;
    bool diagonalisable = false;  // over the complex numbers: geometric = algebraic throughout
    /// Frobenius distance to the nearest matrix with a repeated eigenvalue, over ||A||_F: exact in 2-D, to first order
    /// in 3-D. 0 at a repeated eigenvalue.
    double distance_to_repeated = undefined;
    /// Defective, or within near_tolerance of it with eigenvectors that all but coincide.
    bool nearly_defective = false;
    std::string problem;  // empty, or why there are no eigenvalues

    bool is_real() const { return which != EigenCase::complex && which != EigenCase::not_finite; }
    /// All N eigenvalues in the order of `spaces`, each as often as its algebraic multiplicity.
    std::vector<Complex> values() const;
};

/// Simple eigenvalues are accurate to a few ulp of ||A||, also next to a repeated one (the discriminant is formed in 32
/// digits); repeated ones are the mean of their cluster, accurate as if simple. Never fails on finite entries.
template <int N>
Spectrum<N> eigen(const Mat<N>& A);

/// A real eigenvalue with one unit eigenvector, for drawing.
template <int N>
struct Eigenpair {
    double value = 0;
    Vec<N> axis = Vec<N>::UnitX();  // unit length; entry of largest modulus positive
    int algebraic = 1;
    int geometric = 1;
    /// The eigenspace has more dimensions than one: this axis is one choice out of a plane or of all directions.
    bool any_direction() const { return geometric > 1; }
};

/// The real eigenvectors, by descending eigenvalue; an eigenspace of dimension d gives d orthonormal axes. Empty for a
/// rotation of the plane (no real direction is kept) and for entries that are not finite.
template <int N>
std::vector<Eigenpair<N>> real_eigenpairs(const Mat<N>& A);

}  // namespace eigenscape
