// Writing PNG: every row as its difference to the one above (filter Up), compressed by libdeflate at its fastest level.
// Grids and flat paper compress so well under Up that trying other filters costs more than it saves.
#include <libdeflate.h>

#include "viz/image/png.h"
#include "viz/image/png_chunks.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace eigenscape {
namespace {

constexpr int compression_level = 1;
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
    const std::size_t start = out.size(), bound = libdeflate_zlib_compress_bound(compressor.get(), data.size());
    out.resize(start + bound);
    out.resize(start + libdeflate_zlib_compress(compressor.get(), data.data(), data.size(), out.data() + start, bound));
}

bool is_opaque(const Image& image) {
    std::uint8_t all = 255;
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) all &= image.rgba[i];
    return all == 255;
}

// Filter type 2: bytes minus those of the row above, modulo 256. The first row is above nothing.
template <int channels>
Bytes up_filtered(const Image& image) {
    const std::size_t stride = static_cast<std::size_t>(image.width) * channels + 1;
    Bytes rows(stride * image.height);
    const std::vector<std::uint8_t> nothing(static_cast<std::size_t>(image.width) * 4, 0);
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* here = image.pixel(0, y);
        const std::uint8_t* above = y > 0 ? image.pixel(0, y - 1) : nothing.data();
        std::uint8_t* out = rows.data() + stride * y;
        *out++ = 2;
        for (int x = 0; x < image.width; ++x)
            for (int c = 0; c < channels; ++c) *out++ = static_cast<std::uint8_t>(here[4 * x + c] - above[4 * x + c]);
    }
    return rows;
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
        if (packed) append_compressed(out, bytes, 6);
        else append_text(out, text.text);
    });
}

}  // namespace

std::uint32_t png::crc(std::span<const std::uint8_t> type_and_data) {
    return libdeflate_crc32(0, type_and_data.data(), type_and_data.size());
}

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
        append_compressed(out, opaque ? up_filtered<3>(image) : up_filtered<4>(image), compression_level);
    });
    append_chunk(out, "IEND", [] {});
    return out;
}

}  // namespace eigenscape
