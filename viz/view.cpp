// Cameras: how a panel's world is projected onto its place on the canvas, and what pan, zoom and orbit do to a view.
// A 3-D camera orbits the middle of the box under perspective; at zoom 1 the box just fits however it is turned about
// its upright axis.
#include "viz/view.h"

#include "viz/frame.h"
#include "viz/window.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

using Mat4 = Eigen::Matrix4d;

constexpr double half_field_of_view = 14 * pi / 180;               // vertical: a long lens, calm perspective
constexpr double room_beside_points = 48, room_above_points = 18;  // around the box, for its ticks and names
constexpr double least_zoom = 0.2, most_zoom = 40;

Mat4 flat_matrix(const Box2& visible, const Rect& plot, const Rect& place) {
    // The visible box onto the plot area, written in the clip space of the whole place.
    const Vec2 size = visible.size();
    const double x0 = 2 * (plot.x - place.x) / place.width - 1, x1 = x0 + 2 * plot.width / place.width;
    const double y1 = 1 - 2 * (plot.y - place.y) / place.height, y0 = y1 - 2 * plot.height / place.height;
    Mat4 m = Mat4::Identity();
    m(0, 0) = (x1 - x0) / size.x();
    m(1, 1) = (y1 - y0) / size.y();
    m(0, 3) = x0 - visible.lo.x() * m(0, 0);
    m(1, 3) = y0 - visible.lo.y() * m(1, 1);
    return m;
}

Camera flat_camera(const Panel& panel, const Views& views, const Vec2& canvas_points) {
    Camera camera;
    camera.place = place_on(panel.place, canvas_points);
    camera.plot = panel.kind == PanelKind::chart ? plot_area(camera.place, panel.titled_below) : camera.place;
    camera.visible = visible_of(panel, views, canvas_points);
    camera.matrix = flat_matrix(camera.visible, camera.plot, camera.place);
    return camera;
}

View3 orbit_of(const Panel& panel, const Views& views) {
    View3 view = panel.home_view;
    if (const auto found = views.find(panel.name); found != views.end())
        if (const auto* held = std::get_if<View3>(&found->second)) view = *held;
    const auto finite = [](double x, double otherwise) { return std::isfinite(x) ? x : otherwise; };
    view.azimuth = finite(view.azimuth, View3{}.azimuth);
    view.elevation = std::clamp(finite(view.elevation, View3{}.elevation), -pi / 2, pi / 2);
    view.zoom = std::clamp(finite(view.zoom, 1), least_zoom, most_zoom);
    view.pan = {finite(view.pan.x(), 0), finite(view.pan.y(), 0)};
    return view;
}

Vec3 shown_size(const Panel& panel) {
    Vec3 size = panel.proportions;
    for (int axis = 0; axis < 3; ++axis)
        if (!std::isfinite(size[axis]) || size[axis] <= 0) size[axis] = 1;
    return size;
}

// What the box spans on the screen, as tangents, turned about its upright axis all the way round.
struct Extent {
    double lowest = 0, highest = 0, aside = 0;
};

Extent extent_from(double distance, const Vec3& shown, double elevation) {
    const double ce = std::cos(elevation), se = std::sin(elevation);
    const double round = 0.5 * shown.head<2>().norm(), half_height = 0.5 * shown.z();
    constexpr int turns = 24;  // half a turn: left and right are alike
    Extent extent{infinity, -infinity, 0};
    for (int i = 0; i <= turns; ++i) {
        const double toward = round * std::cos(pi * i / turns), aside = round * std::sin(pi * i / turns);
        for (const double height : {half_height, -half_height}) {
            const double away = distance - toward * ce - height * se, above = height * ce - toward * se;
            extent = {std::min(extent.lowest, above / away), std::max(extent.highest, above / away),
                      std::max(extent.aside, aside / away)};
        }
    }
    return extent;
}

// How far off the eye is for the box to fit at this elevation, whatever the azimuth, once ticks have their room; and
// how far above the box's middle the middle of the picture is then, as a tangent.
struct Standpoint {
    double distance, rise;
};

Standpoint standpoint(const Rect& place, const Vec3& shown, double elevation) {
    const auto part = [](double length, double room) { return std::max(0.6, 1 - 2 * room / length); };
    const double up = std::tan(half_field_of_view) * part(place.height, room_above_points);
    const double across =
        std::tan(half_field_of_view) * place.width / place.height * part(place.width, room_beside_points);
    const double radius = 0.5 * shown.norm();
    double near = 1.01 * radius, far = radius * (1 + 1 / std::min(up, across));
    for (int i = 0; i < 40; ++i) {
        const double distance = 0.5 * (near + far);
        const Extent extent = extent_from(distance, shown, elevation);
        const bool fits = extent.highest - extent.lowest <= 2 * up && extent.aside <= across;
        (fits ? far : near) = distance;
    }
    const Extent extent = extent_from(far, shown, elevation);
    return {far, 0.5 * (extent.highest + extent.lowest)};
}

// World → the shown box about its centre → the eye's axes → clip space.
Camera space_camera(const Panel& panel, const Views& views, const Vec2& canvas_points) {
    Camera camera;
    camera.flat = false;
    camera.place = camera.plot = place_on(panel.place, canvas_points);
    const View3 view = orbit_of(panel, views);
    const Vec3 shown = shown_size(panel);
    const double ca = std::cos(view.azimuth), sa = std::sin(view.azimuth);
    const double ce = std::cos(view.elevation), se = std::sin(view.elevation);
    camera.eye = {ca * ce, sa * ce, se};
    const Vec3 right(-sa, ca, 0), up(-ca * se, -sa * se, ce);  // well defined at the poles too: nothing flips

    const double radius = 0.5 * shown.norm();
    const auto [distance, rise] = standpoint(camera.place, shown, view.elevation);
    const double near = std::max(distance - 3 * radius, 0.05 * distance), far = distance + 3 * radius;

    const Vec3 scale = shown.cwiseQuotient(panel.box.size());
    Mat4 eye_axes = Mat4::Identity();
    eye_axes.row(0).head<3>() = right.cwiseProduct(scale);
    eye_axes.row(1).head<3>() = up.cwiseProduct(scale);
    eye_axes.row(2).head<3>() = camera.eye.cwiseProduct(scale);
    eye_axes.topRightCorner<3, 1>() = -eye_axes.topLeftCorner<3, 3>() * panel.box.center();
    eye_axes(2, 3) -= distance;

    const double focal = view.zoom / std::tan(half_field_of_view);
    const double aspect = camera.place.width / camera.place.height;
    Mat4 projection = Mat4::Zero();
    projection(0, 0) = focal / aspect;
    projection(1, 1) = focal;
    projection(0, 2) = -2 * view.pan.x() / aspect;  // w = −z: the shift ends up in screen units
    projection(1, 2) = focal * rise - 2 * view.pan.y();
    projection(2, 2) = -(far + near) / (far - near);
    projection(2, 3) = -2 * far * near / (far - near);
    projection(3, 2) = -1;
    camera.matrix = projection * eye_axes;
    return camera;
}

View2 shifted(const Box2& box, const Vec2& by) { return {box.lo + by, box.hi + by}; }

}  // namespace

Camera camera_of(const Panel& panel, const Views& views, const Vec2& canvas_points) {
    return panel.kind == PanelKind::space ? space_camera(panel, views, canvas_points)
                                          : flat_camera(panel, views, canvas_points);
}

Vec2 Camera::to_screen(const Vec3& world) const {
    const Eigen::Vector4d clip = matrix * Eigen::Vector4d(world.x(), world.y(), world.z(), 1);
    if (!(clip.w() > 0)) return {undefined, undefined};
    return {place.x + place.width * (0.5 + 0.5 * clip.x() / clip.w()),
            place.y + place.height * (0.5 - 0.5 * clip.y() / clip.w())};
}

double Camera::depth(const Vec3& world) const {
    const Eigen::Vector4d clip = matrix * Eigen::Vector4d(world.x(), world.y(), world.z(), 1);
    return clip.w() > 0 ? clip.z() / clip.w() : -infinity;
}

Vec2 Camera::to_plane(const Vec2& screen) const {
    const double x = 2 * (screen.x() - place.x) / place.width - 1;
    const double y = 1 - 2 * (screen.y() - place.y) / place.height;
    return {(x - matrix(0, 3)) / matrix(0, 0), (y - matrix(1, 3)) / matrix(1, 1)};
}

double Camera::points_per_unit() const { return 0.5 * place.height * std::abs(matrix(1, 1)); }

Rect Camera::marks_in() const {
    if (plot == place) return {-1e6, -1e6, 2e6, 2e6};
    constexpr double slack = 0.5;  // a value at the very end of an axis is on the plot, whatever the rounding
    return {plot.x - slack, plot.y - slack, plot.width + 2 * slack, plot.height + 2 * slack};
}

bool Camera::seen_from(const Vec3& side) const {
    for (int axis = 0; axis < 3; ++axis)
        if ((side[axis] > 0 && eye[axis] < 0) || (side[axis] < 0 && eye[axis] >= 0)) return false;
    return true;
}

View panned(const Panel& panel, const Views& views, const Vec2& canvas_points, const Vec2& by_points) {
    if (panel.kind == PanelKind::space) {
        View3 view = orbit_of(panel, views);
        view.pan += Vec2(by_points.x(), -by_points.y()) / place_on(panel.place, canvas_points).height;
        view.pan = view.pan.cwiseMax(-most_zoom).cwiseMin(most_zoom);
        return view;
    }
    const Camera camera = camera_of(panel, views, canvas_points);
    const Vec2 by = camera.to_plane({0, 0}) - camera.to_plane(by_points);
    return View2(repaired(shifted(camera.visible, by)));
}

View zoomed(const Panel& panel, const Views& views, const Vec2& canvas_points, const Vec2& about, double factor) {
    if (!std::isfinite(factor) || factor <= 0) factor = 1;
    const Camera camera = camera_of(panel, views, canvas_points);
    if (panel.kind == PanelKind::space) {
        View3 view = orbit_of(panel, views);
        const double before = view.zoom;
        view.zoom = std::clamp(before * factor, least_zoom, most_zoom);
        const Rect& place = camera.place;
        const Vec2 held =
            Vec2(about.x() - place.x - place.width / 2, place.y + place.height / 2 - about.y()) / place.height;
        view.pan = held + (view.pan - held) * (view.zoom / before);
        return view;
    }
    const Vec2 held = camera.to_plane(about);
    const Box2 asked{held + (camera.visible.lo - held) / factor, held + (camera.visible.hi - held) / factor};
    const Box2 given = repaired(asked);
    return View2(given == asked ? asked : camera.visible);  // at the limits a zoom stops instead of drifting
}

View orbited(const Panel& panel, const Views& views, const Vec2& by_points) {
    constexpr double radians_per_point = 0.0075;
    View3 view = orbit_of(panel, views);
    view.azimuth = std::remainder(view.azimuth - radians_per_point * by_points.x(), 2 * pi);
    view.elevation = std::clamp(view.elevation + radians_per_point * by_points.y(), -pi / 2, pi / 2);
    return view;
}

}  // namespace eigenscape
