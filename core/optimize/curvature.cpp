// Eigenvalues of a symmetric 2×2 matrix in closed form, and the bound on the learning rate that follows.
// See curvature.h; the bound is the classical one: |1 − rate·λ| < 1 for every eigenvalue λ.
#include "core/optimize/curvature.h"

#include "core/optimize/words.h"

#include <cmath>

namespace eigenscape {

namespace {

// a·d − b·b with one rounding error instead of three (Kahan's difference of products).
double hessian_determinant(double a, double b, double d) {
    const double square = b * b;
    const double error = std::fma(-b, b, square);
    return std::fma(a, d, -square) + error;
}

Pace pace_of(double rate, double limit) {
    if (std::isinf(limit)) return Pace::unlimited;
    const double ratio = rate / limit;
    if (std::abs(ratio - 1) < 1e-12) return Pace::bounces;
    return ratio > 1 ? Pace::diverges : ratio > 0.5 ? Pace::zigzags : Pace::creeps;
}

std::string pace_words(Pace pace, double rate, double limit) {
    const std::string bound = "2/λmax = " + spoken(limit);
    switch (pace) {
        case Pace::unlimited: return "No limit here: the surface curves upwards in no direction.";
        case Pace::creeps:
            return "Stable: the rate " + spoken(rate) + " is below half of " + bound + ", so no step overshoots.";
        case Pace::zigzags:
            return "Oscillates: steps overshoot the valley but shrink, since the rate " + spoken(rate) + " is below " +
                   bound + ".";
        case Pace::bounces: return "On the edge: the rate equals " + bound + ", so steps bounce for ever.";
        case Pace::diverges:
            return "Diverges: the rate " + spoken(rate) + " is above " + bound + ", so every step overshoots more.";
        case Pace::unknown: break;
    }
    return "No curvature here: f has no second derivative at this point.";
}

}  // namespace

Curvature curvature(const Mat2& hessian) {
    if (!hessian.allFinite()) return {undefined, undefined, Vec2(0, 1), Vec2(1, 0)};
    const double scale = hessian.cwiseAbs().maxCoeff();
    if (scale == 0) return {};
    const double a = hessian(0, 0) / scale, b = hessian(0, 1) / scale, d = hessian(1, 1) / scale;
    const double mean = (a + d) / 2, radius = std::hypot((a - d) / 2, b);
    const double big = mean >= 0 ? mean + radius : mean - radius;
    const double small = big == 0 ? 0 : hessian_determinant(a, b, d) / big;
    const double angle = std::atan2(2 * b, a - d) / 2;  // of the axis of the algebraically larger eigenvalue
    const Vec2 high_axis = b == 0 ? (a >= d ? Vec2(1, 0) : Vec2(0, 1)) : Vec2(std::cos(angle), std::sin(angle));
    return {std::min(big, small) * scale, std::max(big, small) * scale, Vec2(-high_axis.y(), high_axis.x()), high_axis};
}

SpeedLimit speed_limit(const Mat2& hessian, double rate) {
    SpeedLimit result{curvature(hessian), infinity, undefined, Pace::unknown, {}};
    const auto& bend = result.bend;
    if (std::isnan(bend.high)) result.limit = undefined;
    else if (bend.high > 0) result.limit = 2 / bend.high;
    if (bend.low > 0) result.best = 2 / (bend.low + bend.high);
    if (!std::isnan(result.limit)) result.pace = pace_of(rate, result.limit);
    result.words = pace_words(result.pace, rate, result.limit);
    return result;
}

}  // namespace eigenscape
