// A crowd: people as dots in rows, group after group, so that "so many of a thousand" can be seen and counted.
// `whole_counts` rounds shares to whole people whose sum is kept; each count is less than one person off.
#pragma once

#include "viz/frame.h"

#include <span>
#include <vector>

namespace eigenscape {

struct CrowdGroup {
    int count = 0;
    Ink ink = Ink::text;
    Mark mark = Mark::disc;
    double size_points = 5;
    double opacity = 1;
};

// The shares (at least 0, adding up to 1) of so many people. The borders between groups are rounded, not the counts:
// while shares change smoothly, people change their group one at a time and no other moves.
std::vector<int> whole_counts(std::span<const double> shares, int people);

// Dots at (0.5, 0.5), (1.5, 0.5) … from the lower left, `columns` to a row, one group after the other.
void crowd(Panel& panel, std::span<const CrowdGroup> groups, int columns);

}  // namespace eigenscape
