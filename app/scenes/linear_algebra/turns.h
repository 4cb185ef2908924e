// Directions and turns of the plane by their angles.
#pragma once

#include "core/types.h"

#include <cmath>

namespace eigenscape {

inline constexpr double degree = pi / 180;

inline Vec2 direction(double degrees) { return {std::cos(degrees * degree), std::sin(degrees * degree)}; }

// In degrees, anticlockwise positive; NaN where one of them is a point.
inline double angle_between(const Vec2& a, const Vec2& b) {
    if (a.norm() == 0 || b.norm() == 0) return undefined;
    return std::atan2(a.x() * b.y() - a.y() * b.x(), a.dot(b)) / degree;
}

inline Mat2 rotation(double radians) {
    return Mat2{{std::cos(radians), -std::sin(radians)}, {std::sin(radians), std::cos(radians)}};
}

}  // namespace eigenscape
