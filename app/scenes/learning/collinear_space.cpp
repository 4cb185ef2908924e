// Every sample's plane passes through the ridge of points; only across it can they differ. Two places where a
// prediction is asked for, near the ridge and far off, show what follows.
#include "app/scenes/learning/collinear_space.h"

#include "viz/shapes/box_axes.h"
#include "viz/shapes/sheet.h"

#include <cmath>

namespace eigenscape {
namespace {

constexpr std::size_t most_handles = 60, most_single = 400;  // rows with handles; rows with residuals and rings

std::vector<Vec3> ring_of(const Plane& plane, const Box3& box) {
    std::vector<Vec3> ring;
    for (const Vec2& at : {Vec2(box.lo.x(), box.lo.y()), Vec2(box.hi.x(), box.lo.y()), Vec2(box.hi.x(), box.hi.y()),
                           Vec2(box.lo.x(), box.hi.y())})
        ring.emplace_back(at.x(), at.y(), plane(at));
    return ring_in_box(ring, box);
}

// It hides nothing, so it needs no depth. A little different each time: twenty equal roundings to 8 bits would add up
// to a tint.
void ghost_plane(Panel& space, const Plane& plane, std::size_t r) {
    if (!plane.slopes.allFinite()) return;
    const std::vector<Vec3> ring = ring_of(plane, space.box);
    if (ring.size() < 3) return;
    const double golden = 0.618034 * static_cast<double>(r);
    space.fill(std::span<const Vec3>(ring), Ink::ghost, 0.055 + 0.03 * (golden - std::floor(golden)));
    space
        .stroke(std::span<const Vec3>(ring),
                {.ink = Ink::ghost, .width_points = 1, .opacity = 0.45, .depth = Depth::see_through})
        .closed = true;
}

// All of them, with a ring: a sample leaves some out. Too many for handles can still be dragged one by one.
void own_rows(Panel& space, const Points3& rows) {
    int outside = 0;
    double height = 0;
    for (const Vec3& row : rows) {
        if (!space.box.contains(row)) ++outside;
        else if (rows.size() <= most_single) space.dot(row, Ink::subject, 10, Mark::ring).depth = Depth::see_through;
        if (rows.size() <= most_handles) space.handle(row, "rows", "Drag a row of your data", Ink::subject);
        height += row.z() / static_cast<double>(rows.size());
    }
    space.takes("rows", std::round(height));
    if (outside > 0)
        space.note(std::to_string(outside) + " of your rows lie outside the box: widen the reach.", Ink::negative);
}

void data_points(Panel& space, const CollinearLab& lab) {
    // then only the points themselves, and small
    const bool crowd = static_cast<std::size_t>(lab.now.y.size()) > most_single;
    const double floor = space.box.lo.z();
    for (Eigen::Index i = 0; i < lab.now.y.size(); ++i) {
        const Vec2 x = lab.now.X.row(i).transpose();
        const Vec3 at(x.x(), x.y(), lab.now.y(i)), shadow(x.x(), x.y(), floor);
        const Vec3 fitted(x.x(), x.y(), lab.plane()(x));
        if (!crowd && space.box.contains(shadow)) space.dot(shadow, Ink::ghost, 4);
        if (!space.box.contains(at)) continue;
        if (!crowd && space.box.contains(fitted))
            space.line(fitted, at,
                       {.ink = Ink::subject, .width_points = 1, .opacity = 0.6, .depth = Depth::see_through});
        space.dot(at, Ink::subject, crowd ? 4 : 8).depth = Depth::see_through;
    }
    if (lab.own) own_rows(space, *lab.own);
}

// Where a prediction is asked for: on the ridge of points, or off to its side.
void probe(Panel& space, const CollinearLab& lab, const Vec2& x, const char* name, Mark mark) {
    const Vec3 at(x.x(), x.y(), lab.plane()(x));
    if (!space.box.contains(at)) return;
    space.dot(at, Ink::sheet, 13, mark).depth = Depth::on_top;
    space.label(at, name, Ink::text, {1, 0.4}).size_points = 14;
}

// Two deviations wide: the shape that the correlation gives to the points, on the floor. Its short axis moves rho.
void data_ellipse(Panel& space, double rho) {
    const double floor = space.box.lo.z();
    const Vec2 along = Vec2(1, 1) * std::sqrt(1 + rho) * std::sqrt(2.0),
               across = Vec2(1, -1) * std::sqrt(1 - rho) * std::sqrt(2.0);
    std::vector<Vec3> ring;
    for (int k = 0; k <= 72; ++k) {
        const Vec2 p = std::cos(2 * pi * k / 72) * along + std::sin(2 * pi * k / 72) * across;
        ring.emplace_back(p.x(), p.y(), floor);
    }
    space.stroke(std::span<const Vec3>(ring), {.ink = Ink::image, .width_points = 2, .depth = Depth::see_through});
    const Vec3 end(across.x(), across.y(), floor);
    space.dot(end, Ink::image, 11).depth = Depth::see_through;
    space.handle(end, "rho", "Drag how alike the two predictors are", Ink::image);
}

void write_plane(Panel& space, const CollinearLab& lab) {
    const Vec2 b = lab.plane().slopes;
    const auto number = [](const char* name, double value, const char* role) {
        const std::string live = "\\color{" + std::string(role) + "}{\\num{" + name + ":.2f}}";
        return value < 0 ? "(" + live + ")" : live;
    };
    space.formula("\\hat y = \\num{intercept:.2f} + " + number("b1", b.x(), "first") + "\\,x_1 + " +
                      number("b2", b.y(), "second") + "\\,x_2",
                  22);
    space.note(lab.own ? "Drag a point, then play: rows are drawn anew from yours."
                       : "Drag the handle on the floor: the two predictors become alike.",
               Ink::faint);
}

}  // namespace

void collinear_space(Frame& frame, const CollinearLab& lab, const Rect& place) {
    const bool down = lab.down_the_ridge;
    View3 view{down ? -2.3562 : -1.05, down ? 0.1 : 0.42};
    view.zoom = 0.84;
    view.pan.y() =
        (down ? -0.05 : -0.075) - (place.width < 1 ? 0 : 0.055);  // below the words, which reach over the middle
    // A panel for each look, so that choosing one shows it even after the other was turned.
    Panel& space = frame.space(down ? "down_the_ridge" : "data", lab.box, place, view);
    space.proportions = {1, 1, 0.72};
    box_axes(space, {.x = "x_1", .y = "x_2", .z = "y", .z_ticks = {}});
    for (std::size_t r = 0; r + 1 < lab.planes.size(); ++r) ghost_plane(space, lab.planes[r], r);
    if (lab.plane().slopes.allFinite()) sheet(space, ring_of(lab.plane(), space.box), Ink::sheet, 0.6, 1.8);
    if (!lab.own) data_ellipse(space, lab.rho);
    data_points(space, lab);
    probe(space, lab, lab.near(), "\\text{near}", Mark::diamond);
    probe(space, lab, lab.far(), "\\text{far}", Mark::triangle);
    write_plane(space, lab);
}

}  // namespace eigenscape
