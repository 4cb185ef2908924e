// Text and typed words are folded to small letters byte for byte, so that places in one are places in the other.
// See note_search.h.
#include "app/notebook/note_search.h"

#include "app/notebook/note_file.h"
#include "app/notebook/text_rows.h"

#include <algorithm>

namespace eigenscape {
namespace {

char32_t small(char32_t c) {
    if (c >= 'A' && c <= 'Z') return c + 32;
    if (c < 0xC0) return c;
    if (c <= 0xDE) return c == 0xD7 ? c : c + 32;
    if (c >= 0x100 && c <= 0x137 && c != 0x130 && c != 0x131) return c | 1;
    if (c >= 0x139 && c <= 0x148) return c + (c & 1);
    if (c >= 0x14A && c <= 0x177) return c | 1;
    if (c >= 0x391 && c <= 0x3A9) return c + 32;
    if (c >= 0x410 && c <= 0x42F) return c + 32;
    if (c >= 0x400 && c <= 0x40F) return c + 80;
    return c;
}

// Words between spaces; between quotation marks one.
std::vector<std::string> search_words(std::string_view typed) {
    std::vector<std::string> words(1);
    bool quoted = false;
    for (const char c : typed) {
        if (c == '"') quoted = !quoted;
        else if (c == ' ' && !quoted) words.emplace_back();
        else words.back() += c;
    }
    std::erase(words, "");
    for (std::string& word : words) word = folded(word);
    return words;
}

// At most so many bytes about `at`, cut between characters.
std::string about(std::string_view line, std::size_t at) {
    constexpr std::size_t before = 40, most = 160;
    const auto inside = [&](std::size_t i) {
        return i < line.size() && (static_cast<unsigned char>(line[i]) & 0xC0) == 0x80;
    };
    std::size_t from = at > before && line.size() > most ? at - before : 0, to = std::min(line.size(), from + most);
    while (inside(from)) ++from;
    if (from > 0 && line.find(' ', from) < at) from = line.find(' ', from) + 1;  // not within a word
    while (inside(to)) --to;
    std::string words(line.substr(from, to - from));
    while (!words.empty() && (words.back() == '\r' || words.back() == ' ')) words.pop_back();
    words.erase(0, std::min(words.find_first_not_of(" \t"), words.size()));
    return (from > 0 ? "…" : "") + words + (to < line.size() ? "…" : "");
}

std::string plural(std::size_t count, const std::string& thing) {
    return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

std::string_view line_about(std::string_view text, std::size_t at, std::size_t& from) {
    const std::size_t back = at == 0 ? text.npos : text.rfind('\n', at - 1);
    from = back == text.npos ? 0 : back + 1;
    return text.substr(from, std::min(text.find('\n', at), text.size()) - from);
}

// False: there are more than may be shown.
bool lines_with(const std::vector<std::string>& words, const std::string& name, std::string_view text,
                std::string_view small_text, std::vector<NotePlace>& places) {
    std::size_t line = 1, counted = 0, here = 0;
    for (std::size_t at = small_text.find(words[0]); at != small_text.npos;) {
        std::size_t from = 0;
        const std::string_view whole = line_about(small_text, at, from);
        line += static_cast<std::size_t>(std::ranges::count(text.substr(counted, from - counted), '\n'));
        counted = from;
        if (std::ranges::all_of(words, [&](const std::string& word) { return whole.find(word) != whole.npos; })) {
            if (places.size() >= NoteSearch::most_places || here++ >= NoteSearch::most_of_one) return false;
            places.push_back({name, line, about(text.substr(from, whole.size()), at - from)});
        }
        at = small_text.find(words[0], from + whole.size());
    }
    return true;
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out(text);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = next_character(text, at), lower = small(c);
        if (lower == c) continue;
        if (at - from == 1) out[from] = static_cast<char>(lower);
        else if (at - from == 2)
            out[from] = static_cast<char>(0xC0 | lower >> 6), out[from + 1] = static_cast<char>(0x80 | (lower & 63));
    }
    return out;
}

const NoteSearch::Text* NoteSearch::text_of(const std::filesystem::path& folder, const NoteEntry& note) {
    Text& text = texts_[note.name];
    if (text.bytes == note.bytes && text.changed == note.changed && note.changed != 0) return &text;
    NoteText read = read_note(folder / note.name);
    if (!read.why.empty()) return texts_.erase(note.name), nullptr;
    text = {note.bytes, note.changed, std::move(read.text), {}};
    text.folded = folded(text.text);
    return &text;
}

NotesFound NoteSearch::find(const std::filesystem::path& folder, const NoteList& list, std::string_view typed) {
    NotesFound found;
    const std::vector<std::string> words = search_words(typed);
    if (words.empty()) return found;
    std::uint64_t looked_at = 0;
    std::size_t too_large = 0, unread = 0;
    bool more = false;
    for (const NoteEntry& note : list.notes) {
        const bool fits = note.bytes <= most_bytes_of_one && looked_at + note.bytes <= most_bytes;
        const Text* text = fits ? text_of(folder, note) : nullptr;
        if (!text) {
            ++(fits ? unread : too_large);
            continue;
        }
        looked_at += note.bytes;
        more |= !lines_with(words, note.name, text->text, text->folded, found.places);
        if (found.places.size() >= most_places) break;
    }
    if (more)
        found.remark = "There are more places: shown are the first " + std::to_string(most_of_one) +
                       " of a note, and " + std::to_string(most_places) + " in all. ";
    if (too_large)
        found.remark += plural(too_large, "note") + (too_large == 1 ? " is" : " are") + " too large to be searched. ";
    if (unread) found.remark += plural(unread, "note") + " could not be read. ";
    if (!found.remark.empty()) found.remark.pop_back();
    return found;
}

}  // namespace eigenscape
