// Bars of probabilities, one under the other, all from 0 to 1 on one scale, with their names above and numbers beside.
// A bar that is not defined is an empty track with the words for it; its end is then its beginning.
#pragma once

#include "viz/frame.h"

#include <span>
#include <string>

namespace eigenscape {

struct Bar {
    std::string name;  // TeX
    double value = 0;  // in [0, 1], or NaN
    Ink ink = Ink::text;
    double was = undefined;  // a mark at an earlier value: a prior, a guess
    std::string undefined_words = "undefined";
};

// Share out the box from top to bottom; coordinates are the panel's. Returns the bars' ends, for handles.
Points probability_bars(Panel& panel, const Box2& box, std::span<const Bar> bars);

}  // namespace eigenscape
