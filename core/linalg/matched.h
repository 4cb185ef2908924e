// Continuity for things that are only unique up to sign and order: relabels the new ones after the previous ones.
// Call while a parameter moves, with what was drawn last, so that no arrow flips or swaps its colour.
#pragma once

#include "core/linalg/eigen.h"
#include "core/linalg/svd.h"

namespace eigenscape {

/// The axes of `now` in the order and with the signs nearest to `previous` (largest sum of |cosine| over all orders).
/// Axes of a shared eigenspace are turned within it to meet the previous ones. Pairs without a predecessor come last.
template <int N>
std::vector<Eigenpair<N>> matched(const std::vector<Eigenpair<N>>& previous, std::vector<Eigenpair<N>> now);

/// The same decomposition with its columns in the order and with the signs nearest to `previous`: s may then no longer
/// be in descending order. Columns are turned within a shared singular value. Each u_i keeps the sign of its v_i.
template <int N>
Svd<N> matched(const Svd<N>& previous, const Svd<N>& now);

}  // namespace eigenscape
