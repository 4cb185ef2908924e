// A scheme decides first; what has none is a path, with %20 and the like undone. See note_links.h.
#include "app/notebook/note_links.h"

#include "app/model/ascii.h"

#include <algorithm>
#include <system_error>

namespace eigenscape {
namespace {

namespace fs = std::filesystem;

int hex_value(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape =
            text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
        out += escape ? static_cast<char>(16 * hex_value(text[i + 1]) + hex_value(text[i + 2])) : text[i];
        if (escape) i += 2;
    }
    return out;
}

// "http" of "http://x"; a drive's letter is none.
std::string_view scheme_of(std::string_view link) {
    const std::size_t colon = link.find(':');
    if (colon == link.npos || colon < 2 || link.find('/') < colon) return {};
    const bool word = std::ranges::all_of(link.substr(0, colon), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' ||
               c == '.';
    });
    return word ? link.substr(0, colon) : std::string_view();
}

bool within(const fs::path& folder, const fs::path& path) {
    std::error_code failed;
    const fs::path root = fs::weakly_canonical(folder, failed),
                   end = failed ? path : fs::weakly_canonical(path, failed);
    if (failed) return false;
    const fs::path rest = end.lexically_relative(root);
    return !rest.empty() && *rest.begin() != ".." && !rest.is_absolute();
}

NoteTarget refusal(std::string_view link, const std::string& why) {
    return {NoteTarget::refused, {}, "\u201c" + std::string(link.substr(0, 200)) + "\u201d " + why};
}

}  // namespace

NoteTarget target_of(const fs::path& folder, const fs::path& note, std::string_view link) {
    if (link.empty()) return refusal(link, "leads nowhere.");
    if (link[0] == '#') return {NoteTarget::heading, {}, unescaped(link.substr(1))};
    const std::string scheme = lower_case(scheme_of(link));
    if (scheme == "http" || scheme == "https" || scheme == "mailto") return {NoteTarget::web, {}, std::string(link)};
    if (!scheme.empty()) return refusal(link, "is not opened: notes link to notes and pictures of their folder.");
    std::string text = unescaped(link.substr(0, link.find('#')));
    if (text.find('\0') != text.npos) return refusal(link, "is not a path.");
    fs::path path = note.parent_path() / text;
    if (fs::path(text).is_absolute() || !within(folder, path))
        return refusal(link, "lies outside the folder of the notes, so it is not opened.");
    std::error_code none;
    if (!fs::exists(path, none) && path.extension().empty()) path += ".md";
    if (!within(folder, path)) return refusal(link, "lies outside the folder of the notes, so it is not opened.");
    if (!fs::is_regular_file(path, none))
        return {NoteTarget::missing, path,
                "There is no \u201c" + path.filename().string() + "\u201d in the folder of the notes."};
    const std::string ending = lower_case(path.extension().string());
    if (ending == ".md" || ending == ".markdown") return {NoteTarget::note, path, {}};
    if (ending == ".png" || ending == ".jpg" || ending == ".jpeg") return {NoteTarget::picture, path, {}};
    return refusal(link, "is not opened: only notes, PNG and JPEG pictures are shown here.");
}

}  // namespace eigenscape
