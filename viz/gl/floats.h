// Numbers as a graphics card takes them.
#pragma once

#include "core/types.h"
#include "viz/theme.h"

#include <array>

namespace eigenscape::gl {

inline std::array<float, 3> floats(const Vec3& v) {
    return {static_cast<float>(v.x()), static_cast<float>(v.y()), static_cast<float>(v.z())};
}
inline std::array<float, 3> floats(const Color& c) { return {c.r, c.g, c.b}; }

}  // namespace eigenscape::gl
