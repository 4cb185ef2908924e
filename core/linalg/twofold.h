// Numbers of about 32 digits as the unevaluated sum of two doubles: enough to undo the cancellation in a discriminant.
// Internal to core/linalg. Valid while products stay far from overflow and underflow (scale the matrix first).
#pragma once

#include <cmath>

namespace eigenscape {

/// hi + lo with |lo| <= ulp(hi)/2. Error-free transformations after Dekker (1971) and Knuth; products by fused
/// multiply-add.
struct Twofold {
    double hi = 0, lo = 0;

    constexpr Twofold() = default;
    constexpr Twofold(double value) : hi(value) {}
    constexpr Twofold(double high, double low) : hi(high), lo(low) {}
    explicit operator double() const { return hi + lo; }
};

inline Twofold exact_sum(double a, double b) {
    const double sum = a + b, shadow = sum - a;
    return {sum, (a - (sum - shadow)) + (b - shadow)};
}

inline Twofold exact_product(double a, double b) {
    const double product = a * b;
    return {product, std::fma(a, b, -product)};
}

inline Twofold renormalised(double hi, double lo) {
    const double sum = hi + lo;
    return {sum, lo - (sum - hi)};
}

inline Twofold operator-(Twofold a) { return {-a.hi, -a.lo}; }

inline Twofold operator+(Twofold a, Twofold b) {
    Twofold high = exact_sum(a.hi, b.hi);
    const Twofold low = exact_sum(a.lo, b.lo);
    high = renormalised(high.hi, high.lo + low.hi);
    return renormalised(high.hi, high.lo + low.lo);
}

inline Twofold operator-(Twofold a, Twofold b) { return a + -b; }

inline Twofold operator*(Twofold a, Twofold b) {
    const Twofold head = exact_product(a.hi, b.hi);
    return renormalised(head.hi, head.lo + (a.hi * b.lo + a.lo * b.hi));
}

inline Twofold operator/(Twofold a, Twofold b) {
    const double first = a.hi / b.hi;
    const Twofold rest = a - b * first;
    const double second = rest.hi / b.hi;
    const double third = double((rest - b * second)) / b.hi;
    return exact_sum(first, second) + Twofold(third);
}

/// Square root of a non-negative number: one Newton step from the double root doubles its digits.
inline Twofold sqrt(Twofold a) {
    if (a.hi <= 0) return {};
    const double root = std::sqrt(a.hi);
    return exact_sum(root, double(a - exact_product(root, root)) / (2 * root));
}

}  // namespace eigenscape
