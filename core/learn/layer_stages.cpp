// The singular value decomposition of each layer, its freedom of signs and order spent on turning little.
// Proper turns need determinants of +1: a spare axis is flipped where there is one, else one stretch goes negative.
#include "core/learn/layer_stages.h"

#include "core/linalg/jacobi_svd.h"
#include "core/linalg/polar.h"

#include <Eigen/LU>

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

// Swaps and flips the pairs of axes so that V's diagonal is as large as a greedy search makes it, then U's signs
// follow.
void turn_little(LayerMap& map) {
    const Eigen::Index pairs = map.s.size(), n = map.V.rows();
    for (Eigen::Index row = 0; row < std::min(pairs, n); ++row) {
        Eigen::Index best = row;
        for (Eigen::Index k = row; k < pairs; ++k)
            if (std::abs(map.V(row, k)) > std::abs(map.V(row, best)) + 1e-12) best = k;
        if (best != row) {
            map.V.col(row).swap(map.V.col(best));
            map.U.col(row).swap(map.U.col(best));
            std::swap(map.s(row), map.s(best));
        }
        if (map.V(row, row) < 0) {
            map.V.col(row) = -map.V.col(row);
            map.U.col(row) = -map.U.col(row);
        }
    }
}

// Makes `turn` proper by flipping its last column: a spare one costs nothing, a paired one flips its stretch.
void make_proper(MatX& turn, VecX& s) {
    if (turn.determinant() > 0) return;
    const Eigen::Index last = turn.cols() - 1;
    turn.col(last) = -turn.col(last);
    if (last < s.size()) s(last) = -s(last);
}

MatX nearest_turn(const MatX& A) {
    auto [U, s, V] = jacobi_svd(A, Basis::full, Basis::full);
    if ((U * V.transpose()).determinant() < 0) U.col(U.cols() - 1) = -U.col(U.cols() - 1);
    return U * V.transpose();
}

MatX widened(const MatX& rows, int columns) {
    MatX wide = MatX::Zero(rows.rows(), columns);
    wide.leftCols(std::min<Eigen::Index>(columns, rows.cols())) =
        rows.leftCols(std::min<Eigen::Index>(columns, rows.cols()));
    return wide;
}

MatX folded(const MatX& z, Activation activation) {
    return z.unaryExpr([activation](double s) { return apply(activation, s); });
}

}  // namespace

LayerMap layer_map(const Network& network, int layer) {
    const MatX W = network.weights(layer);
    const auto [U, s, V] = jacobi_svd(W, Basis::full, Basis::full);
    LayerMap map{U, s, V, network.biases(layer), network.shape.activation_of(layer)};
    turn_little(map);
    make_proper(map.V, map.s);
    make_proper(map.U, map.s);
    return map;
}

MatX turn_path(const MatX& turn, double t) {
    const Eigen::Index n = turn.rows();
    if (t <= 0 || n == 1) return MatX::Identity(n, n);
    if (t >= 1) return turn;
    if (n == 2) {
        const double angle = t * std::atan2(turn(1, 0), turn(0, 0));
        return (Mat2() << std::cos(angle), -std::sin(angle), std::sin(angle), std::cos(angle)).finished();
    }
    if (n == 3) return polar_path<3>(Mat3(turn), t);
    // Halved three times, so that the straight path is short and the turn goes evenly.
    const MatX still = MatX::Identity(n, n);
    MatX eighth = turn, result = still;
    for (int k = 0; k < 3; ++k) eighth = nearest_turn(still + eighth);
    const double pieces = 8 * t, rest = pieces - std::floor(pieces);
    for (int k = 0; k < static_cast<int>(pieces); ++k) result *= eighth;
    return result * nearest_turn((1 - rest) * still + rest * eighth);
}

StagedNetwork::StagedNetwork(const Network& network) : network_(network) {
    for (int layer = 0; layer < network.shape.layers(); ++layer) maps_.push_back(layer_map(network, layer));
}

MatX StagedNetwork::at(const MatX& X, double depth) const {
    const StagePlace place = depth_of(depth, layers());
    MatX a = X;
    for (int layer = 0; layer < place.layer; ++layer) {
        MatX z = a * network_.weights(layer).transpose();
        z.rowwise() += network_.biases(layer).transpose();
        a = folded(z, map(layer).fold);
    }
    if (place.between_layers) return a;
    return partly(map(place.layer), std::move(a), static_cast<int>(place.stage) + place.part);
}

// `part` counts stages, 0 to 5. Rows are points, so a map A acts as rows * A^T.
MatX StagedNetwork::partly(const LayerMap& map, MatX a, double part) const {
    const int room = map.room();
    const auto share = [part](LayerStage stage) { return std::clamp(part - static_cast<int>(stage), 0.0, 1.0); };
    a = widened(a * turn_path(map.V.transpose(), share(LayerStage::turn)).transpose(), room);
    const double stretched = share(LayerStage::stretch);
    for (int k = 0; k < room; ++k) a.col(k) *= 1 - stretched + stretched * (k < map.s.size() ? map.s(k) : 0.0);
    if (stretched < 1) return a;
    MatX z = a.leftCols(map.units()) * turn_path(map.U, share(LayerStage::turn_again)).transpose();
    z.rowwise() += share(LayerStage::shift) * map.shift.transpose();
    const double bent = share(LayerStage::fold);
    if (bent > 0) z = (1 - bent) * z + bent * folded(z, map.fold);
    return widened(z, room);
}

StagePlace depth_of(double depth, int layers) {
    depth = std::clamp(depth, 0.0, static_cast<double>(layers));
    const double whole = std::round(depth);
    if (std::abs(depth - whole) < 1e-9) return {static_cast<int>(whole), LayerStage::turn, 0, true};
    const auto layer = static_cast<int>(depth);
    const double stages = stages_a_layer * (depth - layer);
    const int stage = std::min(static_cast<int>(stages + 1e-9), stages_a_layer - 1);
    return {layer, static_cast<LayerStage>(stage), std::clamp(stages - stage, 0.0, 1.0), false};
}

MatX viewing_axes(const MatX& cloud, int dimensions, const MatX& like) {
    const MatX centred = cloud.rowwise() - cloud.colwise().mean();
    const JacobiSvd svd = jacobi_svd(centred.transpose() * centred, Basis::none, Basis::full);
    const MatX axes = svd.V.leftCols(dimensions).transpose();
    const JacobiSvd near = jacobi_svd(like * axes.transpose(), Basis::full, Basis::full);
    return near.U * near.V.transpose() * axes;
}

double share_shown(const MatX& cloud, const MatX& axes) {
    const MatX centred = cloud.rowwise() - cloud.colwise().mean();
    const double all = centred.squaredNorm();
    return all > 0 ? std::min(1.0, (centred * axes.transpose()).squaredNorm() / all) : 1;
}

}  // namespace eigenscape
