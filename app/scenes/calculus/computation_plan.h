// Where the steps of a computation stand as cards and how wires run between them, in points of a panel.
// Ask for a plan, then draw its wires (computation_wires.h) and its cards (computation_cards.h).
#pragma once

#include "core/calculus/computation_steps.h"
#include "viz/view.h"

#include <string>
#include <vector>

namespace eigenscape {

// How large the words and rows on a card are, in points: as large as the room allows.
struct CardSizes {
    double width = 100, plot = 44, row = 17, head = 24, pad = 5;
    double title = 16, number = 13.5, small = 12.5;
    bool beside = false;  // numbers stand to the right of a curve, which is as high as they are; else below it
};

struct StepCard {
    Box2 box{{0, 0}, {0, 0}};
    int column = 0;
    double rows = 0;     // height without the sum below it
    bool curve = false;  // one argument: the card shows its curve
    int sum_lines = 0;   // of the sum of gradients where several edges lead on
};

// From the card `from` to an argument of the card `to`.
struct Wire {
    Index from = 0, to = 0;
    std::size_t argument = 0;
    Points through;  // from left to right
};

struct ComputationPlan {
    std::string refusal;  // why there is no picture; empty: there is one
    int columns = 0;
    CardSizes sizes;
    std::vector<StepCard> cards;
    std::vector<Wire> wires;
    int last_column() const { return columns - 1; }
};

inline constexpr int most_cards = 18, most_card_columns = 8;  // more would be a tangle

ComputationPlan plan_of(const std::vector<ComputationStep>& steps, const Box2& room);

// The place on a wire at a part of its length, from left to right, and the wire up to there and from there on.
Vec2 place_on(const Wire& wire, double part);
Points piece_of(const Wire& wire, double from, double to);

}  // namespace eigenscape
