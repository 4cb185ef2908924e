// Vectors and matrices of any size, as data tables and networks have them; rows are observations, columns variables.
// The singular value decomposition here is the one tool that PCA, regression and linear systems share.
#pragma once

#include "core/types.h"

namespace eigenscape {

using VecX = Eigen::VectorXd;
using MatX = Eigen::MatrixXd;

/// Empty when every entry is finite, else which one is not: "Row 1, column 2 is not a number: give it a finite value."
std::string table_problem(const MatX& A);

/// A = U diag(s) V^T for m x n: U is m x k, s has k = min(m, n) entries in descending order, V is n x n (its last n - k
/// columns complete a basis, so V's columns from `rank` on span the null space).
struct DynamicSvd {
    MatX U;
    VecX s;
    MatX V;                       // sign: the entry of largest modulus of each column is positive (the first on a tie)
    int rank = 0;                 // singular values above `tolerance`
    double tolerance = 0;         // max(m, n) * 2^-52 * s(0), numpy's, or what was asked for if that is larger
    double condition = infinity;  // s(0) / s(k - 1); infinity when rank < k
};

/// A must be finite and not empty (check table_problem). Jacobi's method below 64 columns, divide and conquer above.
DynamicSvd dynamic_svd(const MatX& A, double tolerance = 0);

}  // namespace eigenscape
