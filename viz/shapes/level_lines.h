// Level lines of a function: on its map, on its surface and on the floor below it.
// `level_lines` computes them once and remembers; the rest draws them in a panel.
#pragma once

#include "core/calculus/contours.h"
#include "viz/frame.h"
#include "viz/shapes/relief.h"

#include <memory>
#include <vector>

namespace eigenscape {

using LevelLines = std::shared_ptr<const std::vector<Contour>>;

// With the field the vertices are moved onto the true curves.
LevelLines level_lines(const Grid& grid, const std::vector<double>& levels,
                       const std::shared_ptr<const ScalarField>& field = nullptr);

inline Pen level_pen() { return {.ink = Ink::contour, .width_points = 1.2, .opacity = 0.5}; }
inline Pen floor_pen() { return {.ink = Ink::contour, .width_points = 1, .opacity = 0.28}; }

void map_lines(Panel& panel, const LevelLines& lines, const Pen& pen = level_pen());
void surface_lines(Panel& panel, const LevelLines& lines, const Relief& relief, const Pen& pen = level_pen());
void floor_lines(Panel& panel, const LevelLines& lines, const Pen& pen = floor_pen());  // at the bottom of the box

// A path's shadow on the floor of the box.
std::vector<Vec3> on_floor(const Panel& panel, std::span<const Vec2> points);

}  // namespace eigenscape
