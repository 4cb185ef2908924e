// A x = b for any shape: one solution, none, or infinitely many, and the best that can be had in each case.
// Decided by the numeric rank (dynamic.h); every answer carries the rank and the condition number it rests on.
#pragma once

#include "core/linalg/dynamic.h"

#include <string_view>

namespace eigenscape {

enum class Solvability {
    unique,      // rank A = number of unknowns, and b is in the column space
    none,        // b is not in the column space: x is the least-squares answer
    infinite,    // x is the shortest solution; adding any vector of the null space gives another
    not_finite,  // an entry is NaN or infinite, or the shapes do not fit: nothing computed
};

/// "unique", "none", "infinite", "not finite".
std::string_view words(Solvability status);

struct Solution {
    Solvability status = Solvability::not_finite;
    VecX x;
    MatX null_space;  // n x (n - rank), orthonormal columns
    int rank = 0;
    double condition = undefined;  // how many times a relative error of b can grow in x
    double residual = undefined;   // |A x - b|
    std::string problem;           // a sentence when status is none, infinite or not_finite, or x holds few digits
};

/// b counts as reached when |A x - b| <= 64 max(m, n) 2^-52 (|A| |x| + |b|). x is refined once with residuals in 32
/// digits.
Solution solve(const MatX& A, const VecX& b);

/// The orthogonal projection of b on the column space of A: p + residual = b, P^2 = P = P^T, A^T residual = 0.
struct Projection {
    VecX p, residual;
    MatX P;  // m x m
    int rank = 0;
    std::string problem;  // empty, or why there is nothing
};
Projection project(const MatX& A, const VecX& b);

/// The x of least |A x - b|, the shortest one where there are many.
struct LeastSquares {
    VecX x, fitted, residual;
    int rank = 0;
    double rss = undefined;  // |A x - b|^2
    double condition = undefined;
    std::string problem;  // empty, or why there is nothing
    bool unique() const { return problem.empty() && rank == x.size(); }
};
LeastSquares least_squares(const MatX& A, const VecX& b);

}  // namespace eigenscape
