// Random bytes as a note: reading must end, without a crash, name lines that exist, and keep every rule of the rows and
// of the caret that an editor relies on.
#include "app/notebook/note_blocks.h"
#include "app/notebook/note_links.h"
#include "app/notebook/note_search.h"
#include "app/notebook/text_rows.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace eigenscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto lines = std::ranges::count(text, '\n') + 1;
    for (const Block& block : note_blocks(text).blocks)
        if (block.line < 0 || block.line > lines) std::abort();
    if (front_matter_length(text) > text.size() || folded(text).size() != text.size()) std::abort();
    (void)target_of("/nowhere", "/nowhere/note.md", text.substr(0, 200));
    TextRows rows;
    rows.lay(text, 50, [](char32_t c) { return c == '\n' ? 0.0f : 7.0f; });
    for (std::size_t row = 0; row < rows.count(); ++row)
        if (rows.end_of(text, row) < rows.begin_of(row) || rows.row_of(rows.begin_of(row)) != row) std::abort();
    TextEdit edit(text);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = edit.after(at);
        if (next <= at) std::abort();
        at = next;
    }
    return 0;
}
