// A note as it is read: its front matter apart, the rest as blocks that a panel shows. Large or odd notes are shown as
// plain text instead, with the reason in words: a note always opens at once.
#pragma once

#include "app/study/prose.h"

#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

// What stands between two lines of --- at the very beginning, these included; 0: there is none.
std::size_t front_matter_length(std::string_view text);

struct NoteBlocks {
    std::vector<Block> blocks;
    std::string plain;  // why it is not shown as Markdown; empty: it is
};

inline constexpr std::size_t most_typeset_bytes = 256u << 10, most_typeset_blocks = 3000, most_typeset_line = 32u << 10;

NoteBlocks note_blocks(std::string_view text);

// The text with the box of a task, "- [ ]" or "- [x]", changed to the other; `line` from 1. Without a box there: as it
// is.
std::string with_other_tick(std::string text, std::size_t line);

}  // namespace eigenscape
