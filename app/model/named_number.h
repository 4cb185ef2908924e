// The numbers of a scene by name, as formulas, lessons and challenges write them: rate, v[0], A[0][1].
// A name leads to a parameter and an entry of it, which can then be shown, dragged or typed.
#pragma once

#include "app/model/param.h"

#include <optional>
#include <string_view>
#include <vector>

namespace eigenscape {

struct NamedNumber {
    int param = 0;  // in the scene's table
    int entry = 0;  // of numbers_of: row by row
};

// Nothing when no parameter has that name, or it has no such entry in `state`.
std::optional<NamedNumber> number_named(const std::vector<Param>& params, const State& state, std::string_view name);

// Its value; nothing when there is no such number.
std::optional<double> value_named(const std::vector<Param>& params, const State& state, std::string_view name);

}  // namespace eigenscape
