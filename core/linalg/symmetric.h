// Eigenvalues of a symmetric matrix of any size.
#pragma once

#include "core/linalg/dynamic.h"

namespace eigenscape {

/// C = Q diag(values) Q^T: values ascending, the columns of Q orthonormal.
struct SymmetricParts {
    VecX values;
    MatX vectors;
};

/// C must be finite, symmetric (its lower half is read) and not empty. Tridiagonal form, then QR steps.
SymmetricParts symmetric_parts(const MatX& C);

}  // namespace eigenscape
