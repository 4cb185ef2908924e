// The best copy of a table that has few numbers to store: its first k singular directions, and nothing else.
// Eckart and Young (1936): no table of rank k is nearer, whether distance is the sum of squares or the longest stretch.
#pragma once

#include "core/linalg/dynamic.h"

#include <cstdint>
#include <memory>

namespace eigenscape {

/// The decomposition of a table, remembered: the same table again costs one comparison. A must be finite, not empty.
std::shared_ptr<const DynamicSvd> remembered_svd(const MatX& A);

/// s(0) u_0 v_0^T + ... + s(k-1) u_(k-1) v_(k-1)^T; all of A from k = min(m, n) on, zero at k = 0.
MatX of_rank(const DynamicSvd& parts, int k);

/// The part number i alone, from 0: s(i) u_i v_i^T, a column times a row.
MatX piece_of(const DynamicSvd& parts, int i);

/// The share of the sum of squares that the first k parts hold, in [0, 1]; 1 for a table of zeros, which loses nothing.
double energy_kept(const VecX& s, int k);

/// The fewest parts that hold at least this share of the sum of squares.
int rank_for_energy(const VecX& s, double share);

/// Numbers to store for k parts of an m by n table: k columns of U, k of V, and the k stretches.
constexpr std::int64_t numbers_of_rank(std::int64_t m, std::int64_t n, std::int64_t k) { return k * (m + n + 1); }

}  // namespace eigenscape
