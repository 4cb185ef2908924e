// Two passes: the mean, then what is left of it after subtracting.
// A column is constant when its largest entry is its smallest, which no rounding can hide.
#include "core/learn/standardise.h"

#include <cmath>

namespace eigenscape {

VecX column_means(const MatX& X) {
    if (X.rows() == 0) return VecX::Constant(X.cols(), undefined);
    const VecX rough = X.colwise().mean();
    return rough + (X.rowwise() - rough.transpose()).colwise().mean().transpose();
}

MatX centred(const MatX& X) { return X.rowwise() - column_means(X).transpose(); }

MatX covariance_matrix(const MatX& X) {
    const auto n = static_cast<double>(X.rows());
    if (X.rows() < 2) return MatX::Constant(X.cols(), X.cols(), undefined);
    const MatX C = centred(X);
    return C.transpose() * C / (n - 1);
}

Standardised standardise(const MatX& X, Divisor divisor) {
    Standardised result;
    result.problem = table_problem(X);
    const Eigen::Index least = divisor == Divisor::sample ? 2 : 1;
    if (X.rows() < least)
        result.problem = least == 2 ? "A standard deviation needs two rows at least." : "There are no rows.";
    if (!result.problem.empty()) return result;
    result.mean = column_means(X);
    result.Z = X.rowwise() - result.mean.transpose();
    const double n = static_cast<double>(X.rows()) - (divisor == Divisor::sample ? 1 : 0);
    result.deviation = (result.Z.colwise().norm() / std::sqrt(n)).transpose();
    for (Eigen::Index j = 0; j < X.cols(); ++j) {
        if (X.col(j).minCoeff() == X.col(j).maxCoeff()) {
            result.Z.col(j).setZero();
            result.deviation(j) = 0;
            result.constant_columns.push_back(static_cast<int>(j));
            result.problem +=
                (result.problem.empty() ? "No spread to divide by: column " : ", ") + std::to_string(j + 1);
        } else {
            result.Z.col(j) /= result.deviation(j);
        }
    }
    if (!result.problem.empty()) result.problem += " is constant.";
    return result;
}

}  // namespace eigenscape
