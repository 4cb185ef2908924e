// Centre, scale to length one, decompose; everything else is read off the singular values and vectors.
// Golub and Van Loan 5.3; Belsley, Kuh and Welsch, "Regression Diagnostics", for VIF and condition.
#include "core/learn/regression.h"

#include "core/learn/standardise.h"
#include "core/probability/gaussian.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

struct ScaledColumns {
    MatX Z;             // centred columns of length 1, or of zeros where constant
    VecX mean, length;  // length is 0 for a constant column
    double blur = 0;    // how much rounding of the entries may move a column of Z
    std::vector<int> constant_columns;
};

ScaledColumns scaled_columns(const MatX& X) {
    const Standardised table = standardise(X, Divisor::population);
    const double root = std::sqrt(static_cast<double>(X.rows()));
    ScaledColumns result{table.Z / root, table.mean, table.deviation * root, 0, table.constant_columns};
    for (Eigen::Index j = 0; j < X.cols(); ++j)
        if (result.length(j) > 0)
            result.blur = std::max(result.blur, 4 * std::numeric_limits<double>::epsilon() * root *
                                                    X.col(j).cwiseAbs().maxCoeff() / result.length(j));
    return result;
}

// What the SVD of the scaled columns says; an X without columns has no SVD.
struct Decomposed {
    MatX U, V;  // of the columns that count
    VecX s, all;
    int rank = 0;
    double condition = 1;
};

Decomposed decomposed(const ScaledColumns& columns) {
    if (columns.Z.cols() == 0 || columns.Z.isZero(0))
        return {
            MatX(columns.Z.rows(), 0),           MatX(columns.Z.cols(), 0), VecX(0), VecX::Zero(columns.Z.cols()), 0,
            columns.Z.cols() == 0 ? 1 : infinity};
    const DynamicSvd parts = dynamic_svd(columns.Z, columns.blur);
    const int r = parts.rank;
    const bool full = r == columns.Z.cols();
    return {parts.U.leftCols(r), parts.V.leftCols(r), parts.s.head(r), parts.s, r, full ? parts.condition : infinity};
}

VecX divided(const VecX& a, const VecX& length) {
    return (length.array() > 0).select(a.array() / length.array().max(1e-300), 0).matrix();
}

void add_errors(Regression& r, const ScaledColumns& columns, const Decomposed& parts, double n) {
    const Eigen::Index p = columns.Z.cols();
    const MatX half = columns.length.cwiseInverse().asDiagonal() * parts.V * parts.s.cwiseInverse().asDiagonal();
    const MatX slopes = half * half.transpose();
    const VecX across = -(slopes * columns.mean);
    r.covariance.resize(p + 1, p + 1);
    r.covariance(0, 0) = 1 / n + (half.transpose() * columns.mean).squaredNorm();
    r.covariance.block(1, 1, p, p) = slopes;
    r.covariance.block(1, 0, p, 1) = across;
    r.covariance.block(0, 1, 1, p) = across.transpose();
    r.covariance *= r.s * r.s;
    r.standard_errors = r.covariance.diagonal().cwiseSqrt();
    r.t = r.beta.cwiseQuotient(r.standard_errors);
}

void add_quality(Regression& r, double n) {
    const double p = static_cast<double>(r.rank) - 1;
    if (r.tss > 0) r.r2 = std::clamp(1 - r.rss / r.tss, 0.0, 1.0);
    if (r.freedom == 0) return;
    r.s = std::sqrt(r.rss / r.freedom);
    r.adjusted_r2 = 1 - (1 - r.r2) * (n - 1) / r.freedom;
    if (p > 0 && r.tss > 0) r.F = (r.tss - r.rss) / p / (r.rss / r.freedom);
}

std::string warning_of(const Regression& r) {
    if (!r.constant_columns.empty())
        return "Column " + std::to_string(r.constant_columns[0] + 1) +
               " is constant: its slope cannot be told from the intercept, so the coefficients are not unique.";
    if (!r.unique && r.fitted.size() < r.beta.size())
        return "More coefficients than points: the coefficients are not unique; the shortest are shown.";
    if (!r.unique) return "Collinear columns: the coefficients are not unique, the fit is; the shortest are shown.";
    if (r.freedom == 0) return "As many coefficients as points: the fit passes through every point, noise included.";
    return {};
}

double inflation(const MatX& X, Eigen::Index j) {
    if (X.col(j).minCoeff() == X.col(j).maxCoeff()) return undefined;
    MatX rest(X.rows(), X.cols() - 1);
    rest.leftCols(j) = X.leftCols(j);
    rest.rightCols(X.cols() - 1 - j) = X.rightCols(X.cols() - 1 - j);
    const ScaledColumns columns = scaled_columns(rest);
    const Decomposed parts = decomposed(columns);
    const ScaledColumns own = scaled_columns(X.col(j));
    VecX left = own.Z.col(0);
    for (int twice = 0; twice < 2; ++twice) left -= parts.U * (parts.U.transpose() * left);
    const double blur = std::max(columns.blur, own.blur) * 4;
    return left.norm() <= blur ? infinity : 1 / left.squaredNorm();
}

}  // namespace

Regression regress(const MatX& X, const VecX& y) {
    Regression r;
    r.problem = table_problem(X);
    if (r.problem.empty() && !y.allFinite()) r.problem = "An entry of y is not finite.";
    if (X.rows() != y.size()) r.problem = "X and y have different numbers of rows.";
    if (y.size() == 0) r.problem = "There are no points: add one.";
    if (!r.problem.empty()) return r;
    const auto n = static_cast<double>(y.size());
    const ScaledColumns columns = scaled_columns(X);
    const Decomposed parts = decomposed(columns);
    const double mean = column_means(y)(0);
    const VecX rise = y.array() - mean;
    VecX along = parts.U.transpose() * rise, left = rise - parts.U * along;
    const VecX correction = parts.U.transpose() * left;
    along += correction, left -= parts.U * correction;
    const VecX slopes = divided(parts.V * along.cwiseQuotient(parts.s), columns.length);
    r.beta.resize(X.cols() + 1);
    r.beta(0) = mean - slopes.dot(columns.mean);
    r.beta.tail(X.cols()) = slopes;
    r.rank = parts.rank + 1;
    r.unique = r.rank == r.beta.size();
    r.residuals = left;
    r.fitted = y - left;
    r.rss = left.squaredNorm();
    r.tss = y.minCoeff() == y.maxCoeff() ? 0 : rise.squaredNorm();
    r.freedom = static_cast<int>(y.size()) - r.rank;
    r.leverage = parts.U.rowwise().squaredNorm().array() + 1 / n;
    r.singular_values = parts.all;
    r.condition = parts.condition;
    r.constant_columns = columns.constant_columns;
    r.vif = variance_inflation(X);
    add_quality(r, n);
    if (r.unique && r.freedom > 0) add_errors(r, columns, parts, n);
    r.warning = warning_of(r);
    return r;
}

VecX variance_inflation(const MatX& X) {
    VecX all(X.cols());
    for (Eigen::Index j = 0; j < X.cols(); ++j) all(j) = X.rows() < 2 || !X.allFinite() ? undefined : inflation(X, j);
    return all;
}

Points confidence_ellipse(const Regression& r, int i, int j, double confidence, int points) {
    if (r.covariance.size() == 0 || !(confidence > 0 && confidence < 1)) return {};
    Mat2 C;
    C << r.covariance(i, i), r.covariance(i, j), r.covariance(j, i), r.covariance(j, j);
    const double nu = r.freedom, F = nu / 2 * std::expm1(-2 / nu * std::log1p(-confidence));
    const CovarianceEllipse e = covariance_ellipse(C, std::sqrt(2 * F));
    if (!e.problem.empty()) return {};
    const double angle = std::isnan(e.angle) ? 0 : e.angle;
    const Vec2 major = e.semi_axes.x() * Vec2(std::cos(angle), std::sin(angle));
    const Vec2 minor = e.semi_axes.y() * Vec2(-std::sin(angle), std::cos(angle));
    Points ring;
    for (int k = 0; k < points; ++k) {
        const double t = 2 * pi * k / points;
        ring.push_back(Vec2(r.beta(i), r.beta(j)) + std::cos(t) * major + std::sin(t) * minor);
    }
    return ring;
}

}  // namespace eigenscape
