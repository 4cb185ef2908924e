// Bounded reading over POSIX calls, each of them checked; see file.h.
#include "viz/image/file.h"
#include "viz/image/file_calls.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <array>

namespace eigenscape {

ReadFile read_file(const std::filesystem::path& path, std::uint64_t most) {
    const auto cannot = [&](const std::string& why) {
        return ReadFile{{}, "Cannot read " + shown(path) + ": " + why + "."};
    };
    // O_NONBLOCK: opening a pipe that nobody writes to must not wait for ever.
    const Descriptor file(checked("open", [&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); }));
    if (file.number() < 0) {
        if (errno == ENOENT) return cannot("there is no such file");
        return cannot(errno == EACCES ? "you may not read it" : reason(errno));
    }
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) return cannot(reason(errno));
    if (S_ISDIR(status.st_mode)) return cannot("this is a folder");
    if (!S_ISREG(status.st_mode)) return cannot("this is not an ordinary file");
    const auto too_large = "it is larger than " + std::to_string(most >> 20) + " MiB";
    if (static_cast<std::uint64_t>(status.st_size) > most) return cannot(too_large);
    ReadFile result;
    std::array<std::uint8_t, 65536> block;
    for (;;) {
        const ssize_t count = checked("read", [&] { return ::read(file.number(), block.data(), block.size()); });
        if (count < 0) return cannot(reason(errno));
        if (count == 0) return result;
        if (result.bytes.size() + static_cast<std::size_t>(count) > most) return cannot(too_large);  // it grew
        result.bytes.insert(result.bytes.end(), block.begin(), block.begin() + count);
    }
}

}  // namespace eigenscape
