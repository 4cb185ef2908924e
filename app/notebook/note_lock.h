// One window writes in a note at a time. The system lets go of the lock when a program dies, however it does, so a lock
// left behind, or a number given to another program since, locks nobody out.
#pragma once

#include <filesystem>
#include <string>

namespace eigenscape {

class NoteLock {
  public:
    NoteLock() = default;
    // `data`: the user's data folder; without one, or where its file system has no locks, the note is ours.
    NoteLock(const std::filesystem::path& data, const std::filesystem::path& note);
    ~NoteLock();
    NoteLock(NoteLock&& other) noexcept;
    NoteLock& operator=(NoteLock&& other) noexcept;

    bool ours() const { return holder_.empty(); }
    const std::string& holder() const { return holder_; }  // who has it: "process 4711 on desk, since 14:05"

  private:
    int file_ = -1;
    std::string holder_;
};

}  // namespace eigenscape
