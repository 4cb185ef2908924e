// The plane carried to a depth: its grid, bent and folded, the points on it, and the boundary that they end up on two
// sides of. Two dimensions and three are shown as they are; more through the axes along which the points spread most.
#include "app/scenes/learning/bent_grid.h"
#include "app/scenes/learning/network_eyes.h"
#include "core/calculus/contours.h"
#include "viz/number.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/box_axes.h"
#include "viz/shapes/clip.h"
#include "viz/shapes/grid.h"
#include "viz/shapes/line.h"
#include "viz/shapes/sheet.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double edge = 1.2;  // of the grid that is carried along

// A cube or square that holds the points and the origin; it follows them evenly, so that nothing leaps.
Box3 around(const MatX& points) {
    Vec3 lo = Vec3::Zero(), hi = Vec3::Zero();
    for (Eigen::Index i = 0; i < points.rows(); ++i) {
        lo = lo.cwiseMin(Vec3(points.row(i).transpose()));
        hi = hi.cwiseMax(Vec3(points.row(i).transpose()));
    }
    const double half = std::max(0.6, 0.58 * (hi - lo).maxCoeff());
    const Vec3 middle = 0.5 * (lo + hi);
    return {middle - Vec3::Constant(half), middle + Vec3::Constant(half)};
}

Vec2 flat(const Vec3& p) { return p.head<2>(); }

void draw_run(Panel& panel, const std::vector<Vec3>& points, const Pen& pen) {
    if (panel.kind == PanelKind::space) {
        for (const auto& run : clipped(std::span<const Vec3>(points), panel.box))
            if (run.size() > 1) panel.stroke(std::span<const Vec3>(run), pen);
        return;
    }
    Points flattened;
    for (const Vec3& p : points) flattened.push_back(flat(p));
    for (const auto& run : clipped(std::span<const Vec2>(flattened), panel.window))
        if (run.size() > 1) panel.stroke(std::span<const Vec2>(run), pen);
}

void carried_grid(Panel& panel, const NetworkEyes& eyes, double size) {
    for (const BentLine& line : bent_grid([&](const MatX& X) { return eyes.carried(X); }, edge, 0.002 * size))
        draw_run(panel, line.through,
                 {.ink = line.axis ? Ink::moving : Ink::moving_minor,
                  .width_points = line.axis ? 2.0 : 1.2,
                  .depth = Depth::see_through});
}

// The curved boundary of the input plane, at this depth; in the last space it lies on a straight line or plane.
void carried_boundary(Panel& panel, const NetworkEyes& eyes, const NetworkLab& lab) {
    constexpr int side = 61;
    MatX X(side * side, 2);
    Grid grid{{Vec2(-edge, -edge), Vec2(edge, edge)}, side, side, {}};
    for (int i = 0; i < side * side; ++i) X.row(i) = grid.point(i % side, i / side).transpose();
    const VecX scores = answers(lab.network, X, true);
    grid.values.assign(scores.data(), scores.data() + scores.size());
    for (const Contour& line : contours(grid, std::array{0.0})) {
        MatX along(static_cast<Eigen::Index>(line.points.size() + line.closed), 2);
        for (Eigen::Index i = 0; i < along.rows(); ++i)
            along.row(i) = line.points[static_cast<std::size_t>(i) % line.points.size()].transpose();
        const MatX p = eyes.carried(along);
        std::vector<Vec3> run;
        for (Eigen::Index i = 0; i < p.rows(); ++i) run.emplace_back(p.row(i).transpose());
        draw_run(panel, run, {.ink = Ink::special, .width_points = 3, .depth = Depth::see_through});
    }
}

// In the last hidden space the two classes are told apart by a straight line or plane: the score's zero.
void straight_boundary(Panel& panel, const NetworkEyes& eyes, const NetworkLab& lab) {
    const int last = lab.layers() - 1;
    if (!eyes.exact() || std::abs(lab.depth - last) > 1e-9) return;
    const auto weights = lab.network.weights(last);
    Vec3 w = Vec3::Zero();
    w.head(weights.cols()) = weights.row(0).transpose();
    if (!(w.norm() > 1e-9)) return;
    const Vec3 foot = -lab.network.biases(last)(0) / w.squaredNorm() * w;
    if (panel.kind == PanelKind::plane)
        return line_through(panel, flat(foot), Vec2(-w.y(), w.x()),
                            {.ink = Ink::special, .width_points = 2, .dash = Dash::dashed});
    // The cube cut by the plane: a ring of up to six corners, begun from a large square.
    const Vec3 n = w.normalized(), u = n.unitOrthogonal(), v = n.cross(u), middle = panel.box.center();
    const double far = panel.box.size().norm();
    const Vec3 at = middle - n.dot(middle - foot) * n;
    const std::vector<Vec3> ring{at + far * (u + v), at + far * (v - u), at - far * (u + v), at + far * (u - v)};
    sheet(panel, ring_in_box(ring, panel.box), Ink::sheet, 0.3, 1.5);
}

void carried_points(Panel& panel, const NetworkLab& lab, const MatX& points) {
    const Box3 shown = panel.kind == PanelKind::space ? panel.box
                                                      : Box3{{panel.home.lo.x(), panel.home.lo.y(), -1},
                                                             {panel.home.hi.x(), panel.home.hi.y(), 1}};
    for (Eigen::Index i = 0; i < points.rows(); ++i) {
        const int which = lab.data.t(i) > 0.5;
        const Vec3 at = points.row(i).transpose();
        if (!(((at - shown.center()).array() / shown.size().array()).abs() < 4).all()) continue;  // thrown far out
        panel.dot(at, class_inks[which], which ? 8 : 7, class_marks[which]).depth = Depth::see_through;
    }
}

// The axes through the origin, in the inks of the units that they are.
void unit_axes(Panel& panel, bool units) {
    for (int axis = 0; axis < (panel.kind == PanelKind::space ? 3 : 2); ++axis) {
        const double size =
            panel.kind == PanelKind::space ? panel.box.size().maxCoeff() : panel.window.size().maxCoeff();
        const Vec3 direction = 2 * size * Vec3::Unit(axis);
        draw_run(panel, {-direction, direction},
                 {.ink = units ? unit_ink(axis) : Ink::axis,
                  .width_points = 1.4,
                  .opacity = 0.8,
                  .depth = Depth::see_through});
    }
}

std::string layer_formula(const NetworkLab& lab) {
    const StagePlace place = depth_of(lab.depth, lab.layers());
    const auto space = [&](int k) { return k == 0 ? std::string("\\vec x") : "\\vec h_" + std::to_string(k); };
    if (place.between_layers && place.layer == 0) return "\\vec x";
    const int layer = place.between_layers ? place.layer - 1 : place.layer;
    const std::string number = std::to_string(layer + 1);
    const auto part = [&](LayerStage stage, const std::string& tex) {
        return !place.between_layers && place.stage == stage ? "\\color{special}{" + tex + "}" : tex;
    };
    const bool last = layer + 1 == lab.layers();
    return (last ? std::string("\\hat p") : space(layer + 1)) + " = " +
           part(LayerStage::fold, last ? "\\sigma" : "\\varphi") + "(" + part(LayerStage::turn_again, "U_" + number) +
           part(LayerStage::stretch, "\\Sigma_" + number) + part(LayerStage::turn, "V_" + number + "^{\\mathsf T}") +
           space(layer) + " + " + part(LayerStage::shift, (last ? "b_" : "\\vec b_") + number) + ")";
}

std::string degrees(const MatX& turn) {
    if (turn.rows() == 1) return "nothing to turn";
    if (turn.rows() > 2) return "turn in " + std::to_string(turn.rows()) + " dimensions";
    return "turn by " + fixed(std::atan2(turn(1, 0), turn(0, 0)) * 180 / pi, 0) + "°";
}

std::string list_of(const VecX& numbers) {
    std::string words;
    for (Eigen::Index i = 0; i < numbers.size(); ++i)
        words += (i == 0 ? "" : i + 1 == numbers.size() ? " and " : ", ") + fixed(numbers(i), 2);
    return words;
}

}  // namespace

std::string words_of_depth(const NetworkLab& lab, const StagedNetwork& staged) {
    const StagePlace place = depth_of(lab.depth, lab.layers());
    if (place.between_layers && place.layer == 0) return "The input plane.";
    if (place.between_layers && place.layer == lab.layers()) return "The answer: a chance.";
    if (place.between_layers) return "The space behind layer " + std::to_string(place.layer) + ".";
    const LayerMap& map = staged.map(place.layer);
    const std::string layer = "Layer " + std::to_string(place.layer + 1) + ": ";
    switch (place.stage) {
        case LayerStage::turn: return layer + degrees(map.V.transpose()) + ".";
        case LayerStage::stretch: return layer + "stretch by " + list_of(map.s) + ".";
        case LayerStage::turn_again: return layer + degrees(map.U) + ".";
        case LayerStage::shift: return layer + "shift by " + list_of(map.shift) + ".";
        case LayerStage::fold: break;
    }
    return layer +
           (map.fold == Activation::linear ? "no fold." : "fold, by " + std::string(info(map.fold).title) + ".");
}

void space_at_depth(Frame& frame, const NetworkLab& lab, const Rect& place) {
    const NetworkEyes eyes(lab);
    const MatX points = eyes.carried(lab.data.x);
    const Box3 box = around(points);
    const bool solid = eyes.dimensions() == 3;
    View3 view{0.75, 0.5};
    view.zoom = 0.9;
    view.pan.y() = -0.05;
    Panel& panel =
        solid ? frame.space("space", box, place, view) : frame.plane("layer", {flat(box.lo), flat(box.hi)}, place);
    if (solid) {
        panel.proportions = {1, 1, 1};
        const bool units = eyes.exact();  // else the axes are mixtures of units
        box_axes(panel,
                 {.x = units ? "h_1" : "c_1", .y = units ? "h_2" : "c_2", .z = units ? "h_3" : "c_3", .z_ticks = {}});
    } else {
        still_grid(panel);
        axis_numbers(panel);
    }
    unit_axes(panel, eyes.exact());
    carried_grid(panel, eyes, box.size().maxCoeff());
    carried_boundary(panel, eyes, lab);
    straight_boundary(panel, eyes, lab);
    carried_points(panel, lab, points);
    panel.formula(layer_formula(lab), 22);
    panel.note(words_of_depth(lab, eyes.staged()), Ink::special);
    if (!eyes.exact())
        panel.note("Seen along three axes of more: " + fixed(100 * eyes.share(), 0) + " %" + " of the spread is shown.",
                   Ink::faint);
    frame.fact("spread_shown", eyes.share(), "Share of the spread shown");
}

}  // namespace eigenscape
