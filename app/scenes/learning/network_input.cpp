// The input plane: what the network says of every point, and how it comes to say so.
// The score is linear in the last space; pulled back to this plane its zero is the curved boundary.
#include "app/scenes/learning/network_views.h"
#include "core/calculus/contours.h"
#include "core/learn/losses.h"
#include "viz/shapes/arrow.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/grid.h"
#include "viz/shapes/level_bands.h"
#include "viz/shapes/line.h"
#include "viz/shapes/path.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenscape {
namespace {

constexpr int chance_columns = 97, crease_columns = 65;

MatX lattice(const Box2& box, int side) {
    MatX points(side * side, 2);
    for (int row = 0; row < side; ++row)
        for (int column = 0; column < side; ++column)
            points.row(row * side + column) =
                (box.lo + box.size().cwiseProduct(Vec2(column, row)) / (side - 1)).transpose();
    return points;
}

template <class Values>
Grid grid_of(const Box2& box, int side, const Values& values) {
    Grid grid{box, side, side, {}};
    grid.values.resize(static_cast<std::size_t>(side) * side);
    for (std::size_t i = 0; i < grid.values.size(); ++i) grid.values[i] = values(static_cast<Eigen::Index>(i));
    return grid;
}

void zero_lines(Panel& plane, const Grid& grid, const Pen& pen) {
    for (const Contour& line : contours(grid, std::array{0.0})) {
        Points points = line.points;
        if (line.closed) points.push_back(points.front());
        path(plane, std::span<const Vec2>(points), pen, 0);
    }
}

void chances(Panel& plane, const NetworkLab& lab) {
    const VecX scores = answers(lab.network, lattice(plane.window, chance_columns) / lab.reach, true);
    const Grid chance = grid_of(plane.window, chance_columns, [&](Eigen::Index i) { return sigmoid(scores(i)); });
    const LevelBand bands[] = {{-1, 0.1, class_inks[0], 0.34},  {0.1, 0.3, class_inks[0], 0.22},
                               {0.3, 0.5, class_inks[0], 0.1},  {0.5, 0.7, class_inks[1], 0.1},
                               {0.7, 0.9, class_inks[1], 0.22}, {0.9, 2, class_inks[1], 0.34}};
    level_bands(plane, chance, bands);
    zero_lines(plane, grid_of(plane.window, chance_columns, [&](Eigen::Index i) { return scores(i); }),
               {.ink = Ink::special, .width_points = 3});
}

// Where the units of later layers fold, pulled back through the layers before.
void later_creases(Panel& plane, const NetworkLab& lab) {
    if (!lab.folds() || lab.layers() < 3) return;
    const ForwardPass pass = forward(lab.network, lattice(plane.window, crease_columns) / lab.reach);
    for (int layer = 1; layer + 1 < lab.layers(); ++layer) {
        const MatX& z = pass.z[static_cast<std::size_t>(layer)];
        for (Eigen::Index unit = 0; unit < z.cols(); ++unit)
            zero_lines(plane, grid_of(plane.window, crease_columns, [&](Eigen::Index i) { return z(i, unit); }),
                       {.ink = Ink::image, .width_points = 1.2, .dash = Dash::dashed, .opacity = 0.8});
    }
}

// A unit's line is where its z is zero: a crease for a relu, the middle of the slope for a sigmoid.
void first_units(Panel& plane, const NetworkLab& lab) {
    const auto weights = lab.network.weights(0);
    const auto biases = lab.network.biases(0);
    const int place = lab.network.place_of(0), units = lab.network.shape.units_of(0);
    for (int unit = 0; unit < units; ++unit) {
        const Vec2 w = weights.row(unit).transpose();
        const double size = w.norm();
        if (!(size > 1e-3)) continue;
        const Vec2 foot = -biases(unit) / size / size * lab.reach * w;
        const Vec2 tip = foot + 0.45 * lab.reach / (1.5 + size) * w;
        const Ink ink = unit_ink(unit);
        line_through(plane, foot, Vec2(-w.y(), w.x()),
                     {.ink = ink, .width_points = 2, .dash = lab.folds() ? Dash::solid : Dash::dashed, .opacity = 0.9});
        if (!plane.home.contains(foot)) continue;
        arrow(plane, foot, tip, {.ink = ink, .width_points = 3}, std::to_string(unit + 1));
        const std::vector<int> moves{place + 2 * unit, place + 2 * unit + 1, place + 2 * units + unit};
        const std::string name = "unit " + std::to_string(unit + 1);
        weight_handle(plane, lab, foot, "Drag the line of " + name, ink, moves);
        weight_handle(plane, lab, tip, "Turn " + name + ", or make it steeper", ink, moves);
    }
}

}  // namespace

Ink unit_ink(int unit) {
    constexpr Ink inks[] = {Ink::first, Ink::second, Ink::third};
    return unit < 3 ? inks[unit] : Ink::image;
}

void weight_handle(Panel& panel, const NetworkLab& lab, const Vec2& at, const std::string& words, Ink ink,
                   std::vector<int> places) {
    Handle& handle = panel.handle(at, "start", words, ink);
    handle.moves = std::move(places);
    if (!lab.by_hand) handle.first = {{"start", lab.network.parameters}, {"step", {0}}};
}

namespace {

void class_points(Panel& plane, const NetworkLab& lab) {
    for (Eigen::Index i = 0; i < lab.data.t.size(); ++i) {
        const int which = lab.data.t(i) > 0.5;
        const Vec2 at = lab.reach * lab.data.x.row(i).transpose();
        if (plane.window.contains(at)) plane.dot(at, class_inks[which], which ? 8 : 7, class_marks[which]);
    }
}

}  // namespace

Panel& input_plane(Frame& frame, const NetworkLab& lab, const Rect& place) {
    Panel& plane = frame.plane("input", {Vec2(-1.2, -1.2) * lab.reach, Vec2(1.2, 1.5) * lab.reach}, place);
    still_grid(plane);
    chances(plane, lab);
    axis_numbers(plane, Ink::text);
    later_creases(plane, lab);
    class_points(plane, lab);
    first_units(plane, lab);
    return plane;
}

}  // namespace eigenscape
