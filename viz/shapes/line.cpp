// Endless lines, clipped to the window; see line.h.
// The name stands beside the line where one of its ends leaves the home box, or the window's middle when that is out of
// view.
#include "viz/shapes/line.h"

#include "viz/shapes/clip.h"

#include <utility>

namespace eigenscape {

void line_through(Panel& panel, const Vec2& through, const Vec2& direction, const Pen& pen, std::string name) {
    const auto piece = across(through, direction, panel.window);
    if (!piece) return;
    panel.line(piece->first, piece->second, pen);
    if (name.empty()) return;
    auto near = across(through, direction, widened(panel.home, -0.1));
    if (!near || !panel.window.contains(near->second)) near = across(through, direction, widened(panel.window, -0.24));
    if (!near) return;
    // At the lower end: formulas and notes stand in the upper left corner. Seen from the line's middle it stands to the
    // right of either end, so that nothing leaps while the line turns.
    Vec2 &low = near->first, &high = near->second;
    if (high.y() < low.y() || (high.y() == low.y() && high.x() > low.x())) std::swap(low, high);
    const Vec2 down = (low - high).normalized(), aside(down.y(), -down.x());
    Label& label = panel.label(low, std::move(name), pen.ink, aside);
    label.opacity = pen.opacity;
    label.other_end = Label::End{{high.x(), high.y(), 0}, -aside};
}

void line_through_origin(Panel& panel, const Vec2& direction, const Pen& pen, std::string name) {
    line_through(panel, {0, 0}, direction, pen, std::move(name));
}

}  // namespace eigenscape
