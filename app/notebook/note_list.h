// Which notes there are in a folder: Markdown files, also in folders within it. What begins with a dot (.git,
// .obsidian, .trash) is not looked into and never touched, and links to folders are not followed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace eigenscape {

struct NoteEntry {
    std::string name;  // within the folder, with /: "algebra/rotations.md"
    std::uint64_t bytes = 0;
    std::int64_t changed = 0;    // of the file system's clock: only to be compared
    std::string title() const;   // "rotations"
    std::string within() const;  // "algebra", or empty
};

struct NoteList {
    std::vector<NoteEntry> notes;  // the one changed last first
    std::string remark;            // what was left out, or why there is nothing
};

inline constexpr std::size_t most_notes = 10'000, most_note_depth = 16;

NoteList list_notes(const std::filesystem::path& folder);

}  // namespace eigenscape
