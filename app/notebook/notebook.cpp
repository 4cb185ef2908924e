// One note is open at a time. Writing happens on a thread of its own, since a disk may take its time; whatever it
// found is taken up here afterwards. See notebook.h.
#include "app/notebook/notebook.h"

#include "app/model/folders.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <system_error>
#include <utility>

namespace eigenscape {
namespace {

namespace fs = std::filesystem;

bool ready(const std::future<NoteKept>& writing) {
    return writing.wait_for(std::chrono::seconds(0)) != std::future_status::timeout;
}

}  // namespace

Notebook::Notebook(fs::path folder, fs::path data, std::function<std::int64_t()> clock)
    : folder_(std::move(folder)), data_(std::move(data)), clock_(std::move(clock)) {
    if (!data_.empty()) Trash(data_).forget_old(clock_());
}

Notebook::~Notebook() {
    if (note_) (void)keep();
}

std::string Notebook::choose_folder(const std::string& path) {
    const fs::path chosen = with_home(path);
    std::error_code failed;
    if (!chosen.is_absolute()) return "Write the whole path of the folder, from / or ~/ on.";
    fs::create_directories(chosen, failed);
    if (!fs::is_directory(chosen, failed)) return "\u201c" + path + "\u201d is no folder and cannot be made one.";
    if (std::string trouble = close(); !trouble.empty()) return trouble;
    folder_ = chosen;
    look_again();
    return {};
}

void Notebook::look_again() { list_ = list_notes(folder_); }

std::string Notebook::name() const { return note_ ? note_->path.lexically_relative(folder_).generic_string() : ""; }

std::string Notebook::open(const std::string& name) {
    if (note_ && this->name() == name) return {};
    const fs::path path = folder_ / name;
    NoteText read = read_note(path);
    if (!read.why.empty()) return read.why;
    if (std::string trouble = close(); !trouble.empty()) return trouble;
    note_ = std::make_unique<OpenNote>();
    note_->path = path;
    note_->known = read.text;
    note_->edit = TextEdit(std::move(read.text));
    note_->lock = NoteLock(data_, path);
    if (read.strange) note_->read_only = "This file is not text in UTF-8, so it is shown but not changed.";
    else if (!note_->lock.ours())
        note_->read_only = "This note is open in another window of Eigenscape (" + note_->lock.holder() +
                           "), so here it can only be read.";
    typed_at_ = unkept_since_ = tried_at_ = -1;
    looked_at_ = now_;
    seen_version_ = 0;
    seen_changed_ = 0;
    snapshot_at_ = std::numeric_limits<std::int64_t>::min();
    return {};
}

std::string Notebook::begin(const std::string& title, const std::string& day) {
    const std::string file = file_name_of(title) + ".md";
    std::error_code failed;
    if (!fs::exists(fs::symlink_status(folder_ / file, failed))) {
        fs::create_directories(folder_, failed);
        const NoteKept kept = keep_note({folder_ / file, new_note_text(title, day), std::nullopt});
        if (kept.state == NoteKept::failed || kept.state == NoteKept::gone) return kept.message;
    }
    look_again();
    std::string trouble = open(file);
    if (trouble.empty()) note_->edit.place(note_->edit.text().size());
    return trouble;
}

std::string Notebook::close() {
    if (!note_) return {};
    if (std::string trouble = keep(); !trouble.empty()) return trouble;
    note_.reset();
    look_again();
    return {};
}

void Notebook::take_snapshot(const std::string& text, bool always) {
    if (data_.empty() || !note_) return;
    const std::int64_t now = clock_();
    const bool due = snapshot_at_ == std::numeric_limits<std::int64_t>::min() || now < snapshot_at_ ||
                     now - snapshot_at_ >= seconds_between_snapshots;
    if (!due && !always) return;
    snapshot_at_ = now;
    if (std::string trouble = Snapshots(data_, note_->path).take(text, now); !trouble.empty())
        words_.push_back("No snapshot was taken: " + trouble);
}

void Notebook::start_keeping() {
    if (note_->known) take_snapshot(*note_->known, false);  // what was there before this writing
    KeepNote order{note_->path, note_->edit.text(), note_->known};
    writing_ = Writing{{}, order.text, note_->edit.version()};
    writing_->kept = std::async(std::launch::async, [order = std::move(order)] { return keep_note(order); });
    tried_at_ = now_;
}

std::string Notebook::take_result(const NoteKept& kept, const std::string& text, std::size_t version) {
    note_->gone = kept.state == NoteKept::gone;
    note_->problem = kept.state == NoteKept::gone || kept.state == NoteKept::failed ? kept.message : "";
    if (!note_->problem.empty()) {
        take_snapshot(text, true);  // so that not even a crash loses it
        return note_->problem;
    }
    if (kept.state == NoteKept::both) words_.push_back(kept.message);
    if (kept.path != note_->path) {
        note_->path = kept.path;
        note_->lock = NoteLock(data_, kept.path);
        look_again();
    }
    note_->known = text;
    note_->kept_version = version;
    unkept_since_ = note_->edit.version() == version ? -1 : now_;
    return {};
}

void Notebook::settle() {
    if (!writing_) return;
    const NoteKept kept = writing_->kept.get();
    const Writing done = std::move(*std::exchange(writing_, std::nullopt));
    if (note_) (void)take_result(kept, done.text, done.version);
}

std::string Notebook::keep() {
    settle();
    if (!note_ || !note_->read_only.empty() || !note_->dirty()) return {};
    if (note_->known) take_snapshot(*note_->known, false);
    const std::string text = note_->edit.text();
    return take_result(keep_note({note_->path, text, note_->known}), text, note_->edit.version());
}

std::string Notebook::keep_as(const std::string& typed) {
    settle();
    if (!note_) return {};
    fs::path path = with_home(typed);
    if (!path.is_absolute()) path = folder_ / path;
    if (path.extension() != ".md") path += ".md";
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    const std::string text = note_->edit.text();
    if (fs::exists(fs::symlink_status(path, failed)))
        return "There is a note " + quoted_name(path) + " already; choose another name.";
    const NoteKept kept = keep_note({path, text, std::nullopt});
    if (kept.state == NoteKept::failed || kept.state == NoteKept::gone) return kept.message;
    note_->lock = NoteLock(data_, kept.path);
    note_->read_only.clear();
    note_->path = kept.path;
    (void)take_result({NoteKept::saved, kept.path, {}}, text, note_->edit.version());
    look_again();
    return {};
}

void Notebook::look_outside(bool ours) {
    if (!note_ || writing_) return;
    std::error_code failed;
    const auto bytes = fs::file_size(note_->path, failed);
    const auto changed =
        failed ? 0 : static_cast<std::int64_t>(fs::last_write_time(note_->path, failed).time_since_epoch().count());
    if (!failed && bytes == seen_bytes_ && changed == seen_changed_) return;
    seen_bytes_ = bytes;
    seen_changed_ = changed;
    const NoteText now = read_note(note_->path);
    if (now.missing && !note_->gone) {
        const NoteKept lost =
            keep_note({note_->path, note_->edit.text(), note_->known});  // finds out, and writes nothing
        if (lost.state == NoteKept::gone) (void)take_result(lost, note_->edit.text(), note_->edit.version());
        words_.push_back(lost.message);
    }
    if (!now.why.empty() || now.text == note_->known) return;
    if (note_->dirty() && note_->problem.empty()) return;  // found out when it is written: both are kept
    if (now.text == note_->edit.text()) {
        note_->known = now.text;
    } else if (note_->edit.version() == note_->kept_version && !now.strange) {
        if (!ours)
            words_.push_back(quoted_name(note_->path) +
                             " was changed by another program and read anew. Undo brings the text before back.");
        note_->edit.replace_all(now.text);
        note_->known = now.text;
        note_->kept_version = seen_version_ = note_->edit.version();
    }
}

void Notebook::tick(double now) {
    now_ = now;
    if (writing_ && ready(writing_->kept)) settle();
    if (!note_) return;
    if (note_->edit.version() != seen_version_) {
        seen_version_ = note_->edit.version();
        typed_at_ = now;
        if (unkept_since_ < 0) unkept_since_ = now;
    }
    if (writing_) return;
    const bool waits = !note_->problem.empty() && now - tried_at_ < seconds_between_tries;
    const bool typed = note_->edit.version() != note_->kept_version && unkept_since_ >= 0 &&
                       (now - typed_at_ >= seconds_after_typing || now - unkept_since_ >= most_seconds_unkept);
    const bool again = !note_->problem.empty() && !note_->gone;
    if (note_->read_only.empty() && !note_->gone && !waits && (typed || again)) return start_keeping();
    if (now - looked_at_ >= seconds_between_looks) {
        looked_at_ = now;
        look_outside();
    }
}

double Notebook::due() const {
    constexpr double never = std::numeric_limits<double>::infinity(), soon = 0.05;
    if (writing_) return now_ + soon;
    if (!note_ || !note_->read_only.empty()) return never;
    if (!note_->problem.empty()) return note_->gone ? never : tried_at_ + seconds_between_tries;
    if (note_->edit.version() == note_->kept_version) return never;
    if (unkept_since_ < 0) return now_;
    return std::min(typed_at_ + seconds_after_typing, unkept_since_ + most_seconds_unkept);
}

std::vector<std::string> Notebook::take_words() { return std::exchange(words_, {}); }

std::vector<Snapshot> Notebook::snapshots() const {
    return note_ && !data_.empty() ? Snapshots(data_, note_->path).all() : std::vector<Snapshot>();
}

std::string Notebook::restore(const Snapshot& snapshot) {
    if (!note_) return {};
    if (!note_->read_only.empty()) return note_->read_only;
    const NoteText text = read_note(snapshot.file);
    if (!text.why.empty()) return text.why;
    take_snapshot(note_->edit.text(), true);
    note_->edit.replace_all(text.text);
    return {};
}

std::string Notebook::remove() {
    settle();
    if (!note_) return {};
    if (data_.empty())
        return "Nothing is deleted: there is no place for the trash, since no HOME or XDG_DATA_HOME is set.";
    if (!note_->read_only.empty()) return note_->read_only;
    if (std::string trouble = keep(); !trouble.empty() && !note_->gone) return trouble;
    if (std::string trouble = Trash(data_).put(note_->path, note_->edit.text(), clock_()); !trouble.empty())
        return trouble;
    note_.reset();
    look_again();
    return {};
}

std::vector<Snapshot> Notebook::trash() const { return data_.empty() ? std::vector<Snapshot>() : Trash(data_).all(); }

std::string Notebook::put_back(const Snapshot& deleted) {
    fs::path where;
    if (std::string trouble = Trash(data_).put_back(deleted, where); !trouble.empty()) return trouble;
    look_again();
    return open(where.lexically_relative(folder_).generic_string());
}

}  // namespace eigenscape
