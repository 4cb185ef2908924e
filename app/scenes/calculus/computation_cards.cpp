// Cards from top to bottom; see computation_cards.h.
// Both axes of a little curve have one scale, so that a slope of 1 looks like 45° on every card.
#include "app/scenes/calculus/computation_cards.h"

#include "app/scenes/calculus/computation_words.h"
#include "core/calculus/univariate.h"
#include "viz/ease.h"
#include "viz/shapes/clip.h"
#include "viz/shapes/curve.h"
#include "viz/shapes/rectangle.h"
#include "viz/tex/typeset.h"

#include <cmath>
#include <span>

namespace eigenscape {
namespace {

constexpr double curve_reach = 2;  // a card's curve is shown from so far left of its argument to so far right
constexpr int curve_budget = 240;  // evaluations for one little curve

void card_box(Panel& panel, const Box2& box, const Pen& rim, double opacity) {
    filled_box(panel, box, rim.ink, opacity);
    outlined_box(panel, box, rim);
}

// One card while it is written, from its upper edge down.
struct Writing {
    Panel& panel;
    const ComputationPlan& plan;
    const std::vector<ComputationStep>& steps;
    const ComputationClock& clock;
    Index place;
    double reach;
    const StepCard& card = plan.cards[place];
    const ComputationStep& step = steps[place];
    const CardSizes& sizes = plan.sizes;
    double y = card.box.hi.y() - sizes.pad, middle = card.box.center().x();

    bool is_result() const { return place + 1 == steps.size(); }
    Ink ink() const { return !step.input.empty() ? Ink::subject : is_result() ? Ink::special : Ink::axis; }
    void row(const std::string& tex, Ink color, double size, double height) {
        Label& label = panel.label(Vec2(middle, y - height / 2), tex, color);
        label.size_points = size;
        y -= height;
    }
    void row(const std::string& tex, Ink color, double size) { row(tex, color, size, sizes.row); }

    std::string value_tex() const { return clock.knows_value(card.column) ? number_tex(step.value) : "?"; }
    std::string gradient_tex() const {
        if (!clock.knows_gradient(card.column)) return "\\partial\\;?";
        return "\\partial\\;" + (std::isnan(step.gradient) ? tex_words("none") : number_tex(step.gradient));
    }
    std::string slope_tex(double slope) const {
        if (!clock.knows_value(card.column)) return "\\times ?";
        return std::isfinite(slope) ? tex_words("×" + short_number(slope)) : tex_words("no slope");
    }
    static Ink slope_ink(double slope) { return std::isfinite(slope) ? Ink::text : Ink::negative; }

    void write() {
        card_box(panel, {{card.box.lo.x(), card.box.hi.y() - card.rows}, card.box.hi},
                 {.ink = ink(), .width_points = is_result() || !step.input.empty() ? 2.0 : 1.2}, 0.07);
        if (!step.input.empty()) {
            row(step.input + " = " + number_tex(step.value), Ink::subject, sizes.title, sizes.head);
            number_line();
        } else {
            row(rule_tex(), Ink::text, sizes.title, sizes.head);
            if (card.curve) little_curve();
            else port_slopes();
            row(value_tex(), std::isfinite(step.value) ? Ink::subject : Ink::negative, sizes.number);
            if (card.curve) row(slope_tex(step.local[0]), slope_ink(step.local[0]), sizes.small);
        }
        row(gradient_tex(), std::isfinite(step.gradient) ? Ink::gradient : Ink::negative, sizes.number);
    }

    // A rule too long for the card is only hinted at.
    std::string rule_tex() const {
        const std::string tex = step.rule.tex();
        return typeset(tex, sizes.title, TexStyle::text)->width < sizes.width - 6 ? tex : "\\dots";
    }

    void port_slopes() {
        for (const Wire& wire : plan.wires) {
            if (wire.to != place) continue;
            const double slope = step.local[wire.argument];
            Label& label =
                panel.label(Vec2(wire.through.back()), step.rule.variables()[wire.argument] + "\\;" + slope_tex(slope),
                            slope_ink(slope), {1, 0});
            label.size_points = sizes.small;
            label.gap_points = 4;
            y -= sizes.row;
        }
    }

    void little_curve() {
        const double left = card.box.lo.x() + sizes.pad,
                     right = sizes.beside ? left + sizes.plot : card.box.hi.x() - sizes.pad;
        const Box2 plot{{left, y - sizes.plot}, {right, y}};
        if (sizes.beside) middle = 0.5 * (right + card.box.hi.x());
        else y -= sizes.plot;
        card_box(panel, plot, {.ink = Ink::still, .width_points = 1}, 0.12);
        const double u0 = steps[step.args[0]].value, v0 = step.value, unit = plot.size().x() / (2 * curve_reach);
        if (!std::isfinite(u0) || !clock.knows_value(card.column)) return;
        const double base = std::isfinite(v0) ? v0 : 0;
        const auto place_of = [&](double u) {
            return Vec2(plot.center() + unit * Vec2(u - u0, std::clamp(value_at(step.rule, u) - base, -9.0, 9.0)));
        };
        for (const Points& run : sample_curve(place_of, u0 - curve_reach, u0 + curve_reach, plot, curve_budget).runs)
            for (const Points& seen : clipped(std::span<const Vec2>(run), plot))
                panel.stroke(std::span<const Vec2>(seen), {.ink = Ink::subject, .width_points = 1.8});
        if (!std::isfinite(v0)) return;
        const double slope = step.local[0];
        if (std::isfinite(slope))
            if (const auto tangent = across(plot.center(), Vec2(1, slope).normalized(), plot))
                panel.line(tangent->first, tangent->second, {.ink = Ink::gradient, .width_points = 1.8});
        panel.dot(Vec2(plot.center()), Ink::subject, 6);
    }

    void number_line() {
        const double line_y = y - 0.5 * sizes.row, left = card.box.lo.x() + 10, right = card.box.hi.x() - 10;
        const auto x_of = [&](double value) { return lerp(left, right, (value + reach) / (2 * reach)); };
        panel.line(Vec2(left, line_y), Vec2(right, line_y), {.ink = Ink::axis, .width_points = 1.5});
        for (int tick = -static_cast<int>(reach); tick <= reach; ++tick)
            panel.line(Vec2(x_of(tick), line_y - (tick ? 2 : 5)), Vec2(x_of(tick), line_y + (tick ? 2 : 5)),
                       {.ink = Ink::axis, .width_points = 1});
        const Vec2 knob(x_of(std::clamp(step.value, -reach, reach)), line_y);
        panel.dot(knob, Ink::subject, 10);
        panel.handle(knob, step.input, "Drag the input " + step.input, Ink::subject);
        y -= sizes.row;
    }

    // Under the card, in as many lines as are kept for it.
    void sum() {
        if (card.sum_lines == 0 || !clock.knows_gradient(card.column)) return;
        std::vector<std::string> lines(1);
        const double room = sizes.width + 30;
        for (const std::string& part : fork_sum(returned_to(steps, place), step.gradient)) {
            const std::string longer = lines.back() + (lines.back().empty() ? "" : " ") + part;
            const bool fits = typeset(tex_words(longer), sizes.number, TexStyle::text)->width < room;
            if (fits || lines.back().empty()) lines.back() = longer;
            else lines.push_back(part);
        }
        y = card.box.hi.y() - card.rows;
        middle = card.box.center().x();
        for (const std::string& line : lines) row(tex_words(line), Ink::gradient, sizes.number);
    }
};

}  // namespace

void draw_cards(Panel& panel, const ComputationPlan& plan, const std::vector<ComputationStep>& steps,
                const ComputationClock& clock, double reach) {
    for (Index i = 0; i < steps.size(); ++i) {
        Writing writing{panel, plan, steps, clock, i, reach};
        writing.write();
        writing.sum();
    }
}

}  // namespace eigenscape
