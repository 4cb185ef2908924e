// Turns an SVG into pixels with rsvg-convert, so that tests can compare paper with the screen.
// Ask `can_convert_svg` first: not every machine has it.
#pragma once

#include "viz/image/file.h"
#include "viz/image/png.h"

#include <doctest/doctest.h>

#include <unistd.h>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace eigenscape::testing {

inline bool can_convert_svg() { return std::system("rsvg-convert --version >/dev/null 2>&1") == 0; }

inline Image from_svg(const std::string& text, int width, int height) {
    const auto folder = std::filesystem::temp_directory_path() / ("eigenscape-svg-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const auto from = folder / "picture.svg", to = folder / "picture.png";
    std::filesystem::remove(to);
    REQUIRE(write_file_atomic(from, std::string_view(text)));
    const std::string command = "rsvg-convert -w " + std::to_string(width) + " -h " + std::to_string(height) + " " +
                                from.string() + " -o " + to.string() + " 2>/dev/null";
    if (std::system(command.c_str()) != 0) return {};
    Image image = read_png(read_file(to).bytes).image;
    std::filesystem::remove_all(folder);
    return image;
}

}  // namespace eigenscape::testing
