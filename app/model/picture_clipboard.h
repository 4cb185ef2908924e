// A picture on the system's clipboard, through the small program that the desktop has for it.
// X11 and Wayland let a picture be pasted only as long as somebody holds it: that program does, also after we have
// ended.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace eigenscape {

// Gives what to tell when it was not copied: what is missing and what to install. Empty: it was.
std::string copy_png(std::span<const std::uint8_t> png);

}  // namespace eigenscape
