// What a list of numbers amounts to: centre, spread, shape, and how two lists move together.
// Two passes about the mean, so 1e8+1, 1e8+2, 1e8+3 have variance 1; what a short list cannot have is undefined (NaN).
#pragma once

#include "core/types.h"

#include <span>

namespace eigenscape {

struct Summary {
    std::size_t count = 0;
    double mean = undefined;
    double variance = undefined;             // divisor n - 1: undefined for fewer than two numbers
    double population_variance = undefined;  // divisor n
    double low = undefined, high = undefined;
    double skewness = undefined;         // m3 / m2^1.5, divisor n throughout; undefined where all are equal
    double excess_kurtosis = undefined;  // m4 / m2^2 - 3
};
Summary summary(std::span<const double> x);

/// The p-quantile between order statistics (Hyndman and Fan's type 7, as numpy); x need not be sorted, 0 <= p <= 1.
double sample_quantile(std::span<const double> x, double p);
inline double median(std::span<const double> x) { return sample_quantile(x, 0.5); }

/// Divisor n - 1. Undefined for fewer than two pairs or lists of different length.
double covariance(std::span<const double> x, std::span<const double> y);
/// In [-1, 1]; undefined where a list has no spread.
double correlation(std::span<const double> x, std::span<const double> y);

/// The numbers counted in bins of equal width over [low, high]; the last bin includes its upper end.
struct Histogram {
    double low = 0, high = 1;
    std::vector<std::size_t> counts;
    std::size_t below = 0, above = 0, not_finite = 0;  // left out of the bins

    double width() const { return (high - low) / static_cast<double>(counts.size()); }
    /// Count over (all finite numbers * width): comparable with a density.
    double density(std::size_t bin) const;
};
inline constexpr int most_bins = 10'000;
/// bins is clamped to 1 .. most_bins. Without a range: that of the finite numbers, widened to 1 where all are equal,
/// [0, 1] where there are none. A million numbers are counted on all cores.
Histogram histogram(std::span<const double> x, int bins);
Histogram histogram(std::span<const double> x, int bins, double low, double high);
/// Freedman and Diaconis' number of bins, 2 IQR / n^(1/3) wide, 1 to 200.
int natural_bins(std::span<const double> x);

/// (normal quantile at (i - 1/2)/n, i-th smallest x): a straight line where x is normal. At most `points` of them.
Points qq_normal(std::span<const double> x, std::size_t points = 500);

}  // namespace eigenscape
