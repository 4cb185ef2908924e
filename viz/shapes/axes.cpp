// Axes, ticks and their numbers; see axes.h.
// How many numbers fit is estimated on a canvas of 1280 × 720; labels that still collide are left out where they are
// placed.
#include "viz/shapes/axes.h"

#include "viz/shapes/clip.h"
#include "viz/shapes/grid.h"
#include "viz/shapes/rectangle.h"
#include "viz/shapes/ticks.h"
#include "viz/tex/typeset.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double tick_size = 13;

Vec2 unit(int axis) { return axis == 0 ? Vec2(1, 0) : Vec2(0, 1); }

int most_ticks(const Panel& panel, int axis) {
    const double points = axis == 0 ? 1280 * panel.place.width : 720 * panel.place.height;
    return std::max(2, static_cast<int>(points / (axis == 0 ? 62 : 44)));
}

Label& axis_number(Panel& panel, const Vec2& at, const std::string& text, const Vec2& toward, Ink ink = Ink::faint) {
    Label& label = panel.label(at, text, ink, toward);
    label.size_points = tick_size;
    label.gap_points = 5;
    label.tick = true;
    return label;
}

void title(Panel& panel, const Vec2& at, const std::string& text, Ink ink, const Vec2& toward, double gap_points) {
    if (text.empty()) return;
    Label& label = panel.label(at, tex_prose(text), ink, toward);
    label.size_points = 15;
    label.gap_points = gap_points;
}

}  // namespace

void axis_numbers(Panel& panel, Ink ink) {
    const Box2& window = panel.window;
    for (const int axis : {0, 1}) {
        const double lo = window.lo[axis], hi = window.hi[axis];
        const double beside = std::clamp(0.0, window.lo[1 - axis], window.hi[1 - axis]);  // an axis may be far away
        // Never closer than the grid's major lines, nor than the numbers are wide.
        const int most =
            std::min(most_ticks(panel, axis), static_cast<int>((hi - lo) / grid_step(window, panel.place)));
        for (const Tick& tick : ticks(lo, hi, std::max(2, most))) {
            if (tick.at == 0) continue;  // the origin is where the axes cross
            axis_number(panel, tick.at * unit(axis) + beside * unit(1 - axis), tick.text, -unit(1 - axis), ink);
        }
    }
}

void axes(Panel& panel, Ink numbers) {
    const Pen pen{.ink = Ink::axis, .width_points = 1.6};
    for (const int axis : {0, 1})
        if (const auto piece = across({0, 0}, unit(axis), panel.window)) panel.line(piece->first, piece->second, pen);
    axis_numbers(panel, numbers);
}

void framed_numbers(Panel& panel, const Box2& box) {
    outlined_box(panel, box, {.ink = Ink::axis, .width_points = 1.2, .opacity = 0.6});
    // A plane's unit is equally long both ways: the axis with less room decides for both how close numbers stand.
    const Vec2 size = box.size();
    const double a_unit = std::min(most_ticks(panel, 0) / size.x(), most_ticks(panel, 1) / size.y());
    for (const int axis : {0, 1}) {
        const int most = std::clamp(static_cast<int>(a_unit * size[axis]), 2, 10);
        for (const Tick& tick : ticks(box.lo[axis], box.hi[axis], most)) {
            Vec2 at = box.lo;
            at[axis] = tick.at;
            axis_number(panel, at, tick.text, -unit(1 - axis));
        }
    }
}

void chart_axes(Panel& panel, const ChartAxes& axes) {
    const Box2& window = panel.window;
    const Pen rule{.ink = Ink::still_minor, .width_points = 1};
    const Pen edge{.ink = Ink::axis, .width_points = 1.5, .opacity = 0.8};
    for (const int axis : {0, 1}) {
        const bool log = axis == 0 ? axes.log_x : axes.log_y;
        const int most = most_ticks(panel, axis);
        const auto marks =
            log ? log_ticks(window.lo[axis], window.hi[axis], most) : ticks(window.lo[axis], window.hi[axis], most);
        for (const Tick& tick : marks) {
            Vec2 from = window.lo, to = window.lo;
            from[axis] = to[axis] = tick.at;
            to[1 - axis] = window.hi[1 - axis];
            panel.line(from, to, rule);
            axis_number(panel, from, tick.text, -unit(1 - axis));
        }
    }
    panel.line(window.lo, Vec2(window.hi.x(), window.lo.y()), edge);
    panel.line(window.lo, Vec2(window.lo.x(), window.hi.y()), edge);
    constexpr double under_the_numbers = 22;
    panel.titled_below = !axes.x_title.empty();
    title(panel, {window.center().x(), window.lo.y()}, axes.x_title, Ink::text, {0, -1}, under_the_numbers);
    title(panel, {window.lo.x(), window.hi.y()}, axes.y_title, axes.y_ink, {1, 1}, 7);
}

}  // namespace eigenscape
