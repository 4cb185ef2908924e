// What reading and writing files share: system calls that are checked, and words for what went wrong.
#pragma once

#include <unistd.h>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace eigenscape {

std::function<int(std::string_view)>& file_fault();  // see inject_file_faults

// Runs one system call, or fails as the tests want; calls interrupted by a signal are taken up again.
template <class Call>
auto checked(std::string_view name, const Call& call) -> decltype(call()) {
    if (file_fault())
        if (const int error = file_fault()(name)) {
            errno = error;
            return -1;
        }
    decltype(call()) result;
    do result = call();
    while (result == -1 && errno == EINTR);
    return result;
}

std::string reason(int error);                         // what went wrong, in words that say what to do about it
std::string shown(const std::filesystem::path& path);  // as messages quote it: a very long one without its middle

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    int number() const { return fd_; }
    bool close() {
        return checked("close", [fd = std::exchange(fd_, -1)] { return ::close(fd); }) == 0 || errno == EINTR;
    }

  private:
    int fd_;
};

}  // namespace eigenscape
