// Samples f′ finely, brackets its sign changes and its touches of zero, and closes in on each. See turning_points.h.
// Bisection costs 60 evaluations at most and cannot be led astray by an inflexion.
#include "core/optimize/turning_points.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenscape {

namespace {

constexpr std::size_t samples = 2049;

struct Curve {
    Expression f, slope, bend;
    explicit Curve(const Expression& expression)
        : f(expression), slope(expression.derivative(0)), bend(slope.derivative(0)) {}
    static double at(const Expression& e, double t) { return e(std::array{t}); }
};

double bisected(const Expression& slope, double a, double b) {
    const bool rising = Curve::at(slope, a) < 0;
    for (;;) {
        const double middle = a + (b - a) / 2;
        if (middle <= a || middle >= b) return std::abs(Curve::at(slope, a)) <= std::abs(Curve::at(slope, b)) ? a : b;
        const double there = Curve::at(slope, middle);
        if (there == 0) return middle;
        ((there < 0) == rising ? a : b) = middle;
    }
}

// Where |f′| is least between a and b (golden section); a root only if it vanishes there.
double least(const Expression& slope, double a, double b) {
    const double golden = (std::sqrt(5.0) - 1) / 2;
    while (b - a > 1e-12 * (1 + std::abs(a))) {
        const double left = b - golden * (b - a), right = a + golden * (b - a);
        if (std::abs(Curve::at(slope, left)) < std::abs(Curve::at(slope, right))) b = right;
        else a = left;
    }
    return a + (b - a) / 2;
}

// 0 rather than 1e-17, if f′ is no farther from zero there.
double snapped(const Expression& slope, double t) {
    for (const double unit : {1e2, 1e4, 1e6, 1e8}) {
        const double decimal = std::round(t * unit) / unit + 0.0;
        if (std::abs(decimal - t) <= 1e-7 * (1 + std::abs(t)) &&
            std::abs(Curve::at(slope, decimal)) <= std::abs(Curve::at(slope, t)))
            return decimal;
    }
    return t;
}

void add(const Curve& curve, double t, double width, std::vector<TurningPoint>& found) {
    t = snapped(curve.slope, t);
    const double slope = std::abs(Curve::at(curve.slope, t));
    const double around =
        std::max(std::abs(Curve::at(curve.slope, t - width)), std::abs(Curve::at(curve.slope, t + width)));
    if (!(slope <= 1e-8 * around)) return;  // a jump or a pole of f′, or a least slope that is not zero
    if (std::ranges::any_of(found, [&](const auto& p) { return std::abs(p.at - t) <= 1e-6 * width; })) return;
    const double bend = Curve::at(curve.bend, t), change = std::abs(Curve::at(curve.bend, t + 1e-6 * width) - bend);
    const bool undecided = bend == 0 || change > 100 * std::abs(bend);
    const auto kind = undecided ? CriticalKind::degenerate : bend > 0 ? CriticalKind::minimum : CriticalKind::maximum;
    found.push_back({t, Curve::at(curve.f, t), bend, kind});
}

void look(const Curve& curve, double lo, double hi, std::vector<TurningPoint>& found) {
    std::vector<double> t(samples), slope(samples);
    const double width = (hi - lo) / static_cast<double>(samples - 1);
    for (std::size_t i = 0; i < samples; ++i) t[i] = i + 1 == samples ? hi : lo + static_cast<double>(i) * width;
    const double* input = t.data();
    double* output = slope.data();
    Program(std::span(&curve.slope, 1)).run(std::span(&input, 1), samples, std::span(&output, 1));
    for (std::size_t i = 0; i < samples; ++i) {
        if (slope[i] == 0) add(curve, t[i], width, found);
        if (i > 0 && slope[i - 1] * slope[i] < 0) add(curve, bisected(curve.slope, t[i - 1], t[i]), width, found);
        if (i < 1 || i + 1 == samples || slope[i - 1] * slope[i] <= 0 || slope[i] * slope[i + 1] <= 0) continue;
        if (std::abs(slope[i]) < std::abs(slope[i - 1]) && std::abs(slope[i]) <= std::abs(slope[i + 1]))
            add(curve, least(curve.slope, t[i - 1], t[i + 1]), width, found);
    }
}

std::vector<TurningPoint> sorted(std::vector<TurningPoint> found) {
    std::ranges::sort(found, {}, &TurningPoint::at);
    return found;
}

}  // namespace

std::vector<TurningPoint> turning_points(const Expression& f, double lo, double hi) {
    std::vector<TurningPoint> found;
    look(Curve(f), lo, hi, found);
    return sorted(std::move(found));
}

std::vector<TurningPoint> all_turning_points(const Expression& f) {
    const Curve curve(f);
    std::vector<TurningPoint> found;
    for (double half = 0.5; half <= 4096 && found.size() <= 400; half *= 2) look(curve, -half * 1.00123, half, found);
    return sorted(std::move(found));
}

}  // namespace eigenscape
