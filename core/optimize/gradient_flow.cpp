// Integrates the gradient flow with an embedded Runge–Kutta pair and step size control. See gradient_flow.h.
// Coefficients: J. R. Dormand and P. J. Prince, "A family of embedded Runge-Kutta formulae", 1980.
#include "core/optimize/gradient_flow.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenscape {

namespace {

constexpr double stage[6][6] = {{1.0 / 5},
                                {3.0 / 40, 9.0 / 40},
                                {44.0 / 45, -56.0 / 15, 32.0 / 9},
                                {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
                                {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
                                {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}};
// Order 5 minus order 4.
constexpr double error_weights[7] = {71.0 / 57600,      0,          -71.0 / 16695, 71.0 / 1920,
                                     -17253.0 / 339200, 22.0 / 525, -1.0 / 40};

struct FlowStep {
    Vec2 to, slope_there;
    double error;
};

FlowStep step_from(const ScalarField& f, const Vec2& from, const Vec2& slope, double h) {
    std::array<Vec2, 7> k{slope};
    Vec2 at = from;
    for (int s = 0; s < 6; ++s) {
        Vec2 sum = Vec2::Zero();
        for (int j = 0; j <= s; ++j) sum += stage[s][j] * k[static_cast<std::size_t>(j)];
        at = from + h * sum;
        k[static_cast<std::size_t>(s) + 1] = -f.gradient(at);
    }
    Vec2 error = Vec2::Zero();
    for (std::size_t j = 0; j < 7; ++j) error += error_weights[j] * k[j];
    return {at, k[6], (h * error).norm()};
}

}  // namespace

GradientFlow gradient_flow(const ScalarField& f, const Vec2& start, double duration, double tolerance) {
    GradientFlow flow{{start}, {0}};
    Vec2 at = start, slope = -f.gradient(start);
    double time = 0, h = std::min(duration, 0.01 / std::max(1e-3, slope.norm()));
    for (int tries = 0; tries < 20000 && time < duration; ++tries) {
        if (!slope.allFinite() || at.norm() > 1e6) return flow.finished = false, flow;
        if (slope.norm() * (duration - time) < 1e-3 * tolerance) return flow;
        h = std::min(h, duration - time);
        const FlowStep step = step_from(f, at, slope, h);
        const bool good = step.error <= tolerance;  // false for NaN
        if (good) {
            time = h == duration - time ? duration : time + h;
            at = step.to;
            slope = step.slope_there;
            flow.points.push_back(at);
            flow.times.push_back(time);
        }
        const double factor =
            std::isfinite(step.error) ? 0.9 * std::pow(tolerance / std::max(step.error, 1e-300), 0.2) : 0.1;
        h *= std::clamp(factor, 0.1, 5.0);
        if (h < 1e-14 * std::max(1.0, time)) break;
    }
    flow.finished = time >= duration;
    return flow;
}

}  // namespace eigenscape
