// Minima and maxima where f has no gradient, as Ackley's at the origin or the tip of a cone.
// Found without derivatives (compass search), and believed only if f is strictly higher, or lower, on circles round it.
#include "core/optimize/critical_search.h"

#include <cmath>

namespace eigenscape::search {

namespace {

// Walks downhill on sign·f along the eight winds, halving the step when none of them leads lower.
Vec2 lowest(const ScalarField& f, double sign, Vec2 at, double reach) {
    double value = sign * f(at);
    for (double step = reach; step > 1e-13 * reach; step /= 2)
        for (int walked = 0; walked < 8; ++walked) {
            bool moved = false;
            for (int wind = 0; wind < 8 && !moved; ++wind) {
                const Vec2 there = at + step * Vec2(std::cos(wind * pi / 4), std::sin(wind * pi / 4));
                const double lower = sign * f(there);
                if (lower < value) at = there, value = lower, moved = true;
            }
            if (!moved) break;
        }
    for (const double unit : {1.0, 1e2, 1e4, 1e6, 1e8}) {
        const Vec2 decimal = (at * unit).array().round() / unit + 0.0;
        if ((decimal - at).norm() <= 1e-6 * reach && sign * f(decimal) <= value) return decimal;
    }
    return at;
}

double rise(const ScalarField& f, const Vec2& at, double radius) {
    double most = 0;
    for (int i = 0; i < 8; ++i)
        most = std::max(most, std::abs(f(at + radius * Vec2(std::cos(i * pi / 4), std::sin(i * pi / 4))) - f(at)));
    return most;
}

// The least rise of sign·f on a circle, against the greatest: the bottom of a fold such as |x| is level along a line
// that 72 directions would miss, so the lowest direction is sought by golden section.
bool is_tip(const ScalarField& f, double sign, const Vec2& at, double radius) {
    const double here = sign * f(at);
    const auto rise_at = [&](double angle) {
        return sign * f(at + radius * Vec2(std::cos(angle), std::sin(angle))) - here;
    };
    double lowest_angle = 0, least = infinity, most = 0;
    for (int i = 0; i < 72; ++i) {
        const double angle = 2 * pi * (i + 0.37) / 72, there = rise_at(angle);
        if (there < least) least = there, lowest_angle = angle;
        most = std::max(most, there);
    }
    const double golden = (std::sqrt(5.0) - 1) / 2;
    double a = lowest_angle - pi / 36, b = lowest_angle + pi / 36;
    while (b - a > 1e-9) {
        const double left = b - golden * (b - a), right = a + golden * (b - a);
        if (rise_at(left) < rise_at(right)) b = right;
        else a = left;
    }
    return std::min(least, rise_at(a)) > 1e-6 * most;
}

// A gradient that stays long however near: the mark of a kink. At a smooth extremum it shrinks with the distance.
bool stays_steep(const ScalarField& f, const Vec2& at, double reach) {
    const auto shortest = [&](double radius) {
        double least = infinity;
        for (int i = 0; i < 8; ++i) {
            const double angle = (i + 0.4) * pi / 4;
            least = std::min(least, f.gradient(at + radius * Vec2(std::cos(angle), std::sin(angle))).norm());
        }
        return least;
    };
    return shortest(1e-5 * reach) > 0.05 * shortest(0.1 * reach);
}

}  // namespace

std::optional<CriticalPoint> kink(const ScalarField& f, const Vec2& start, double turn, double reach) {
    if (!std::isfinite(turn) || turn == 0 || !std::isfinite(f(start))) return std::nullopt;
    const double sign = turn > 0 ? 1 : -1;
    const Vec2 at = lowest(f, sign, start, reach / 4);
    if (!std::isfinite(f(at)) || (at - start).norm() > 2 * reach) return std::nullopt;
    const Nearby wanted = turn > 0 ? Nearby::higher : Nearby::lower;
    for (const double radius : {1e-1, 1e-3, 1e-5})
        if (probe(f, at, radius * reach) != wanted) return std::nullopt;
    if (!is_tip(f, sign, at, 0.1 * reach)) return std::nullopt;
    if (!(rise(f, at, 1e-5 * reach) < 0.5 * rise(f, at, 1e-1 * reach))) return std::nullopt;  // a jump or a pole
    if (f.gradient(at).allFinite() && !stays_steep(f, at, reach)) return std::nullopt;
    CriticalPoint point{at, f(at), CriticalKind::not_differentiable, {undefined, undefined}, wanted, {}};
    point.words = std::string("A ") + (turn > 0 ? "minimum" : "maximum") +
                  " at a kink: f is not differentiable here, so there is no gradient and no Hessian.";
    return point;
}

}  // namespace eigenscape::search
