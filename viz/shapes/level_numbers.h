// Level lines of a map with their heights: a number sits in a gap of its line, upright, clear of other lines, and off
// whatever else the panel draws there. Lines too crowded, too short or too bent for a number stay without one; each
// height is told at least as often as fits.
#pragma once

#include "viz/shapes/level_lines.h"

namespace eigenscape {

// `shown` is the part of the plane that the lines cover, the canvas in points. To be called last: the lines go under
// the strokes that the panel has by then, and the numbers keep clear of these and of its marks. What is dragged past a
// number fades it, and another place on its line up.
void numbered_lines(Panel& panel, const LevelLines& lines, const Box2& shown, const Vec2& canvas_points,
                    const Pen& pen = level_pen());

}  // namespace eigenscape
