// The upper two rows of the central limit theorem: the population, and one sample that falls from it. With what all its
// charts share: whose colour is whose, titles, and brackets that show how far something spreads.
#pragma once

#include "app/scenes/probability/population.h"
#include "viz/frame.h"

#include <string>

namespace eigenscape {

inline constexpr Ink population_ink = Ink::subject, sample_ink = Ink::second, means_ink = Ink::first,
                     predicted_ink = Ink::special;

// Words in a panel's upper left corner, in the ink of what it shows.
void headline(Panel& row, const std::string& words, Ink ink);

// From one point to another at a height, with a name beside: how far something spreads.
void bracket(Panel& row, double middle, double reach, double height, Ink ink, const std::string& name);

inline bool inside(const Panel& row, double x) { return x >= row.window.lo.x() && x <= row.window.hi.x(); }

// `drawn`: the corners that can be dragged, when the population is the learner's own.
void population_row(Frame& frame, const Rect& place, const Population& from, const Points& drawn);

// Which sample is shown, and how far it has come: 0 it leaves the population, 1 its mean has gone down to the pile.
struct FallingSample {
    int seed = 1, n = 1;
    std::size_t number = 0;  // from 0
    double part = 1;
};
void sample_row(Frame& frame, const Rect& place, const Population& from, const FallingSample& falling);

}  // namespace eigenscape
