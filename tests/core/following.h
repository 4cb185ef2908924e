// A computation whose steps follow one another, for tests of what records them.
#pragma once

#include <cstdint>

namespace eigenscape {

inline std::uint64_t following(const std::uint64_t& seed) { return seed * 6364136223846793005u + 1442695040888963407u; }

}  // namespace eigenscape
