// Level lines of a map with their heights: a number sits in a gap of its line, upright, clear of other lines.
// Lines too crowded, too short or too bent for a number stay without one; each height is told at least as often as
// fits.
#pragma once

#include "viz/shapes/level_lines.h"

namespace eigenscape {

// `shown` is the part of the plane that the lines cover, the canvas in points.
void numbered_lines(Panel& panel, const LevelLines& lines, const Box2& shown, const Vec2& canvas_points,
                    const Pen& pen = level_pen());

}  // namespace eigenscape
