// Meters and charts of a cloud; see component_meters.h.
// Without components the panels stay and say nothing: the picture says why.
#include "app/scenes/linear_algebra/component_meters.h"

#include "viz/number.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/bars.h"
#include "viz/shapes/curve.h"
#include "viz/shapes/split_bar.h"

#include <cmath>

namespace eigenscape {
namespace {

const Box2 track{{0.01, 0.24}, {0.99, 0.5}};

Panel& meter_panel(Frame& frame, const Rect& place) { return frame.chart("meter", {{0, 0}, {1, 1}}, place); }

double variance_along(const Cloud& cloud, double degrees) {
    const double angle = degrees * pi / 180;
    return split_along(cloud.parts, Vec2(std::cos(angle), std::sin(angle))).along;
}

}  // namespace

void axis_meter(Frame& frame, const Cloud& cloud, const Rect& place) {
    Panel& panel = meter_panel(frame, place);
    SplitBar bar;
    bar.left = cloud.split.along;
    bar.right = cloud.split.across;
    bar.left_name = "along: " + fixed(cloud.split.along);
    bar.right_name = "residual: " + fixed(cloud.split.across);
    bar.left_ink = Ink::image;
    if (cloud.ok() && !cloud.all_equal())
        bar.marks = {{cloud.parts.variances(0), "most: " + fixed(cloud.parts.variances(0)), Ink::special}};
    split_bar(panel, track, bar);
    if (cloud.ok()) panel.note("Together always " + fixed(cloud.total()) + ".", Ink::faint);
}

void kept_meter(Frame& frame, const Cloud& cloud, const Rect& place) {
    Panel& panel = meter_panel(frame, place);
    SplitBar bar;
    if (cloud.ok()) bar.left = cloud.kept_variance(), bar.right = cloud.lost_variance();
    bar.left_name = "kept: " + fixed(bar.left);
    bar.right_name = "lost: " + fixed(bar.right);
    bar.left_ink = Ink::subject;
    split_bar(panel, track, bar);
    panel.note("By " + std::to_string(cloud.kept()) + " of 3 components:", Ink::faint);
}

void directions_chart(Frame& frame, const Cloud& cloud, const Rect& place) {
    const double top = cloud.ok() && !cloud.all_equal() ? cloud.total() : 1;
    Panel& chart = frame.chart("directions", {{0, 0}, {180, 1.22 * top}}, place);
    chart_axes(chart, {.x_title = "angle of $\\vec u$ in degrees", .y_title = "variance"});
    if (!cloud.ok()) return;
    chart.line(Vec2(0, cloud.total()), Vec2(180, cloud.total()),
               {.ink = Ink::ghost, .width_points = 1.5, .dash = Dash::dashed});
    chart.label(Vec2(180, cloud.total()), "\\text{sum}", Ink::faint, {-1, -1}).size_points = 15;
    curve(chart, [&](double degrees) { return cloud.total() - variance_along(cloud, degrees); },
          {.ink = Ink::negative, .width_points = 2, .dash = Dash::dashed});
    curve(chart, [&](double degrees) { return variance_along(cloud, degrees); },
          {.ink = Ink::image, .width_points = 2.5});
    const double at = cloud.axis_degrees - 180 * std::floor(cloud.axis_degrees / 180);
    chart.dot(Vec2(at, cloud.split.across), Ink::negative, 9, Mark::square);
    chart.dot(Vec2(at, cloud.split.along), Ink::image, 11);
    if (cloud.asked.t < 1)
        chart.handle(Vec2(at, cloud.split.along), "angle", "Drag the axis along the curve, to its top", Ink::image)
            .follows = Follows::across;
}

void shares_chart(Frame& frame, const Cloud& cloud, const Rect& place) {
    const double plot_points = std::max(120.0, place.width * frame.stage().canvas_points.x() - 70);
    Panel& chart =
        frame.chart("shares", {{0, 0}, {plot_points / (plot_points - 66), 1}}, place);  // with room for numbers
    constexpr Ink inks[] = {Ink::first, Ink::second, Ink::third};
    std::vector<Bar> bars;
    for (int i = 0; i < cloud.columns(); ++i) {
        Bar bar{.name = "\\lambda_" + std::to_string(i + 1), .value = undefined};
        bar.ink = i < cloud.kept() ? inks[i] : Ink::ghost;
        bar.undefined_words = "none";
        if (cloud.ok()) bar.name += " = " + fixed(cloud.parts.variances(i));
        if (cloud.parts.explained.size() > i) bar.value = i < cloud.rank() ? cloud.parts.explained(i) : 0;
        bars.push_back(bar);
    }
    probability_bars(chart, {{0.02, 0.02}, {1, 0.98}}, bars);
}

}  // namespace eigenscape
