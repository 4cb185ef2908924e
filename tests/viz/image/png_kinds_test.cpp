// Every kind of PNG that other programs write, read as pixels: grey, palette, 1 to 16 bits, with and without alpha,
// interlaced, moving. What cannot be read is refused with its whole sentence.
#include "viz/image/png.h"

#include <doctest/doctest.h>
#include <png.h>
#include <zlib.h>

#include <array>
#include <string>

using namespace eigenscape;

namespace {

struct Kind {
    int color = PNG_COLOR_TYPE_GRAY, bits = 8;
    bool interlaced = false;
    std::vector<png_color> palette = {};
    Bytes clear = {};  // of a palette: how opaque each colour is; of grey and RGB: the one sample that is transparent
};

// The rows are the raw samples as PNG wants them: packed below 8 bits, big-endian at 16.
Bytes written(const Kind& kind, int width, int height, std::vector<Bytes> rows) {
    Bytes file;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(
        png, &file,
        [](png_structp p, png_bytep data, png_size_t size) {
            auto& out = *static_cast<Bytes*>(png_get_io_ptr(p));
            out.insert(out.end(), data, data + size);
        },
        nullptr);
    png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), kind.bits, kind.color,
                 kind.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    if (!kind.palette.empty()) png_set_PLTE(png, info, kind.palette.data(), static_cast<int>(kind.palette.size()));
    if (kind.color == PNG_COLOR_TYPE_PALETTE && !kind.clear.empty())
        png_set_tRNS(png, info, kind.clear.data(), static_cast<int>(kind.clear.size()), nullptr);
    if (kind.color == PNG_COLOR_TYPE_GRAY && !kind.clear.empty()) {
        png_color_16 sample{};
        sample.gray = kind.clear[0];
        png_set_tRNS(png, info, nullptr, 0, &sample);
    }
    png_write_info(png, info);
    std::vector<png_bytep> pointers;
    for (Bytes& row : rows) pointers.push_back(row.data());
    png_write_image(png, pointers.data());
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return file;
}

using Pixel = std::array<int, 4>;

Pixel pixel(const ReadPicture& read, int x, int y) {
    REQUIRE(read.why == "");
    REQUIRE(x < read.image.width);
    REQUIRE(y < read.image.height);
    const std::uint8_t* p = read.image.pixel(x, y);
    return {p[0], p[1], p[2], p[3]};
}

Pixel grey(int value) { return {value, value, value, 255}; }

void append(Bytes& out, const std::string& type, const Bytes& data) {
    const auto number = [&](std::uint32_t n) {
        for (const int shift : {24, 16, 8, 0}) out.push_back(static_cast<std::uint8_t>(n >> shift));
    };
    Bytes body(type.begin(), type.end());
    body.insert(body.end(), data.begin(), data.end());
    number(static_cast<std::uint32_t>(data.size()));
    out.insert(out.end(), body.begin(), body.end());
    number(static_cast<std::uint32_t>(crc32(crc32(0, nullptr, 0), body.data(), static_cast<uInt>(body.size()))));
}

// A sound small file that claims this size.
Bytes claiming(std::uint32_t width, std::uint32_t height) {
    const Bytes plain = written({}, 1, 1, {{7}});
    Bytes header;
    for (const std::uint32_t n : {width, height})
        for (const int shift : {24, 16, 8, 0}) header.push_back(static_cast<std::uint8_t>(n >> shift));
    for (const int byte : {8, 0, 0, 0, 0}) header.push_back(static_cast<std::uint8_t>(byte));
    Bytes file(plain.begin(), plain.begin() + 8);
    append(file, "IHDR", header);
    file.insert(file.end(), plain.begin() + 33, plain.end());
    return file;
}

}  // namespace

TEST_CASE("grey pictures of 1, 2, 4, 8 and 16 bits are read as the greys that they mean") {
    CHECK(pixel(read_png(written({.bits = 1}, 3, 1, {{0b01000000}})), 1, 0) == grey(255));
    CHECK(pixel(read_png(written({.bits = 1}, 3, 1, {{0b01000000}})), 2, 0) == grey(0));
    CHECK(pixel(read_png(written({.bits = 2}, 2, 1, {{0b01100000}})), 0, 0) == grey(85));
    CHECK(pixel(read_png(written({.bits = 2}, 2, 1, {{0b01100000}})), 1, 0) == grey(170));
    CHECK(pixel(read_png(written({.bits = 4}, 2, 1, {{0x3c}})), 1, 0) == grey(204));
    CHECK(pixel(read_png(written({.bits = 8}, 2, 1, {{7, 200}})), 1, 0) == grey(200));
    const Pixel deep = pixel(read_png(written({.bits = 16}, 2, 1, {{0x80, 0x00, 0x40, 0x12}})), 0, 0);
    CHECK(std::abs(deep[0] - 128) <= 1);  // half of white, not half of its light
    CHECK(deep[3] == 255);
}

TEST_CASE("colours with and without alpha, 8 and 16 bits, keep their bytes") {
    const Bytes deep = {0xc8, 0, 0x1e, 0, 0x64, 0, 0x80, 0};
    CHECK(pixel(read_png(written({PNG_COLOR_TYPE_RGB}, 1, 1, {{200, 30, 100}})), 0, 0) == Pixel{200, 30, 100, 255});
    CHECK(pixel(read_png(written({PNG_COLOR_TYPE_RGBA}, 1, 1, {{200, 30, 100, 128}})), 0, 0) ==
          Pixel{200, 30, 100, 128});
    CHECK(pixel(read_png(written({PNG_COLOR_TYPE_GRAY_ALPHA}, 1, 1, {{90, 40}})), 0, 0) == Pixel{90, 90, 90, 40});
    const Pixel read = pixel(read_png(written({PNG_COLOR_TYPE_RGBA, 16}, 1, 1, {deep})), 0, 0);
    for (std::size_t k = 0; k < 4; ++k) CHECK(std::abs(read[k] - Pixel{200, 30, 100, 128}[k]) <= 1);
}

TEST_CASE("palettes, also with transparent colours, become the colours that they name") {
    const Kind kind{PNG_COLOR_TYPE_PALETTE, 4, false, {{10, 20, 30}, {200, 100, 0}, {1, 2, 3}}, {255, 64}};
    const ReadPicture read = read_png(written(kind, 3, 1, {{0x01, 0x20}}));
    CHECK(pixel(read, 0, 0) == Pixel{10, 20, 30, 255});
    CHECK(pixel(read, 1, 0) == Pixel{200, 100, 0, 64});
    CHECK(pixel(read, 2, 0) == Pixel{1, 2, 3, 255});
    const ReadPicture one_clear = read_png(written({.clear = {7}}, 2, 1, {{7, 8}}));
    CHECK(pixel(one_clear, 0, 0)[3] == 0);
    CHECK(pixel(one_clear, 1, 0) == grey(8));
}

TEST_CASE("an interlaced picture is the same picture") {
    std::vector<Bytes> rows;
    for (int y = 0; y < 11; ++y) {
        Bytes& row = rows.emplace_back();
        for (int x = 0; x < 13; ++x) row.push_back(static_cast<std::uint8_t>(17 * x + 5 * y));
    }
    const ReadPicture plain = read_png(written({}, 13, 11, rows)),
                      woven = read_png(written({.interlaced = true}, 13, 11, rows));
    CHECK(plain.why == "");
    CHECK(woven.image == plain.image);
    CHECK(pixel(woven, 12, 10) == grey((17 * 12 + 50) % 256));
}

TEST_CASE("of a moving picture the first one is read") {
    const Bytes plain = written({}, 1, 1, {{42}});
    Bytes moving(plain.begin(), plain.begin() + 33);
    append(moving, "acTL", {0, 0, 0, 2, 0, 0, 0, 0});
    append(moving, "fcTL", {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 10, 0, 0});
    moving.insert(moving.end(), plain.begin() + 33, plain.end() - 12);
    append(moving, "fcTL", {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 10, 0, 0});
    append(moving, "fdAT", {0, 0, 0, 2, 9, 9, 9});
    moving.insert(moving.end(), plain.end() - 12, plain.end());
    CHECK(pixel(read_png(moving), 0, 0) == grey(42));
}

TEST_CASE("a picture may be one pixel, but not none, and not larger than memory") {
    CHECK(pixel(read_png(claiming(1, 1)), 0, 0) == grey(7));
    CHECK(read_png(claiming(0, 0)).why == "The picture is damaged: its size is given as 0 × 0 pixels.");
    CHECK(read_png(claiming(0, 5)).why == "The picture is damaged: its size is given as 0 × 5 pixels.");
    CHECK(read_png(claiming(100'000, 100'000)).why ==
          "The picture is too large: 100000 × 100000 pixels; at most 40 million are read.");
    CHECK(read_png(claiming(0x80000000u, 1)).why ==
          "The picture is damaged: its size is given as 2147483648 × 1 pixels.");
    CHECK(read_png(claiming(0x7fffffffu, 0x7fffffffu)).why ==
          "The picture is too large: 2147483647 × 2147483647 pixels; at most 40 million are read.");
    CHECK(read_png(claiming(5000, 5000)).why == "The picture is damaged: it has too little data for its size.");
    Bytes twice = claiming(1, 1);
    twice.insert(twice.begin() + 33, twice.begin() + 8, twice.begin() + 33);
    CHECK(read_png(twice).why == "The picture is damaged: its size is given twice.");
}

TEST_CASE("bits and kinds of colour that PNG does not have are refused in words") {
    Bytes odd = written({}, 1, 1, {{7}});
    Bytes header(odd.begin() + 16, odd.begin() + 29);
    header[8] = 3;  // bits
    Bytes file(odd.begin(), odd.begin() + 8);
    append(file, "IHDR", header);
    file.insert(file.end(), odd.begin() + 33, odd.end());
    CHECK(read_png(file).why.starts_with("The picture cannot be read: "));
    CHECK(read_png(file).image.rgba.empty());
}
