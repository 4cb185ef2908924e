// The network as a film strip: the points at each space between layers, the five stages of every layer between them.
// The marker is the depth; the curves beside tell how training went.
#include "app/scenes/learning/network_views.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/path.h"
#include "viz/tex/typeset.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double picture_half = 0.3, picture_middle = 0.42;
constexpr double widest_stage_name = 21;  // points

// A space's points in a small square about (x, picture_middle); of more than two units along the two axes in which they
// spread most, since the first two units may be dead.
void small_picture(Panel& strip, const NetworkLab& lab, const StagedNetwork& staged, int space, bool here) {
    const Vec2 middle(space, picture_middle), half(picture_half, picture_half);
    const Vec2 ring[] = {middle - half, middle + Vec2(half.x(), -half.y()), middle + half,
                         middle + Vec2(-half.x(), half.y())};
    strip
        .stroke(std::span<const Vec2>(ring),
                {.ink = here ? Ink::special : Ink::still, .width_points = here ? 2.0 : 1.2})
        .closed = true;
    MatX points = staged.at(lab.data.x, space);
    if (points.rows() == 0) return;
    if (points.cols() > 2 && points.rows() > 1)
        points = MatX(points * viewing_axes(points, 2, MatX::Identity(2, points.cols())).transpose());
    Points at;
    for (Eigen::Index i = 0; i < points.rows(); ++i)
        at.emplace_back(points(i, 0), points.cols() > 1 ? points(i, 1) : 0.0);
    Vec2 lo = at.front(), hi = at.front();
    for (const Vec2& p : at) lo = lo.cwiseMin(p), hi = hi.cwiseMax(p);
    const double size = std::max(1e-9, (hi - lo).maxCoeff());
    for (std::size_t i = 0; i < at.size(); ++i) {
        const int which = lab.data.t(static_cast<Eigen::Index>(i)) > 0.5;
        strip.dot(Vec2(middle + 1.7 * picture_half / size * (at[i] - 0.5 * (lo + hi))), class_inks[which], 3.5,
                  class_marks[which]);
    }
}

std::string space_name(const NetworkLab& lab, int space) {
    if (space == 0) return "\\vec x";
    return space == lab.layers() ? "\\hat p" : "\\vec h_" + std::to_string(space);
}

// Without room for all of them only the stage where the marker stands is named.
void stage_marks(Panel& strip, const NetworkLab& lab, int layer, bool room) {
    const bool last = layer + 1 == lab.layers();
    const std::array<const char*, stages_a_layer> names{"V^{\\mathsf T}", "\\Sigma", "U", last ? "+b" : "+\\vec b",
                                                        last ? "\\sigma" : "\\varphi"};
    const StagePlace now = depth_of(lab.depth, lab.layers());
    for (int stage = 0; stage < stages_a_layer; ++stage) {
        const double from = layer + double(stage) / stages_a_layer, to = from + 1.0 / stages_a_layer;
        strip.line(Vec2(to, -0.03), Vec2(to, 0.03), {.ink = Ink::axis, .width_points = 1.4});
        const bool here = !now.between_layers && now.layer == layer && static_cast<int>(now.stage) == stage;
        if (!room && !here) continue;
        Label& name = strip.label(Vec2(0.5 * (from + to), 0), names[static_cast<std::size_t>(stage)],
                                  here ? Ink::special : Ink::text, {0, -1});
        name.size_points = 14;
        name.gap_points = 6;
    }
}

}  // namespace

void strip_of_maps(Frame& frame, const NetworkLab& lab, const Rect& place) {
    const double end = lab.layers();
    const Box2 home{Vec2(-0.4, -0.35), Vec2(end + 0.4, 0.8)};
    Panel& strip = frame.plane("strip", home, place);
    const Vec2 points = frame.stage().canvas_points.cwiseProduct(Vec2(place.width, place.height));
    const double points_a_stage = points.cwiseQuotient(home.size()).minCoeff() / stages_a_layer;
    const StagedNetwork staged(lab.network);
    strip.line(Vec2(0, 0), Vec2(end, 0), {.ink = Ink::axis, .width_points = 2});
    for (int layer = 0; layer < lab.layers(); ++layer)
        stage_marks(strip, lab, layer, points_a_stage > widest_stage_name);
    const StagePlace now = depth_of(lab.depth, lab.layers());
    for (int space = 0; space <= lab.layers(); ++space) {
        small_picture(strip, lab, staged, space, now.between_layers && now.layer == space);
        strip.line(Vec2(space, -0.05), Vec2(space, 0.05), {.ink = Ink::axis, .width_points = 2});
        Label& name = strip.label(Vec2(space, 0), space_name(lab, space), Ink::text, {0, -1});
        name.size_points = 15;
    }
    const Vec2 at(lab.depth, 0);
    strip.dot(at, Ink::special, 13, Mark::triangle_down);
    strip.handle(at, "depth", "Drag through the layers", Ink::special);
}

void training_curves(Frame& frame, const NetworkLab& lab, int most_steps, const Rect& place) {
    Panel& chart = frame.chart("training", {Vec2(0, 0), Vec2(most_steps, 1.08)}, place);
    chart_axes(chart, {.x_title = "step", .y_title = ""});
    Points losses, accuracies;
    const int stride = std::max(1, lab.step / 300);
    const auto add = [&](int step) {
        const TrainingMoment& moment = lab.run->at(static_cast<std::size_t>(step));
        losses.emplace_back(step, std::min(moment.loss, 3.0));
        accuracies.emplace_back(step, moment.accuracy);
    };
    if (lab.run) {
        for (int step = 0; step < lab.step; step += stride) add(step);
        add(lab.step);
    }
    const auto curve = [&](const Points& points, const Pen& pen, const char* name, double toward) {
        if (points.empty()) return;
        path(chart, std::span<const Vec2>(points), pen, 0);
        if (points.back().y() <= 1.08) chart.dot(points.back(), pen.ink, 8);
        Label& label = chart.label(Vec2(points.back().x(), std::min(points.back().y(), 1.0)), name, pen.ink,
                                   {lab.step > most_steps / 2 ? -1.0 : 1.0, toward});
        label.size_points = 14;
    };
    const Vec2 foot(lab.wanted, 0);
    chart.line(foot, Vec2(lab.wanted, 1.08), {.ink = Ink::ghost, .width_points = 1.4, .dash = Dash::dashed});
    chart.dot(foot, Ink::special, 11, Mark::triangle);
    chart.handle(foot, "step", "Drag through training", Ink::special).follows = Follows::across;
    // The names stand apart, and within the chart: that of a curve at its foot above it, at its top below it.
    const auto side = [](double y, bool above) { return (y < 0.2 || (above && y < 0.8)) ? 0.8 : -0.8; };
    const double loss = losses.empty() ? 0 : losses.back().y(), accuracy = losses.empty() ? 0 : accuracies.back().y();
    curve(losses, {.ink = Ink::gradient, .width_points = 2.4}, "\\text{loss}", side(loss, loss > accuracy));
    curve(accuracies, {.ink = Ink::positive, .width_points = 2.4, .dash = Dash::dashed}, "\\text{accuracy}",
          side(accuracy, accuracy >= loss));
}

}  // namespace eigenscape
