// See swing_strip.h. The gauge is logarithmic: an inflation of 100 is as far above 10 as 10 is above 1.
#include "app/scenes/learning/swing_strip.h"

#include "viz/number.h"
#include "viz/shapes/gauge.h"
#include "viz/shapes/ticks.h"

#include <cmath>

namespace eigenscape {
namespace {

constexpr double rule_of_thumb = 10;  // a variance inflation above it is called severe

std::string inflation_words(const CollinearLab& lab) {
    const double vif = largest_inflation(lab);
    if (std::isnan(vif)) return "A predictor that never changes has no variance inflation.";
    if (std::isinf(vif))
        return "The variance inflation is infinite, and so is the condition number $\\kappa$: one predictor is a "
               "copy of the other.";
    const std::string times = brief(std::sqrt(vif), 3);
    return "Each coefficient is " + (times == "1" ? "" : times + " times ") +
           "as unsure as with unrelated predictors. $\\kappa$ = " + brief(lab.least.condition, 3) + ".";
}

}  // namespace

std::vector<SwingingAmount> swinging_amounts(const CollinearLab& lab) {
    return {{"b_1", Ink::first, Mark::disc, [](const Plane& p) { return p.slopes.x(); }},
            {"b_2", Ink::second, Mark::square, [](const Plane& p) { return p.slopes.y(); }},
            {"\\hat y\\text{ near}", Ink::sheet, Mark::diamond, [at = lab.near()](const Plane& p) { return p(at); }},
            {"\\hat y\\text{ far}", Ink::sheet, Mark::triangle, [at = lab.far()](const Plane& p) { return p(at); }}};
}

// A row for each amount, a mark for each sample, the current one large.
void swing_strip(Frame& frame, const CollinearLab& lab, const Rect& place) {
    const double half = 1.25 * lab.coefficients.hi.x(), label_room = 0.42 * half;
    Panel& strip = frame.chart("swing", {{-half - label_room, 0.2}, {half, 5.2}}, place);
    for (const Tick& tick : ticks(-half, half, 8)) {
        strip.line(Vec2(tick.at, 0.5), Vec2(tick.at, 4.6),
                   {.ink = tick.at == 0 ? Ink::axis : Ink::still_minor, .width_points = tick.at == 0 ? 1.6 : 1.0});
        Label& label = strip.label(Vec2(tick.at, 0.5), tick.text, Ink::faint, {0, -1});
        label.size_points = 13;
        label.gap_points = 4;
        label.tick = true;
    }
    double row = 4;
    for (const SwingingAmount& amount : swinging_amounts(lab)) {
        strip.line(Vec2(-half, row), Vec2(half, row), {.ink = Ink::still, .width_points = 1});
        strip.label(Vec2(-half, row), amount.tex, amount.ink, {-1, 0}).size_points = 16;
        for (std::size_t r = 0; r < lab.planes.size(); ++r) {
            const double value = amount.of(lab.planes[r]);
            const bool last = r + 1 == lab.planes.size();
            if (std::abs(value) <= half)
                strip.dot(Vec2(value, row), amount.ink, last ? 12 : 7, amount.mark).opacity = last ? 1 : 0.45;
        }
        row -= 1;
    }
}

double largest_inflation(const CollinearLab& lab) {
    if (lab.least.vif.size() != 2 || std::isnan(lab.least.vif(0)) || std::isnan(lab.least.vif(1))) return undefined;
    return std::max(lab.least.vif(0), lab.least.vif(1));
}

void inflation_gauge(Frame& frame, const CollinearLab& lab, const Rect& place) {
    Panel& panel = frame.chart("inflation", {{0, 0}, {1, 1}}, place);
    const double vif = largest_inflation(lab);
    const double plot_points = std::max(80.0, place.height * frame.stage().canvas_points.y() - 58);
    bar_gauge(panel, {{0.01, 28 / plot_points}, {0.99, 48 / plot_points}},
              {.lo = 1,
               .hi = 1e4,
               .value = std::isinf(vif) ? 1e9 : vif,
               .limit = rule_of_thumb,
               .log = true,
               .value_name = "VIF " + brief(vif, 3),
               .limit_name = "rule of thumb: 10"});
    panel.note(inflation_words(lab), vif > rule_of_thumb ? Ink::negative : Ink::positive);
    panel.notes.back().size_points = 15;
}

}  // namespace eigenscape
