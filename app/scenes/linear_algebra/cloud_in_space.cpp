// The picture of a cloud in space; see cloud_in_space.h.
// The box stands still about the data and, once they are turned, about the origin.
#include "app/scenes/linear_algebra/cloud_in_space.h"

#include "app/scenes/linear_algebra/cloud_in_plane.h"
#include "viz/ease.h"
#include "viz/shapes/arrow.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/box_axes.h"
#include "viz/shapes/clip.h"
#include "viz/shapes/grid.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

void segment(Panel& space, const Vec3& a, const Vec3& b, const Pen& pen) {
    if (const auto part = clipped(Segment3{a, b}, space.box)) space.line(part->first, part->second, pen);
}

Vec3 arm_of(const Cloud& cloud, int i) {
    return component_reach * std::sqrt(cloud.parts.variances(i)) * cloud.basis.row(i).transpose();
}

// Through the first two components, where they span one that fits.
void best_plane(Panel& space, const Cloud& cloud) {
    if (!cloud.ok() || cloud.rank() < 2 || !cloud.determined(2)) return;
    const Vec3 a = arm_of(cloud, 0), b = arm_of(cloud, 1), mean = cloud.mean;
    std::vector<Vec3> ring;
    for (const Vec3& corner : {Vec3(a + b), Vec3(a - b), Vec3(-a - b), Vec3(b - a)})
        ring.emplace_back(cloud.turned(mean + corner));
    if (!std::ranges::all_of(ring, [&](const Vec3& p) { return space.box.contains(p); })) return;
    MeshData mesh;
    mesh.positions = ring;
    mesh.indices = {0, 1, 2, 0, 2, 3};
    space.mesh(std::make_shared<const MeshData>(std::move(mesh)), 0.3, Ink::sheet);
    space.stroke(std::span<const Vec3>(ring), {.ink = Ink::sheet, .width_points = 1.2, .depth = Depth::see_through})
        .closed = true;
}

void axes_of_cloud(Panel& space, const Cloud& cloud) {
    if (!cloud.ok() || cloud.all_equal()) return;
    const Vec3 mean = cloud.mean, origin = cloud.turned(mean);
    for (const MatX& components : cloud.fan) {
        const Vec3 v = component_reach * std::sqrt(cloud.parts.variances(0)) * components.row(0).transpose();
        segment(space, cloud.turned(mean - v), cloud.turned(mean + v),
                {.ink = Ink::first, .width_points = 1.2, .opacity = cloud.fan_opacity(), .depth = Depth::see_through});
    }
    const double seen = smooth(cloud.asked.t);
    if (seen == 0) return;
    for (int i = 0; i < 3; ++i) {
        const Vec3 tip = cloud.turned(mean + seen * arm_of(cloud, i)),
                   end = cloud.turned(mean - seen * arm_of(cloud, i));
        if (!space.box.contains(tip) || !space.box.contains(end)) continue;
        const Pen pen{.ink = component_inks[i],
                      .width_points = 3.2,
                      .dash = cloud.determined(i) ? Dash::solid : Dash::dashed,
                      .depth = Depth::see_through};
        two_headed(space, origin, Vec3(tip - origin), pen, seen < 1 ? "" : "\\vec v_" + std::to_string(i + 1));
    }
}

int rows_in_space(Panel& space, const Cloud& cloud) {
    const double floor = space.box.lo.z();
    const bool single = cloud.X.rows() <= most_single_rows, dropping = cloud.dropping() > 0;
    int outside = 0;
    for (Eigen::Index i = 0; i < cloud.X.rows(); ++i) {
        const Vec3 before = cloud.turned(cloud.row(i)), at = cloud.placed(cloud.row(i));
        if (!space.box.contains(at)) {
            ++outside;
        } else {
            const Vec3 below(at.x(), at.y(), floor);
            space.dot(below, Ink::ghost, 4);
            if (single) space.line(below, at, {.ink = Ink::ghost, .width_points = 1, .opacity = 0.3});
            space.dot(at, Ink::subject, single ? 9 : 5).depth = Depth::see_through;
        }
        if (dropping && space.box.contains(before)) {
            space.dot(before, Ink::ghost, single ? 7 : 4, Mark::ring).depth = Depth::see_through;
            if (single)
                segment(space, before, at,
                        {.ink = Ink::negative, .width_points = 1.2, .opacity = 0.8, .depth = Depth::see_through});
        }
        if (single) space.handle(before, "rows3", "Drag a row of the data", Ink::subject);
    }
    return outside;
}

}  // namespace

Panel& cloud_in_space(Frame& frame, const Cloud& cloud, const Box3& home, const Rect& place, int& outside) {
    const Vec3 moved = -cloud.turning() * home.center();  // the mean goes to the origin while the cloud turns
    View3 view{-1.05, 0.38};
    view.zoom = 0.88;
    view.pan.y() = -0.05;
    Panel& space = frame.space("space", {home.lo + moved, home.hi + moved}, place, view);
    space.proportions = {1, 1, 1};
    const bool scores = cloud.asked.t >= 2 && cloud.asked.t <= 3;
    const std::string letter = scores ? "z" : "x";
    box_axes(space, {.x = letter + "_1", .y = letter + "_2", .z = letter + "_3", .z_ticks = {}});
    if (cloud.kept() == 2) best_plane(space, cloud);
    outside = rows_in_space(space, cloud);
    axes_of_cloud(space, cloud);
    if (const Vec3 at = cloud.turned(cloud.mean); cloud.X.rows() > 0 && space.box.contains(at))
        space.dot(at, Ink::text, 12, Mark::cross).depth = Depth::see_through;
    return space;
}

void best_shadow(Frame& frame, const Cloud& cloud, const Rect& place) {
    const double reach = cloud.ok() ? std::max(1e-3, 2.6 * std::sqrt(cloud.parts.variances(0))) : 1;
    Panel& panel = frame.plane("shadow", {{-reach, -0.7 * reach}, {reach, 0.9 * reach}}, place);
    still_grid(panel);
    axis_numbers(panel);
    panel.note("The widest flat picture.", Ink::faint);
    if (!cloud.ok()) return;
    for (Eigen::Index i = 0; i < cloud.X.rows(); ++i) {
        const VecX scores = cloud.basis * (cloud.row(i) - cloud.mean);
        const Vec2 at(scores(0), scores(1));
        if (panel.window.contains(at)) panel.dot(at, Ink::subject, cloud.X.rows() <= most_single_rows ? 7 : 4);
    }
    panel.label(Vec2(reach, 0), "z_1", Ink::first, {-0.3, 1});
    panel.label(Vec2(0, -0.7 * reach), "z_2", Ink::second, {-1, 0.3});
}

}  // namespace eigenscape
