// The unit ball under a matrix, as a lit surface and as three great circles that show how it is turned.
// A matrix of rank 2 makes a flat disc; below that only the circles are left, which are then a segment or a point.
#pragma once

#include "viz/frame.h"

namespace eigenscape {

void ball(Panel& panel, const Mat3& M, double opacity = 1);

// The images of the unit circles in the three coordinate planes.
void wire_ball(Panel& panel, const Mat3& M, const Pen& pen);

}  // namespace eigenscape
