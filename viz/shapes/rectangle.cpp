// Boxes drawn as rectangles; see rectangle.h.
#include "viz/shapes/rectangle.h"

#include <span>

namespace eigenscape {

Points corners_of(const Box2& box) { return {box.lo, {box.hi.x(), box.lo.y()}, box.hi, {box.lo.x(), box.hi.y()}}; }

Fill& filled_box(Panel& panel, const Box2& box, Ink ink, double opacity) {
    return panel.fill(std::span<const Vec2>(corners_of(box)), ink, opacity);
}

Stroke& outlined_box(Panel& panel, const Box2& box, const Pen& pen) {
    Stroke& stroke = panel.stroke(std::span<const Vec2>(corners_of(box)), pen);
    stroke.closed = true;
    return stroke;
}

}  // namespace eigenscape
