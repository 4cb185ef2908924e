// Power iteration: apply A again and again and watch the direction settle on the strongest eigenvector, if there is
// one. Draw the trail from `steps`; say `ending` where the learner wonders why it stopped, settled or keeps turning.
#pragma once

#include "core/linalg/entries.h"

#include <string_view>

namespace eigenscape {

template <int N>
struct PowerStep {
    Vec<N> vector;     // A^k v, not rescaled; always finite
    Vec<N> direction;  // the same at unit length; (0, …, 0) for the zero vector
    double rayleigh;   // direction . A direction: the eigenvalue estimate; NaN at the zero vector
    double turn;       // angle in [0, pi/2] between the lines of this direction and the last; 0 at the start
};

enum class PowerEnding {
    settled,        // the line turned by less than 1e-9 in the last step
    still_turning,  // steps used up: a complex or opposite pair turns for ever, or the ratio of moduli is near 1
    vanished,       // A^k v = 0
    too_large,      // the next vector would be beyond the largest double
    not_finite,     // A or v has an entry that is not finite: no steps at all
};

/// "settled", "still turning", "vanished", "too large", "not finite".
std::string_view words(PowerEnding ending);

template <int N>
struct PowerTrail {
    std::vector<PowerStep<N>> steps;  // v, A v, A^2 v, … : at most `most_steps` + 1 of them
    PowerEnding ending = PowerEnding::not_finite;
};

/// Goes on after settling, so that the trail has the length asked for; ends early only where no next vector can be
/// shown.
template <int N>
PowerTrail<N> power_iteration(const Mat<N>& A, const Vec<N>& start, int most_steps);

}  // namespace eigenscape
