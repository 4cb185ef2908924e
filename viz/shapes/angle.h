// Marks of angles: an arc with a name, the little square of a right angle.
// Sizes are in world units; about a fifth of the shorter arm looks right.
#pragma once

#include "viz/frame.h"

#include <string>

namespace eigenscape {

// From one direction to another about `corner`, counter-clockwise when `sweep` (radians) is positive.
void angle_arc(Panel& panel, const Vec2& corner, const Vec2& from, double sweep, double radius, const Pen& pen,
               std::string name = {});

// Between two directions that are perpendicular; drawn along both whatever their angle.
void right_angle(Panel& panel, const Vec2& corner, const Vec2& along, const Vec2& across, double size, const Pen& pen);

}  // namespace eigenscape
