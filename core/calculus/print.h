// A formula written out: `formula_text` for typing again, `formula_tex` for typesetting.
// Both stop with an ellipsis beyond `longest_print` characters, because a derivative shares parts that print repeats,
// and beyond `deepest_print` operations inside one another, so that they fit a stack of 512 KiB.
#pragma once

#include "core/calculus/graph.h"

#include <string>
#include <vector>

namespace eigenscape {

inline constexpr std::size_t longest_print = 50'000;
inline constexpr int deepest_print = 1'000;    // a typed formula has at most four for each of its 200 levels
inline constexpr int deepest_tex_print = 180;  // beyond, what typesets formulas gives up too

std::string formula_text(const Graph& graph, const std::vector<std::string>& variables);
std::string formula_tex(const Graph& graph, const std::vector<std::string>& variables);

}  // namespace eigenscape
