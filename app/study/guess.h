// A guess that is made on the canvas, or on a scale, before the picture shows the answer: where something will be, or
// how large. It is never wrong, only so far away; see Predictions in README.md.
#pragma once

#include "app/study/condition.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

// As lessons write it:
//   guess image_of_v on plane                  a fact of two numbers, as a point on a flat panel
//   guess (A[0][0], 2*trace) on plane          the same, from two formulas over parameters and facts
//   guess posterior from 0 to 1                a number on a scale
struct Guess {
    std::string text;
    NamedFormula x, y;  // y: of a point alone
    std::string panel;  // of a point; empty: a number
    double from = 0, to = 1;
    std::string problem;  // what is wrong with the text, and what to write; empty: all is well
    bool is_point() const { return !panel.empty(); }
};

bool is_guess(std::string_view text);  // it begins as one
Guess read_guess(std::string_view text);

// Where it truly is; of a number (x, 0). Nothing where it is undefined.
std::optional<Vec2> truth(const Guess& guess, const Moment& moment);

// "Close: 0.4 from your guess, 0.3 further right and 0.2 higher." `size`: of the panel's shorter side, or of the scale.
std::string distance_words(const Guess& guess, const Vec2& guessed, const Vec2& truth, double size);

int decimals_for(double size);  // of a number on a scale of that length

}  // namespace eigenscape
