// The three stages of a matrix; see three_stages.h.
// Turning goes by the angle, stretching and folding in a straight line.
#include "app/scenes/linear_algebra/three_stages.h"

#include "app/scenes/linear_algebra/turns.h"
#include "core/linalg/determinant.h"
#include "core/linalg/svd.h"
#include "viz/ease.h"

#include <cmath>

namespace eigenscape {
namespace {

Mat2 stretch(double along_x, double along_y) { return Mat2{{along_x, 0}, {0, along_y}}; }
double angle_of(const Vec2& v) { return std::atan2(v.y(), v.x()); }

}  // namespace

Mat2 ThreeStages::at(double t) const {
    const double one = smooth(t), two = smooth(t - 1), three = smooth(t - 2);
    const Mat2 first = rotation(one * turn_of_vt);
    const Mat2 second = stretch(lerp(1.0, s(0), two), lerp(1.0, s(1), two));
    const Mat2 third = rotation(three * turn_of_u) * stretch(1, flip ? 1 - 2 * three : 1);
    return third * second * first;
}

Vec2 ThreeStages::fold_line(double t) const { return rotation(smooth(t - 2) * turn_of_u).col(0); }

ThreeStages three_stages(const Mat2& A) {
    const Svd<2> found = svd(A);
    ThreeStages stages;
    stages.U = found.U;
    stages.V = found.V;
    stages.s = found.s;
    if (determinant_sign(stages.V) < 0) {
        stages.V.col(1) *= -1;
        stages.U.col(1) *= -1;
    }
    stages.turn_of_vt = -angle_of(stages.V.col(0));
    stages.turn_of_u = angle_of(stages.U.col(0));
    stages.flip = determinant_sign(stages.U) < 0;
    stages.determined = found.determined[0];
    return stages;
}

}  // namespace eigenscape
