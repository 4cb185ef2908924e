// Earlier texts of a note, and notes that were deleted: in the user's data folder, never among the notes. Each file is
// an ordinary copy that any editor opens. A counter in its name says which is newer; clocks may jump.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace eigenscape {

struct Snapshot {
    std::filesystem::path file;
    std::uint64_t number = 0;  // later is larger
    std::int64_t second = 0;   // since 1970, as the clock told it then
    std::string note;          // of the trash: where the note was
};

// Of one note: the newest few all, of older ones one for each hour, day, week.
class Snapshots {
  public:
    static constexpr std::size_t newest_kept = 10, most = 60;

    Snapshots(const std::filesystem::path& data, const std::filesystem::path& note);
    std::string take(const std::string& text, std::int64_t second);  // what went wrong; the same text again takes none
    std::vector<Snapshot> all() const;                               // the newest first
    const std::filesystem::path& folder() const { return folder_; }

  private:
    std::filesystem::path folder_, note_;
};

// Which of them, the newest first, are to go: their places in the list.
std::vector<std::size_t> superfluous(const std::vector<Snapshot>& newest_first, std::int64_t now);

class Trash {
  public:
    static constexpr int days_kept = 30;

    explicit Trash(const std::filesystem::path& data) : folder_(data / "trash") {}
    // Moves the note there: copied and flushed before it is removed. What went wrong; empty when it is done.
    std::string put(const std::filesystem::path& note, const std::string& text, std::int64_t second);
    std::vector<Snapshot> all() const;
    std::string put_back(const Snapshot& deleted, std::filesystem::path& where);  // never over another note
    // Forgets what has been there for 30 days on which the program was used, so that a clock that leaps forgets
    // nothing.
    void forget_old(std::int64_t second);
    const std::filesystem::path& folder() const { return folder_; }

  private:
    std::filesystem::path folder_;
};

std::filesystem::path data_folder();            // below XDG_DATA_HOME; empty when the system tells no home
std::int64_t seconds_now();                     // since 1970
std::string moment_words(std::int64_t second);  // "2026-11-24 14:05", local

}  // namespace eigenscape
