// A panel as arrays that a graphics card draws: segments, filled triangles, marks. Pure; no GL, no camera, no pixel.
// Positions are floats in a local frame (world = origin + scale · local), so that a panel zoomed in deeply keeps its
// digits.
#pragma once

#include "viz/frame.h"

#include <array>
#include <cstdint>
#include <vector>

namespace eigenscape {

using Local = std::array<float, 3>;

// How the bits of `style` are laid out; the shaders unpack the same (shaders/style.glsl).
namespace style_bits {
inline constexpr int ink = 0, dash = 8, depth = 10, mark = 12;                   // 8, 2, 2 and 4 bits
inline constexpr int before = 16, after = 17, arrow = 18, last = 19, seen = 20;  // 1 bit each; seen: 2 bits per axis
}  // namespace style_bits

// From a to b, with its neighbours for round joints that cover no pixel twice. `start` and `total` measure along the
// whole stroke in metric units (see Tessellation), for dashes and arrow heads.
struct Segment {
    Local a{}, b{}, before{}, after{};
    float start = 0, length = 0, total = 0;
    float width_points = 1, opacity = 1;
    std::uint32_t style = 0;
};

// What the segments of a run may have, so that each is drawn by a lean shader.
namespace feature {
inline constexpr unsigned joined = 1, dashed = 2, headed = 4, tested = 8;  // tested: surfaces can hide it
inline constexpr unsigned ghost = 16;                                      // and then it is seen through them, dashed
inline constexpr unsigned all = 31;
}  // namespace feature

struct SegmentRun {
    std::uint32_t first = 0, count = 0;
    unsigned features = 0;
    bool operator==(const SegmentRun&) const = default;
};

// A corner of a filled polygon, with its neighbours along the ring: the shader moves it half a pixel inwards (side −1)
// or outwards (side +1), where the colour ends, so that edges are soft by one pixel at every zoom.
struct FillCorner {
    Local at{}, before{}, after{};
    float side = -1, opacity = 1;
    std::uint32_t style = 0;
};

struct FillRange {
    std::uint32_t first = 0, count = 0;  // of the indices
    std::vector<Vec3> ring;              // counter-clockwise in the plane; in space its winding depends on the viewer
};

struct MarkAt {
    Local at{};
    float size_points = 8, opacity = 1;
    std::uint32_t style = 0;
};

struct Tessellation {
    Vec3 origin{0, 0, 0}, scale{1, 1, 1};
    // Lengths along strokes are measured with these weights per world unit: a uniform zoom scales them all alike.
    Vec3 metric{1, 1, 1};
    std::vector<Segment> segments;
    std::vector<SegmentRun> runs;  // of the segments, in order
    std::vector<FillCorner> corners;
    std::vector<std::uint32_t> indices;
    std::vector<FillRange> fills;
    std::vector<MarkAt> marks;

    Local local(const Vec3& world) const {
        const Vec3 p = (world - origin).cwiseQuotient(scale);
        return {static_cast<float>(p.x()), static_cast<float>(p.y()), static_cast<float>(p.z())};
    }
};

// `canvas_points` matters to charts alone, whose two axes have different scales.
Tessellation tessellate(const Panel& panel, const Vec2& canvas_points);

// Triangles of a simple polygon, as indices into the ring, which may run either way and need not be convex. A ring that
// crosses itself or has no area gives fewer triangles or none.
std::vector<std::uint32_t> triangulated(const std::vector<Vec2>& ring);

}  // namespace eigenscape
