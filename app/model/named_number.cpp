// Names with indices, looked up in a scene's table; see named_number.h.
// A vector takes one index, a matrix and a set of points two; a single number takes none.
#include "app/model/named_number.h"

#include "app/model/numbers.h"
#include "viz/indexed_name.h"

#include <limits>

namespace eigenscape {
namespace {

// How many indices a kind takes, and how many entries the last of them counts.
struct Indices {
    int depth = -1, columns = 1;
};

Indices indices_of(Kind kind) {
    switch (kind) {
        case Kind::integer:
        case Kind::real: return {0, 1};
        case Kind::numbers: return {1, std::numeric_limits<int>::max()};
        case Kind::vec2: return {1, 2};
        case Kind::vec3: return {1, 3};
        case Kind::mat2:
        case Kind::points: return {2, 2};
        case Kind::mat3:
        case Kind::points3: return {2, 3};
        default: return {};
    }
}

}  // namespace

std::optional<NamedNumber> number_named(const std::vector<Param>& params, const State& state, std::string_view name) {
    const auto indexed = indexed_name(name);
    if (!indexed) return std::nullopt;
    for (std::size_t i = 0; i < params.size() && i < state.size(); ++i) {
        if (params[i].name != indexed->name) continue;
        const Indices shape = indices_of(params[i].kind);
        if (shape.depth != indexed->depth) return std::nullopt;
        const int last = indexed->index[static_cast<std::size_t>(shape.depth > 1 ? 1 : 0)];
        const int entry = shape.depth == 2 ? indexed->index[0] * shape.columns + last : last;
        if (last >= shape.columns || entry >= static_cast<int>(numbers_of(state[i]).size())) return std::nullopt;
        return NamedNumber{static_cast<int>(i), entry};
    }
    return std::nullopt;
}

std::optional<double> value_named(const std::vector<Param>& params, const State& state, std::string_view name) {
    const auto found = number_named(params, state, name);
    if (!found) return std::nullopt;
    return numbers_of(state[static_cast<std::size_t>(found->param)])[static_cast<std::size_t>(found->entry)];
}

}  // namespace eigenscape
