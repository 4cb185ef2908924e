// Surprise, measured: entropy of a discrete distribution, cross-entropy and Kullback-Leibler divergence, in nats.
// Divide by ln 2 for bits. 0 ln 0 counts as 0; where q gives no chance to what p expects the answer is infinity.
#pragma once

#include "core/types.h"

#include <span>

namespace eigenscape {

/// -sum p ln p of probabilities. Undefined (NaN) for a negative or missing p, or unless they sum to 1 within 1e-9.
double entropy(std::span<const double> p);
/// -sum p ln q = entropy(p) + kl_divergence(p, q). Undefined as above, or for lists of different length.
double cross_entropy(std::span<const double> p, std::span<const double> q);
/// sum p ln(p/q), never negative: each term as a deviance, so that nearly equal p and q keep their digits.
double kl_divergence(std::span<const double> p, std::span<const double> q);

/// KL(N(mu1, sigma1) || N(mu2, sigma2)) = ln(s2/s1) + (s1^2 + (m1-m2)^2)/(2 s2^2) - 1/2, without cancellation.
/// Undefined unless both sigmas are positive.
double kl_normal(double mu1, double sigma1, double mu2, double sigma2);

}  // namespace eigenscape
