// A flat sheet in a space: a polygon cut at the box, translucent, with an outline that shows through.
// Cut its corners with `ring_in_box` first; a ring of less than three corners draws nothing.
#pragma once

#include "viz/frame.h"

#include <vector>

namespace eigenscape {

// The part of a convex polygon that lies in the box. A corner made by a cut lies on the box's side to the last bit.
std::vector<Vec3> ring_in_box(std::vector<Vec3> ring, const Box3& box);

void sheet(Panel& space, const std::vector<Vec3>& ring, Ink ink, double opacity, double outline_points);

}  // namespace eigenscape
