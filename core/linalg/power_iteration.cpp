// The iteration itself, on the plain vectors that the learner sees, with the direction kept beside.
// Judged by lines, not arrows: a negative eigenvalue flips the arrow each step and has settled all the same.
#include "core/linalg/power_iteration.h"

#include <cmath>

namespace eigenscape {
namespace {

constexpr double settled_turn = 1e-9;

template <int N>
double angle_between_lines(const Vec<N>& a, const Vec<N>& b) {
    const double cosine = a.dot(b);
    return std::atan2((b - a * cosine).norm(), std::abs(cosine));
}

template <int N>
PowerStep<N> step_at(const Mat<N>& A, const Vec<N>& vector, const std::vector<PowerStep<N>>& before) {
    const double size = length<N>(vector);
    if (size == 0) return {vector, vector, undefined, 0};
    const Vec<N> direction = (vector / size).normalized();
    const bool first = before.empty() || before.back().direction.isZero(0);
    return {vector, direction, direction.dot(A * direction),
            first ? 0 : angle_between_lines<N>(before.back().direction, direction)};
}

}  // namespace

std::string_view words(PowerEnding ending) {
    switch (ending) {
        case PowerEnding::settled: return "settled";
        case PowerEnding::still_turning: return "still turning";
        case PowerEnding::vanished: return "vanished";
        case PowerEnding::too_large: return "too large";
        case PowerEnding::not_finite: return "not finite";
    }
    return {};
}

template <int N>
PowerTrail<N> power_iteration(const Mat<N>& A, const Vec<N>& start, int most_steps) {
    PowerTrail<N> trail;
    if (!A.allFinite() || !start.allFinite()) return trail;
    Vec<N> vector = start;
    for (int k = 0;; ++k) {
        trail.steps.push_back(step_at<N>(A, vector, trail.steps));
        if (vector.isZero(0)) return trail.ending = PowerEnding::vanished, trail;
        if (k >= most_steps) break;
        const Vec<N> next = A * vector;
        if (!next.allFinite()) return trail.ending = PowerEnding::too_large, trail;
        vector = next;
    }
    const bool settled = trail.steps.size() > 1 && trail.steps.back().turn < settled_turn;
    trail.ending = settled ? PowerEnding::settled : PowerEnding::still_turning;
    return trail;
}

template PowerTrail<2> power_iteration(const Mat<2>&, const Vec<2>&, int);
template PowerTrail<3> power_iteration(const Mat<3>&, const Vec<3>&, int);

}  // namespace eigenscape
