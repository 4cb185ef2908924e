// Principal components: the directions in which a cloud of points spreads most, and how much lies along each.
// Look at `problem`, then at `determined`: where two variances are equal, a direction is one choice of many.
#pragma once

#include "core/learn/standardise.h"

namespace eigenscape {

struct Pca {
    VecX mean;        // of the columns of X
    VecX scale;       // what the centred columns were divided by: 1, or the n - 1 deviations when standardised
    MatX covariance;  // p x p, divisor n - 1, of the centred (and scaled) columns
    VecX variances;   // along the components, descending, p of them; their sum is the trace of `covariance`
    VecX explained;   // share of each in the sum; empty where there is no variance at all
    MatX components;  // rows: unit directions; the entry of largest modulus is positive (the first on a tie)
    MatX scores;      // n x p: centred (and scaled) rows along the components
    /// False where another variance agrees to 1e-12 of the largest: that direction is not determined by the data.
    std::vector<bool> determined;
    /// False where the gap to a neighbour is below variance * sqrt(2/n), North's rule of thumb (1982): another sample
    /// from the same source may well give another direction.
    std::vector<bool> steady;
    std::vector<int> constant_columns;  // refused when standardised
    std::string problem;                // empty, or why there is no answer

    bool directions_unique() const;
};

/// X has a row for each observation; two rows at least. From the singular values of the centred table, so variances are
/// accurate to 2^-52 of the largest and never negative.
Pca pca(const MatX& X, bool standardised = false);

/// The rows rebuilt from the first k components, in the units of X. k is clamped to 0 .. p.
MatX reconstruct(const Pca& p, int k);

/// The variance of the centred table along any unit direction, and what is left across it; they sum to the trace.
struct Split {
    double along = undefined, across = undefined;
};
Split split_along(const Pca& p, const VecX& direction);

/// Components of `count` resamples of the rows, each turned to agree in sign with `p`; a fan of axes that shows how
/// sure they are. Resamples without variance are left out.
std::vector<MatX> bootstrap_components(const MatX& X, const Pca& p, std::uint64_t seed, int count);

}  // namespace eigenscape
