// Paths: a polyline with its stations, and a trail that fades into the past.
// Points that are not finite end the path; in 2-D it is cut at the window, in 3-D at the box.
#pragma once

#include "viz/frame.h"

#include <span>

namespace eigenscape {

// With a dot of `dot_points` at every station (0: none), the last one a little larger; stations too close to tell apart
// share a dot. A pen without width draws the dots alone. Draw surfaces and maps first:
// over them a path gets a thin casing of paper.
void path(Panel& panel, std::span<const Vec2> stations, const Pen& pen, double dot_points = 5, Mark mark = Mark::disc);
void path(Panel& panel, std::span<const Vec3> stations, const Pen& pen, double dot_points = 5, Mark mark = Mark::disc);

// Opaque at the last point, nearly gone at the first.
void trail(Panel& panel, std::span<const Vec2> points, const Pen& pen);
void trail(Panel& panel, std::span<const Vec3> points, const Pen& pen);

}  // namespace eigenscape
