// One decomposition of the centred table serves every lambda.
// Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 3.4.1.
#include "core/learn/ridge.h"

#include "core/learn/standardise.h"

#include <cmath>

namespace eigenscape {

RidgePath::RidgePath(const MatX& X, const VecX& y, bool standardised) {
    problem_ = table_problem(X);
    if (problem_.empty() && !y.allFinite()) problem_ = "An entry of y is not finite.";
    if (X.rows() != y.size() || X.size() == 0) problem_ = "X and y need the same number of rows, one at least.";
    if (!problem_.empty()) return;
    const Standardised table = standardise(X, Divisor::population);
    if (standardised && !table.problem.empty()) {
        problem_ = table.problem;
        return;
    }
    mean_ = table.mean;
    scale_ = standardised ? table.deviation : VecX::Ones(X.cols());
    Z_ = standardised ? table.Z : centred(X);
    height_ = column_means(y)(0);
    rise_ = y.array() - height_;
    parts_ = dynamic_svd(Z_);
    along_ = parts_.U.transpose() * rise_;
}

RidgeFit RidgePath::at(double lambda) const {
    RidgeFit fit;
    if (!problem_.empty() || !(lambda >= 0)) return fit;
    VecX held = VecX::Zero(parts_.s.size());
    fit.freedom = 0;
    for (Eigen::Index i = 0; i < held.size(); ++i) {
        const double s = parts_.s(i);
        if (s <= parts_.tolerance) continue;
        held(i) = along_(i) / (s + lambda / s);
        fit.freedom += s / (s + lambda / s);
    }
    fit.beta = parts_.V.leftCols(held.size()) * held;
    fit.length = fit.beta.norm();
    fit.rss = (rise_ - Z_ * fit.beta).squaredNorm();
    fit.intercept = height_ - fit.beta.cwiseQuotient(scale_).dot(mean_);
    return fit;
}

}  // namespace eigenscape
