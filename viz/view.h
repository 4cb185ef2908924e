// Where one looks from, and how that turns world coordinates into places on the screen.
// A view is kept by the app, one per panel name; `camera_of` joins it with a panel; a Camera projects and unprojects.
#pragma once

#include "core/calculus/scalar_field.h"
#include "core/types.h"

#include <map>
#include <string>
#include <variant>

namespace eigenscape {

// A rectangle on the screen in points, y downwards.
struct Rect {
    double x = 0, y = 0, width = 1, height = 1;
    bool operator==(const Rect&) const = default;
    bool contains(const Vec2& p) const { return p.x() >= x && p.x() < x + width && p.y() >= y && p.y() < y + height; }
};

struct Box3 {
    Vec3 lo{-1, -1, -1}, hi{1, 1, 1};
    bool operator==(const Box3&) const = default;
    Vec3 size() const { return hi - lo; }
    Vec3 center() const { return 0.5 * (lo + hi); }
    bool contains(const Vec3& p) const { return (p.array() >= lo.array()).all() && (p.array() <= hi.array()).all(); }
};

// 2-D: the box that must be visible; a plane shows more on one axis so that both have the same scale.
using View2 = Box2;

// 3-D: an orbit about the middle of the panel's box. Angles in radians; elevation within ±π/2 (it never flips).
struct View3 {
    double azimuth = -1.05, elevation = 0.5;
    double zoom = 1;  // 1 fits the box
    Vec2 pan{0, 0};   // in fractions of the panel's height, y upwards
    bool operator==(const View3&) const = default;
};

using View = std::variant<View2, View3>;
using Views = std::map<std::string, View>;  // by panel name; a panel that is not named looks from home

struct Panel;

// Projection of one panel, for one canvas size.
struct Camera {
    Rect place;              // of the panel, in points
    Rect plot;               // the part of it that strokes, fills and meshes are clipped to; smaller in a chart
    bool flat = true;        // a 2-D panel
    Box2 visible;            // 2-D: exactly what is visible in `plot`
    Eigen::Matrix4d matrix;  // world (homogeneous) → clip space of the panel: x right, y up, z depth, in [-1, 1]
    Vec3 eye{0, 0,
             1};  // 3-D: the viewer's direction from the box's centre, unit, in world axes scaled to the shown box

    Vec2 to_screen(const Vec3& world) const;  // points on the canvas; NaN behind the eye
    double depth(const Vec3& world) const;    // smaller is nearer
    Vec2 to_plane(const Vec2& screen) const;  // inverse of to_screen for 2-D panels
    double points_per_unit() const;           // 2-D: points per world unit, vertically
    // Is the eye on that side? Every nonzero coordinate of `side` must have the sign of the eye's: (1, 1, 0) is the
    // quadrant x > 0, y > 0; (0, -1, 0) the half space y < 0; zero is always seen.
    bool seen_from(const Vec3& side) const;
    // In a chart a mark whose middle lies on the plot is drawn whole, however near the edge, and any other not at all.
    // Elsewhere marks are clipped like all the rest. In points on the canvas.
    Rect marks_in() const;
};

Camera camera_of(const Panel& panel, const Views& views, const Vec2& canvas_points);

// The view that a panel has: the one it was given, or its home.
View view_of(const Panel& panel, const Views& views);

// From one view of a panel to another: sizes change by equal ratios in equal times about the point that both keep, and
// angles go the short way. Exact at both ends; views of two kinds are b at once.
View view_between(const View& a, const View& b, double t);

// User gestures as functions of a view; `canvas_points` as for camera_of.
View panned(const Panel& panel, const Views& views, const Vec2& canvas_points, const Vec2& by_points);
View zoomed(const Panel& panel, const Views& views, const Vec2& canvas_points, const Vec2& about, double factor);
View orbited(const Panel& panel, const Views& views, const Vec2& by_points);

}  // namespace eigenscape
