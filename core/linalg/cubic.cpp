// Newton's iteration from beyond the outermost root, where the cubic is convex and every step falls short of it.
// Doubles first, then three steps in 32 digits.
#include "core/linalg/cubic.h"

#include <algorithm>

namespace eigenscape {
namespace {

/// The outermost real root on the side opposite to the sign of q, for q != 0.
double outermost(double p, double q) {
    // Fujiwara's bound on every root.
    double x = std::copysign(2 * std::max(std::sqrt(std::abs(p)), std::cbrt(std::abs(q) / 2)), -q);
    for (int step = 0; step < 100; ++step) {
        const double next = x - ((x * x + p) * x + q) / (3 * x * x + p);
        if (!(std::abs(next) < std::abs(x)) || std::signbit(next) != std::signbit(x)) break;
        x = next;
    }
    return x;
}

Twofold polished(Twofold x, Twofold p, Twofold q) {
    for (int step = 0; step < 3; ++step) {
        const Twofold slope = 3.0 * (x * x) + p;
        if (slope.hi == 0) break;
        x = x - ((x * x + p) * x + q) / slope;
    }
    return x;
}

}  // namespace

CubicRoots depressed_cubic(Twofold p, Twofold q) {
    if (q.hi == 0) return {0.0, -p};
    const Twofold lone = polished(outermost(p.hi, q.hi), p, q);
    return {lone, -(0.75 * (lone * lone) + p)};
}

}  // namespace eigenscape
