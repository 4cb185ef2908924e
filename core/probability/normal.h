// The standard normal distribution: density, both tails to the last double, and the quantile.
// For mean mu and deviation sigma pass z = (x - mu) / sigma; distribution.h does that.
#pragma once

namespace eigenscape {

/// exp(-z^2/2) / sqrt(2 pi).
double normal_density(double z);

/// Phi(z), the mass below z, by erfc: relative accuracy 1e-12 down to the smallest doubles at z = -38.
double normal_cdf(double z);

/// 1 - Phi(z), the mass above z, never by subtraction.
double normal_tail(double z);

/// The z with Phi(z) = p: -infinity at 0, infinity at 1, undefined (NaN) outside [0, 1]. Wichura's AS 241 (PPND16,
/// 1988), relative accuracy 1e-15. Uses only arithmetic, sqrt and the portable ln kernel: the same bits on every
/// machine.
double normal_quantile(double p);

/// The same for `count` values, several times quicker; `out` may be `p`. Same bits as one by one.
void normal_quantiles(const double* p, double* out, unsigned long count);

}  // namespace eigenscape
