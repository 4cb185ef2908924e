// Owns the folder by a lock, sets aside what cannot be used, and writes on a thread of its own: fsync may take long.
// The count of starts that went wrong is in the locked file: one more before each start with the session, none again
// after some seconds of life.
#include "app/model/session_file.h"

#include "app/model/explorer.h"
#include "app/model/folders.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>

namespace eigenscape {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view not_kept = "What you do is not kept for the next start: ";
constexpr std::string_view instead = " Ctrl+S saves a state and F12 a picture to come back to.";

bool ready(const std::future<Saved>& writing) {
    return writing.wait_for(std::chrono::seconds(0)) != std::future_status::timeout;  // deferred: done when asked for
}

}  // namespace

fs::path state_folder() {
    const std::string folder = base_folder("XDG_STATE_HOME", "/.local/state");
    return folder.empty() ? fs::path() : fs::path(folder) / "eigenscape";
}

SessionFile::SessionFile(fs::path folder) : folder_(std::move(folder)) {}

SessionFile::~SessionFile() {
    if (writing_.valid()) writing_.wait();
    if (lock_ >= 0) ::close(lock_);
}

std::string SessionFile::own() {
    if (folder_.empty()) return std::string(not_kept) + "no HOME or XDG_STATE_HOME is set." + std::string(instead);
    std::error_code failed;
    fs::create_directories(folder_, failed);
    lock_ = ::open((folder_ / "running").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock_ < 0)
        return std::string(not_kept) + folder_.string() + ": " + std::strerror(errno) + "." + std::string(instead);
    keeps_ = ::flock(lock_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;  // a file system without locks: ours
    if (keeps_) return {};
    ::close(lock_);
    lock_ = -1;
    return "Eigenscape is open in another window, which keeps the session; this one does not." + std::string(instead);
}

int SessionFile::deaths() const {
    char text[16] = {};
    int count = 0;
    const auto size = ::pread(lock_, text, sizeof text, 0);
    if (size > 0) std::from_chars(text, text + size, count);
    return count;
}

void SessionFile::note_deaths(int count) const {
    const std::string text = std::to_string(count) + "\n";
    if (::ftruncate(lock_, 0) != 0 || ::pwrite(lock_, text.data(), text.size(), 0) < 0)
        return;  // a full disk: one protection less, and the writing of the session will say so
}

// The first free name. When the file cannot be moved, it is left alone and nothing is written over it.
std::string SessionFile::set_aside(const std::string& why) {
    for (int n = 1; n < 10000; ++n) {
        const fs::path place = folder_ / ("session-" + std::to_string(n) + ".json");
        std::error_code none, failed;
        if (fs::exists(fs::symlink_status(place, none))) continue;
        fs::rename(file(), place, failed);
        if (!failed) return why + " It was set aside as " + place.string() + ".";
        keeps_ = false;
        return why + " It could not be set aside (" + failed.message() + ") and was left as it is. " +
               std::string(not_kept) + "move " + file().string() + " away.";
    }
    keeps_ = false;
    return why + " " + std::string(not_kept) + folder_.string() + " is full of sessions that were set aside.";
}

// True when something was restored.
bool SessionFile::read(Explorer& explorer, std::vector<std::string>& words) {
    const ReadFile held = read_file(file(), 32u << 20);
    const std::string_view text(reinterpret_cast<const char*>(held.bytes.data()), held.bytes.size());
    const auto outcome = held.why.empty() ? session_from_text(text, explorer.scenes()) : BadSession{held.why};
    if (const auto* bad = std::get_if<BadSession>(&outcome)) {
        if (!bad->newer) return words.push_back(set_aside("The last session cannot be used. " + bad->message)), false;
        keeps_ = false;
        words.push_back("The last session was saved by a newer Eigenscape and was left as it is. " +
                        std::string(not_kept) + "eigenscape --fresh begins a new session.");
        return false;
    }
    const LastSession& last = std::get<LastSession>(outcome);
    explorer.restore(last.scenes);
    if (!last.open.empty()) explorer.open(last.open);
    foreign_ = last.foreign;
    if (!last.remarks.empty())
        words.push_back(set_aside("Not all of the last session was understood: " + last.remarks.front()));
    else written_ = session_of(explorer);
    return true;
}

std::vector<std::string> SessionFile::restore(Explorer& explorer, bool fresh) {
    std::vector<std::string> words;
    if (std::string trouble = own(); !trouble.empty()) words.push_back(std::move(trouble));
    std::error_code none;
    if (lock_ < 0 || !fs::exists(fs::symlink_status(file(), none))) return words;
    const int died = deaths();
    bool restored = false;
    if (fresh) words.push_back(set_aside("A new session."));
    else if (died >= deaths_at_start)
        words.push_back(set_aside("With the last session the program ended at its start " + std::to_string(died) +
                                  " times, so this one is new."));
    else note_deaths(died + 1), restored = read(explorer, words);
    if (!restored) note_deaths(0);
    return words;
}

LastSession SessionFile::session_of(const Explorer& explorer) const {
    LastSession session;
    session.open = explorer.own_scene().words.id;
    session.scenes = explorer.documents();
    session.foreign = foreign_;
    return session;
}

std::string SessionFile::finished() {
    if (!writing_.valid() || !ready(writing_)) return {};
    const Saved saved = writing_.get();
    if (saved) return said_ = false, std::string();
    written_.reset();  // to be tried again
    if (said_) return {};
    said_ = true;
    return std::string(not_kept) + saved.message;
}

std::string SessionFile::keep(const Explorer& explorer, double now) {
    if (started_ < 0) started_ = now;
    if (lock_ >= 0 && !settled_ && now - started_ >= seconds_of_start) settled_ = true, note_deaths(0);
    if (!keeps_) return {};
    const std::string words = finished();
    due_ = due_ || (in_gesture_ && !explorer.in_gesture());
    in_gesture_ = explorer.in_gesture();
    if (writing_.valid() || (!due_ && looked_ >= 0 && now - looked_ < seconds_between)) return words;
    looked_ = now;
    due_ = false;
    LastSession session = session_of(explorer);
    if (written_ == session) return words;
    written_ = session;
    writing_ = std::async([session = std::move(session), path = file(), &scenes = explorer.scenes()] {
        return write_file_atomic(path, std::string_view(to_text(session, scenes)));
    });
    return words;
}

std::string SessionFile::end(const Explorer& explorer) {
    if (lock_ >= 0) note_deaths(0);
    if (!keeps_ || started_ < 0) return {};  // not ours, or no window came
    if (writing_.valid()) writing_.wait();
    std::string words = finished();
    if (LastSession session = session_of(explorer); written_ != session) {
        const Saved saved = write_file_atomic(file(), std::string_view(to_text(session, explorer.scenes())));
        if (!saved) words = std::string(not_kept) + saved.message;
        else words.clear(), written_ = std::move(session);
    }
    return words;
}

}  // namespace eigenscape
