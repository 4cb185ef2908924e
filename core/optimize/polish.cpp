// Sharpens a guess to a root of ∇f: Newton's method, damped like Levenberg and Marquardt so that |∇f| always falls.
// Where the convergence is only linear (a degenerate point) the limit is extrapolated (Aitken) and exact decimals
// tried.
#include "core/optimize/critical_search.h"

#include <cmath>

namespace eigenscape::search {

namespace {

constexpr double faintest = 1e-150;  // its square is still a normal double

// Minimises |g + H d|² + damping |d|²; with no damping the shortest solution, even for a singular H.
Vec2 damped_step(const Curvature& bend, const Vec2& g, double damping) {
    Vec2 step = Vec2::Zero();
    const double negligible = 1e-14 * std::max(std::abs(bend.low), std::abs(bend.high));
    const auto add = [&](double curvature, const Vec2& axis) {
        if (damping == 0 && std::abs(curvature) <= negligible) return;
        step -= curvature / (curvature * curvature + damping) * axis.dot(g) * axis;
    };
    add(bend.low, bend.low_axis);
    add(bend.high, bend.high_axis);
    return step;
}

struct Root {
    const ScalarField& f;
    double reach;
    Vec2 at, gradient, last_step{0, 0};
    Curvature bend;
    double damping = 0,
           ratio = 0;  // ratio of the last two step lengths: near a constant < 1 when convergence is linear

    bool move_to(const Vec2& point) {
        const Vec2 there = f.gradient(point);
        if (!there.allFinite() || there.norm() >= gradient.norm()) return false;
        at = point;
        gradient = there;
        return true;
    }

    // Steps that shrink by a steady factor q lead to at + step·q/(1 − q); taken only if |∇f| agrees.
    void extrapolate(const Vec2& step) {
        const double before = ratio;
        ratio = last_step.norm() > 0 ? step.norm() / last_step.norm() : 0;
        last_step = step;
        if (ratio < 0.2 || ratio > 0.97 || std::abs(ratio - before) > 0.05 * ratio) return;
        if (move_to(at + step * (ratio / (1 - ratio)))) last_step.setZero();
    }

    double curvature_squared() const { return std::max(bend.low * bend.low, bend.high * bend.high); }

    // One accepted step, or none when |∇f| can fall no further.
    bool advance() {
        bend = curvature(f.hessian(at));
        if (!std::isfinite(bend.high) || curvature_squared() == 0) return false;
        for (int attempt = 0; attempt < 12; ++attempt) {
            Vec2 step = damped_step(bend, gradient, damping);
            if (step.norm() > reach) step *= reach / step.norm();
            if (step.norm() <= 1e-17 * reach) return false;
            if (move_to(at + step)) {
                damping = damping < 1e-10 * curvature_squared() ? 0 : damping / 10;
                extrapolate(step);
                return true;
            }
            if (step.norm() <= 1e-9 * reach) return false;
            damping = damping == 0 ? 1e-4 * curvature_squared() : 10 * damping;
        }
        return false;
    }

    // Prefers (1, 3) to (1.0000000000000002, 3): short decimals nearby, if the gradient there is no longer.
    void snap() {
        for (const double unit : {1e2, 1e4, 1e6, 1e8, 1e10}) {
            const Vec2 decimal = (at * unit).array().round() / unit + 0.0;
            if ((decimal - at).norm() > 1e-4 * reach) continue;
            const Vec2 there = f.gradient(decimal);
            if (!(there.norm() <= gradient.norm())) continue;
            at = decimal;
            gradient = there;
            return;
        }
    }

    double least_slope_around(double radius) const {
        double least = infinity;
        for (int wind = 0; wind < 8; ++wind) {
            const double angle = (wind + 0.3) * pi / 4;
            const double slope = f.gradient(at + radius * Vec2(std::cos(angle), std::sin(angle))).norm();
            if (std::isfinite(slope)) least = std::min(least, slope);
        }
        return least;
    }

    bool is_level_or_seen() const {
        double most = 0;
        for (const Vec2& way : {Vec2(1, 0), Vec2(-1, 0), Vec2(0, 1), Vec2(0, -1)}) {
            const double slope = f.gradient(at + reach / 100 * way).lpNorm<Eigen::Infinity>();
            if (std::isfinite(slope)) most = std::max(most, slope);
        }
        return most == 0 || most > faintest;
    }

    // A least |∇f| that is not zero (x³ + x at 0) and a plain where f dies away (exp(−x²) far out) do not count. So
    // along each axis the remaining Newton step has to be short, and |∇f| as a whole tiny against the curvature or
    // against what it is all round. Numbers near the smallest double carry no digits to judge by.
    bool vanishes() {
        if (gradient.isZero(0)) return is_level_or_seen();
        bend = curvature(f.hessian(at));
        if (!std::isfinite(bend.high)) return false;
        const double steepest = std::max(std::abs(bend.low), std::abs(bend.high));
        if (steepest < faintest && !is_level_or_seen()) return false;
        const auto settled = [&](double curvature, const Vec2& axis) {
            return std::abs(axis.dot(gradient)) <= std::max(0.01 * std::abs(curvature), 1e-12 * steepest) * reach;
        };
        if (!settled(bend.low, bend.low_axis) || !settled(bend.high, bend.high_axis)) return false;
        return gradient.norm() <= 1e-11 * steepest * reach || gradient.norm() <= 1e-4 * least_slope_around(reach / 100);
    }
};

}  // namespace

std::optional<Vec2> polish(const ScalarField& f, const Vec2& start, double reach) {
    Root root{f, reach, start, f.gradient(start), Vec2::Zero(), {}};
    if (!root.gradient.allFinite()) return std::nullopt;
    for (int step = 0; step < 100 && !root.gradient.isZero(0); ++step) {
        if (!root.advance()) break;
        if ((root.at - start).norm() > 4 * reach) return std::nullopt;
    }
    root.snap();
    if (!root.vanishes()) return std::nullopt;
    return root.at;
}

}  // namespace eigenscape::search
