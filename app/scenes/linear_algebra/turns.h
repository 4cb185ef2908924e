// Directions and turns of the plane by their angles.
#pragma once

#include "core/types.h"

#include <cmath>

namespace eigenscape {

inline constexpr double degree = pi / 180;

inline Vec2 direction(double degrees) { return {std::cos(degrees * degree), std::sin(degrees * degree)}; }
inline Mat2 rotation(double radians) {
    return Mat2{{std::cos(radians), -std::sin(radians)}, {std::sin(radians), std::cos(radians)}};
}

}  // namespace eigenscape
