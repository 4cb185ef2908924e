// Values along the way, then closer and closer about the steepest part; see breaks.h.
// A rise that stays while the way gets a million times shorter is a jump; values without bound are a pole.
#include "core/calculus/breaks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenscape {
namespace {

constexpr int parts = 8, samples = parts + 1, halvings = 40;

struct Way {
    const ScalarField& f;
    Vec2 a, b;
    double operator()(double t) const { return f(a + t * (b - a)); }
};

// Narrows [lo, hi] down to where f rises most: is the rise still there when nearly nothing is left of the way?
bool stays_steep(const Way& f, double lo, double hi, double calm) {
    double from = f(lo), to = f(hi);
    for (int i = 0; i < halvings; ++i) {
        if (std::abs(to - from) <= calm) return false;
        const double t = 0.5 * (lo + hi), middle = f(t);
        if (!std::isfinite(middle)) return true;
        const bool first = std::abs(middle - from) > std::abs(to - middle);
        (first ? hi : lo) = t;
        (first ? to : from) = middle;
    }
    return true;
}

// Narrows [lo, hi] down to where f is largest in size: does it grow beyond all measure there?
bool grows_on(const Way& f, double lo, double hi, double bound) {
    double t = 0.5 * (lo + hi), top = std::abs(f(t));
    for (int i = 0; i < halvings && top < bound; ++i) {
        const double before = 0.5 * (lo + t), after = 0.5 * (t + hi);
        const double left = std::abs(f(before)), right = std::abs(f(after));
        if (!std::isfinite(top + left + right)) return true;
        if (left > top && left >= right) hi = t, t = before, top = left;
        else if (right > top) lo = t, t = after, top = right;
        else lo = before, hi = after;
    }
    return !(top < bound);
}

}  // namespace

bool breaks_between(const ScalarField& field, const Vec2& a, const Vec2& b) {
    const Way f{field, a, b};
    std::array<double, samples> values{};
    for (int i = 0; i < samples; ++i) {
        values[i] = f(static_cast<double>(i) / parts);
        if (!std::isfinite(values[i])) return true;
    }
    std::array<double, parts> rises{};
    for (int i = 0; i < parts; ++i) rises[i] = std::abs(values[i + 1] - values[i]);
    const auto steepest = static_cast<int>(std::ranges::max_element(rises) - rises.begin());
    auto sorted = rises;
    std::ranges::sort(sorted);
    const double typical = sorted[parts / 2], worst = sorted[parts - 1];
    if (worst <= 8 * typical || worst == 0) return false;  // even
    double largest = 0;
    for (const double value : values) largest = std::max(largest, std::abs(value));
    for (const int i : {steepest - 1, steepest, steepest + 1}) {  // a pole of one sign lies beside the steepest part
        const double lo = static_cast<double>(i) / parts, hi = static_cast<double>(i + 1) / parts;
        if (i < 0 || i >= parts) continue;
        if (stays_steep(f, lo, hi, 0.05 * worst) || grows_on(f, lo, hi, 1e9 * largest)) return true;
    }
    return false;
}

}  // namespace eigenscape
