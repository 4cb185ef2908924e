// Points made worse on purpose: noise on all of them, or one that lies far from the rest.
// Functions of points, amount and seed alone; classes stay as they are, and nothing leaves the parameter's range.
#pragma once

#include "app/model/param.h"

#include <cstdint>
#include <optional>

namespace eigenscape {

// Normal noise, its deviation so large a share of each column's own (of the largest where a column never changes).
Value with_noise(const Param& param, const Value& points, double share, std::uint64_t seed);

// One point more, about five deviations from the middle in a direction by chance; nothing when there is no room for
// one.
std::optional<Value> with_outlier(const Param& param, const Value& points, std::uint64_t seed);

}  // namespace eigenscape
