// Markdown into blocks and spans by MD4C: CommonMark with formulas between dollar signs and ticked lists, without HTML.
// `prose` (prose.h) adds what lessons have beyond Markdown. Words keep their line ends, as \n; one that a note asks to
// be kept is U+2028.
#pragma once

#include "app/study/prose.h"

namespace eigenscape {

// A lesson's links lead to scenes and it has no pictures of its own; a note links to whatever it likes and shows
// pictures.
enum class MarkdownOf { lesson, note };

std::vector<Block> markdown_blocks(std::string_view markdown, int first_line, std::vector<Problem>& problems,
                                   MarkdownOf what = MarkdownOf::lesson);

}  // namespace eigenscape
