// See surface_cut.h.
#include "viz/shapes/surface_cut.h"

#include <algorithm>

namespace eigenscape {
namespace {

// The same from either end, so that triangles on both sides of a cut meet in one vertex.
SurfaceCorner at_height(const SurfaceCorner& one, const SurfaceCorner& other, double height) {
    const bool in_order = one.at.x() != other.at.x() ? one.at.x() < other.at.x() : one.at.y() < other.at.y();
    const SurfaceCorner &a = in_order ? one : other, &b = in_order ? other : one;
    const double t = (height - a.at.z()) / (b.at.z() - a.at.z());
    SurfaceCorner c;
    c.at = a.at + t * (b.at - a.at);
    const Vec3 n = a.normal + t * (b.normal - a.normal);
    c.normal = n.norm() > 1e-12 ? n.normalized() : a.normal;
    c.value = a.value + t * (b.value - a.value);
    c.at.z() = height;
    return c;
}

SurfaceCorner edge_of_domain(const SurfaceCorner& defined, const SurfaceCorner& outside, const Relief& relief,
                             const ScalarField& field) {
    SurfaceCorner edge = defined;
    edge.index = no_vertex;
    double in = 0, out = 1;
    for (int i = 0; i < 24; ++i) {
        const double t = 0.5 * (in + out);
        const Vec2 p = defined.at.head<2>() + t * (outside.at.head<2>() - defined.at.head<2>());
        const double f = field(p), height = relief.z(f);
        if (!std::isfinite(height)) {
            out = t;
            continue;
        }
        in = t;
        edge.at = {p.x(), p.y(), height};
        const double fraction = relief.scale.fraction(f);
        edge.value = std::isfinite(fraction) ? std::clamp(fraction, 0.0, 1.0) : 0;
    }
    return edge;
}

// `side`: 1 keeps what is below, -1 what is above.
SurfacePolygon cut(const SurfacePolygon& polygon, double height, double side) {
    if (!std::isfinite(height)) return polygon;
    SurfacePolygon kept;
    const auto inside_of = [&](const SurfaceCorner& c) { return side * (c.at.z() - height) <= 0; };
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const SurfaceCorner &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
        if (inside_of(a)) kept.push_back(a);
        if (inside_of(a) != inside_of(b)) kept.push_back(at_height(a, b, height));
    }
    return kept;
}

}  // namespace

SurfacePolygon within_domain(const SurfacePolygon& polygon, const Relief& relief, const ScalarField* field) {
    if (std::ranges::all_of(polygon, &SurfaceCorner::defined)) return polygon;
    SurfacePolygon kept;
    if (!field) return kept;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const SurfaceCorner &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
        if (a.defined()) kept.push_back(a);
        if (a.defined() != b.defined())
            kept.push_back(a.defined() ? edge_of_domain(a, b, relief, *field) : edge_of_domain(b, a, relief, *field));
    }
    return kept;
}

SurfacePolygon below(const SurfacePolygon& polygon, double height) { return cut(polygon, height, 1); }
SurfacePolygon above(const SurfacePolygon& polygon, double height) { return cut(polygon, height, -1); }

}  // namespace eigenscape
