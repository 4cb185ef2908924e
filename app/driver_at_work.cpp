// The handler does nothing but write a sentence that was ready before and leave; it has a stack of its own, since the
// other may be what ran out.
#include "app/driver_at_work.h"

#ifdef __unix__
#include <unistd.h>

namespace eigenscape {
namespace {

constexpr char words[] =
    "eigenscape: the graphics driver broke down, most often for lack of memory. Nothing was written. Give the program "
    "more memory (see ulimit -v), or ask for an .svg, which needs no driver.\n";
alignas(16) std::array<char, 65536> handler_stack;

extern "C" void say_and_leave(int) {
    if (::write(STDERR_FILENO, words, sizeof words - 1) < 0) ::_exit(1);  // nobody is there to hear it
    ::_exit(1);
}

}  // namespace

DriverAtWork::DriverAtWork() {
    stack_t stack{};
    stack.ss_sp = handler_stack.data();
    stack.ss_size = handler_stack.size();
    ::sigaltstack(&stack, &stack_before_);  // if this fails, the sentence is lost and nothing else
    struct sigaction action {};
    action.sa_handler = say_and_leave;
    action.sa_flags = SA_ONSTACK;
    for (std::size_t i = 0; i < signals.size(); ++i) {
        ::sigaction(signals[i], nullptr, &before_[i]);
        if (before_[i].sa_handler == SIG_DFL) ::sigaction(signals[i], &action, nullptr);
    }
}

DriverAtWork::~DriverAtWork() {
    for (std::size_t i = 0; i < signals.size(); ++i) ::sigaction(signals[i], &before_[i], nullptr);
    ::sigaltstack(&stack_before_, nullptr);
}

}  // namespace eigenscape

#else

namespace eigenscape {

DriverAtWork::DriverAtWork() = default;
DriverAtWork::~DriverAtWork() = default;

}  // namespace eigenscape

#endif
