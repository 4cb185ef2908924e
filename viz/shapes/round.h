// Circles and ellipses: the unit circle, what a matrix makes of it, a ring about a point.
// A singular matrix makes a segment, the zero matrix a point.
#pragma once

#include "viz/frame.h"

namespace eigenscape {

void circle(Panel& panel, const Vec2& center, double radius, const Pen& pen);
void disc(Panel& panel, const Vec2& center, double radius, Ink ink, double opacity);

// All center + M u with |u| = 1, outlined and filled (opacity 0: no fill).
void ellipse(Panel& panel, const Vec2& center, const Mat2& M, const Pen& pen, double fill_opacity = 0);

}  // namespace eigenscape
