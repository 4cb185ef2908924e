// Another program, run beside this one: started from a list of words (never a shell line), fed with bytes, waited for.
// Nothing here blocks for longer than it is told to, and a program that ends early is an answer, not a signal.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

// Where PATH has an executable of this name; empty when it has none. A name with a slash is its own path.
std::string find_program(std::string_view name);

class Child {
  public:
    // Starts words[0], looked for in PATH, with the other words as its arguments. What it prints goes to a file without
    // a name. Unless it could be started, `trouble` says why, and everything below does nothing.
    explicit Child(const std::vector<std::string>& words);
    ~Child();  // kills it when it still runs
    Child(Child&& other) noexcept;
    Child& operator=(Child&& other) noexcept;

    const std::string& trouble() const { return trouble_; }
    bool write(std::span<const std::uint8_t> bytes, double seconds);  // to its input; false: not all was taken in time
    // As much of it as is taken in time; nothing is taken any more once `listens` is false.
    std::size_t offer(std::span<const std::uint8_t> bytes, double seconds);
    bool listens() const { return input_ >= 0; }
    double computed_seconds() const;  // processor time that it has used; −1 where that cannot be told
    void close();                     // its input ends here

    // Its exit status, or 128 plus the signal that ended it; nothing while it still runs after so many seconds.
    std::optional<int> wait(double seconds);
    void kill();

    std::string said(std::size_t most_bytes = 1u << 16) const;  // the end of what it printed, outputs and errors alike

  private:
    std::string trouble_;
    int pid_ = -1, input_ = -1, record_ = -1;  // file descriptors; -1: there is none
    std::optional<int> status_;
};

}  // namespace eigenscape
