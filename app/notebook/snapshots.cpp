// A snapshot's name is NUMBER-SECOND.md; a deleted note's NUMBER-SECOND-DAY.md, with DAY the count of days on which the
// program was used, and beside it NUMBER.path: where the note was. See snapshots.h.
#include "app/notebook/snapshots.h"

#include "app/model/folders.h"
#include "app/model/local_time.h"
#include "app/notebook/note_file.h"
#include "viz/image/file.h"
#include "viz/image/png_chunks.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <ctime>
#include <map>
#include <system_error>

namespace eigenscape {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t hour = 3600, day = 24 * hour, week = 7 * day;

// FNV-1a: a folder's name for each note, the same on every machine.
std::string key_of(const fs::path& note) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : fs::absolute(note).lexically_normal().string())
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    char text[16];
    const auto end = std::to_chars(text, text + 16, hash, 16).ptr;
    return {text, end};
}

// The numbers of a name like 12-1700000000-3.md; fewer than `count`: it is not one of ours.
bool numbers_in(const fs::path& file, std::vector<std::int64_t>& numbers, std::size_t count) {
    const std::string name = file.stem().string();
    const char* at = name.data();
    const char* const end = at + name.size();
    while (numbers.size() < count) {
        std::int64_t number = 0;
        const auto [next, wrong] = std::from_chars(at, end, number);
        if (wrong != std::errc() || number < 0) return false;
        numbers.push_back(number);
        if (next == end) break;
        if (*next != '-') return false;
        at = next + 1;
    }
    return numbers.size() == count;
}

std::vector<Snapshot> in_folder(const fs::path& folder, std::size_t numbers_in_name) {
    std::vector<Snapshot> all;
    std::error_code none;
    for (fs::directory_iterator at(folder, none), end; !none && at != end; at.increment(none)) {
        std::vector<std::int64_t> numbers;
        if (at->path().extension() != ".md" || !numbers_in(at->path(), numbers, numbers_in_name)) continue;
        all.push_back({at->path(), static_cast<std::uint64_t>(numbers[0]), numbers[1], {}});
    }
    std::ranges::sort(all, [](const Snapshot& a, const Snapshot& b) { return a.number > b.number; });
    return all;
}

// Folders of one's own alone: what is in them was written in private.
std::string make_private(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) return "The folder " + folder.string() + " could not be made: " + failed.message() + ".";
    fs::permissions(folder, fs::perms::owner_all, fs::perm_options::replace, failed);
    return {};
}

// Under the next number; another window may take it first.
std::string write_next(const fs::path& folder, std::uint64_t last, const std::string& rest, const std::string& text,
                       fs::path& file) {
    for (std::uint64_t number = last + 1; number < last + 1000; ++number) {
        file = folder / (std::to_string(number) + rest);
        const Saved saved = write_file_atomic(file, std::string_view(text), Existing::keep);
        if (saved.state != Saved::exists) return saved.message;
    }
    return "The folder " + folder.string() + " holds no free name.";
}

struct Days {
    std::int64_t count = 0, last = 0;  // on which the program was used; the last of them
};

Days days_of(const fs::path& folder) {
    Days days;
    const ReadFile file = read_file(folder / "days", 64);
    const std::string_view text = png::as_text(file.bytes);
    const auto [next, wrong] = std::from_chars(text.data(), text.data() + text.size(), days.count);
    if (wrong == std::errc() && next != text.data() + text.size())
        std::from_chars(next + 1, text.data() + text.size(), days.last);
    return days;
}

}  // namespace

Snapshots::Snapshots(const fs::path& data, const fs::path& note)
    : folder_(data / "snapshots" / key_of(note)), note_(note) {}

std::vector<Snapshot> Snapshots::all() const { return in_folder(folder_, 2); }

std::string Snapshots::take(const std::string& text, std::int64_t second) {
    const std::vector<Snapshot> before = all();
    if (!before.empty() && read_note(before[0].file).text == text) return {};
    if (std::string trouble = make_private(folder_); !trouble.empty()) return trouble;
    (void)write_file_atomic(folder_ / "note.path",
                            std::string_view(note_.string() + "\n"));  // for people who look in here
    fs::path file;
    std::string trouble = write_next(folder_, before.empty() ? 0 : before[0].number,
                                     "-" + std::to_string(std::max<std::int64_t>(0, second)) + ".md", text, file);
    const std::vector<Snapshot> now = all();
    std::error_code none;
    for (const std::size_t i : superfluous(now, second)) fs::remove(now[i].file, none);
    return trouble;
}

std::vector<std::size_t> superfluous(const std::vector<Snapshot>& list, std::int64_t now) {
    std::vector<std::size_t> go;
    std::size_t kept = 0;
    std::map<std::int64_t, bool> taken;  // a span of time that has its snapshot
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::int64_t age = std::max<std::int64_t>(0, now - list[i].second);
        const std::int64_t span = age < day ? hour : age < 30 * day ? day : week;
        const bool first = taken.emplace(list[i].second / span * 4 + (span == hour  ? 0
                                                                      : span == day ? 1
                                                                                    : 2),
                                         true)
                               .second;
        const bool keep = i < Snapshots::newest_kept || (first && kept < Snapshots::most);
        if (keep) ++kept;
        else go.push_back(i);
    }
    return go;
}

std::string Trash::put(const fs::path& note, const std::string& text, std::int64_t second) {
    if (std::string trouble = make_private(folder_); !trouble.empty()) return trouble;
    const std::vector<Snapshot> before = all();
    fs::path file;
    const std::string rest =
        "-" + std::to_string(std::max<std::int64_t>(0, second)) + "-" + std::to_string(days_of(folder_).count) + ".md";
    if (std::string trouble = write_next(folder_, before.empty() ? 0 : before[0].number, rest, text, file);
        !trouble.empty())
        return trouble;
    const Saved named =
        write_file_atomic(fs::path(file).replace_extension(".path"), std::string_view(fs::absolute(note).string()));
    if (!named) return named.message;
    std::error_code failed;
    fs::remove(note, failed);
    return failed ? quoted_name(note) + " could not be deleted: " + failed.message() + "." : "";
}

std::vector<Snapshot> Trash::all() const {
    std::vector<Snapshot> all = in_folder(folder_, 3);
    for (Snapshot& one : all)
        one.note = std::string(png::as_text(read_file(fs::path(one.file).replace_extension(".path"), 1u << 16).bytes));
    return all;
}

std::string Trash::put_back(const Snapshot& deleted, fs::path& where) {
    const NoteText note = read_note(deleted.file);
    if (!note.why.empty()) return note.why;
    if (deleted.note.empty()) return "It is not known where this note was. It lies in " + deleted.file.string() + ".";
    where = deleted.note;
    std::error_code failed;
    fs::create_directories(where.parent_path(), failed);
    for (int n = 0; n < 100; ++n) {
        const fs::path path = n == 0 ? where : conflict_name(where, n);
        const Saved saved = write_file_atomic(path, std::string_view(note.text), Existing::keep);
        if (saved.state == Saved::exists) continue;
        if (!saved) return saved.message;
        where = path;
        fs::remove(fs::path(deleted.file).replace_extension(".path"), failed);
        fs::remove(deleted.file, failed);
        return {};
    }
    return "There are too many notes of that name already.";
}

void Trash::forget_old(std::int64_t second) {
    std::error_code none;
    if (!fs::exists(folder_, none)) return;
    Days days = days_of(folder_);
    if (const std::int64_t today = second / day; today != days.last) {
        days = {days.count + 1, today};
        (void)write_file_atomic(folder_ / "days",
                                std::string_view(std::to_string(days.count) + " " + std::to_string(days.last)));
    }
    for (const Snapshot& one : in_folder(folder_, 3)) {
        std::vector<std::int64_t> numbers;
        if (!numbers_in(one.file, numbers, 3) || days.count - numbers[2] <= days_kept ||
            second - one.second < days_kept * day)
            continue;
        fs::remove(fs::path(one.file).replace_extension(".path"), none);
        fs::remove(one.file, none);
    }
}

fs::path data_folder() {
    const std::string folder = base_folder("XDG_DATA_HOME", "/.local/share");
    return folder.empty() ? fs::path() : fs::path(folder) / "eigenscape";
}

std::int64_t seconds_now() {
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::string moment_words(std::int64_t second) {
    const std::tm local = local_time(static_cast<std::time_t>(second));
    return date_words(local) + " " + time_words(local);
}

}  // namespace eigenscape
