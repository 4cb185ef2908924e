// flock on a small file below the data folder, named after the note; inside, for people, who holds it.
// See note_lock.h.
#include "app/notebook/note_lock.h"

#include "app/model/local_time.h"
#include "app/notebook/snapshots.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace eigenscape {

namespace fs = std::filesystem;

NoteLock::NoteLock(const fs::path& data, const fs::path& note) {
    if (data.empty()) return;
    const fs::path folder = data / "locks";
    std::error_code failed;
    fs::create_directories(folder, failed);
    const std::string name = Snapshots(data, note).folder().filename().string();
    file_ = ::open((folder / name).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0) return;
    char words[256] = {};
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        const auto size = ::pread(file_, words, sizeof words - 1, 0);
        holder_ = size > 0 ? std::string(words, static_cast<std::size_t>(size)) : "another window";
        ::close(std::exchange(file_, -1));
        return;
    }
    if (::gethostname(words, sizeof words - 1) != 0) words[0] = '\0';
    const std::string mine =
        "process " + std::to_string(::getpid()) + " on " + words + ", since " + date_now() + " " + time_now();
    if (::ftruncate(file_, 0) == 0) (void)!::pwrite(file_, mine.data(), mine.size(), 0);
}

NoteLock::~NoteLock() {
    if (file_ >= 0) ::close(file_);
}

NoteLock::NoteLock(NoteLock&& other) noexcept
    : file_(std::exchange(other.file_, -1)), holder_(std::move(other.holder_)) {}

NoteLock& NoteLock::operator=(NoteLock&& other) noexcept {
    std::swap(file_, other.file_);
    std::swap(holder_, other.holder_);
    return *this;
}

}  // namespace eigenscape
