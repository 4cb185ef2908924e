// A density that somebody drew: straight lines between knots, scaled to mass 1, with exact tails, moments and draws.
// Make it with `drawn_density` and look at `problem` first; all numbers are undefined (NaN) while there is one.
#pragma once

#include "core/types.h"

namespace eigenscape {

struct DrawnDensity {
    std::vector<double> x;       // the knots, strictly ascending
    std::vector<double> height;  // the density at each knot, not negative; zero outside the first and last knot
    std::vector<double> below;   // the mass left of each knot: 0 first, 1 last
    std::string problem;         // empty, or why this is no density, for the person who drew it

    double density(double at) const;
    double cdf(double at) const;
    /// The x with cdf(x) = p; the smallest where the density is zero between. Undefined outside [0, 1].
    double quantile(double p) const;
    double mean() const;
    double variance() const;
};

/// Knots (x, height) in any order. Refused: fewer than two, a number that is not finite, a negative height, two knots
/// at one x, no mass at all.
DrawnDensity drawn_density(Points knots);

}  // namespace eigenscape
