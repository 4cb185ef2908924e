// Writing PNG: rows as they are or as their differences to the ones above (filter Up), compressed by libdeflate.
// One filter for the whole picture: rows filtered in different ways do not repeat each other.
#include "core/parallel.h"
#include "viz/image/png.h"
#include "viz/image/png_chunks.h"
#include "viz/image/zlib_stream.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace eigenscape {
namespace {

// How a picture's rows are written; libdeflate's level is one at which files are no larger than libpng's at its
// level 6.
struct Manner {
    bool differences;  // to the row above
    int level;
};
// Lines on paper, of whose pixels 3 to 9 % differ from the one above: nearly all differences are 0.
constexpr Manner drawing{true, 5};
// Shaded surfaces and filled maps, 15 to 25 %: their colours come again, the differences less so.
constexpr Manner shaded{false, 4};
// Photographs, nearly all: hardly anything comes again, but differences are small.
constexpr Manner photograph{true, 5};
constexpr double most_of_drawing = 0.12, most_of_shaded = 0.6;
constexpr int text_level = 6;
constexpr std::size_t shared_parts = 4, least_shared = 1 << 20;  // threads share pictures of at least so many bytes
constexpr std::size_t long_text = 512;                           // bytes from which text is compressed

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

std::uint32_t pixel_at(const std::uint8_t* bytes) {
    std::uint32_t pixel;
    std::memcpy(&pixel, bytes, sizeof pixel);
    return pixel;
}

// The bytes of several pixels, so that one instruction does for all of them what a loop says of each.
using Block = std::array<std::uint8_t, 16>;

Block block_at(const std::uint8_t* bytes) {
    Block block;
    std::memcpy(block.data(), bytes, block.size());
    return block;
}

bool is_opaque(const Image& image) {
    const std::size_t size = image.rgba.size();
    Block all;
    all.fill(255);
    std::size_t i = 0;
    for (; i + all.size() <= size; i += all.size()) {
        const Block here = block_at(image.rgba.data() + i);
        for (std::size_t k = 0; k < all.size(); ++k) all[k] &= here[k];
    }
    for (; i < size; i += 4) all[3] &= image.rgba[i + 3];
    return (all[3] & all[7] & all[11] & all[15]) == 255;
}

// Told by one row in eight.
Manner manner_for(const Image& image) {
    std::size_t changed = 0, looked_at = 0;
    for (int y = std::min(7, image.height - 1); y > 0 && y < image.height; y += 8) {
        const std::uint8_t *row = image.pixel(0, y), *above = image.pixel(0, y - 1);
        const std::size_t length = std::size_t{4} * image.width;
        for (std::size_t i = 0; i < length; i += 4) changed += pixel_at(row + i) != pixel_at(above + i) ? 1 : 0;
        looked_at += image.width;
    }
    const double share = looked_at == 0 ? 0 : static_cast<double>(changed) / static_cast<double>(looked_at);
    return share < most_of_drawing ? drawing : share < most_of_shaded ? shaded : photograph;
}

// Bytes minus bytes modulo 256.
void subtract(const std::uint8_t* row, const std::uint8_t* above, std::uint8_t* out, std::size_t length) {
    std::size_t i = 0;
    for (; i + sizeof(Block) <= length; i += sizeof(Block)) {
        Block difference = block_at(row + i);
        const Block other = block_at(above + i);
        for (std::size_t k = 0; k < difference.size(); ++k) difference[k] -= other[k];
        std::memcpy(out + i, difference.data(), difference.size());
    }
    for (; i < length; ++i) out[i] = static_cast<std::uint8_t>(row[i] - above[i]);
}

// The first three of every four bytes. Four are written at once where they fit: twice as fast.
void drop_alpha(const std::uint8_t* row, std::uint8_t* out, std::size_t width) {
    for (std::size_t x = 0; x + 1 < width; ++x) std::memcpy(out + 3 * x, row + 4 * x, 4);
    std::memcpy(out + 3 * (width - 1), row + 4 * (width - 1), 3);
}

// Every row from `first` up to `last` with its filter's number before it, 3 or 4 bytes a pixel, deflated.
DeflatedPart deflated_rows(const Image& image, int first, int last, int channels, Manner manner) {
    const std::size_t width = image.width, length = channels * width + 1, size = length * (last - first);
    const std::unique_ptr<std::uint8_t[]> rows(new std::uint8_t[size]);
    std::vector<std::uint8_t> difference(manner.differences ? 4 * width : 0);
    for (int y = first; y < last; ++y) {
        const std::uint8_t* row = image.pixel(0, y);
        std::uint8_t* out = rows.get() + length * (y - first);
        const bool up = manner.differences && y > 0;
        if (up) {
            subtract(row, row - 4 * width, difference.data(), 4 * width);
            row = difference.data();
        }
        *out++ = up ? 2 : 0;
        if (channels == 4) std::memcpy(out, row, 4 * width);
        else drop_alpha(row, out, width);
    }
    return deflated_part({rows.get(), size}, manner.level, last == image.height);
}

// The same parts on every machine, so that the same picture is the same bytes.
std::vector<DeflatedPart> deflated(const Image& image, bool opaque) {
    const Manner manner = manner_for(image);
    const std::size_t count = image.rgba.size() < least_shared ? 1 : shared_parts;
    std::vector<DeflatedPart> parts(count);
    const auto start = [&](std::size_t part) { return static_cast<int>(part * image.height / count); };
    in_parallel(count, 1, all_threads(), [&](std::size_t first, std::size_t last) {
        for (std::size_t k = first; k < last; ++k)
            parts[k] = deflated_rows(image, start(k), start(k + 1), opaque ? 3 : 4, manner);
    });
    return parts;
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
        if (packed) append_zlib_stream(out, std::array{deflated_part(bytes, text_level, true)});
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
    append_chunk(out, "IDAT", [&] { append_zlib_stream(out, deflated(image, opaque)); });
    append_chunk(out, "IEND", [] {});
    return out;
}

}  // namespace eigenscape
