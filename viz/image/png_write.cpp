// Writing PNG: each row as it is or as its difference to the one above (filter Up), compressed by libdeflate.
// Which of the two is told by which repeats itself more; trying the other filters costs more than it saves.
#include <libdeflate.h>

#include "viz/image/png.h"
#include "viz/image/png_chunks.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace eigenscape {
namespace {

// Levels of libdeflate at which files are no larger than libpng's at its level 6. Scenes of lines on paper change in 3
// to 9 % of their words from row to row, those with surfaces and filled maps in 22 to 35 %.
constexpr int drawing_level = 6, surface_level = 5, text_level = 6;
constexpr double most_changes_of_drawing = 0.2;
constexpr std::size_t long_text = 512;  // bytes from which text is compressed

void append_number(Bytes& out, std::uint32_t n) {
    for (const int shift : {24, 16, 8, 0}) out.push_back(static_cast<std::uint8_t>(n >> shift));
}

void append_text(Bytes& out, std::string_view text) { out.insert(out.end(), text.begin(), text.end()); }

// A chunk whose data is written by `fill`; length and checksum are added around it.
template <class Fill>
void append_chunk(Bytes& out, std::string_view type, const Fill& fill) {
    const std::size_t start = out.size();
    append_number(out, 0);
    append_text(out, type);
    fill();
    const std::size_t length = out.size() - start - 8;
    if (length > png::most_length) throw std::invalid_argument("The picture is too large for a PNG file.");
    for (int i = 0; i < 4; ++i) out[start + i] = static_cast<std::uint8_t>(length >> (24 - 8 * i));
    append_number(out, png::crc(std::span(out).subspan(start + 4)));
}

void append_compressed(Bytes& out, std::span<const std::uint8_t> data, int level) {
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(level), &libdeflate_free_compressor);
    if (!compressor) throw std::bad_alloc();
    // Not a vector: most of the room is never written to, so it costs nothing.
    const std::size_t bound = libdeflate_zlib_compress_bound(compressor.get(), data.size());
    const std::unique_ptr<std::uint8_t[]> room(new std::uint8_t[bound]);
    const std::size_t size = libdeflate_zlib_compress(compressor.get(), data.data(), data.size(), room.get(), bound);
    out.insert(out.end(), room.get(), room.get() + size);
}

bool is_opaque(const Image& image) {
    std::uint8_t all = 255;
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) all &= image.rgba[i];
    return all == 255;
}

using Word = std::uint64_t;
constexpr std::size_t word_bytes = sizeof(Word);

Word word_at(const std::uint8_t* bytes) {
    Word w;
    std::memcpy(&w, bytes, word_bytes);
    return w;
}

// How many words of two stretches of bytes differ.
std::size_t differences(const std::uint8_t* row, const std::uint8_t* other, std::size_t length) {
    std::size_t count = 0;
    for (std::size_t i = 0; i + word_bytes <= length; i += word_bytes)
        count += word_at(row + i) != word_at(other + i) ? 1 : 0;
    return count;
}

// Bytes minus bytes modulo 256, eight at a time: the top bits are kept apart so that nothing is borrowed across them.
void subtract(const std::uint8_t* row, const std::uint8_t* above, std::uint8_t* out, std::size_t length) {
    constexpr Word top = 0x8080808080808080;
    std::size_t i = 0;
    for (; i + word_bytes <= length; i += word_bytes) {
        const Word a = word_at(row + i), b = word_at(above + i);
        const Word difference = ((a | top) - (b & ~top)) ^ ((a ^ ~b) & top);
        std::memcpy(out + i, &difference, word_bytes);
    }
    for (; i < length; ++i) out[i] = static_cast<std::uint8_t>(row[i] - above[i]);
}

// A row of 3 or 4 bytes a pixel; 4 more bytes may be written after it.
void pack(const Image& image, int y, int channels, std::uint8_t* out) {
    const std::uint8_t* in = image.pixel(0, y);
    if (channels == 4) {
        std::memcpy(out, in, std::size_t{4} * image.width);
        return;
    }
    for (int x = 0; x < image.width; ++x) std::memcpy(out + std::size_t{3} * x, in + std::size_t{4} * x, 4);
}

struct Filtered {
    std::unique_ptr<std::uint8_t[]> rows;
    std::size_t size = 0;
    std::size_t changed = 0;  // words that differ from their neighbour in the direction of their row's filter
};

Filtered filtered(const Image& image, int channels) {
    const std::size_t length = static_cast<std::size_t>(image.width) * channels;
    Filtered result;
    result.size = (length + 1) * image.height;
    result.rows.reset(new std::uint8_t[result.size]);
    std::vector<std::uint8_t> here(length + word_bytes), above(length + word_bytes, 0);
    for (int y = 0; y < image.height; ++y) {
        pack(image, y, channels, here.data());
        std::uint8_t* out = result.rows.get() + (length + 1) * y;
        const std::size_t along = differences(here.data() + channels, here.data(), length - channels);
        const std::size_t down = differences(here.data(), above.data(), length);
        const bool up = down <= along + along / 8;
        result.changed += std::min(down, along);
        *out++ = up ? 2 : 0;
        if (up) subtract(here.data(), above.data(), out, length);
        else std::memcpy(out, here.data(), length);
        std::swap(here, above);
    }
    return result;
}

void append_itxt(Bytes& out, const PictureText& text) {
    const bool good = !text.keyword.empty() && text.keyword.size() <= png::most_keyword &&
                      std::all_of(text.keyword.begin(), text.keyword.end(), [](char c) { return c > ' ' && c < 127; });
    if (!good) throw std::invalid_argument("A keyword in a PNG file must be 1 to 79 printable ASCII characters.");
    append_chunk(out, "iTXt", [&] {
        const bool packed = text.text.size() >= long_text;
        append_text(out, text.keyword);
        out.push_back(0);
        out.push_back(packed ? 1 : 0);
        for (int i = 0; i < 3; ++i) out.push_back(0);  // zlib; no language; no translated keyword
        const std::span bytes(reinterpret_cast<const std::uint8_t*>(text.text.data()), text.text.size());
        if (packed) append_compressed(out, bytes, text_level);
        else append_text(out, text.text);
    });
}

}  // namespace

Bytes write_png(const Image& image, std::span<const PictureText> texts) {
    if (image.width <= 0 || image.height <= 0 || image.rgba.size() != std::size_t{4} * image.width * image.height)
        throw std::invalid_argument("There is no picture to write: its size is " + std::to_string(image.width) + " × " +
                                    std::to_string(image.height) + ".");
    const bool opaque = is_opaque(image);
    Bytes out(png::signature.begin(), png::signature.end());
    append_chunk(out, "IHDR", [&] {
        append_number(out, static_cast<std::uint32_t>(image.width));
        append_number(out, static_cast<std::uint32_t>(image.height));
        for (const int byte : {8, opaque ? 2 : 6, 0, 0, 0}) out.push_back(static_cast<std::uint8_t>(byte));
    });
    append_chunk(out, "sRGB", [&] { out.push_back(0); });
    for (const PictureText& text : texts) append_itxt(out, text);
    append_chunk(out, "IDAT", [&] {
        const Filtered rows = filtered(image, opaque ? 3 : 4);
        const bool drawing =
            static_cast<double>(rows.changed * word_bytes) < most_changes_of_drawing * static_cast<double>(rows.size);
        append_compressed(out, {rows.rows.get(), rows.size}, drawing ? drawing_level : surface_level);
    });
    append_chunk(out, "IEND", [] {});
    return out;
}

}  // namespace eigenscape
