// The edges of a mesh where it ends on the screen: its border, and the folds where it turns away from the viewer.
// Kept with the mesh and asked once per view; renderers soften the picture there.
#pragma once

#include "viz/frame.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace eigenscape {

// Which triangles meet at each edge; depends on the indices alone, so meshes of one make share it.
struct MeshEdges {
    struct Edge {
        std::uint32_t a, b, inner;   // its ends, and the third corner of its first triangle
        std::uint32_t first, other;  // triangles; equal at the border
    };
    std::vector<std::uint32_t> indices;  // as they were given
    std::vector<Edge> edges;
};
std::shared_ptr<const MeshEdges> mesh_edges(std::span<const std::uint32_t> indices, std::size_t vertex_count);

class Silhouette {
  public:
    using Point = std::array<float, 3>;
    Silhouette() = default;
    // `points` in any frame; the eye must be given in the same.
    Silhouette(std::shared_ptr<const MeshEdges> edges, std::span<const Point> points);

    struct Edge {
        Point a, b, inner;            // the mesh is on the side of `inner`
        std::array<float, 2> values;  // at a and b
    };
    // `eye` is homogeneous: a place (x, y, z, 1) times any positive or negative number, or a direction (x, y, z, 0).
    // `values` are one per point, or none: then those of the edges are 0.
    std::vector<Edge> seen_from(const std::array<double, 4>& eye, std::span<const Point> points,
                                std::span<const float> values = {}) const;

  private:
    std::shared_ptr<const MeshEdges> edges_;
    std::vector<std::array<float, 4>> planes_;  // of the triangles: normal · x + offset, positive on one side
};

// The viewer's place under a projection: what all three of x, y and w of clip space are blind to.
std::array<double, 4> eye_of(const std::array<float, 16>& columns);

}  // namespace eigenscape
