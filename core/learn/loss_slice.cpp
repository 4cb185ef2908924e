// Directions by the singular value decomposition of the path, or normal numbers scaled unit by unit.
// Two directions need not be perpendicular: places in the slice are found by least squares.
#include "core/learn/loss_slice.h"

#include "core/linalg/jacobi_svd.h"
#include "core/probability/random.h"

#include <Eigen/LU>

#include <cmath>

namespace eigenscape {
namespace {

VecX as_vector(const Network& network) {
    return Eigen::Map<const VecX>(network.parameters.data(), static_cast<Eigen::Index>(network.parameters.size()));
}

VecX filter_normalised(const Network& now, const Stream& stream) {
    Network direction{now.shape, std::vector<double>(now.parameters.size())};
    std::uint64_t next = 0;
    for (int layer = 0; layer < now.shape.layers(); ++layer) {
        auto w = direction.weights(layer);
        auto b = direction.biases(layer);
        for (Eigen::Index unit = 0; unit < w.rows(); ++unit) {
            for (Eigen::Index from = 0; from < w.cols(); ++from) w(unit, from) = stream.normal(next++);
            b(unit) = stream.normal(next++);
            const double own = std::hypot(now.weights(layer).row(unit).norm(), now.biases(layer)(unit));
            const double drawn = std::hypot(w.row(unit).norm(), b(unit));
            w.row(unit) *= own / drawn;
            b(unit) *= own / drawn;
        }
    }
    return as_vector(direction);
}

// The part of `v` across unit vectors, made a unit vector; one along the axes where nothing is left.
VecX made_unit(VecX v, const std::vector<VecX>& across) {
    for (int twice = 0; twice < 2; ++twice)
        for (const VecX& u : across) v -= u.dot(v) * u;
    const double size = v.norm();
    if (size > 0) return v / size;
    for (Eigen::Index k = 0; k < v.size(); ++k) {
        VecX axis = VecX::Unit(v.size(), k);
        for (const VecX& u : across) axis -= u.dot(axis) * u;
        if (axis.norm() > 0.1) return axis / axis.norm();
    }
    return VecX::Unit(v.size(), 0);
}

}  // namespace

Vec2 LossSlice::at(const VecX& weights) const {
    const VecX d = weights - centre;
    const double aa = across.squaredNorm(), ab = across.dot(along), bb = along.squaredNorm();
    const double determinant = aa * bb - ab * ab;
    if (!(determinant > 0)) return {0, 0};
    const double p = across.dot(d), q = along.dot(d);
    return {(bb * p - ab * q) / determinant, (aa * q - ab * p) / determinant};
}

double LossSlice::distance(const VecX& weights) const {
    const Vec2 p = at(weights);
    return (weights - centre - p.x() * across - p.y() * along).norm();
}

Network LossSlice::network(const NetworkShape& shape, const Vec2& p) const {
    const VecX weights = centre + p.x() * across + p.y() * along;
    return {shape, std::vector<double>(weights.data(), weights.data() + weights.size())};
}

LossSlice random_slice(const Network& now, std::uint64_t seed) {
    const Stream stream(seed);
    return {as_vector(now), filter_normalised(now, stream.split(0)), filter_normalised(now, stream.split(1))};
}

LossSlice path_slice(const Network& now, const std::vector<VecX>& path) {
    const VecX centre = as_vector(now);
    MatX steps(centre.size(), static_cast<Eigen::Index>(std::max<std::size_t>(path.size(), 1)));
    steps.setZero();
    for (std::size_t i = 0; i < path.size(); ++i) steps.col(static_cast<Eigen::Index>(i)) = path[i] - centre;
    const JacobiSvd svd = jacobi_svd(steps, Basis::thin, Basis::none);
    const LossSlice chance = random_slice(now, 0);
    const auto direction = [&](Eigen::Index k, const std::vector<VecX>& before) {
        const bool there = k < svd.s.size() && svd.s(k) > 1e-9 * (1 + centre.norm());
        return made_unit(there ? VecX(svd.U.col(k)) : k == 0 ? chance.across : chance.along, before);
    };
    LossSlice slice{centre, direction(0, {}), {}};
    slice.along = direction(1, {slice.across});
    const VecX first = steps.col(0), middle = steps.col(steps.cols() / 2);
    if (slice.across.dot(first) > 0) slice.across = -slice.across;
    if (slice.along.dot(middle) < 0) slice.along = -slice.along;
    return slice;
}

double share_in_slice(const LossSlice& slice, const std::vector<VecX>& path) {
    double all = 0, off = 0;
    for (const VecX& weights : path) {
        all += (weights - slice.centre).squaredNorm();
        off += std::pow(slice.distance(weights), 2);
    }
    return all > 0 ? std::max(0.0, 1 - off / all) : 1;
}

}  // namespace eigenscape
