// The window about a cloud; see cloud_window.h.
// Medians, since one row that is dragged far away must not drag the picture along: it would never be reached.
#include "app/scenes/linear_algebra/cloud_window.h"

#include "core/probability/summary.h"
#include "viz/shapes/ticks.h"

#include <cmath>

namespace eigenscape {

constexpr double near_enough = 0.75;  // of the reach: the origin then stays the middle

VecX window_middle(const MatX& rows, double reach) {
    VecX middle = VecX::Zero(rows.cols());
    if (rows.rows() < 3) return middle;
    const double step = reach / 2;
    for (Eigen::Index j = 0; j < rows.cols(); ++j) {
        const double at = median({rows.col(j).data(), static_cast<std::size_t>(rows.rows())});
        if (std::abs(at) > near_enough * reach) middle(j) = step * std::round(at / step);
    }
    return middle;
}

double fitting_reach(const MatX& rows, double reach) {
    if (rows.rows() == 0) return reach;
    const VecX far = (rows.rowwise() - window_middle(rows, reach).transpose()).cwiseAbs().rowwise().maxCoeff();
    const bool lost = 2 * (far.array() > 2 * reach).count() > rows.rows();
    const VecX spread = rows.colwise().maxCoeff() - rows.colwise().minCoeff();
    const bool huddled = spread.maxCoeff() > 0 && spread.maxCoeff() < reach / 20;
    if (!lost && !huddled) return reach;
    // Where the middle is not free, for so few rows, it must reach as far as the rows are.
    return round_step(rows.rows() < 3 ? 1.1 * far.maxCoeff() : 0.75 * spread.maxCoeff());
}

}  // namespace eigenscape
