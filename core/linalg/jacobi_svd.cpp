// See jacobi_svd.h. Eigen's algorithm is compiled here alone: each file that does so takes ten seconds.
#include "core/linalg/jacobi_svd.h"

#include <Eigen/SVD>

namespace eigenscape {
namespace {

unsigned wish(Basis basis, unsigned thin, unsigned full) {
    return basis == Basis::thin ? thin : basis == Basis::full ? full : 0;
}

}  // namespace

JacobiSvd jacobi_svd(const MatX& A, Basis U, Basis V) {
    const Eigen::JacobiSVD<MatX> svd(
        A, wish(U, Eigen::ComputeThinU, Eigen::ComputeFullU) | wish(V, Eigen::ComputeThinV, Eigen::ComputeFullV));
    return {U == Basis::none ? MatX() : svd.matrixU(), svd.singularValues(), V == Basis::none ? MatX() : svd.matrixV()};
}

}  // namespace eigenscape
