// Sizes of cards, then viz/shapes/layered.h, then curves for its edges; see computation_plan.h.
// Nothing here depends on values: while an input is dragged every card stays where it is.
#include "app/scenes/calculus/computation_plan.h"

#include "viz/ease.h"
#include "viz/shapes/layered.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double widest_pitch = 440, narrowest_pitch = 88;  // from one column to the next
constexpr double card_part = 0.66;                          // of the pitch
constexpr double narrowest_card = 74, widest_card = 128;    // at a scale of 1
constexpr double passing = 14;                              // height of a wire between cards
constexpr double term_width = 46;                           // of a number and its plus sign in a sum, at a scale of 1
constexpr int curve_points = 14;

CardSizes sizes_for(double pitch, double scale, double plot) {
    CardSizes sizes;
    for (double* size : {&sizes.row, &sizes.head, &sizes.pad, &sizes.title, &sizes.number, &sizes.small})
        *size *= scale;
    sizes.width = std::clamp(card_part * pitch, narrowest_card, scale * widest_card);
    sizes.beside = sizes.width > 3 * sizes.row + 70 * scale;
    sizes.plot = sizes.beside ? 3 * sizes.row : scale * plot;
    return sizes;
}

StepCard card_of(const ComputationStep& step, const CardSizes& sizes, double pitch) {
    StepCard card;
    card.curve = step.input.empty() && step.args.size() == 1;
    const double rows = step.input.empty() ? 2 + static_cast<double>(step.args.size()) : 2;
    card.rows = 2 * sizes.pad + sizes.head + rows * sizes.row + (card.curve && !sizes.beside ? sizes.plot : 0);
    if (step.uses > 1) {
        const int a_line = std::max(1, static_cast<int>((pitch - 8) / (term_width * sizes.number / 13.5)));
        card.sum_lines = (step.uses + a_line) / a_line;  // as many numbers as edges, and the sum
    }
    return card;
}

double height_of(const StepCard& card, const CardSizes& sizes) { return card.rows + card.sum_lines * sizes.row; }

struct Fitted {
    CardSizes sizes;
    std::vector<StepCard> cards;
    Layered layout;
};

// The largest cards that there is room for.
Fitted fitted(const std::vector<ComputationStep>& steps, const Vec2& room, double pitch) {
    struct Try {
        double scale, plot;
    };
    constexpr Try tries[] = {{1.8, 46}, {1.6, 46},  {1.4, 46},  {1.25, 44}, {1.1, 44},
                             {1, 44},   {0.88, 40}, {0.88, 28}, {0.78, 24}, {0.68, 20}};
    Fitted fit;
    for (const auto& [scale, plot] : tries) {
        if (scale > 0.9 && card_part * pitch < 82 * scale) continue;
        if (scale > 1.4 && room.y() < 400 * scale) continue;  // letters on cards are no larger than the formula's
        fit.sizes = sizes_for(pitch, scale, plot);
        fit.cards.clear();
        std::vector<LayeredNode> nodes;
        for (const ComputationStep& step : steps) {
            fit.cards.push_back(card_of(step, fit.sizes, pitch));
            nodes.push_back({{step.args.begin(), step.args.end()}, height_of(fit.cards.back(), fit.sizes)});
        }
        fit.layout = layered(nodes, {room.y(), scale < 0.8 ? 8.0 : 12.0, passing});
        if (fit.layout.height <= room.y()) break;
    }
    return fit;
}

// Steps on the longest way through, which is as many columns as the picture needs.
int columns_needed(const std::vector<ComputationStep>& steps) {
    std::vector<int> column(steps.size(), 0);
    for (std::size_t i = 0; i < steps.size(); ++i)
        for (const Index a : steps[i].args) column[i] = std::max(column[i], column[a] + 1);
    return 1 + *std::ranges::max_element(column);
}

// Level at both ends, with the turn between them.
void swing(Points& through, const Vec2& from, const Vec2& to) {
    for (int i = 0; i <= curve_points; ++i) {
        const double s = double(i) / curve_points;
        const Vec2 at(lerp(from.x(), to.x(), s), lerp(from.y(), to.y(), s * s * (3 - 2 * s)));
        if (through.empty() || (through.back() - at).norm() > 1e-9) through.push_back(at);
    }
}

// Arguments arrive on a card's left side one above the other, in the order in which their wires come in.
std::vector<double> ports_of(const StepCard& card, const CardSizes& sizes, const std::vector<double>& coming_from) {
    std::vector<std::size_t> order(coming_from.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return coming_from[a] > coming_from[b]; });
    if (card.curve) return {card.box.hi.y() - card.rows / 2};
    std::vector<double> y(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        y[order[i]] = card.box.hi.y() - sizes.pad - sizes.head - (static_cast<double>(i) + 0.5) * sizes.row;
    return y;
}

}  // namespace

ComputationPlan plan_of(const std::vector<ComputationStep>& steps, const Box2& room) {
    ComputationPlan plan;
    const auto count = static_cast<int>(steps.size());
    plan.columns = columns_needed(steps);
    const std::string advice = " That would be a tangle: make the formula shorter.";
    if (count > most_cards)
        return plan.refusal = "This formula has " + std::to_string(count) + " steps, and at most " +
                              std::to_string(most_cards) + " are drawn." + advice,
               plan;
    if (plan.columns > most_card_columns)
        return plan.refusal = "This formula is " + std::to_string(plan.columns) + " steps deep, and at most " +
                              std::to_string(most_card_columns) + " are drawn." + advice,
               plan;
    const double pitch = std::clamp(room.size().x() / plan.columns, narrowest_pitch, widest_pitch);
    const Fitted fit = fitted(steps, room.size(), pitch);
    plan.sizes = fit.sizes;
    plan.cards = fit.cards;
    if (fit.layout.height > room.size().y() + 1)
        return plan.refusal =
                   "So many steps side by side do not fit into this picture: enlarge it, or make the formula "
                   "shorter.",
               plan;
    const double gap = pitch - plan.sizes.width, left = room.center().x() - 0.5 * (plan.columns * pitch - gap);
    const auto column_left = [&](int column) { return left + column * pitch; };
    for (std::size_t i = 0; i < steps.size(); ++i) {
        StepCard& card = plan.cards[i];
        card.column = fit.layout.column[i];
        const double x = column_left(card.column), y = room.hi.y() - fit.layout.y[i],
                     half = height_of(card, plan.sizes) / 2;
        card.box = {{x, y - half}, {x + plan.sizes.width, y + half}};
    }
    std::size_t edge = 0;  // in the order of the steps and their arguments
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto arguments = steps[i].args.size();
        std::vector<double> coming_from;
        for (std::size_t k = 0; k < arguments; ++k) {
            const std::vector<double>& y = fit.layout.edges[edge + k].y;
            coming_from.push_back(room.hi.y() - y[y.size() - 2]);
        }
        const std::vector<double> ports = ports_of(plan.cards[i], plan.sizes, coming_from);
        for (std::size_t k = 0; k < arguments; ++k, ++edge) {
            Wire wire{steps[i].args[k], static_cast<Index>(i), k, {}};
            const StepCard& from = plan.cards[wire.from];
            Vec2 at(from.box.hi.x(), from.box.hi.y() - from.rows / 2);
            const std::vector<double>& y = fit.layout.edges[edge].y;
            for (std::size_t c = 1; c + 1 < y.size(); ++c) {
                const double x = column_left(from.column + static_cast<int>(c));
                swing(wire.through, at, {x, room.hi.y() - y[c]});
                at = {x + plan.sizes.width, room.hi.y() - y[c]};
            }
            swing(wire.through, at, {plan.cards[i].box.lo.x(), ports[k]});
            plan.wires.push_back(std::move(wire));
        }
    }
    return plan;
}

Vec2 place_on(const Wire& wire, double part) {
    const double x = lerp(wire.through.front().x(), wire.through.back().x(), part);
    for (std::size_t i = 1; i < wire.through.size(); ++i) {
        const Vec2 &a = wire.through[i - 1], &b = wire.through[i];
        if (x <= b.x()) return lerp(a, b, (x - a.x()) / (b.x() - a.x()));
    }
    return wire.through.back();
}

Points piece_of(const Wire& wire, double from, double to) {
    const Vec2 first = place_on(wire, from), last = place_on(wire, to);
    Points piece{first};
    for (const Vec2& at : wire.through)
        if (at.x() > first.x() && at.x() < last.x()) piece.push_back(at);
    piece.push_back(last);
    return piece;
}

}  // namespace eigenscape
