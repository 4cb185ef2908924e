// Floor, back walls, ticks and names of a 3-D box; see box_axes.h.
// Everything hangs on `seen_from`: x ticks on the edge nearer to the eye, z ticks on the upright edge at the picture's
// left.
#include "viz/shapes/box_axes.h"

#include <array>

namespace eigenscape {
namespace {

using Ticks3 = std::array<std::vector<Tick>, 3>;

constexpr int most = 6;
const Pen rule{.ink = Ink::still, .width_points = 1, .opacity = 0.55};
const Pen frame{.ink = Ink::axis, .width_points = 1.3, .opacity = 0.55};

Vec3 replaced(Vec3 p, int axis, double value) {
    p[axis] = value;
    return p;
}

Label& word(Panel& panel, const Vec3& at, const std::string& text, Ink ink, double size, const Vec3& side) {
    Label& label = panel.label(at, text, ink);
    label.size_points = size;
    label.seen_from = side;
    return label;
}

// The floor, seen from everywhere.
void draw_floor(Panel& panel, const Ticks3& ticks) {
    const Vec3 lo = panel.box.lo, hi = panel.box.hi;
    for (const int axis : {0, 1})
        for (const Tick& tick : ticks[axis]) {
            const Vec3 from = replaced(lo, axis, tick.at);
            panel.line(from, replaced(from, 1 - axis, hi[1 - axis]), rule);
        }
    const std::array<Vec3, 4> ring = {lo, replaced(lo, 0, hi.x()), Vec3(hi.x(), hi.y(), lo.z()),
                                      replaced(lo, 1, hi.y())};
    panel.stroke(std::span<const Vec3>(ring), frame).closed = true;
}

// The wall at lo or hi of an axis, seen while the eye is on the other side.
void draw_wall(Panel& panel, const Ticks3& ticks, int axis, bool at_lo) {
    const Vec3 lo = panel.box.lo, hi = panel.box.hi;
    const Vec3 corner = replaced(lo, axis, at_lo ? lo[axis] : hi[axis]);
    const Vec3 side = replaced({0, 0, 0}, axis, at_lo ? 1 : -1);
    const int across = 1 - axis;
    for (const Tick& tick : ticks[2]) {
        const Vec3 from = replaced(corner, 2, tick.at);
        panel.line(from, replaced(from, across, hi[across]), rule).seen_from = side;
    }
    for (const Tick& tick : ticks[across]) {
        const Vec3 from = replaced(corner, across, tick.at);
        panel.line(from, replaced(from, 2, hi.z()), rule).seen_from = side;
    }
    for (const double end : {lo[across], hi[across]}) {
        const Vec3 from = replaced(corner, across, end);
        panel.line(from, replaced(from, 2, hi.z()), frame).seen_from = side;
    }
    const Vec3 top = replaced(corner, 2, hi.z());
    panel.line(top, replaced(top, across, hi[across]), frame).seen_from = side;
}

// Numbers and the name of a floor axis, on the edge at lo or hi of the other one.
void draw_floor_axis(Panel& panel, const Ticks3& ticks, int axis, bool at_lo, const std::string& name) {
    const Vec3 lo = panel.box.lo, size = panel.box.size();
    const int other = 1 - axis;
    const double outwards = at_lo ? -1 : 1, edge = at_lo ? lo[other] : panel.box.hi[other];
    const Vec3 side = replaced({0, 0, 0}, other, outwards);
    // In lengths that look alike on both axes.
    const double unit = size[other] / panel.proportions[other];
    const auto beyond = [&](double along, double by) {
        return replaced(replaced(lo, axis, along), other, edge + outwards * by * unit);
    };
    for (const Tick& tick : ticks[axis]) {
        panel.line(beyond(tick.at, 0), beyond(tick.at, 0.02), frame).seen_from = side;
        word(panel, beyond(tick.at, 0.075), tick.text, Ink::faint, 13, side).tick = true;
    }
    word(panel, beyond(lo[axis] + 0.5 * size[axis], 0.17), name, Ink::text, 17, side);
}

// Numbers and the name of the height, on one upright edge; seen from the quadrant that has it at the left.
void draw_height_axis(Panel& panel, const Ticks3& ticks, double eye_x, double eye_y, const std::string& name) {
    const Vec3 lo = panel.box.lo, hi = panel.box.hi, size = panel.box.size();
    // Leftmost of the four edges for an eye at (eye_x, eye_y): a quarter turn clockwise from the eye.
    const Vec3 outwards(eye_y * size.x() / panel.proportions.x(), -eye_x * size.y() / panel.proportions.y(), 0);
    const Vec3 foot(eye_y > 0 ? hi.x() : lo.x(), eye_x > 0 ? lo.y() : hi.y(), lo.z());
    const Vec3 side(eye_x, eye_y, 0);
    const auto beyond = [&](double z, double by) { return Vec3(replaced(foot, 2, z) + 0.7 * by * outwards); };
    panel.line(foot, replaced(foot, 2, hi.z()), frame).seen_from = side;
    for (const Tick& tick : ticks[2]) {
        panel.line(beyond(tick.at, 0), beyond(tick.at, 0.02), frame).seen_from = side;
        Label& label = word(panel, beyond(tick.at, 0.03), tick.text, Ink::faint, 13, side);
        label.toward = {-1, 0};
        label.gap_points = 4;
        label.tick = true;
    }
    Label& title = word(panel, beyond(hi.z(), 0), name, Ink::text, 17, side);
    title.toward = {0, 1};
}

}  // namespace

void box_axes(Panel& panel, const BoxAxes& axes) {
    const Vec3 lo = panel.box.lo, hi = panel.box.hi;
    const Ticks3 marks = {ticks(lo.x(), hi.x(), most), ticks(lo.y(), hi.y(), most),
                          axes.z_ticks.empty() ? ticks(lo.z(), hi.z(), most) : axes.z_ticks};
    draw_floor(panel, marks);
    for (const int axis : {0, 1})
        for (const bool at_lo : {true, false}) {
            draw_wall(panel, marks, axis, at_lo);
            draw_floor_axis(panel, marks, axis, at_lo, axis == 0 ? axes.x : axes.y);
        }
    for (const double eye_x : {1.0, -1.0})
        for (const double eye_y : {1.0, -1.0}) draw_height_axis(panel, marks, eye_x, eye_y, axes.z);
}

}  // namespace eigenscape
