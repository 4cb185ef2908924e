// What is left of a surface's triangle at an edge: of the function's domain, or of the box that it is drawn in.
#pragma once

#include "core/calculus/scalar_field.h"
#include "viz/shapes/relief.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace eigenscape {

inline constexpr std::uint32_t no_vertex = std::numeric_limits<std::uint32_t>::max();

struct SurfaceCorner {
    Vec3 at;
    Vec3 normal;
    double value = 0;                 // in [0, 1]
    std::uint32_t index = no_vertex;  // in the mesh, once it is there
    bool defined() const { return std::isfinite(at.z()); }
};
using SurfacePolygon = std::vector<SurfaceCorner>;  // convex

// Where f has a value. The edge is found by bisection along the sides; without the field all is left or nothing.
SurfacePolygon within_domain(const SurfacePolygon& polygon, const Relief& relief, const ScalarField* field);

// Up to a height, or from one on; an infinite one cuts nothing. All corners are defined.
SurfacePolygon below(const SurfacePolygon& polygon, double height);
SurfacePolygon above(const SurfacePolygon& polygon, double height);

}  // namespace eigenscape
