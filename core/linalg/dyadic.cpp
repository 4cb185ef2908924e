// School arithmetic on 32-bit limbs with a binary exponent: every double is a dyadic rational, and so are their
// sums and products. Nothing here rounds except Dyadic::rounded.
#include "core/linalg/dyadic.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace eigenscape {

Wide::Wide(double value, int exponent_shift) {
    mantissa = std::frexp(value, &exponent);
    exponent = mantissa == 0 ? 0 : exponent + exponent_shift;
}

double Wide::value() const { return std::ldexp(mantissa, exponent); }

Wide magnitude(Wide a) {
    a.mantissa = std::abs(a.mantissa);
    return a;
}

Wide operator*(Wide a, Wide b) { return Wide(a.mantissa * b.mantissa, a.exponent + b.exponent); }

Wide operator+(Wide a, Wide b) {
    if (a.mantissa == 0) return b;
    if (b.mantissa == 0) return a;
    const int exponent = std::max(a.exponent, b.exponent);
    return Wide(std::ldexp(a.mantissa, a.exponent - exponent) + std::ldexp(b.mantissa, b.exponent - exponent),
                exponent);
}

Wide operator/(Wide a, Wide b) { return Wide(a.mantissa / b.mantissa, a.exponent - b.exponent); }

Dyadic::Dyadic(double value) : negative(value < 0) {
    const double mantissa = std::frexp(std::abs(value), &exponent);
    auto whole = static_cast<std::uint64_t>(std::ldexp(mantissa, 53));
    exponent -= 53;
    if (whole == 0) return;
    const int zeros = std::countr_zero(whole);  // small numbers stay small: 3 is one limb, not 53 bits
    whole >>= zeros;
    exponent += zeros;
    limbs = {static_cast<std::uint32_t>(whole), static_cast<std::uint32_t>(whole >> 32)};
    trim(limbs);
}

void Dyadic::trim(Limbs& limbs) {
    while (!limbs.empty() && limbs.back() == 0) limbs.pop_back();
}

bool Dyadic::less(const Limbs& a, const Limbs& b) {
    if (a.size() != b.size()) return a.size() < b.size();
    return std::lexicographical_compare(a.rbegin(), a.rend(), b.rbegin(), b.rend());
}

Dyadic::Limbs Dyadic::shifted_left(const Limbs& limbs, int bits) {
    Limbs result(static_cast<std::size_t>(bits / 32), 0);
    std::uint64_t carry = 0;
    for (const auto limb : limbs) {
        carry |= std::uint64_t{limb} << (bits % 32);
        result.push_back(static_cast<std::uint32_t>(carry));
        carry >>= 32;
    }
    result.push_back(static_cast<std::uint32_t>(carry));
    trim(result);
    return result;
}

Dyadic::Limbs Dyadic::sum(const Limbs& a, const Limbs& b) {
    Limbs result;
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i, carry >>= 32) {
        carry += (i < a.size() ? a[i] : 0ull) + (i < b.size() ? b[i] : 0ull);
        result.push_back(static_cast<std::uint32_t>(carry));
    }
    result.push_back(static_cast<std::uint32_t>(carry));
    trim(result);
    return result;
}

Dyadic::Limbs Dyadic::difference(const Limbs& larger, const Limbs& smaller) {
    Limbs result;
    std::int64_t borrow = 0;
    for (std::size_t i = 0; i < larger.size(); ++i, borrow >>= 32) {
        borrow += std::int64_t{larger[i]} - (i < smaller.size() ? std::int64_t{smaller[i]} : 0);
        result.push_back(static_cast<std::uint32_t>(borrow & 0xffffffff));
    }
    trim(result);
    return result;
}

Dyadic Dyadic::operator-() const {
    Dyadic result = *this;
    result.negative = !negative;
    return result;
}

Dyadic operator+(const Dyadic& a, const Dyadic& b) {
    if (a.limbs.empty()) return b;
    if (b.limbs.empty()) return a;
    Dyadic result;
    result.exponent = std::min(a.exponent, b.exponent);
    const auto x = Dyadic::shifted_left(a.limbs, a.exponent - result.exponent);
    const auto y = Dyadic::shifted_left(b.limbs, b.exponent - result.exponent);
    const bool y_is_larger = Dyadic::less(x, y);
    result.negative = y_is_larger ? b.negative : a.negative;
    if (a.negative == b.negative) result.limbs = Dyadic::sum(x, y);
    else result.limbs = y_is_larger ? Dyadic::difference(y, x) : Dyadic::difference(x, y);
    return result;
}

Dyadic operator*(const Dyadic& a, const Dyadic& b) {
    Dyadic result;
    result.negative = a.negative != b.negative;
    result.exponent = a.exponent + b.exponent;
    result.limbs.assign(a.limbs.size() + b.limbs.size(), 0);
    for (std::size_t i = 0; i < a.limbs.size(); ++i) {
        std::uint64_t carry = 0;
        for (std::size_t j = 0; j < b.limbs.size(); ++j, carry >>= 32) {
            carry += std::uint64_t{a.limbs[i]} * b.limbs[j] + result.limbs[i + j];
            result.limbs[i + j] = static_cast<std::uint32_t>(carry);
        }
        result.limbs[i + b.limbs.size()] = static_cast<std::uint32_t>(carry);
    }
    Dyadic::trim(result.limbs);
    return result;
}

Wide Dyadic::rounded() const {
    if (limbs.empty()) return {};
    // The leading 64 bits hold 53 digits and guard bits; any bit below makes the last of them 1 ("sticky").
    const int bits = 32 * static_cast<int>(limbs.size()) - std::countl_zero(limbs.back());
    std::uint64_t lead = 0;
    bool below = false;
    for (int bit = bits - 1; bit >= 0; --bit) {
        const bool set = (limbs[static_cast<std::size_t>(bit / 32)] >> (bit % 32)) & 1u;
        if (bits - 1 - bit < 62) lead = lead << 1 | std::uint64_t{set};
        else below = below || set;
    }
    const int taken = std::min(bits, 62);
    if (below) lead |= 1;
    const double magnitude = static_cast<double>(lead);  // the conversion rounds to nearest, half to even
    return Wide(negative ? -magnitude : magnitude, exponent + bits - taken);
}

}  // namespace eigenscape
