// The learner's notebook while the program runs: a folder of notes, the one that is open, and its way to the disk.
// What is typed is kept within two seconds; what goes wrong is told in words and the text stays in memory. Deeds that
// can fail give what to tell; empty: it is done. No window is needed.
#pragma once

#include "app/notebook/note_file.h"
#include "app/notebook/note_list.h"
#include "app/notebook/note_lock.h"
#include "app/notebook/note_search.h"
#include "app/notebook/snapshots.h"
#include "app/notebook/text_edit.h"

#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace eigenscape {

struct OpenNote {
    std::filesystem::path path;
    TextEdit edit;
    std::optional<std::string> known;  // what the disk held when we looked last; nullopt: it is new
    std::size_t kept_version = 0;      // of `edit`, that is on the disk or on its way there
    std::string read_only;             // why it may not be changed; empty: it may
    std::string problem;               // why it is not on the disk; empty: all is well
    bool gone = false;                 // deleted, renamed, or its folder with it: another place is needed
    NoteLock lock;
    bool dirty() const { return edit.version() != kept_version || !problem.empty(); }
};

class Notebook {
  public:
    static constexpr double seconds_after_typing = 1, most_seconds_unkept = 4, seconds_between_looks = 2,
                            seconds_between_tries = 10;
    static constexpr std::int64_t seconds_between_snapshots = 120;

    // `data`: where snapshots, the trash and locks are; empty: there are none.
    Notebook(std::filesystem::path folder, std::filesystem::path data,
             std::function<std::int64_t()> clock = seconds_now);
    ~Notebook();  // keeps what it can
    Notebook(const Notebook&) = delete;
    Notebook& operator=(const Notebook&) = delete;

    const std::filesystem::path& folder() const { return folder_; }
    std::string choose_folder(const std::string& path);  // "~/" stands for the home folder
    const NoteList& notes() const { return list_; }
    void look_again();  // at the folder

    std::string open(const std::string& name);  // within the folder
    std::string begin(const std::string& title,
                      const std::string& day);  // a new note; a day's, or one that is there, is opened
    std::string close();
    bool is_open() const { return note_ != nullptr; }
    OpenNote* note() { return note_.get(); }
    const OpenNote* note() const { return note_.get(); }
    std::string name() const;  // of the open note, within the folder

    // To be called often, `now` in seconds of a clock that only goes forward.
    void tick(double now);
    double due() const;  // when `tick` has something to do; infinity: nothing before something is typed
    std::string keep();  // at once: waits for the disk
    std::string keep_as(const std::string& path);  // in another place: a path, or a name within the folder
    // Is what is on the disk still what we know? A text without changes of one's own is read anew; `ours`: the change
    // was made by this program, and there is nothing to tell.
    void look_outside(bool ours = false);
    std::vector<std::string> take_words();  // what happened meanwhile, to be told once

    std::vector<Snapshot> snapshots() const;        // of the open note, the newest first
    std::string restore(const Snapshot& snapshot);  // as a change that can be undone
    std::string remove();                           // the open note, into the trash
    std::vector<Snapshot> trash() const;
    std::string put_back(const Snapshot& deleted);  // and opens it

    NotesFound find(const std::string& typed) { return search_.find(folder_, list_, typed); }

  private:
    void take_snapshot(const std::string& text, bool always);
    void start_keeping();
    std::string take_result(const NoteKept& kept, const std::string& text, std::size_t version);
    void settle();  // waits for the writing under way
    struct Writing {
        std::future<NoteKept> kept;
        std::string text;
        std::size_t version = 0;
    };

    std::filesystem::path folder_, data_;
    std::function<std::int64_t()> clock_;
    NoteList list_;
    NoteSearch search_;
    std::unique_ptr<OpenNote> note_;
    std::optional<Writing> writing_;
    std::vector<std::string> words_;
    double now_ = 0, typed_at_ = -1, unkept_since_ = -1, looked_at_ = -1, tried_at_ = -1;
    std::size_t seen_version_ = 0;
    std::int64_t snapshot_at_ = 0;
    std::uint64_t seen_bytes_ = 0;
    std::int64_t seen_changed_ = 0;
};

}  // namespace eigenscape
