// Eigen's decompositions with our sign convention and a stated tolerance.
// Entries are scaled by a power of two first, so that 1e200 does not overflow when squared.
#include "core/linalg/dynamic.h"

#include "core/linalg/jacobi_svd.h"

#include <Eigen/SVD>

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenscape {
namespace {

DynamicSvd raw_svd(const MatX& A) {
    if (A.cols() > 64) {
        const Eigen::BDCSVD<MatX> svd(A, Eigen::ComputeFullU | Eigen::ComputeFullV);
        return {svd.matrixU().leftCols(svd.singularValues().size()), svd.singularValues(), svd.matrixV()};
    }
    JacobiSvd svd = jacobi_svd(A, Basis::thin, Basis::full);
    return {std::move(svd.U), std::move(svd.s), std::move(svd.V)};
}

void settle_signs(DynamicSvd& parts) {
    for (Eigen::Index i = 0; i < parts.V.cols(); ++i) {
        Eigen::Index largest = 0;
        for (Eigen::Index row = 1; row < parts.V.rows(); ++row)
            if (std::abs(parts.V(row, i)) > std::abs(parts.V(largest, i)) * (1 + 1e-12)) largest = row;
        if (parts.V(largest, i) >= 0) continue;
        parts.V.col(i) *= -1;
        if (i < parts.U.cols()) parts.U.col(i) *= -1;
    }
}

}  // namespace

std::string table_problem(const MatX& A) {
    for (Eigen::Index row = 0; row < A.rows(); ++row)
        for (Eigen::Index column = 0; column < A.cols(); ++column)
            if (!std::isfinite(A(row, column)))
                return "Row " + std::to_string(row + 1) + ", column " + std::to_string(column + 1) +
                       (std::isnan(A(row, column)) ? " is not a number" : " is infinite") + ": give it a finite value.";
    return {};
}

DynamicSvd dynamic_svd(const MatX& A, double tolerance) {
    int exponent = 0;
    std::frexp(A.cwiseAbs().maxCoeff(), &exponent);
    const double size = std::ldexp(1.0, std::clamp(exponent, -1000, 1000));
    DynamicSvd parts = raw_svd(A / size);
    settle_signs(parts);
    parts.s *= size;
    const double numpy = static_cast<double>(std::max(A.rows(), A.cols())) * std::numeric_limits<double>::epsilon();
    parts.tolerance = std::max(numpy * parts.s(0), tolerance);
    parts.rank = static_cast<int>((parts.s.array() > parts.tolerance).count());
    if (parts.rank == parts.s.size()) parts.condition = parts.s(0) / parts.s(parts.s.size() - 1);
    return parts;
}

}  // namespace eigenscape
