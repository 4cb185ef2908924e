// Random draws from a distribution or a drawn density: draw i depends on the seed and i alone.
// So 1000 draws are the first 1000 of a million, however many threads made them, on every machine with the same bits.
#pragma once

#include "core/parallel.h"
#include "core/probability/distribution.h"
#include "core/probability/drawn_density.h"
#include "core/probability/random.h"

#include <functional>

namespace eigenscape {

/// out[k] = draw first + k. Inversion of the cdf for normal, uniform, exponential, Cauchy, binomial, Poisson and drawn
/// densities; Marsaglia and Tsang (2000) for gamma, and from gammas chi-squared, beta and Student's t. All exact in
/// distribution up to the 52 bits of a uniform number. Refused parameters give NaN.
using Sampler = std::function<void(const Stream&, std::uint64_t first, std::span<double> out)>;
Sampler sampler(const Distribution& d);
Sampler sampler(DrawnDensity d);

/// Draws 0 .. count - 1 of the stream with this seed. The number of threads changes the time alone, never the draws.
std::vector<double> draws(const Sampler& from, std::uint64_t seed, std::size_t count, int threads = all_threads());

/// `count` means of n draws each: mean i is over draws i n .. i n + n - 1 of the stream. n >= 1, else empty.
std::vector<double> sample_means(const Sampler& from, std::uint64_t seed, std::size_t n, std::size_t count,
                                 int threads = all_threads());

}  // namespace eigenscape
