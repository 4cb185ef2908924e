// One walk through the folder with a limit on its depth and on how much is looked at; see note_list.h.
#include "app/notebook/note_list.h"

#include <algorithm>
#include <system_error>

namespace eigenscape {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_entries = 200'000;

bool is_note(const fs::path& path) {
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return ending == ".md" || ending == ".markdown";
}

void take(const fs::path& folder, const fs::directory_entry& entry, NoteList& list) {
    std::error_code failed;
    if (!entry.is_regular_file(failed) || !is_note(entry.path())) return;
    NoteEntry note;
    note.name = entry.path().lexically_relative(folder).generic_string();
    note.bytes = entry.file_size(failed);
    note.changed = static_cast<std::int64_t>(entry.last_write_time(failed).time_since_epoch().count());
    list.notes.push_back(std::move(note));
}

}  // namespace

std::string NoteEntry::title() const { return fs::path(name).stem().string(); }
std::string NoteEntry::within() const { return fs::path(name).parent_path().generic_string(); }

NoteList list_notes(const fs::path& folder) {
    NoteList list;
    std::error_code failed;
    if (!fs::exists(folder, failed))
        return list.remark = "There is no folder " + folder.string() + " yet: the first note makes it.", list;
    fs::recursive_directory_iterator walk(folder, fs::directory_options::skip_permission_denied, failed);
    if (failed)
        return list.remark = "The folder " + folder.string() + " cannot be read: " + failed.message() + ".", list;
    std::size_t looked_at = 0;
    for (; walk != fs::recursive_directory_iterator(); walk.increment(failed)) {
        const bool hidden = walk->path().filename().string().starts_with('.');
        if (hidden || walk.depth() >= static_cast<int>(most_note_depth)) walk.disable_recursion_pending();
        if (!hidden) take(folder, *walk, list);
        if (++looked_at >= most_entries || list.notes.size() >= most_notes) {
            list.remark = "Only " + std::to_string(list.notes.size()) +
                          " notes are listed: the folder holds more than is looked through.";
            break;
        }
        if (failed) break;
    }
    if (failed) list.remark = "A part of the folder could not be read: " + failed.message() + ".";
    std::ranges::sort(list.notes, [](const NoteEntry& a, const NoteEntry& b) {
        return a.changed != b.changed ? a.changed > b.changed : a.name > b.name;
    });
    return list;
}

}  // namespace eigenscape
