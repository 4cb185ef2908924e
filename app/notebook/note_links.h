// Where links and pictures of a note lead. Nothing opens by itself, and nothing outside the notes' folder is read:
// a path from a note is followed only when it ends within the folder, links of the file system counted in.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace eigenscape {

struct NoteTarget {
    enum Kind {
        note,     // `path` is a note of the folder
        picture,  // `path` is a picture there
        missing,  // `path` would be within the folder, but is not there
        heading,  // `words`: a heading of this note
        web,      // `words`: an address out there, to be shown and copied, not opened
        refused   // `words`: why
    } kind = refused;
    std::filesystem::path path;
    std::string words;
};

// `note`: the file that the link stands in.
NoteTarget target_of(const std::filesystem::path& folder, const std::filesystem::path& note, std::string_view link);

}  // namespace eigenscape
