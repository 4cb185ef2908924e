// Jacobi's singular value decomposition with the bases that are asked for; dynamic.h has the one with settled signs.
#pragma once

#include "core/linalg/dynamic.h"

namespace eigenscape {

enum class Basis { none, thin, full };  // thin: as many columns as there are singular values

/// A = U diag(s) V^T for m x n, s descending and not negative; signs as the method leaves them. A basis that is not
/// asked for is empty.
struct JacobiSvd {
    MatX U;
    VecX s;
    MatX V;
};

/// A must be finite and not empty.
JacobiSvd jacobi_svd(const MatX& A, Basis U, Basis V);

}  // namespace eigenscape
