// Wires and packets; see computation_wires.h.
// A packet shows what arrives: forwards the value, backwards gradient times local slope.
#include "app/scenes/calculus/computation_wires.h"

#include "app/scenes/calculus/computation_words.h"

#include <cmath>
#include <span>

namespace eigenscape {
namespace {

constexpr double thin = 1.4, most_more = 7.5;

void draw_piece(Panel& panel, const Wire& wire, double from, double to, const Pen& pen) {
    if (to <= from) return;
    const Points piece = piece_of(wire, from, to);
    panel.stroke(std::span<const Vec2>(piece), pen);
}

Pen returned(double flow) {
    if (!std::isfinite(flow)) return {.ink = Ink::negative, .width_points = 2, .dash = Dash::dashed};
    if (flow == 0) return {.ink = Ink::gradient, .width_points = thin, .dash = Dash::dotted};
    return {.ink = Ink::gradient, .width_points = wire_width(flow)};
}

void draw_packet(Panel& panel, const Wire& wire, double part, double number, Ink ink, Mark mark) {
    const Vec2 at = place_on(wire, part);
    panel.dot(at, ink, 11, mark);
    Label& label = panel.label(at, number_tex(number), ink, {0, 1});
    label.size_points = 13;
    label.gap_points = 9;
}

}  // namespace

double wire_width(double flow) { return thin + most_more * std::abs(flow) / (1 + std::abs(flow)); }

void draw_wires(Panel& panel, const ComputationPlan& plan, const std::vector<ComputationStep>& steps,
                const ComputationClock& clock) {
    for (const Wire& wire : plan.wires) {
        const int from = plan.cards[wire.from].column, to = plan.cards[wire.to].column;
        const double back = clock.began_back ? std::clamp(clock.back_part(from, to), 0.0, 1.0) : 0;
        draw_piece(panel, wire, 0, 1 - back, {.ink = Ink::axis, .width_points = thin, .opacity = 0.8});
        draw_piece(panel, wire, 1 - back, 1, returned(steps[wire.to].flow[wire.argument]));
    }
    for (const Wire& wire : plan.wires) {
        const int from = plan.cards[wire.from].column, to = plan.cards[wire.to].column;
        const double forward = clock.forward_part(from, to), back = clock.back_part(from, to);
        if (forward > 0 && forward < 1)
            draw_packet(panel, wire, forward, steps[wire.from].value, Ink::subject, Mark::disc);
        if (clock.began_back && back > 0 && back < 1)
            draw_packet(panel, wire, 1 - back, steps[wire.to].flow[wire.argument], Ink::gradient, Mark::diamond);
    }
}

}  // namespace eigenscape
