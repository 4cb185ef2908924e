// Some graphics drivers crash or abort where memory runs out, and neither can be caught as an exception.
// While a DriverAtWork lives, the program then ends with a sentence and status 1 instead of a bare signal.
#pragma once

#include <array>

#ifdef __unix__
#include <csignal>
#endif

namespace eigenscape {

// For one thing at a time, in the thread that draws, before anything has been written. A debugger or sanitizer that has
// its own eye on these signals keeps it.
class DriverAtWork {
  public:
    DriverAtWork();
    ~DriverAtWork();
    DriverAtWork(const DriverAtWork&) = delete;
    DriverAtWork& operator=(const DriverAtWork&) = delete;

#ifdef __unix__
  private:
    static constexpr std::array signals{SIGSEGV, SIGBUS, SIGABRT, SIGILL};
    std::array<struct sigaction, signals.size()> before_{};
    stack_t stack_before_{};
#endif
};

}  // namespace eigenscape
