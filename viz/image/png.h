// PNG files: written fast with our own text inside, their text read without trusting a byte of them.
// `write_png` never puts a path, a name or a date into a file; what it writes is a function of its arguments alone.
#pragma once

#include "viz/image/image.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

using Bytes = std::vector<std::uint8_t>;

// Text that travels in a picture, as an iTXt chunk: a keyword of 1–79 printable ASCII characters, UTF-8 text.
struct PictureText {
    std::string keyword, text;
};

// Opaque pictures become RGB, others RGBA. Throws std::invalid_argument for an empty picture or a bad keyword.
Bytes write_png(const Image& image, std::span<const PictureText> texts = {});

// What a search for text found. `refused`: the file is not to be trusted, `why` says what is wrong with it.
struct FoundText {
    enum State { found, absent, refused } state = absent;
    std::string text;  // when found: valid UTF-8
    std::string why;   // otherwise a sentence for the user
};
inline constexpr std::size_t most_text_bytes = 8u << 20;

// Walks all chunks, checks lengths and checksums, unpacks the one chunk of this keyword and nothing else.
FoundText read_png_text(std::span<const std::uint8_t> file, std::string_view keyword);

// The pixels of any PNG of at most `most_pixels`; an empty image and the reason when there are none to be had.
struct ReadPicture {
    Image image;
    std::string why;
};
inline constexpr std::uint64_t most_pixels = 40'000'000;  // 8K and a little
ReadPicture read_png(std::span<const std::uint8_t> file);

}  // namespace eigenscape
