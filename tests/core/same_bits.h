// Numbers that are the same to the last bit.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace eigenscape {

inline bool same(double a, double b) {
    return (std::isnan(a) && std::isnan(b)) || std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

}  // namespace eigenscape
