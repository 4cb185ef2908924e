// The eigenvalues of a scaled 2x2 or 3x3 matrix from its characteristic polynomial about its mean root, in 32 digits.
// Internal to core/linalg: eigen.h is the way in. The polynomial is short enough here to be exact where it must be.
#pragma once

#include "core/linalg/entries.h"
#include "core/linalg/twofold.h"

#include <array>

namespace eigenscape {

/// A = mean I + B with trace B = 0, in 32 digits on the diagonal; A scaled to entries below 1.
template <int N>
struct Centred {
    Mat<N> A;
    double norm = 0;  // Frobenius, of A
    Twofold mean;
    std::array<Twofold, N> diagonal;

    explicit Centred(const Mat<N>& unit) : A(unit), norm(unit.norm()) {
        for (int i = 0; i < N; ++i) mean = mean + unit(i, i);
        mean = mean / double(N);
        for (int i = 0; i < N; ++i) diagonal[i] = unit(i, i) - mean;
    }
    /// B - x I.
    Mat<N> less(Twofold x) const {
        Mat<N> shifted = A;
        for (int i = 0; i < N; ++i) shifted(i, i) = double(diagonal[i] - x);
        return shifted;
    }
};

/// An eigenvalue of the scaled matrix, as an offset from the mean.
struct Root {
    Twofold offset;
    double imaginary = 0;
    int algebraic = 1, geometric = 1;
    double real = 0;  // mean + offset, in the best digits available
    /// Far smaller than the norm: `real` has digits that mean + offset lost.
    bool tiny = false;
};

/// The roots, and how far the matrix is from one with a repeated root.
struct Roots {
    std::vector<Root> list;
    double distance = 0;  // Frobenius, to a matrix with a repeated eigenvalue, relative
    double half_gap = 0;  // of the closest pair, relative
};

Roots roots_of(const Centred<2>& centred);
Roots roots_of(const Centred<3>& centred);

/// A - lambda I with as many digits as can be had: its null vectors are the eigenvectors.
template <int N>
Mat<N> shifted_by(const Root& root, const Centred<N>& centred) {
    if (!root.tiny) return centred.less(root.offset);
    return centred.A - root.real * Mat<N>::Identity();
}

}  // namespace eigenscape
