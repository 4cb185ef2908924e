// The screen geometry that every renderer shares: arrow heads, dash patterns, the shapes of marks and label halos.
// GL and SVG both follow these rules, so that a picture on paper is the picture on the screen. All in points.
#pragma once

#include "core/types.h"
#include "viz/ink.h"

#include <algorithm>
#include <array>
#include <vector>

namespace eigenscape {

// A head is an isosceles triangle whose tip is the stroke's last point and whose axis is the stroke's last direction.
// The shaft is cut at `length` · shaft_part before the tip, so that it never shows beside the point.
struct ArrowHead {
    double length = 0;       // along the axis
    double half_width = 0;   // across it
    double shaft_width = 0;  // of the whole stroke: thinner when the arrow is too short for its pen
};

inline constexpr double arrow_shaft_part = 0.8;

// `stroke_length` is the length of the whole stroke on the screen. Never more than 45 % of an arrow is head.
inline ArrowHead arrow_head(double pen_width, double stroke_length) {
    const double wanted = 5.0 + 3.2 * pen_width;
    const double length = std::min(wanted, 0.45 * stroke_length);
    const double shrunk = length / wanted;
    return {length, 0.42 * length, pen_width * std::min(1.0, 0.35 + 0.65 * shrunk)};
}

// An arrow shorter than this on the screen is drawn as a dot of twice its pen's width (at least 5): the zero vector.
inline constexpr double arrow_least_length = 1.0;
inline double arrow_dot_diameter(double pen_width) { return std::max(5.0, 2 * pen_width); }

// On and off lengths along the stroke, measured on the screen from its first point; {0, 0} is solid. Caps are round and
// lie inside the on length for dashes (their centre line is `on - pen_width` long), a dot is a disc of the pen's width.
struct DashPattern {
    double on = 0, off = 0;
};
inline DashPattern dash_pattern(Dash dash, double pen_width) {
    switch (dash) {
        case Dash::dashed: return {5 + 2 * pen_width, 4 + 1.5 * pen_width};
        case Dash::dotted: return {pen_width, 2.5 + 1.5 * pen_width};
        case Dash::solid: break;
    }
    return {};
}

// How much of its opacity a `see_through` stroke or dot keeps behind a surface, as a dashed ghost of itself.
inline constexpr double see_through_opacity = 0.28;

// How far a `tested` stroke or dot may lie behind the surface, in clip depth scaled by its distance, and still be
// shown: paths and contours lie on the surface and must not be half buried.
inline constexpr double depth_tolerance = 0.004;

// The corners of a mark of diameter 1 about the origin, y upwards, as closed rings. Disc and ring have none: they are
// circles (a ring's line is `ring_line` of its diameter wide). Areas are alike, so that marks of one size weigh the
// same.
inline constexpr double ring_line = 0.17;
std::vector<std::array<double, 2>> mark_corners(Mark mark);

// The rim of paper colour that lifts a mark off what it sits on: this wide, thinner around a small mark.
inline constexpr double mark_rim_points = 1.2, mark_rim_share = 0.14;
inline double mark_rim(double diameter) { return std::min(mark_rim_points, mark_rim_share * diameter); }

inline constexpr double halo_points = 1.2;  // of paper colour around every label

}  // namespace eigenscape
