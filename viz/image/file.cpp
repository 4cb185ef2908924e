// Atomic writing over POSIX calls, each of them checked; see file.h.
// Order: temporary file (O_EXCL) → write → fsync → rename → fsync of the folder. On any failure the temporary file
// goes.
#include "viz/image/file.h"
#include "viz/image/file_calls.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <optional>
#include <random>
#include <utility>

namespace eigenscape {
namespace {

namespace fs = std::filesystem;

std::string size_words(std::uintmax_t bytes) {
    if (bytes < 1024) return std::to_string(bytes) + " bytes";
    return bytes < 1u << 20 ? std::to_string(bytes >> 10) + " KiB" : std::to_string(bytes >> 20) + " MiB";
}

// On a full disk: how much is free there and how much is wanted.
std::string room(const fs::path& folder, std::size_t wanted) {
    std::error_code none;
    const fs::space_info space = fs::space(folder.empty() ? "." : folder, none);
    if (none) return {};
    return " (" + size_words(space.available) + " are free, " + size_words(wanted) + " are needed)";
}

Saved failure(const fs::path& path, int error, std::size_t wanted = 0) {
    std::string why = reason(error);
    if (const std::size_t end = why.find('.'); error == ENOSPC && end != std::string::npos)
        why.insert(end, room(path.parent_path(), wanted));
    return {Saved::failed, "Cannot write " + shown(path) + ": " + why + "."};
}
Saved refusal(const fs::path& path, const std::string& why) {
    return {Saved::failed, "Cannot write " + shown(path) + ": " + why + "."};
}
Saved taken(const fs::path& path) {
    return {Saved::exists, "There is a file " + shown(path) + " already; it was left as it is."};
}

// Some file systems cannot flush; that is no reason to lose a picture.
bool flushed(int fd) {
    if (checked("fsync", [&] { return ::fsync(fd); }) == 0) return true;
    return errno == EINVAL || errno == ENOTSUP || errno == ENOSYS;
}

bool written(int fd, std::span<const std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const ssize_t count = checked("write", [&] { return ::write(fd, bytes.data(), bytes.size()); });
        if (count == 0) errno = EIO;  // no progress, and no reason told: not again and again
        if (count <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

fs::path temporary_beside(const fs::path& path) {
    static constexpr char digits[] = "0123456789abcdef";
    std::random_device random;
    std::string name = ".eigenscape-";
    for (int i = 0; i < 12; ++i) name += digits[random() % 16];
    return path.parent_path() / (name + ".tmp");
}

// Where a chain of symbolic links ends, whether or not there is a file.
std::optional<fs::path> followed(fs::path path) {
    for (int links = 0; links < 40; ++links) {
        std::error_code error;
        if (!fs::is_symlink(fs::symlink_status(path, error))) return path;
        const fs::path next = fs::read_symlink(path, error);
        if (error) return path;
        path = next.is_absolute() ? next : path.parent_path() / next;
    }
    return std::nullopt;
}

// A new name for the finished file that never replaces another: 0, or an errno (EEXIST: the name is taken).
int named_without_replacing(const fs::path& from, const fs::path& to) {
#ifdef RENAME_NOREPLACE
    if (checked("rename",
                [&] { return ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE); }) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
#endif
    if (checked("link", [&] { return ::link(from.c_str(), to.c_str()); }) == 0) {
        ::unlink(from.c_str());
        return 0;
    }
    if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS) return errno;
    // No links here either: claim the name with an empty file, then replace our own claim.
    const Descriptor claim(
        checked("open", [&] { return ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666); }));
    if (claim.number() < 0) return errno;
    if (checked("rename", [&] { return ::rename(from.c_str(), to.c_str()); }) == 0) return 0;
    const int error = errno;
    ::unlink(to.c_str());
    return error;
}

int named(const fs::path& from, const fs::path& to, Existing existing) {
    if (existing == Existing::keep) return named_without_replacing(from, to);
    return checked("rename", [&] { return ::rename(from.c_str(), to.c_str()); }) == 0 ? 0 : errno;
}

// The rename itself must survive a power cut. The file is whole either way, so a failure here is not reported.
void flush_folder(const fs::path& folder) {
    const char* name = folder.empty() ? "." : folder.c_str();
    const Descriptor directory(
        checked("open folder", [&] { return ::open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
    if (directory.number() >= 0) (void)flushed(directory.number());
}

}  // namespace

Saved write_file_atomic(const fs::path& path, std::span<const std::uint8_t> bytes, Existing existing) {
    Draft draft(path, existing);
    Saved done = draft.begin();
    if (done) done = draft.write(bytes);
    return done ? draft.keep() : done;
}

Saved write_file_atomic(const fs::path& path, std::string_view text, Existing existing) {
    return write_file_atomic(path, std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()),
                             existing);
}

Draft::Draft(fs::path target, Existing existing) : target_(std::move(target)), existing_(existing) {}

Draft::~Draft() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Saved Draft::begin() {
    if (target_.empty()) return refusal("a picture", "no file name was given");
    if (!target_.has_filename()) return refusal(target_, "this is a folder. Add a file name");
    const std::optional<fs::path> end = followed(target_);
    if (!end) return failure(target_, ELOOP);
    struct stat status {};
    std::optional<mode_t> mode;  // of the file that will be replaced
    if (::stat(end->c_str(), &status) == 0) {
        if (S_ISDIR(status.st_mode)) return refusal(target_, "this is a folder. Add a file name");
        if (!S_ISREG(status.st_mode)) return refusal(target_, "this is not an ordinary file");
        if (existing_ == Existing::keep) return taken(target_);
        if (::access(end->c_str(), W_OK) != 0) return failure(target_, errno);
        mode = status.st_mode & 0777;
    } else if (errno != ENOENT) {
        return failure(target_, errno);
    }
    // Never more open than the file that it replaces, not even where its mode cannot be set exactly.
    constexpr int fresh = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
    const fs::path temporary = temporary_beside(*end);
    descriptor_ = checked("open", [&] { return ::open(temporary.c_str(), fresh, mode.value_or(0666)); });
    if (descriptor_ < 0) return failure(target_, errno);
    if (mode) (void)::fchmod(descriptor_, *mode);  // the mask may have taken something away
    final_ = *end;
    temporary_ = temporary;
    return {};
}

Saved Draft::write(std::span<const std::uint8_t> bytes) {
    return written(descriptor_, bytes) ? Saved{} : failure(target_, errno, bytes.size());
}

Saved Draft::keep() {
    Descriptor file(std::exchange(descriptor_, -1));
    errno = 0;
    if (!flushed(file.number()) || !file.close()) return failure(target_, errno != 0 ? errno : EIO);
    if (const int error = named(temporary_, final_, existing_))
        return error == EEXIST && existing_ == Existing::keep ? taken(target_) : failure(target_, error);
    temporary_.clear();
    flush_folder(final_.parent_path());
    return {};
}

namespace {

// The two files change names, so that the old one can be looked at under `old`. Where names cannot be exchanged, the
// old file gets a second name first; what is renamed to this place in between goes unseen there.
int exchanged(const fs::path& fresh, const fs::path& target, fs::path& old) {
    old = fresh;
#ifdef RENAME_EXCHANGE
    if (checked("rename",
                [&] { return ::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE); }) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
#endif
    const fs::path second = temporary_beside(target);
    const bool held = checked("link", [&] { return ::link(target.c_str(), second.c_str()); }) == 0;
    if (held) old = second;
    if (checked("rename", [&] { return ::rename(fresh.c_str(), target.c_str()); }) == 0) return 0;
    const int error = errno;
    if (held) ::unlink(second.c_str());
    return error;
}

}  // namespace

Saved Draft::exchange(Bytes& before) {
    Descriptor file(std::exchange(descriptor_, -1));
    errno = 0;
    if (!flushed(file.number()) || !file.close()) return failure(target_, errno != 0 ? errno : EIO);
    fs::path old;
    if (const int error = exchanged(temporary_, final_, old)) return failure(target_, error);
    before = read_file(old).bytes;
    ::unlink(old.c_str());
    temporary_.clear();
    flush_folder(final_.parent_path());
    return {};
}

}  // namespace eigenscape
