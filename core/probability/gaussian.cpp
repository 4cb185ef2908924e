// Two dimensions in closed form with an exact determinant; more by Cholesky and the symmetric eigenproblem.
// Bishop, "Pattern Recognition and Machine Learning", 2.3.
#include "core/probability/gaussian.h"

#include "core/linalg/determinant.h"
#include "core/linalg/symmetric.h"
#include "core/probability/gamma_function.h"

#include <Eigen/Cholesky>
#include <Eigen/QR>
#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double covariance_blur = 1e-12;

bool is_positive(const MatX& C) {
    if (!covariance_problem(C).empty()) return false;
    const Eigen::LLT<MatX> root(C);
    return root.info() == Eigen::Success && root.matrixL().toDenseMatrix().diagonal().minCoeff() > 0;
}

std::vector<int> others(int count, const std::vector<int>& chosen) {
    std::vector<int> rest;
    for (int i = 0; i < count; ++i)
        if (std::ranges::find(chosen, i) == chosen.end()) rest.push_back(i);
    return rest;
}

Vec2 eigenvalues_of(const Mat2& C) {
    const double half = (C(0, 0) - C(1, 1)) / 2, middle = C(0, 0) / 2 + C(1, 1) / 2;
    const double large = middle + std::hypot(half, C(0, 1));
    // the smaller one as det / larger, which keeps its digits for a nearly singular matrix
    return {large, large > 0 ? determinant(C) / large : middle - std::hypot(half, C(0, 1))};
}

}  // namespace

std::string covariance_problem(const MatX& C) {
    if (C.size() == 0 || C.rows() != C.cols()) return "A covariance matrix has as many rows as columns.";
    if (std::string why = table_problem(C); !why.empty()) return why;
    const double largest = C.cwiseAbs().maxCoeff();
    if ((C - C.transpose()).cwiseAbs().maxCoeff() > covariance_blur * largest)
        return "Not symmetric: the covariance of x and y is that of y and x.";
    if (symmetric_parts(C).values(0) < -covariance_blur * largest)
        return "Not positive semidefinite: some direction would have a negative variance.";
    return {};
}

CovarianceEllipse covariance_ellipse(const Mat2& C, double k) {
    CovarianceEllipse e;
    e.problem = covariance_problem(C);
    if (C.allFinite() && C(0, 1) == C(1, 0)) e.eigenvalues = eigenvalues_of(C);
    if (e.problem.empty() && !(k >= 0 && std::isfinite(k))) e.problem = "k must be a finite number, 0 or more.";
    if (!e.problem.empty()) return e;
    if (C(0, 1) != C(1, 0)) return covariance_ellipse((C + C.transpose()) / 2, k);
    const Vec2 positive = e.eigenvalues.cwiseMax(0);
    e.semi_axes = k * positive.cwiseSqrt();
    e.degenerate = positive.y() == 0;
    const bool round = C(0, 1) == 0 && C(0, 0) == C(1, 1);
    if (!round) e.angle = 0.5 * std::atan2(2 * C(0, 1) + 0.0, C(0, 0) - C(1, 1));
    const double own = std::sqrt(C(0, 0)) * std::sqrt(C(1, 1));
    if (own > 0) e.rho = std::clamp(C(0, 1) / own, -1.0, 1.0);
    if (!e.degenerate) e.mass = -std::expm1(-k * k / 2);
    return e;
}

double ellipse_radius(double p) { return p >= 0 && p <= 1 ? std::sqrt(-2 * std::log1p(-p)) : undefined; }

double mahalanobis(const Gaussian& g, const VecX& x) {
    if (!is_positive(g.covariance) || x.size() != g.mean.size()) return undefined;
    const Eigen::LLT<MatX> root(g.covariance);
    return root.matrixL().solve(x - g.mean).norm();
}

double log_density(const Gaussian& g, const VecX& x) {
    const double distance = mahalanobis(g, x);
    if (std::isnan(distance)) return undefined;
    const MatX L = Eigen::LLT<MatX>(g.covariance).matrixL();
    const auto d = static_cast<double>(x.size());
    return -0.5 * distance * distance - L.diagonal().array().log().sum() - 0.5 * d * std::log(2 * pi);
}

double density(const Gaussian& g, const VecX& x) { return std::exp(log_density(g, x)); }

Gaussian marginal(const Gaussian& g, const std::vector<int>& kept) { return {g.mean(kept), g.covariance(kept, kept)}; }

Gaussian conditional(const Gaussian& g, const std::vector<int>& given, const VecX& values) {
    const std::vector<int> free = others(static_cast<int>(g.mean.size()), given);
    if (given.empty()) return g;
    const MatX across = g.covariance(free, given), inside = g.covariance(given, given);
    const Eigen::CompleteOrthogonalDecomposition<MatX> inverse(inside);
    const MatX slope = inverse.solve(across.transpose()).transpose();
    return {g.mean(free) + slope * (values - g.mean(given)), g.covariance(free, free) - slope * across.transpose()};
}

double kl_divergence(const Gaussian& p, const Gaussian& q) {
    if (p.mean.size() != q.mean.size() || !covariance_problem(p.covariance).empty() || !is_positive(q.covariance))
        return undefined;
    const Eigen::LLT<MatX> root(q.covariance);
    const VecX apart = root.matrixL().solve(p.mean - q.mean);
    MatX ratio = root.matrixL().solve(p.covariance);
    ratio = root.matrixL().solve(ratio.transpose().eval());
    const VecX values = symmetric_parts((ratio + ratio.transpose()) / 2).values;
    double sum = apart.squaredNorm();
    for (const double value : values) sum += value > 0 ? deviance(1, value) : infinity;  // value - 1 - ln value
    return sum / 2;
}

MatX draws(const Gaussian& g, const Stream& stream, int count) {
    const Eigen::Index d = g.mean.size();
    if (!covariance_problem(g.covariance).empty() || g.covariance.rows() != d || count < 0) return MatX(0, d);
    const auto [values, vectors] = symmetric_parts(g.covariance);
    const MatX root = vectors * values.cwiseMax(0).cwiseSqrt().asDiagonal() * vectors.transpose();
    Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> z(count, d);
    fill_normal(stream, 0, std::span(z.data(), static_cast<std::size_t>(z.size())));
    MatX rows = z * root;
    rows.rowwise() += g.mean.transpose();
    return rows;
}

}  // namespace eigenscape
