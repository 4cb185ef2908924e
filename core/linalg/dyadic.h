// Exact sums and products of doubles, whatever their exponents: decides signs and zeros that rounding would blur.
// Internal to core/linalg: slow (microseconds), so ask it only where fast arithmetic cannot tell.
#pragma once

#include <cstdint>
#include <vector>

namespace eigenscape {

/// mantissa * 2^exponent, |mantissa| in [1/2, 1) or 0: a double whose exponent cannot overflow.
struct Wide {
    double mantissa = 0;
    int exponent = 0;

    Wide() = default;
    explicit Wide(double value, int exponent_shift = 0);
    /// The nearest double: ±infinity beyond the largest one, 0 below the smallest.
    double value() const;
};

Wide magnitude(Wide a);
Wide operator*(Wide a, Wide b);
/// Rounded to a double's digits, like the others.
Wide operator+(Wide a, Wide b);
/// b must not be zero.
Wide operator/(Wide a, Wide b);

/// A whole number times a power of two, without a limit on digits.
class Dyadic {
  public:
    Dyadic(double value);

    int sign() const { return limbs.empty() ? 0 : negative ? -1 : 1; }
    /// Rounded once, half to even.
    Wide rounded() const;

    Dyadic operator-() const;
    friend Dyadic operator+(const Dyadic& a, const Dyadic& b);
    friend Dyadic operator-(const Dyadic& a, const Dyadic& b) { return a + -b; }
    friend Dyadic operator*(const Dyadic& a, const Dyadic& b);

  private:
    using Limbs = std::vector<std::uint32_t>;  // least significant first, no zero at the end

    Dyadic() = default;
    static Limbs shifted_left(const Limbs& limbs, int bits);
    static Limbs sum(const Limbs& a, const Limbs& b);
    static Limbs difference(const Limbs& larger, const Limbs& smaller);
    static bool less(const Limbs& a, const Limbs& b);
    static void trim(Limbs& limbs);

    bool negative = false;
    int exponent = 0;  // the value is ± limbs * 2^exponent
    Limbs limbs;
};

}  // namespace eigenscape
