// See symmetric.h.
#include "core/linalg/symmetric.h"

#include <Eigen/Eigenvalues>

namespace eigenscape {

SymmetricParts symmetric_parts(const MatX& C) {
    const Eigen::SelfAdjointEigenSolver<MatX> solved(C);
    return {solved.eigenvalues(), solved.eigenvectors()};
}

}  // namespace eigenscape
