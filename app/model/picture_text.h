// A picture as a parameter's value: its written form (a PNG in base 64), and a file of the user's own made small
// enough. What cannot be a picture is answered with a reason, as the end of "photo: …".
#pragma once

#include "app/model/value.h"
#include "viz/image/png.h"

#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace eigenscape {

std::string text_of_picture(const Picture& picture);  // empty: none

// The picture, or what is wrong with the text. Never a path: a state from elsewhere must not read files here.
std::variant<Picture, std::string> picture_of_text(std::string_view text);

// A PNG or JPEG of any usual size, made smaller until no side is longer than most_picture_side; `words` tell its size,
// and what was done to it: "256 × 128 pixels, made smaller from 600 × 300".
struct BroughtIn {
    Picture picture;
    std::string words;
};
std::variant<BroughtIn, std::string> bring_in_picture(const std::string& path);
std::variant<BroughtIn, std::string> bring_in_picture(std::span<const std::uint8_t> file);
std::variant<Picture, std::string> read_picture_file(const std::string& path);  // the picture alone

// No side longer than `side`; each new pixel is the mean, weighted by opacity, of those it covers. Never made larger.
Image shrunk(const Image& image, int side);

}  // namespace eigenscape
