// What was, behind what is: the lines and dots of an earlier picture, dimmer and dashed, under the same panels of
// another. `haunted(now, before)` gives the picture of both; panels are matched by name.
#pragma once

#include "viz/frame.h"

namespace eigenscape {

// Grids that never move, level lines, surfaces, fills, words and handles of `before` are left out: only what moved
// counts.
Frame haunted(const Frame& now, const Frame& before);

}  // namespace eigenscape
