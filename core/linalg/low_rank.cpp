// See low_rank.h. Sums of squares are taken from the small end, so that a share of nearly 1 is not rounded away.
#include "core/linalg/low_rank.h"

#include "core/memo.h"

#include <algorithm>

namespace eigenscape {
namespace {

// tail(i) = s(i)^2 + s(i+1)^2 + ..., of values scaled by the largest.
VecX tails(const VecX& s) {
    VecX tail = VecX::Zero(s.size() + 1);
    const double largest = s.size() > 0 && s(0) > 0 ? s(0) : 1;
    for (Eigen::Index i = s.size(); i-- > 0;) tail(i) = tail(i + 1) + (s(i) / largest) * (s(i) / largest);
    return tail;
}

}  // namespace

std::shared_ptr<const DynamicSvd> remembered_svd(const MatX& A) {
    struct Key {
        MatX table;
        bool operator==(const Key& other) const {
            return table.rows() == other.table.rows() && table.cols() == other.table.cols() && table == other.table;
        }
    };
    static Memo<Key, DynamicSvd> memo(4);
    return memo({A}, [&] { return dynamic_svd(A); });
}

MatX of_rank(const DynamicSvd& parts, int k) {
    const Eigen::Index kept = std::clamp<Eigen::Index>(k, 0, parts.s.size());
    const MatX stretched = parts.U.leftCols(kept) * parts.s.head(kept).asDiagonal();
    return stretched * parts.V.leftCols(kept).transpose();
}

MatX piece_of(const DynamicSvd& parts, int i) { return parts.s(i) * parts.U.col(i) * parts.V.col(i).transpose(); }

double energy_kept(const VecX& s, int k) {
    const VecX tail = tails(s);
    if (!(tail(0) > 0)) return 1;
    return 1 - tail(std::clamp<Eigen::Index>(k, 0, s.size())) / tail(0);
}

int rank_for_energy(const VecX& s, double share) {
    const VecX tail = tails(s);
    int k = 0;
    while (k < s.size() && tail(0) - tail(k) < share * tail(0)) ++k;
    return k;
}

}  // namespace eigenscape
