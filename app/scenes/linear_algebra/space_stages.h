// A 3×3 matrix as three stages, A = U Σ Vᵀ: turn the ball, stretch it along the axes, turn it again.
// Ask for space at any moment of them; the numbers are core/linalg/svd.h's. The plane's are in three_stages.h.
#pragma once

#include "core/types.h"

namespace eigenscape {

// V is always a rotation: where core's V has a flip, v₃ and u₃ are both turned round. So only U can contain a flip, and
// does exactly when det A < 0.
struct SpaceStages {
    Mat3 U = Mat3::Identity(), V = Mat3::Identity();
    Vec3 s{0, 0, 0};  // in descending order
    double determinant = 0;
    double turn_of_vt = 0;    // radians, in [0, π], about an axis of its own
    double turn_of_u = 0;     // the same, of the rotation in U
    bool determined = false;  // false: some singular values are equal, and the directions are one choice of many
    bool flip = false;        // U is that rotation after the mirroring (x, y, z) → (x, y, −z)

    // From the identity (t = 0) over Vᵀ (1) and Σ Vᵀ (2) to A (3), each stage starting and stopping gently.
    Mat3 at(double t) const;
};

SpaceStages space_stages(const Mat3& A);

}  // namespace eigenscape
