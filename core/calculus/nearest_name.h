// "Did you mean …?": the known name closest to one that was mistyped.
// Closest by how many letters must be inserted, dropped, replaced or swapped with a neighbour; capitals do not count.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace eigenscape {

// Empty when none is close: at most one slip in a name of up to 4 letters, two up to 8, three beyond.
std::string nearest_name(std::string_view typed, std::span<const std::string_view> known);

}  // namespace eigenscape
