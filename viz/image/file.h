// Whole files, read with a limit and written so that a crash or a full disk leaves the old file or the new one, never
// half. Everything that this program saves goes through `write_file_atomic`. Paths are bytes, as the system has them.
#pragma once

#include "viz/image/png.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace eigenscape {

enum class Existing { replace, keep };

struct Saved {
    enum State { saved, exists, failed } state = saved;
    std::string message;  // unless saved: what happened and what to do, a sentence or two
    explicit operator bool() const { return state == saved; }
};

// Writes beside the target, flushes to the disk, then renames. `keep` never replaces a file, not even one that appears
// in the same moment. A symbolic link is followed; folders, pipes and devices are refused.
Saved write_file_atomic(const std::filesystem::path& path, std::span<const std::uint8_t> bytes,
                        Existing existing = Existing::replace);
Saved write_file_atomic(const std::filesystem::path& path, std::string_view text,
                        Existing existing = Existing::replace);

// A file that grows under a temporary name beside its target, written here or by another program, and gets its own name
// only when it is whole. Gone when it is dropped before `keep`.
class Draft {
  public:
    explicit Draft(std::filesystem::path target, Existing existing = Existing::replace);
    ~Draft();
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    Saved begin();                                     // makes the empty file, or says why it cannot be made
    Saved write(std::span<const std::uint8_t> bytes);  // at its end
    Saved keep();                                      // flushes it to the disk, then renames
    // Instead of `keep`, in the place of a file that is there; `before` is what that held in this very moment. Who
    // compares it with what they knew finds out whether another program wrote meanwhile, and loses nothing of it.
    Saved exchange(Bytes& before);
    const std::filesystem::path& path() const { return temporary_; }  // for the program that writes it

  private:
    std::filesystem::path target_, final_, temporary_;
    Existing existing_;
    int descriptor_ = -1;
};

struct ReadFile {
    Bytes bytes;
    std::string why;  // empty when it was read
};
// Ordinary files of at most `most` bytes; anything else is refused without waiting for it.
ReadFile read_file(const std::filesystem::path& path, std::uint64_t most = 256u << 20);

// For tests: asked before every system call ("open", "write", "fsync", "rename", …); an errno other than 0 makes it
// fail so.
void inject_file_faults(std::function<int(std::string_view call)> fault);

}  // namespace eigenscape
