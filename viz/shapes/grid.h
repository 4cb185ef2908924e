// The two grids: one that never moves and one that a map carries along. Both fill the window whatever the zoom and the
// map. Lines are a round step apart (1, 2, 5 × 10ⁿ, following the zoom), with fainter lines at the halves.
#pragma once

#include "viz/frame.h"

#include <functional>

namespace eigenscape {

// Where space was: faint lines and, a little brighter, the axes.
void still_grid(Panel& panel);

// What space became under M: bright lines, the images of the axes brightest. Under a singular M the whole plane lands
// on a line or a point and so does the grid: the lines that filled the window stay bright while they draw together.
void moving_grid(Panel& panel, const Mat2& M, double opacity = 1);

// What the part `source` of space became under any map; lines bend smoothly and break where the map jumps or is
// undefined.
void curved_grid(Panel& panel, const std::function<Vec2(const Vec2&)>& map, const Box2& source, double opacity = 1);

// The step between major lines for a window shown at a place (fractions of the canvas): a small panel has fewer lines.
double grid_step(const Box2& window, const Rect& place = {0, 0, 1, 1});

}  // namespace eigenscape
