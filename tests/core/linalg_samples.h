// Matrices for the tests of core/linalg: seeded random ones of several kinds, and the well-known hard ones.
// Include in a linalg_*_test.cpp; every theorem is then asserted over all of them.
#pragma once

#include "core/linalg/entries.h"

#include <cmath>
#include <random>
#include <vector>

namespace eigenscape::samples {

/// Deterministic on every platform: std::mt19937_64 is, std::uniform_real_distribution is not.
class Dice {
  public:
    explicit Dice(unsigned seed) : engine(seed) {}
    double between(double low, double high) { return low + (high - low) * double(engine() >> 11) * 0x1p-53; }
    int whole(int low, int high) {
        return int(low + std::int64_t(engine() % std::uint64_t(std::int64_t{high} - low + 1)));
    }

  private:
    std::mt19937_64 engine;
};

template <int N>
Mat<N> random_matrix(Dice& dice, double size = 4) {
    return Mat<N>::NullaryExpr([&](auto, auto) { return dice.between(-size, size); });
}

template <int N>
Mat<N> random_integers(Dice& dice, int size = 4) {
    return Mat<N>::NullaryExpr([&](auto, auto) { return double(dice.whole(-size, size)); });
}

/// Random reals, small integers (often singular or with repeated eigenvalues), symmetric, scaled to 1e±200, rank one.
template <int N>
std::vector<Mat<N>> many(unsigned seed, int of_each = 40) {
    Dice dice(seed);
    std::vector<Mat<N>> list{Mat<N>::Zero(), Mat<N>::Identity(), -Mat<N>::Identity(), Mat<N>::Ones()};
    for (int k = 0; k < of_each; ++k) {
        list.push_back(random_matrix<N>(dice));
        list.push_back(random_integers<N>(dice, 2));
        const Mat<N> A = random_matrix<N>(dice);
        list.push_back(A + A.transpose());
        const double size = std::pow(10.0, dice.whole(-200, 150));  // its own statement: the order of throws is fixed
        list.push_back(random_matrix<N>(dice, 4 * size));
        const Mat<N> B = random_integers<N>(dice);
        list.push_back(B.col(0) * B.row(0));
    }
    return list;
}

/// The size that rounding errors are measured against.
template <class Derived>
double size_of(const Eigen::MatrixBase<Derived>& A) {
    return A.cwiseAbs().maxCoeff();
}

/// max |A - B| relative to `scale` (0 counts as agreeing whatever the scale).
template <class A, class B>
double apart(const Eigen::MatrixBase<A>& a, const Eigen::MatrixBase<B>& b, double scale = 1) {
    const double difference = (a - b).cwiseAbs().maxCoeff();
    return difference == 0 ? 0 : difference / scale;
}

inline Mat2 turn(double angle) { return Mat2{{std::cos(angle), -std::sin(angle)}, {std::sin(angle), std::cos(angle)}}; }

}  // namespace eigenscape::samples
