// Maximum likelihood: the parameters under which what was seen is most likely, with the log-likelihood there.
// Where the likelihood has no maximum (all points equal) or the data do not fit the family, `problem` says so.
#pragma once

#include "core/probability/distribution.h"

namespace eigenscape {

/// The fitted distribution and its log-likelihood. Families: normal (mean and SS/n), exponential, uniform, Poisson.
struct Fit {
    Distribution fitted;
    double log_likelihood = undefined;  // infinity where it is unbounded
    std::string problem;                // empty, or a sentence
};
Fit most_likely(Family family, std::span<const double> x);

/// The sum of log densities of d; -infinity where d excludes a point, NaN where d has a problem.
double log_likelihood(const Distribution& d, std::span<const double> x);

/// k successes in n trials, 0 <= k <= n, n >= 1: all undefined (NaN) otherwise.
struct BernoulliFit {
    double p = undefined, log_likelihood = undefined;
    double standard_error = undefined;                       // sqrt(p (1-p) / n)
    double wilson_low = undefined, wilson_high = undefined;  // Wilson's interval, which stays inside [0, 1]
};
BernoulliFit bernoulli_fit(double k, double n, double confidence = 0.95);

}  // namespace eigenscape
