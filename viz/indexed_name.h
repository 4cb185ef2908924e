// The name of a number: a parameter or a fact, and which of its entries: rate, v[0], A[0][1]. Indices count from zero.
// Formulas, lessons and challenges name their numbers so.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace eigenscape {

struct IndexedName {
    std::string_view name;  // points into the text it was read from
    std::array<int, 2> index{0, 0};
    int depth = 0;  // how many indices were given: 0, 1 or 2
};

// Nothing when the text is no such name.
std::optional<IndexedName> indexed_name(std::string_view text);

}  // namespace eigenscape
