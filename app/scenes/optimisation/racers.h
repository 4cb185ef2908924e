// Optimisers in a race: each with its run, its pen and its mark, and the strip that shows their losses side by side.
// A method looks the same in every picture: `pen_of` and `mark_of`.
#pragma once

#include "app/scenes/optimisation/landscape.h"
#include "core/optimize/descend.h"
#include "viz/frame.h"

#include <algorithm>
#include <span>
#include <vector>

namespace eigenscape {

struct Racer {
    Method method;
    Pen pen;
    Mark mark;
    Run run;
};

Pen pen_of(Method method);
Mark mark_of(Method method);

// What has been reached after so many steps: at least the start.
template <class Each>
std::span<const Each> taken(std::span<const Each> stations, int step) {
    return stations.first(std::min<std::size_t>(stations.size(), static_cast<std::size_t>(step) + 1));
}

// How many steps the strip has room for, and how many have been taken.
struct RaceClock {
    int most = 300, now = 0;
};

// How far each racer still is above the lowest point that anyone knows of, over the steps. The strip reaches down as
// far as anybody got, at most twelve decades: below that losses differ by rounding alone, and lines run along its
// floor.
void loss_strip(Frame& frame, const Rect& place, const Landscape& land, std::span<const Racer> racers, RaceClock clock);

}  // namespace eigenscape
