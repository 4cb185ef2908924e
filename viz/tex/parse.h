// TeX read into a tree. Whatever is wrong stays in the tree as an error node where it stood, with a message and its
// column; the rest is read on.
#pragma once

#include "viz/tex/node.h"
#include "viz/tex/typeset.h"

#include <string_view>
#include <vector>

namespace eigenscape {

struct ParsedTex {
    Node root;
    std::vector<TexError> errors;
};

inline constexpr std::size_t longest_tex = 60'000;  // characters that are read; what is longer is cut, and said so
inline constexpr int deepest_tex = 400;             // braces, roots, scripts … within each other
inline constexpr std::size_t most_tex_errors = 50;  // that are told

ParsedTex parse_tex(std::string_view tex);

}  // namespace eigenscape
