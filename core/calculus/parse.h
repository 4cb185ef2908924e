// From text to a graph, or to what is wrong with the text. Expression::parse is the public door to this.
// `also_known` are the names of whole surfaces: worth suggesting for a mistyped name, and no part of a formula.
#pragma once

#include "core/calculus/expression.h"
#include "core/calculus/graph.h"

namespace eigenscape {

inline constexpr std::size_t longest_formula = 10'000;  // bytes
inline constexpr int deepest_formula = 200;             // parentheses, calls, signs and powers inside one another

struct Parsed {
    Graph graph;
    std::optional<ParseError> error;
};

Parsed parse_formula(std::string_view text, std::span<const std::string> variables,
                     std::span<const std::string_view> also_known = {});

}  // namespace eigenscape
