// Matching by trying all orders (at most six), then signs; shared spaces are turned onto the previous axes first.
// Turning onto them is the orthogonal Procrustes problem, whose answer is a polar factor.
#include "core/linalg/matched.h"

#include "core/linalg/polar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace eigenscape {
namespace {

/// Replaces orthonormal `axes` of one space by those of the same space nearest to `previous` (as many, unit vectors):
/// Q = U V^T of the matrix of cosines; spaces of fewer than N dimensions are padded, which leaves the rest alone.
template <int N>
Columns<N> turned_onto(const Columns<N>& axes, const Columns<N>& previous) {
    const auto k = axes.cols();
    Mat<N> cosines = Mat<N>::Identity();
    cosines.topLeftCorner(k, k) = axes.transpose() * previous;
    const Svd<N> parts = svd(cosines);
    const Mat<N> turn = parts.U * parts.V.transpose();
    return axes * turn.topLeftCorner(k, k);
}

template <int N>
using Order = std::array<int, N>;

/// The order of `now` (indices) with the largest total |cosine| to `previous`; the earliest in dictionary order on a
/// tie.
template <int N>
Order<N> best_order(const Columns<N>& previous, const Columns<N>& now) {
    Order<N> order, best;
    std::iota(order.begin(), order.end(), 0);
    best = order;
    double best_sum = -1;
    const auto count = static_cast<int>(now.cols());
    do {
        double sum = 0;
        for (int i = 0; i < std::min<int>(count, static_cast<int>(previous.cols())); ++i)
            sum += std::abs(previous.col(i).dot(now.col(order[i])));
        if (sum > best_sum + 1e-12) best_sum = sum, best = order;
    } while (std::next_permutation(order.begin(), order.begin() + count));
    return best;
}

template <int N>
Columns<N> axes_of(const std::vector<Eigenpair<N>>& pairs) {
    Columns<N> axes(N, static_cast<Eigen::Index>(std::min<std::size_t>(pairs.size(), N)));
    for (Eigen::Index i = 0; i < axes.cols(); ++i) axes.col(i) = pairs[static_cast<std::size_t>(i)].axis;
    return axes;
}

/// Turns the columns [first, first + count) of `axes` within their span onto those of `previous` most inclined to it.
template <int N>
Columns<N> turned_group(const Columns<N>& previous, const Columns<N>& axes, int first, int count) {
    const Columns<N> group = axes.middleCols(first, count);
    std::vector<int> nearest(static_cast<std::size_t>(previous.cols()));
    std::iota(nearest.begin(), nearest.end(), 0);
    const auto share = [&](int i) { return (group.transpose() * previous.col(i)).eval().norm(); };  // GCC 12 warns else
    std::stable_sort(nearest.begin(), nearest.end(), [&](int a, int b) { return share(a) > share(b) + 1e-12; });
    if (static_cast<int>(nearest.size()) < count) return group;
    std::sort(nearest.begin(), nearest.begin() + count);
    Columns<N> goal(N, count);
    for (int i = 0; i < count; ++i) goal.col(i) = previous.col(nearest[static_cast<std::size_t>(i)]);
    return turned_onto<N>(group, goal);
}

}  // namespace

template <int N>
std::vector<Eigenpair<N>> matched(const std::vector<Eigenpair<N>>& previous, std::vector<Eigenpair<N>> now) {
    if (previous.empty() || now.empty()) return now;
    const Columns<N> before = axes_of<N>(previous);
    Columns<N> axes = axes_of<N>(now);
    for (std::size_t i = 0; i < now.size(); i += static_cast<std::size_t>(now[i].geometric))
        if (now[i].any_direction())
            axes.middleCols(static_cast<int>(i), now[i].geometric) =
                turned_group<N>(before, axes, static_cast<int>(i), now[i].geometric);

    const Order<N> order = best_order<N>(before, axes);
    std::vector<Eigenpair<N>> result;
    for (std::size_t i = 0; i < now.size(); ++i) {
        result.push_back(now[static_cast<std::size_t>(order[i])]);
        result.back().axis = axes.col(order[i]);
        if (i < previous.size() && previous[i].axis.dot(result.back().axis) < 0) result.back().axis *= -1;
    }
    return result;
}

template <int N>
Svd<N> matched(const Svd<N>& previous, const Svd<N>& now) {
    if (!previous.problem.empty() || !now.problem.empty()) return now;
    Mat<N> U = now.U, V = now.V;
    for (int first = 0, count; first < N; first += count) {
        for (count = 1; first + count < N && !now.determined[first] && !now.determined[first + count] &&
                        std::abs(now.s(first) - now.s(first + count)) <= 1e-12 * now.s(0);)
            ++count;
        if (count == 1) continue;
        const Columns<N> turned = turned_group<N>(previous.V, V, first, count);
        U.middleCols(first, count) *= V.middleCols(first, count).transpose() * turned;
        V.middleCols(first, count) = turned;
    }
    const Order<N> order = best_order<N>(previous.V, V);
    Svd<N> result = now;
    for (int i = 0; i < N; ++i) {
        const double sign = previous.V.col(i).dot(V.col(order[i])) < 0 ? -1 : 1;
        result.V.col(i) = sign * V.col(order[i]);
        result.U.col(i) = sign * U.col(order[i]);
        result.s(i) = now.s(order[i]);
        result.determined[i] = now.determined[order[i]];
    }
    return result;
}

template std::vector<Eigenpair<2>> matched(const std::vector<Eigenpair<2>>&, std::vector<Eigenpair<2>>);
template std::vector<Eigenpair<3>> matched(const std::vector<Eigenpair<3>>&, std::vector<Eigenpair<3>>);
template Svd<2> matched(const Svd<2>&, const Svd<2>&);
template Svd<3> matched(const Svd<3>&, const Svd<3>&);

}  // namespace eigenscape
