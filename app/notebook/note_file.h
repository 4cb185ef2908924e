// A note on the disk. It belongs to its owner and to whatever else writes there: an editor, a sync client, git. So it
// is written only in the place of exactly what was read, and when it turns out to be another text, both are kept.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace eigenscape {

inline constexpr std::uint64_t most_note_bytes = 64u << 20;

struct NoteText {
    std::string text;
    std::string why;       // it cannot be read; empty when it was
    bool missing = false;  // there is no such file
    bool strange = false;  // not UTF-8, or with zero bytes: to be looked at, not changed
};
NoteText read_note(const std::filesystem::path& path);

// `known`: what the file holds as far as we know; nullopt: nothing, it is new.
struct KeepNote {
    std::filesystem::path path;
    std::string text;
    std::optional<std::string> known;
};

struct NoteKept {
    enum State {
        saved,  // the text stands at `path`
        both,   // somebody else had written: the text stands at `path`, or theirs does beside it
        gone,   // the file, or its folder, is not there any more: nothing was written
        failed  // nothing was written
    } state = saved;
    std::filesystem::path path;  // where the text stands now
    std::string message;         // unless saved: what happened, for people
};

// Writes atomically, and never over what somebody else wrote: not even what appears in the moment of writing.
NoteKept keep_note(const KeepNote& order);

// "walk.md" → "walk (conflict).md", "walk (conflict 2).md" …
std::filesystem::path conflict_name(const std::filesystem::path& note, int n);

// A title as a file's name, without ending: what no system takes in a name is left out. Never empty, hidden or long.
std::string file_name_of(const std::string& title);

// "---\ntitle: …\ncreated: …\n---\n\n# …\n\n"
std::string new_note_text(const std::string& title, const std::string& day);

std::string quoted_name(const std::filesystem::path& path);  // “walk.md”

}  // namespace eigenscape
