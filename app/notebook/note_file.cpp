// Between comparing and renaming somebody may write; so what the file held in that very moment is compared afterwards.
// See note_file.h.
#include "app/notebook/note_file.h"

#include "app/notebook/text_rows.h"
#include "viz/image/file.h"
#include "viz/image/png_chunks.h"

#include <algorithm>
#include <span>
#include <system_error>

namespace eigenscape {
namespace {

namespace fs = std::filesystem;

bool there(const fs::path& path) {
    std::error_code none;
    return fs::exists(fs::symlink_status(path, none));
}

// Under the first free name beside it; the path that it got, or the reason.
NoteKept put_beside(const fs::path& note, const std::string& text) {
    for (int n = 1; n < 1000; ++n) {
        const fs::path path = conflict_name(note, n);
        const Saved saved = write_file_atomic(path, std::string_view(text), Existing::keep);
        if (saved.state == Saved::exists) {
            if (const NoteText same = read_note(path); same.why.empty() && same.text == text)
                return {NoteKept::both, path, {}};
            continue;
        }
        if (!saved) return {NoteKept::failed, note, saved.message};
        return {NoteKept::both, path, {}};
    }
    return {NoteKept::failed, note, "Beside " + quoted_name(note) + " there are too many conflicting notes already."};
}

NoteKept theirs_stays(const KeepNote& order) {
    NoteKept kept = put_beside(order.path, order.text);
    if (kept.state == NoteKept::both)
        kept.message = quoted_name(order.path) +
                       " was changed by another program while you were writing. Both are kept: theirs as " +
                       quoted_name(order.path) + ", yours as " + quoted_name(kept.path) + ", in which you go on.";
    return kept;
}

NoteKept theirs_moved(const KeepNote& order, const std::string& theirs) {
    NoteKept kept = put_beside(order.path, theirs);
    if (kept.state != NoteKept::both) return kept;
    kept.message = quoted_name(order.path) +
                   " was changed by another program in the same moment. Both are kept: yours as " +
                   quoted_name(order.path) + ", theirs as " + quoted_name(kept.path) + ".";
    kept.path = order.path;
    return kept;
}

NoteKept missing(const fs::path& path) {
    const fs::path folder = path.parent_path();
    if (!there(folder))
        return {NoteKept::gone, path,
                "The folder " + folder.string() + " is not there any more. Your text is kept here; save it elsewhere."};
    return {NoteKept::gone, path,
            quoted_name(path) +
                " was deleted or renamed by another program. Your text is kept here; save it again, or under another "
                "name."};
}

Saved exchange(const KeepNote& order, Bytes& held) {
    Draft draft(order.path);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(order.text.data());
    Saved saved = draft.begin();
    if (saved) saved = draft.write(std::span(bytes, order.text.size()));
    return saved ? draft.exchange(held) : saved;
}

}  // namespace

std::string quoted_name(const fs::path& path) { return "\u201c" + path.filename().string() + "\u201d"; }

NoteText read_note(const fs::path& path) {
    NoteText note;
    if (!there(path))
        return note.missing = true, note.why = "There is no note " + quoted_name(path) + " any more.", note;
    ReadFile file = read_file(path, most_note_bytes);
    note.why = std::move(file.why);
    note.text = std::string(png::as_text(file.bytes));
    note.strange = note.text.find('\0') != std::string::npos || !is_utf8(note.text);
    return note;
}

fs::path conflict_name(const fs::path& note, int n) {
    const std::string mark = n <= 1 ? " (conflict)" : " (conflict " + std::to_string(n) + ")";
    return note.parent_path() / (note.stem().string() + mark + note.extension().string());
}

NoteKept keep_note(const KeepNote& order) {
    if (!order.known) {
        const Saved saved = write_file_atomic(order.path, std::string_view(order.text), Existing::keep);
        if (saved.state == Saved::exists) return theirs_stays(order);
        if (!saved && !there(order.path.parent_path())) return missing(order.path);
        return {saved ? NoteKept::saved : NoteKept::failed, order.path, saved.message};
    }
    const NoteText now = read_note(order.path);
    if (now.missing) return missing(order.path);
    if (!now.why.empty()) return {NoteKept::failed, order.path, now.why};
    if (now.text == order.text) return {NoteKept::saved, order.path, {}};
    if (now.text != *order.known) return theirs_stays(order);
    Bytes held;
    if (const Saved saved = exchange(order, held); !saved) return {NoteKept::failed, order.path, saved.message};
    const std::string before(png::as_text(held));
    if (before != *order.known && before != order.text) return theirs_moved(order, before);
    return {NoteKept::saved, order.path, {}};
}

std::string file_name_of(const std::string& title) {
    constexpr std::size_t most = 100;  // bytes: a conflict's mark and an ending still fit
    std::string name;
    for (const char c : title) {
        const bool refused = static_cast<unsigned char>(c) < 0x20 || c == 0x7F ||
                             std::string_view("/\\:*?\"<>|#^[]").find(c) != std::string_view::npos;
        name += refused ? ' ' : c;
    }
    if (name.size() > most) {
        name.resize(most);
        while (!name.empty() && !is_utf8(name)) name.pop_back();
    }
    const auto useless = [](char c) { return c == ' ' || c == '.'; };
    while (!name.empty() && useless(name.back())) name.pop_back();
    const auto first = std::ranges::find_if(name, [&](char c) { return !useless(c) && c != '-'; });
    name.erase(name.begin(), first);
    std::string small = name;
    std::ranges::transform(small, small.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const bool device = small == "con" || small == "nul" || small == "aux" || small == "prn";  // files of old systems
    return name.empty() ? "Note" : device ? name + " note" : name;
}

std::string new_note_text(const std::string& title, const std::string& day) {
    std::string safe = title;  // on one line of YAML, in quotes where it needs them
    std::ranges::replace_if(
        safe, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    const bool plain = safe.find_first_of(":#\"'\\[]{},&*!|>%@`") == std::string::npos && !safe.starts_with('-');
    std::string written = plain ? safe : "\"";
    if (!plain) {
        for (const char c : safe) written += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
        written += '"';
    }
    return "---\ntitle: " + written + "\ncreated: " + day + "\ntags: [eigenscape]\n---\n\n# " + safe + "\n\n";
}

}  // namespace eigenscape
