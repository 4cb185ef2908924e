// Columns made exactly as correlated as was asked for: by Gram and Schmidt, not by luck.
// Position k of split 0 is a predictor's draw, of split r the noise or the chosen row of sample r.
#include "app/scenes/learning/collinear_data.h"

#include "core/learn/ridge.h"
#include "core/learn/standardise.h"
#include "core/probability/random.h"

#include <cmath>

namespace eigenscape {
namespace {

VecX normals(const Stream& stream, int first, int count) {
    VecX drawn(count);
    fill_normal(stream, static_cast<std::uint64_t>(first), {drawn.data(), static_cast<std::size_t>(count)});
    return drawn;
}

VecX of_deviation_one(VecX v) {
    v.array() -= v.mean();
    return v * std::sqrt(static_cast<double>(v.size()) / v.squaredNorm());
}

}  // namespace

Sample made_sample(const Recipe& recipe, int r) {
    const int n = recipe.n;
    const Stream all(static_cast<std::uint64_t>(recipe.seed));
    const VecX first = of_deviation_one(normals(all.split(0), 0, n));
    VecX other = of_deviation_one(normals(all.split(0), n, n));
    for (int twice = 0; twice < 2; ++twice) other = of_deviation_one(other - first.dot(other) / n * first);
    Sample sample{MatX(n, 2), VecX(n)};
    sample.X.col(0) = first;
    sample.X.col(1) = recipe.rho * first + std::sqrt((1 - recipe.rho) * (1 + recipe.rho)) * other;
    sample.y = sample.X * recipe.truth + recipe.noise * normals(all.split(static_cast<std::uint64_t>(r)), 0, n);
    return sample;
}

Sample own_sample(const Points3& rows, int seed, int r) {
    const auto n = static_cast<int>(rows.size());
    const auto drawn = resampled(Stream(static_cast<std::uint64_t>(seed)).split(static_cast<std::uint64_t>(r)), n);
    Sample sample{MatX(n, 2), VecX(n)};
    for (int i = 0; i < n; ++i) {
        const Vec3& row = rows[static_cast<std::size_t>(r == 1 ? i : drawn[static_cast<std::size_t>(i)])];
        sample.X.row(i) = row.head<2>().transpose();
        sample.y(i) = row.z();
    }
    return sample;
}

Plane plane_of(const Regression& r) {
    return r.problem.empty() ? Plane{r.beta(0), Vec2(r.beta(1), r.beta(2)), false} : Plane{};
}

Plane fitted_plane(const Sample& sample, std::optional<double> lambda) {
    if (lambda && sample.y.size() > 0) {
        const RidgePath path(sample.X, sample.y, true);
        if (path.problem().empty()) {
            const RidgeFit fit = path.at(*lambda);
            const VecX deviation = standardise(sample.X, Divisor::population).deviation;
            return {fit.intercept, Vec2(fit.beta.cwiseQuotient(deviation)), true};
        }
    }
    return plane_of(regress(sample.X, sample.y));
}

}  // namespace eigenscape
