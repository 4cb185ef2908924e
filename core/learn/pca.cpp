// The right singular vectors of the centred table; never the eigenvectors of the covariance, whose small values drown.
// Jolliffe, "Principal Component Analysis", 3.5.
#include "core/learn/pca.h"

#include "core/probability/random.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

std::vector<bool> apart_by(const VecX& variances, const auto& needed) {
    std::vector<bool> apart(static_cast<std::size_t>(variances.size()), true);
    for (Eigen::Index i = 0; i < variances.size(); ++i)
        for (Eigen::Index k = 0; k < variances.size(); ++k)
            if (k != i && std::abs(variances(i) - variances(k)) <= needed(i))
                apart[static_cast<std::size_t>(i)] = false;
    return apart;
}

void judge_directions(Pca& p, double n) {
    const double largest = p.variances(0);
    p.determined = apart_by(p.variances, [&](Eigen::Index) { return 1e-12 * largest; });
    p.steady = apart_by(p.variances,
                        [&](Eigen::Index i) { return std::max(p.variances(i) * std::sqrt(2 / n), 1e-12 * largest); });
}

}  // namespace

bool Pca::directions_unique() const {
    return std::ranges::all_of(determined, [](bool is) { return is; });
}

Pca pca(const MatX& X, bool standardised) {
    Pca p;
    p.problem = table_problem(X);
    if (X.rows() < 2 || X.cols() < 1) p.problem = "Principal components need two rows at least.";
    if (!p.problem.empty()) return p;
    const Standardised table = standardise(X);
    p.constant_columns = table.constant_columns;
    if (standardised && !table.problem.empty()) {
        p.problem = table.problem;
        return p;
    }
    p.mean = table.mean;
    p.scale = standardised ? table.deviation : VecX::Ones(X.cols());
    const MatX Z = standardised ? table.Z : centred(X);
    const double freedom = static_cast<double>(X.rows()) - 1;
    const DynamicSvd parts = dynamic_svd(Z / std::sqrt(freedom));
    p.covariance = Z.transpose() * Z / freedom;
    p.variances = VecX::Zero(X.cols());
    p.variances.head(parts.s.size()) = parts.s.cwiseAbs2();
    p.components = parts.V.transpose();
    p.scores = Z * parts.V;
    if (p.variances.sum() > 0) p.explained = p.variances / p.variances.sum();
    judge_directions(p, static_cast<double>(X.rows()));
    return p;
}

MatX reconstruct(const Pca& p, int k) {
    const Eigen::Index kept = std::clamp<Eigen::Index>(k, 0, p.components.rows());
    MatX rows = p.scores.leftCols(kept) * p.components.topRows(kept) * p.scale.asDiagonal();
    rows.rowwise() += p.mean.transpose();
    return rows;
}

Split split_along(const Pca& p, const VecX& direction) {
    if (!p.problem.empty() || direction.size() != p.mean.size() || !(direction.norm() > 0)) return {};
    const VecX unit = direction.normalized();
    const VecX shares = (p.components * unit).cwiseAbs2();
    return {p.variances.dot(shares), p.variances.dot(VecX::Ones(shares.size()) - shares)};
}

std::vector<MatX> bootstrap_components(const MatX& X, const Pca& p, std::uint64_t seed, int count) {
    std::vector<MatX> fan;
    if (!p.problem.empty()) return fan;
    const bool standardised = (p.scale.array() != 1).any();
    const Stream stream(seed);
    for (int k = 0; k < count; ++k) {
        const auto rows = resampled(stream.split(static_cast<std::uint64_t>(k)), static_cast<int>(X.rows()));
        Pca again = pca(X(rows, Eigen::all), standardised);
        if (!again.problem.empty() || again.explained.size() == 0) continue;
        for (Eigen::Index i = 0; i < again.components.rows(); ++i)
            if (again.components.row(i).dot(p.components.row(i)) < 0) again.components.row(i) *= -1;
        fan.push_back(again.components);
    }
    return fan;
}

}  // namespace eigenscape
