// Cutting lines at the edges of a box, so that no primitive reaches far outside the window.
// Segments by Liang and Barsky's method; polylines come back as the runs that lie inside.
#pragma once

#include "core/calculus/scalar_field.h"
#include "viz/view.h"

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace eigenscape {

using Segment2 = std::pair<Vec2, Vec2>;
using Segment3 = std::pair<Vec3, Vec3>;

// The part of a segment inside the box; nothing when it misses or is not finite.
std::optional<Segment2> clipped(const Segment2& segment, const Box2& box);
std::optional<Segment3> clipped(const Segment3& segment, const Box3& box);

// The part of an endless line inside the box.
std::optional<Segment2> across(const Vec2& through, const Vec2& direction, const Box2& box);

// The runs of a polyline inside the box; a point that is not finite ends a run.
std::vector<std::vector<Vec2>> clipped(std::span<const Vec2> polyline, const Box2& box);
std::vector<std::vector<Vec3>> clipped(std::span<const Vec3> polyline, const Box3& box);

// The box with this fraction of its size added on each side.
Box2 widened(const Box2& box, double fraction);

}  // namespace eigenscape
