// Bayes' rule as odds: an arrow to the prior odds, and one more for each result; see bayes_views.h.
// The axis is logarithmic and ends at one in ten million: beyond, arrows point to its end.
#include "app/scenes/probability/bayes_views.h"

#include "viz/number.h"
#include "viz/shapes/arrow.h"
#include "viz/tex/typeset.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double most_odds_decades = 7;  // of the axis, to either side

// Odds as people say them: "1 : 9", "2 : 1".
std::string odds_words(double odds) {
    if (std::isnan(odds)) return "undefined";
    if (odds == 0 || std::isinf(odds)) return odds == 0 ? "0 : 1" : "1 : 0";
    return odds >= 1 ? brief(odds, 3) + " : 1" : "1 : " + brief(1 / odds, 3);
}

void odds_arrow(Panel& panel, const Vec2& from, const Vec2& to, Ink ink, const std::string& words) {
    arrow(panel, from, to, {.ink = ink, .width_points = 3});
    Label& label = panel.label(Vec2(0.5 * (from + to)), tex_words(words), ink, {0, 1});
    label.size_points = 13;
    label.gap_points = 6;
}

template <class Place>
void odds_axis(Panel& panel, double foot, const Place& x_of) {
    panel.line(Vec2(x_of(0), foot), Vec2(x_of(infinity), foot), {.ink = Ink::axis, .width_points = 1.5});
    for (int decade = -7; decade <= 7; ++decade) {
        const double x = x_of(std::pow(10, decade));
        panel.line(Vec2(x, foot - 4), Vec2(x, foot + (decade == 0 ? 12 : 0)),
                   {.ink = Ink::axis, .width_points = decade == 0 ? 2.0 : 1.0});
        if (decade % 2) continue;
        const std::string text = decade == 0  ? "1:1"
                                 : decade > 0 ? power_of_ten(decade) + ":1"
                                              : "1:" + power_of_ten(-decade);
        Label& label = panel.label(Vec2(x, foot - 4), tex_words(text), Ink::faint, {0, -1});
        label.size_points = 13;
        label.gap_points = 5;
        label.tick = true;
    }
}

std::string odds_formula(const BayesRun& run) {
    const auto number = [](double odds) {
        return std::isnan(odds) ? "\\text{undefined}" : std::isinf(odds) ? "\\infty" : tex_words(brief(odds, 3));
    };
    std::string tex = "\\text{odds}\\quad " + colored("first", number(run.prior_odds()));
    for (const BayesStep& step : run.steps) tex += "\\times" + colored("third", number(step.ratio()));
    if (!run.steps.empty()) tex += "=" + colored("special", number(run.posterior_odds()));
    return tex;
}

}  // namespace

void odds_chart(Panel& panel, const BayesRun& run) {
    const Vec2 size = panel.home.hi;
    const double foot = 40, left = 40, width = size.x() - 80;
    const auto x_of = [&](double odds) {
        const double decades =
            odds > 0 ? std::clamp(std::log10(odds), -most_odds_decades, most_odds_decades) : -most_odds_decades;
        return left + width * (decades + most_odds_decades) / (2 * most_odds_decades);
    };
    odds_axis(panel, foot, x_of);
    panel.formula(odds_formula(run), 18);
    const double top = size.y() - 78, rise = (top - foot) / static_cast<double>(run.results.size() + 1);
    double y = foot + 0.55 * rise;
    odds_arrow(panel, {x_of(1), y}, {x_of(run.prior_odds()), y}, Ink::first, odds_words(run.prior_odds()));
    panel.handle(Vec2(x_of(run.prior_odds()), y), "prior", "Drag the prior odds", Ink::first);
    double odds = run.prior_odds();
    for (const BayesStep& step : run.steps) {
        const double after = step.possible() ? odds_of(step.posterior) : odds;
        y += rise;
        odds_arrow(panel, {x_of(odds), y}, {x_of(after), y}, Ink::third, "× " + brief(step.ratio(), 3));
        panel.handle(Vec2(x_of(after), y), step.positive ? "specificity" : "sensitivity",
                     "Drag how much this result says: its likelihood ratio", Ink::third);
        odds = after;
    }
    const Vec2 end(x_of(odds), foot);
    if (!run.impossible()) {
        panel.line(end, Vec2(end.x(), y), {.ink = Ink::special, .width_points = 1.5, .dash = Dash::dashed});
        panel.dot(end, Ink::special, 11, Mark::diamond);
    }
    panel.handle(end, "prior", "Drag the odds after the results: the prior that gives them is found", Ink::special);
}

}  // namespace eigenscape
