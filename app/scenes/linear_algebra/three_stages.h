// A 2×2 matrix as three stages, A = U Σ Vᵀ: turn the circle, stretch it along the axes, turn it again.
// Ask for the plane at any moment of them; the numbers are core/linalg/svd.h's.
#pragma once

#include "core/types.h"

namespace eigenscape {

// V is always a rotation and keeps core's sign of v₁; where core's V has a flip, v₂ and u₂ are both turned round. So
// only U can contain a flip, and does exactly when det A < 0.
struct ThreeStages {
    Mat2 U = Mat2::Identity(), V = Mat2::Identity();
    Vec2 s{0, 0};             // in descending order
    double turn_of_vt = 0;    // radians, anticlockwise: Vᵀ is the rotation by it
    double turn_of_u = 0;     // radians, in (-π, π]: the angle of u₁
    bool flip = false;        // U is that turn after the mirroring (x, y) → (x, −y)
    bool determined = false;  // false: the singular values are equal, and V is one choice of many

    // From the identity (t = 0) over Vᵀ (1) and Σ Vᵀ (2) to A (3), each stage starting and stopping gently. A flip
    // folds the plane over the line of u₁ while it turns, flat halfway: so nothing jumps while A becomes singular.
    Mat2 at(double t) const;
    Vec2 fold_line(double t) const;  // where the plane folds at that time of the last stage: along u₁ as it is then
};

ThreeStages three_stages(const Mat2& A);

}  // namespace eigenscape
