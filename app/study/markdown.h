// Markdown into blocks and spans by MD4C: CommonMark with formulas between dollar signs and ticked lists, without HTML.
// Private to app/study; `prose` (prose.h) adds what lessons have beyond Markdown. Words keep their line ends, as \n.
#pragma once

#include "app/study/prose.h"

namespace eigenscape {

std::vector<Block> markdown_blocks(std::string_view markdown, int first_line, std::vector<Problem>& problems);

}  // namespace eigenscape
