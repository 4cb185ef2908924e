// Which thing lies under a point of the canvas: the role of the nearest stroke, dot or filled shape.
// Roles link a picture and its formula: what is found here lights up there.
#pragma once

#include "viz/frame.h"
#include "viz/view.h"

#include <optional>

namespace eigenscape {

// The role whose mark lies within `reach_points`, marks before lines before areas; nothing where only ground is.
std::optional<Ink> role_at(const Panel& panel, const Camera& camera, const Vec2& point, double reach_points = 6);

}  // namespace eigenscape
