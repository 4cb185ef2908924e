// The nudge; see nudge.h.
// The chart keeps the input in its middle, so that a nudge of 0.1 is equally long wherever one stands.
#include "app/scenes/calculus/nudge.h"

#include "app/scenes/calculus/computation_words.h"
#include "app/scenes/calculus/two_points.h"
#include "viz/number.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/line.h"
#include "viz/shapes/ticks.h"
#include "viz/tex/typeset.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double half_width = 1.2;
constexpr std::size_t most_written = 3, most_factors = 5;  // of ways, and on one

// Half the chart's height: round, and large enough for what most of the curve does around the input.
double half_height(const Nudge& nudge) {
    std::vector<double> away;
    for (int i = -12; i <= 12; ++i) {
        const double by = std::abs(nudge.along(nudge.at + i * half_width / 12) - nudge.before());
        if (std::isfinite(by)) away.push_back(by);
    }
    std::ranges::sort(away);
    double most = away.empty() ? 0 : away[away.size() * 4 / 5];
    for (const double by : {nudge.change(), nudge.foretold()})
        if (std::isfinite(by)) most = std::max(most, std::abs(by));
    if (most < 1e-9 * (1 + std::abs(nudge.before())) || std::isnan(nudge.before())) return 1;  // level, or nothing
    return std::min(round_step(1.15 * most), 1e12);
}

void mark_nudge(Panel& panel, const Nudge& nudge, double before) {
    const double x = nudge.at + nudge.delta;
    const Vec2 there(x, nudge.after()), foretold(x, before + nudge.foretold());
    if (std::isfinite(nudge.off()) && panel.window.contains(there) && panel.window.contains(foretold))
        panel.line(there, foretold, {.ink = Ink::negative, .width_points = 3});
    name_point(panel, foretold, Ink::gradient, Mark::ring);
    name_point(panel, {nudge.at, before}, Ink::subject, Mark::disc);
    name_point(panel, there, Ink::special, Mark::diamond);
    Handle& handle = panel.handle(within_reach(panel, there), "delta", "Drag the nudge", Ink::special);
    handle.follows = Follows::across;
}

// Of long products slopes of exactly 1, as sums have them, are left out, and then the middle.
std::string product_words(const std::vector<double>& slopes) {
    double product = 1;
    std::vector<std::string> factors;
    for (const double slope : slopes) {
        product *= slope;
        if (slope == 1 && slopes.size() > 3) continue;
        const std::string text = std::isfinite(slope) ? short_number(slope) : "no slope";
        factors.push_back(slope < 0 && !factors.empty() ? "(" + text + ")" : text);
    }
    if (factors.size() > most_factors) {
        factors[2] = "…";
        factors.erase(factors.begin() + 3, factors.end() - 2);
    }
    std::string text;
    for (const std::string& factor : factors) text += (text.empty() ? "" : " × ") + factor;
    if (factors.empty()) return "1";
    return factors.size() > 1 ? text + " = " + short_number(product) : text;
}

}  // namespace

void draw_nudge(Frame& frame, const Rect& place, const Nudge& nudge) {
    const double before = std::isfinite(nudge.before()) ? nudge.before() : 0, half = half_height(nudge);
    Panel& panel =
        frame.chart("nudge", {{nudge.at - half_width, before - half}, {nudge.at + half_width, before + half}}, place);
    chart_axes(panel, {.x_title = "$" + nudge.input + "$", .y_title = "$f$"});
    line_through(panel, {nudge.at, 0}, {0, 1},
                 {.ink = Ink::subject, .width_points = 1, .dash = Dash::dotted, .opacity = 0.8});
    draw_graph_of(panel, nudge.along, {.ink = Ink::subject, .width_points = 2.6});
    if (std::isfinite(nudge.before()) && std::isfinite(nudge.gradient))
        line_through(panel, {nudge.at, before}, {1, nudge.gradient}, line_pen(Ink::gradient));
    mark_nudge(panel, nudge, before);
}

void write_nudge(Panel& panel, const Nudge& nudge) {
    const auto number = [](double value, const char* live) {
        return std::isfinite(value) ? live : tex_words("undefined");
    };
    panel.formula("\\Delta " + nudge.input + " = \\color{special}{\\num{delta:.2f}}", 19);
    panel.formula("\\Delta f = " + number(nudge.change(), "\\num{change:.4f}"), 19);
    panel.formula("\\color{gradient}{\\partial} \\cdot \\Delta " + nudge.input + " = \\color{gradient}{" +
                      number_tex(nudge.gradient) + "} \\cdot \\color{special}{\\num{delta:.2f}} = " +
                      number(nudge.foretold(), "\\num{foretold:.4f}"),
                  19);
    if (!std::isfinite(nudge.off())) return panel.note("A value or the gradient is missing.", Ink::negative);
    if (std::abs(nudge.off()) < 1e-12 * (1 + std::abs(nudge.change()))) return panel.note("Just as foretold.");
    const double half = nudge.along(nudge.at + nudge.delta / 2) - nudge.before() - nudge.foretold() / 2;
    panel.note("Off by " + brief(std::abs(nudge.off()), 3) +
               (std::isfinite(half) ? ", with half the nudge by " + brief(std::abs(half), 3) : "") + ".");
}

Ways ways_from(const std::vector<ComputationStep>& steps, const std::string& input, std::size_t most) {
    Ways ways;
    std::vector<double> slopes;
    const std::function<void(Index)> follow = [&](Index at) {  // backwards from the result; no deeper than the picture
        if (ways.slopes.size() >= most) return void(ways.all = false);
        const ComputationStep& step = steps[at];
        if (step.input == input) ways.slopes.emplace_back(slopes.rbegin(), slopes.rend());
        for (std::size_t k = 0; k < step.args.size(); ++k) {
            slopes.push_back(step.local[k]);
            follow(step.args[k]);
            slopes.pop_back();
        }
    };
    follow(static_cast<Index>(steps.size() - 1));
    return ways;
}

void write_ways(Panel& panel, const Ways& ways, const std::string& input, double gradient) {
    if (ways.slopes.empty()) return panel.note("$" + input + "$ is not in the formula: no way leads on from it.");
    const bool narrow = panel.home.size().x() < 320;  // where a product takes two lines
    const std::size_t written = std::min(ways.slopes.size(), narrow ? 2 : most_written);
    for (std::size_t i = 0; i < written; ++i) panel.note(product_words(ways.slopes[i]));
    const std::size_t more = ways.slopes.size() - written;
    const std::string rest = !ways.all ? "and many more" : more ? "and " + std::to_string(more) + " more" : "";
    if (ways.slopes.size() > 1)
        panel.note((rest.empty() ? "" : rest + ", ") + "added: $\\color{gradient}{\\partial = " + number_tex(gradient) +
                   "}$");
    panel.note(ways.slopes.size() == 1 ? "One way from $" + input + "$: its slopes, multiplied."
                                       : "Each way from $" + input + "$: its slopes, multiplied. Then they add up.",
               Ink::faint);
    if (narrow)
        for (Panel::Note& note : panel.notes) note.size_points = 13;
}

}  // namespace eigenscape
