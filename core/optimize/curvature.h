// How a surface bends at a point: the eigenvalues and axes of its Hessian, and the learning rate they allow.
// Gradient descent on a quadratic converges exactly when 0 < rate < 2/λmax; `speed_limit` says where a rate stands.
#pragma once

#include "core/types.h"

#include <string>

namespace eigenscape {

struct Curvature {
    double low = 0, high = 0;              // eigenvalues of the Hessian, ascending
    Vec2 low_axis{0, 1}, high_axis{1, 0};  // unit, orthogonal; any pair when the eigenvalues are equal
};

// Of the symmetric matrix [[a, b], [b, d]]. The smaller eigenvalue in size comes from det/λ, without cancellation.
Curvature curvature(const Mat2& hessian);

enum class Pace { unlimited, creeps, zigzags, bounces, diverges, unknown };

struct SpeedLimit {
    Curvature bend;
    double limit = infinity;  // 2/λmax; infinite where the surface curves upwards in no direction
    double best = undefined;  // 2/(λmin + λmax), the fastest fixed rate; undefined unless both are positive
    Pace pace = Pace::unknown;
    std::string words;
};

SpeedLimit speed_limit(const Mat2& hessian, double rate);

}  // namespace eigenscape
