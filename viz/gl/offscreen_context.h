// An OpenGL 3.3 context without a window or a display, for pictures made by scripts and for tests.
// Keep one alive while you draw; it is current on the thread that made it.
#pragma once

#include <memory>
#include <string>

namespace eigenscape::gl {

class OffscreenContext {
  public:
    OffscreenContext();  // throws std::runtime_error: what was tried, what the driver said, what to do
    ~OffscreenContext();
    OffscreenContext(OffscreenContext&&) noexcept;
    OffscreenContext& operator=(OffscreenContext&&) noexcept;

    void make_current() const;
    std::string driver() const;  // "Mesa, llvmpipe (LLVM 15.0.6, 256 bits), OpenGL 3.3 (Core Profile) Mesa 22.3.6"

  private:
    struct Connection;
    std::unique_ptr<Connection> connection_;
};

// What is wrong with the current context for our renderer; empty: nothing. The window asks this too.
std::string why_unsuitable();

}  // namespace eigenscape::gl
