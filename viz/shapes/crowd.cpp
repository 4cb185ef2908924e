// Crowds; see crowd.h.
// A person's place depends only on how many come before, never on the groups' inks.
#include "viz/shapes/crowd.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {

std::vector<int> whole_counts(std::span<const double> shares, int people) {
    std::vector<int> counts;
    double share = 0;
    int before = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        share += shares[i];
        const bool last = i + 1 == shares.size();
        const int border = last ? people : std::clamp(static_cast<int>(std::lround(share * people)), before, people);
        counts.push_back(border - before);
        before = border;
    }
    return counts;
}

void crowd(Panel& panel, std::span<const CrowdGroup> groups, int columns) {
    int person = 0;
    for (const CrowdGroup& group : groups)
        for (int i = 0; i < group.count; ++i, ++person) {
            const Vec2 at(person % columns + 0.5, person / columns + 0.5);
            panel.dot(at, group.ink, group.size_points, group.mark).opacity = group.opacity;
        }
}

}  // namespace eigenscape
