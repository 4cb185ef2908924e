// Arrows as strokes with a head; see arrow.h.
// Ends far outside the window are cut at it; an arrow whose tip is outside shows no head there.
#include "viz/shapes/arrow.h"

#include "viz/arrow_head.h"
#include "viz/shapes/clip.h"

namespace eigenscape {
namespace {

constexpr double name_size = 22;  // read from the back of a room

// A name beyond the tip, or above a zero vector; none when the tip is far outside the window.
void name_tip(Panel& panel, const Vec2& from, const Vec2& to, const Pen& pen, std::string name) {
    if (name.empty() || !widened(panel.window, 0.5).contains(to)) return;
    const Vec2 direction = to - from;
    const Vec2 toward = direction.norm() > 0 ? direction.normalized() : Vec2(0, 1);
    Label& label = panel.label(to, std::move(name), pen.ink, toward);
    label.opacity = pen.opacity;
    label.size_points = name_size;
}

}  // namespace

void arrow(Panel& panel, const Vec2& from, const Vec2& to, const Pen& pen, std::string name) {
    if (!from.allFinite() || !to.allFinite()) return;
    if (from == to) {
        panel.dot(to, pen.ink, arrow_dot_diameter(pen.width_points)).opacity = pen.opacity;
    } else if (const auto part = clipped(Segment2{from, to}, widened(panel.window, 0.5))) {
        panel.line(part->first, part->second, pen).arrow = part->second == to;
    }
    name_tip(panel, from, to, pen, std::move(name));
}

void arrow(Panel& panel, const Vec3& from, const Vec3& to, const Pen& pen, std::string name) {
    if (!from.allFinite() || !to.allFinite()) return;
    if (from == to) {
        Dot& dot = panel.dot(to, pen.ink, arrow_dot_diameter(pen.width_points));
        dot.opacity = pen.opacity;
        dot.depth = pen.depth;
    } else {
        panel.line(from, to, pen).arrow = true;
    }
    if (!name.empty()) panel.label(to, std::move(name), pen.ink, {0.3, 1}).opacity = pen.opacity;
}

void vector(Panel& panel, const Vec2& v, const Pen& pen, std::string name) {
    arrow(panel, Vec2(0, 0), v, pen, std::move(name));
}

void ghost_vector(Panel& panel, const Vec2& v, Ink ink, std::string name) {
    vector(panel, v, Pen{.ink = ink, .width_points = 2.5, .dash = Dash::dashed, .opacity = 0.6}, std::move(name));
}

}  // namespace eigenscape
