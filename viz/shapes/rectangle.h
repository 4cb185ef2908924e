// Boxes drawn as rectangles.
#pragma once

#include "viz/frame.h"

namespace eigenscape {

Points corners_of(const Box2& box);  // from the lower left one counter-clockwise

Fill& filled_box(Panel& panel, const Box2& box, Ink ink, double opacity);
Stroke& outlined_box(Panel& panel, const Box2& box, const Pen& pen);

}  // namespace eigenscape
