// Endless lines, clipped to the window; see line.h.
// The name stands beside the line where its lower end leaves the home box, or the window's middle when that is out of view.
#include "viz/shapes/line.h"

#include "viz/shapes/clip.h"

namespace eigenscape {

void line_through(Panel& panel, const Vec2& through, const Vec2& direction, const Pen& pen, std::string name) {
    const auto piece = across(through, direction, panel.window);
    if (!piece) return;
    panel.line(piece->first, piece->second, pen);
    if (name.empty()) return;
    auto near = across(through, direction, widened(panel.home, -0.1));
    if (!near || !panel.window.contains(near->second)) near = across(through, direction, widened(panel.window, -0.24));
    if (!near) return;
    // At the lower end: formulas and notes stand in the upper left corner.
    const Vec2 &a = near->first, &b = near->second, at = a.y() < b.y() || (a.y() == b.y() && a.x() > b.x()) ? a : b;
    const Vec2 along = (b - a).normalized();
    panel.label(at, std::move(name), pen.ink, {-along.y(), along.x()}).opacity = pen.opacity;
}

void line_through_origin(Panel& panel, const Vec2& direction, const Pen& pen, std::string name) {
    line_through(panel, {0, 0}, direction, pen, std::move(name));
}

}  // namespace eigenscape
