// At a whole depth the axes are the principal ones there, each time turned to lie near those before; between two whole
// depths they are on the way from the ones to the others, so that nothing leaps while the depth is dragged.
#include "app/scenes/learning/network_eyes.h"

#include "core/linalg/dynamic.h"

#include <algorithm>

namespace eigenscape {
namespace {

MatX unit_rows(int rows, Eigen::Index columns) { return MatX::Identity(rows, columns); }

MatX wider(const MatX& axes, Eigen::Index columns) {
    MatX wide = MatX::Zero(axes.rows(), columns);
    wide.leftCols(axes.cols()) = axes;
    return wide;
}

MatX orthonormal(const MatX& rows) {
    const DynamicSvd svd = dynamic_svd(rows);
    return svd.U * svd.V.leftCols(svd.U.cols()).transpose();
}

}  // namespace

NetworkEyes::NetworkEyes(const NetworkLab& lab) : staged_(lab.network), depth_(lab.depth) {
    int most = 2;
    for (const int units : lab.network.shape.hidden) most = std::max(most, units);
    dimensions_ = most > 2 ? 3 : 2;
    axes_ = axes_at(lab.data.x);
    const MatX cloud = staged_.at(lab.data.x, depth_);
    share_ = cloud.rows() > 0 && cloud.cols() > dimensions_ ? share_shown(cloud, axes_) : 1;
}

MatX NetworkEyes::carried(const MatX& X) const {
    MatX shown = MatX::Zero(X.rows(), 3);
    if (X.rows() == 0) return shown;
    const MatX a = staged_.at(X, depth_);
    if (a.cols() <= dimensions_) shown.leftCols(a.cols()) = a;
    else shown.leftCols(dimensions_) = a * axes_.transpose();
    return shown;
}

MatX NetworkEyes::axes_at(const MatX& X) const {
    const StagePlace place = depth_of(depth_, staged_.layers());
    MatX axes = unit_rows(dimensions_, 2);
    for (int layer = 0; layer < place.layer; ++layer) axes = axes_after(layer, X);
    if (place.between_layers) return axes;
    const LayerMap& map = staged_.map(place.layer);
    const int room = map.room();
    if (room <= dimensions_) return unit_rows(dimensions_, room);
    const auto in_room = [&](const MatX& some, int used) {
        return used <= dimensions_ ? unit_rows(dimensions_, room) : wider(some, room);
    };
    const double part = depth_ - place.layer;
    const MatX before = in_room(axes, map.inputs()), after = in_room(axes_after(place.layer, X), map.units());
    return orthonormal((1 - part) * before + part * after);
}

MatX NetworkEyes::axes_after(int layer, const MatX& X) const {
    const int units = staged_.map(layer).units();
    if (units <= dimensions_) return unit_rows(dimensions_, units);
    const MatX like = unit_rows(dimensions_, units);
    return X.rows() > 1 ? viewing_axes(staged_.at(X, layer + 1), dimensions_, like) : like;
}

}  // namespace eigenscape
