// Every line of every note that holds all the words that were typed; words in quotation marks as they stand. Capitals
// do not matter. Texts that were read are kept, so that the next letter typed costs no reading.
#pragma once

#include "app/notebook/note_list.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

struct NotePlace {
    std::string name;      // of the note, within the folder
    std::size_t line = 1;  // in the file
    std::string words;     // the line, or the part of it about the first word found
};

struct NotesFound {
    std::vector<NotePlace> places;
    std::string remark;  // what was left out, in words; empty: nothing
};

class NoteSearch {
  public:
    static constexpr std::size_t most_places = 200, most_of_one = 20;
    static constexpr std::uint64_t most_bytes_of_one = 16u << 20, most_bytes = 64u << 20;

    NotesFound find(const std::filesystem::path& folder, const NoteList& list, std::string_view typed);

  private:
    struct Text {
        std::uint64_t bytes = 0;
        std::int64_t changed = 0;
        std::string text, folded;
    };
    const Text* text_of(const std::filesystem::path& folder, const NoteEntry& note);
    std::map<std::string, Text> texts_;
};

// Small letters for capital ones: Latin, Greek and Cyrillic. As many bytes as before.
std::string folded(std::string_view text);

}  // namespace eigenscape
