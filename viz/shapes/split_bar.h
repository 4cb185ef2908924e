// A whole in two parts that face each other on one track: what grows on the left is taken from the right.
// Both parts at least 0; where one is not defined the track is empty. Marks stand at amounts counted from the left.
#pragma once

#include "viz/frame.h"

#include <string>
#include <vector>

namespace eigenscape {

struct SplitBar {
    double left = undefined, right = undefined;
    Ink left_ink = Ink::positive, right_ink = Ink::negative;
    std::string left_name, right_name;  // words with $formulas$ in them; above the two ends
    struct Mark {
        double at = 0;
        std::string name;  // below
        Ink ink = Ink::special;
    };
    std::vector<Mark> marks;
};

// Returns where the parts meet.
Vec2 split_bar(Panel& panel, const Box2& box, const SplitBar& bar);

}  // namespace eigenscape
