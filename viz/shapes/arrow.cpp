// Arrows as strokes with a head; see arrow.h.
// Ends far outside the window are cut at it; an arrow whose tip is outside shows no head there.
#include "viz/shapes/arrow.h"

#include "viz/arrow_head.h"
#include "viz/shapes/clip.h"

namespace eigenscape {
namespace {

constexpr double name_size = 22;  // read from the back of a room

// A name beyond the tip, or above a zero vector; none when the tip is far outside the window.
Label* name_tip(Panel& panel, const Vec2& from, const Vec2& to, const Pen& pen, std::string name) {
    if (name.empty() || !widened(panel.window, 0.5).contains(to)) return nullptr;
    const Vec2 direction = to - from;
    const Vec2 toward = direction.norm() > 0 ? direction.normalized() : Vec2(0, 1);
    Label& label = panel.label(to, std::move(name), pen.ink, toward);
    label.opacity = pen.opacity;
    label.size_points = name_size;
    return &label;
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
    if (name.empty()) return;
    Label& label = panel.label(to, std::move(name), pen.ink, {0.3, 1});
    label.opacity = pen.opacity;
    label.size_points = name_size;
    label.beyond = from;
}

void two_headed(Panel& panel, const Vec2& middle, const Vec2& arm, const Pen& pen, std::string name) {
    const Vec2 tip = middle + arm, other = middle - arm;
    const bool far = !widened(panel.window, 0.5).contains(tip);
    const auto &named = far ? other : tip, &plain = far ? tip : other;
    arrow(panel, middle, plain, pen);
    arrow(panel, middle, named, pen);
    if (Label* label = name_tip(panel, middle, named, pen, std::move(name)))
        label->other_end = Label::End{{plain.x(), plain.y(), 0}, -label->toward};
}

void two_headed(Panel& panel, const Vec3& middle, const Vec3& arm, const Pen& pen, std::string name) {
    const bool named = !name.empty();
    arrow(panel, middle, Vec3(middle + arm), pen, std::move(name));
    if (named && (middle + arm).allFinite())
        panel.labels.back().other_end = Label::End{middle - arm, panel.labels.back().toward};
    arrow(panel, middle, Vec3(middle - arm), pen);
}

void vector(Panel& panel, const Vec2& v, const Pen& pen, std::string name) {
    arrow(panel, Vec2(0, 0), v, pen, std::move(name));
}

void ghost_vector(Panel& panel, const Vec2& v, Ink ink, std::string name) {
    vector(panel, v, Pen{.ink = ink, .width_points = 2.5, .dash = Dash::dashed, .opacity = 0.6}, std::move(name));
}

}  // namespace eigenscape
