// Figures carried along by a matrix: the unit square with its signed area, the letter F, a learner's own outline.
// A figure is a list of rings in the coordinates before the map.
#pragma once

#include "viz/frame.h"

#include <string>
#include <vector>

namespace eigenscape {

using Figure = std::vector<Points>;

// An F in the first quadrant, one unit high: whatever turns it over is seen at once.
const Figure& letter_f();

// Fills and outlines M · figure + shift.
void figure(Panel& panel, const Figure& rings, const Mat2& M, Ink ink, double fill_opacity = 0.35,
            const Vec2& shift = {0, 0});

// The outline alone, dashed: where the figure was.
void ghost_figure(Panel& panel, const Figure& rings, const Mat2& M = Mat2::Identity());

// The parallelogram of two vectors from a corner.
void parallelogram(Panel& panel, const Vec2& corner, const Vec2& a, const Vec2& b, const Pen& pen, double fill_opacity);

// M applied to the unit square, in the ink of its orientation, dashed when it is turned over, its signed area written
// in the middle.
void unit_square(Panel& panel, const Mat2& M, bool with_area = true);

}  // namespace eigenscape
