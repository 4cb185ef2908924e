// Straight lines across the window: eigen-lines, mirrors, boundaries, spans.
// Give a point and a direction of any length; a line that misses the window draws nothing.
#pragma once

#include "viz/frame.h"

#include <string>

namespace eigenscape {

inline Pen line_pen(Ink ink) { return {.ink = ink, .width_points = 2.2}; }

void line_through(Panel& panel, const Vec2& through, const Vec2& direction, const Pen& pen, std::string name = {});
void line_through_origin(Panel& panel, const Vec2& direction, const Pen& pen, std::string name = {});
inline void line_through_origin(Panel& panel, const Vec2& direction, Ink ink, std::string name = {}) {
    line_through_origin(panel, direction, line_pen(ink), std::move(name));
}

}  // namespace eigenscape
