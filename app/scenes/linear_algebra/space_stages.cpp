// The three stages of a matrix in space; see space_stages.h.
// A rotation goes about its own axis; a flip shrinks the third direction through zero while U turns.
#include "app/scenes/linear_algebra/space_stages.h"

#include "core/linalg/determinant.h"
#include "core/linalg/polar.h"
#include "core/linalg/svd.h"
#include "viz/ease.h"

namespace eigenscape {
namespace {

Mat3 stretch(const Vec3& by) { return Mat3{{by.x(), 0, 0}, {0, by.y(), 0}, {0, 0, by.z()}}; }

Mat3 rotation_of(const SpaceStages& stages) { return stages.U * stretch({1, 1, stages.flip ? -1.0 : 1.0}); }

}  // namespace

Mat3 SpaceStages::at(double t) const {
    const double one = smooth(t), two = smooth(t - 1), three = smooth(t - 2);
    const Mat3 first = polar_path<3>(V.transpose(), one);
    const Mat3 second = stretch(lerp(Vec3(1, 1, 1), s, two));
    const Mat3 third = polar_path<3>(rotation_of(*this), three) * stretch({1, 1, flip ? 1 - 2 * three : 1});
    return third * second * first;
}

SpaceStages space_stages(const Mat3& A) {
    const Svd<3> found = svd<3>(A);
    SpaceStages stages;
    stages.U = found.U;
    stages.V = found.V;
    stages.s = found.s;
    stages.determined = found.determined[0] && found.determined[1] && found.determined[2];
    stages.determinant = determinant<3>(A);
    if (determinant_sign<3>(stages.V) < 0) {
        stages.V.col(2) *= -1;
        stages.U.col(2) *= -1;
    }
    stages.flip = determinant_sign<3>(stages.U) < 0;
    stages.turn_of_vt = rotation_angle<3>(stages.V.transpose()).radians;
    stages.turn_of_u = rotation_angle<3>(rotation_of(stages)).radians;
    return stages;
}

}  // namespace eigenscape
