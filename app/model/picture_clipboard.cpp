// wl-copy under Wayland, xclip under X11: whichever the desktop answers to and PATH has.
// Both read to the end of their input, go into the background and leave the first process at once.
#include "app/model/picture_clipboard.h"

#include "app/model/child.h"
#include "app/model/folders.h"

#include <vector>

namespace eigenscape {
namespace {

std::string handed_to(const std::vector<std::string>& words, std::span<const std::uint8_t> png) {
    constexpr double patience = 5;  // seconds
    Child child(words);
    if (!child.trouble().empty()) return child.trouble();
    const bool taken = child.write(png, patience);
    child.close();
    const std::optional<int> status = child.wait(patience);
    if (taken && status == 0) return {};
    if (!status) return words[0] + " does not answer.";
    if (status == 0) return words[0] + " did not take the whole picture.";
    const std::string said = child.said(400);
    return words[0] + " ended with status " + std::to_string(*status) + (said.empty() ? "." : ": " + said);
}

}  // namespace

std::string copy_png(std::span<const std::uint8_t> png) {
#if defined(_WIN32) || defined(__APPLE__)
    (void)png;
    return "Copying a picture is not supported on this system yet. F12 saves it as a file.";
#else
    if (!environment("WAYLAND_DISPLAY").empty() && !find_program("wl-copy").empty())
        return handed_to({"wl-copy", "--type", "image/png"}, png);
    if (!environment("DISPLAY").empty() && !find_program("xclip").empty())
        return handed_to({"xclip", "-selection", "clipboard", "-t", "image/png", "-i"}, png);
    if (!environment("WAYLAND_DISPLAY").empty())
        return "It needs wl-copy, which is not installed: the package is called wl-clipboard. F12 saves the picture as "
               "a file.";
    if (!environment("DISPLAY").empty())
        return "It needs xclip, which is not installed: the package is called xclip. F12 saves the picture as a file.";
    return "There is no desktop with a clipboard here. F12 saves the picture as a file.";
#endif
}

}  // namespace eigenscape
