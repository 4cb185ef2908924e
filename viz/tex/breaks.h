// Where a formula that is too wide may be broken into lines.
#pragma once

#include <string_view>
#include <vector>

namespace eigenscape {

// The formula in pieces that together are its source. Each but the first begins with a +, − or = that stands in no
// group, brackets or environment and joins two terms: "a = b(c - d) - e" is "a ", "= b(c - d) ", "- e".
std::vector<std::string_view> pieces_of_tex(std::string_view tex);

}  // namespace eigenscape
