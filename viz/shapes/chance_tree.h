// A tree of chances: from left to right, one branch for each thing that may happen, and a bead on it at its
// probability. The bead stands at the branch's beginning for 0 and at its end for 1, so it can be dragged like a
// slider.
#pragma once

#include "viz/frame.h"

#include <string>
#include <vector>

namespace eigenscape {

struct Chance {
    double probability = 0;  // given all that lies to its left; in [0, 1]
    std::string name{};      // TeX, at the branch's end
    std::string number{};    // TeX, beside the branch
    Ink ink = Ink::text;
    double opacity = 1;          // of what has been ruled out, less
    std::vector<Chance> then{};  // what may happen next; on the last ones `name` stands to the right of the end
};

// Fills the box, root in the middle of its left edge, last ends evenly spread along a line that leaves `names` (a
// fraction of the width) free on the right. Returns where the beads lie, each branch before those that follow it.
Points chance_tree(Panel& panel, const Box2& box, const std::vector<Chance>& chances, double names = 0.3);

}  // namespace eigenscape
