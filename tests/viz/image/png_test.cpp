// PNG files: what is written is read back, and no file that is cut, flipped or hostile does worse than be refused in
// words.
#include "viz/image/png.h"

#include "tests/viz/image/libpng_bytes.h"
#include "viz/image/png_chunks.h"

#include <doctest/doctest.h>
#include <png.h>
#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>
#include <stdexcept>

using namespace eigenscape;

namespace {

const std::string keyword = "eigenscape";

Image pattern(int width, int height, bool opaque) {
    Image image(width, height);
    std::mt19937 random(7);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            std::uint8_t* p = image.pixel(x, y);
            p[0] = static_cast<std::uint8_t>(x * 3);
            p[1] = static_cast<std::uint8_t>(y * 5);
            p[2] = static_cast<std::uint8_t>(random() % 7 == 0 ? 255 : 13);
            p[3] = opaque ? 255 : static_cast<std::uint8_t>(x + y);
        }
    return image;
}

Bytes small_file() {
    return write_png(pattern(9, 7, true), std::vector<PictureText>{{keyword, "{\"A\":[[2,1],[1,2]],\"ψ\":1}"}});
}

void append_chunk(Bytes& out, const std::string& type, const Bytes& data) {
    const auto number = [&](std::uint32_t n) {
        for (const int shift : {24, 16, 8, 0}) out.push_back(static_cast<std::uint8_t>(n >> shift));
    };
    number(static_cast<std::uint32_t>(data.size()));
    const std::size_t start = out.size();
    out.insert(out.end(), type.begin(), type.end());
    out.insert(out.end(), data.begin(), data.end());
    number(png::crc(std::span(out).subspan(start)));
}

// A sound file with `extra` chunks before its pixels.
Bytes with_chunks(const std::vector<std::pair<std::string, Bytes>>& extra) {
    const Bytes plain = write_png(pattern(2, 2, true));
    Bytes out(plain.begin(), plain.begin() + 33);  // signature and IHDR
    for (const auto& [type, data] : extra) append_chunk(out, type, data);
    out.insert(out.end(), plain.begin() + 33, plain.end());
    return out;
}

Bytes itxt(bool packed, const std::string& text) {
    Bytes data(keyword.begin(), keyword.end());
    for (const int byte : {0, packed ? 1 : 0, 0, 0, 0}) data.push_back(static_cast<std::uint8_t>(byte));
    if (!packed) {
        data.insert(data.end(), text.begin(), text.end());
        return data;
    }
    uLongf size = compressBound(text.size());
    Bytes squeezed(size);
    compress2(squeezed.data(), &size, reinterpret_cast<const Bytef*>(text.data()), text.size(), 9);
    squeezed.resize(size);
    data.insert(data.end(), squeezed.begin(), squeezed.end());
    return data;
}

bool refused(const Bytes& file, const std::string& word) {
    const FoundText found = read_png_text(file, keyword);
    CAPTURE(found.why);
    return found.state == FoundText::refused && found.why.find(word) != std::string::npos && found.text.empty();
}

}  // namespace

TEST_CASE("pixels come back as they were, opaque as RGB and others as RGBA") {
    for (const bool opaque : {true, false}) {
        for (const auto& [width, height] : {std::pair(1, 1), std::pair(9, 7), std::pair(640, 3), std::pair(3, 640),
                                            std::pair(641, 523), std::pair(300'000, 1)}) {
            const Image image = pattern(width, height, opaque);
            const Bytes file = write_png(image);
            const ReadPicture read = read_png(file);
            CHECK(read.why.empty());
            CHECK(read.image == image);
            CHECK(file[25] == (opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGBA));
        }
    }
    CHECK_THROWS_AS(write_png(Image()), std::invalid_argument);
    CHECK_THROWS_AS(write_png(pattern(2, 2, true), std::vector<PictureText>{{"", "x"}}), std::invalid_argument);
    CHECK_THROWS_AS(write_png(pattern(2, 2, true), std::vector<PictureText>{{std::string(80, 'k'), "x"}}),
                    std::invalid_argument);
}

TEST_CASE("text comes back as it was: short, long, empty, not ASCII") {
    for (const std::string& text :
         {std::string("{}"), std::string(), std::string(100'000, 'x'), std::string("Größe ∇f, 漢字 🎓")}) {
        const Bytes file =
            write_png(pattern(4, 4, true), std::vector<PictureText>{{"other", "not this"}, {keyword, text}});
        const FoundText found = read_png_text(file, keyword);
        CHECK(found.state == FoundText::found);
        CHECK(found.text == text);
        CHECK(read_png(file).why.empty());
    }
}

// Lines on paper, soft-edged: what most of our pictures are.
Image drawing(int width, int height) {
    Image image(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double line =
                std::min(std::abs(std::remainder(x + 0.5 * y, 60)), std::abs(std::remainder(y - 0.3 * x, 45)));
            const double share = std::clamp(1.7 - line, 0.0, 1.0);
            std::uint8_t* p = image.pixel(x, y);
            for (int c = 0; c < 3; ++c) p[c] = static_cast<std::uint8_t>(13 + share * (c == 0 ? 0 : 80 * c));
            p[3] = 255;
        }
    return image;
}

// Colours that change slowly and come again.
Image shaded(int width, int height) {
    Image image(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double light = 0.5 + 0.5 * std::sin(0.01 * x) * std::cos(0.013 * y);
            std::uint8_t* p = image.pixel(x, y);
            for (int c = 0; c < 3; ++c) p[c] = static_cast<std::uint8_t>((60 + 60 * c) * light);
            p[3] = 255;
        }
    return image;
}

// Noise on slow changes: what a camera sees.
Image photograph(int width, int height) {
    Image image = shaded(width, height);
    std::mt19937 random(1);
    for (std::uint8_t& byte : image.rgba) byte = static_cast<std::uint8_t>(byte + random() % 7);
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;
    return image;
}

TEST_CASE("the same picture is the same bytes, no larger than libpng's at its level 6") {
    for (const Image& image : {drawing(1280, 720), shaded(1280, 720), photograph(640, 480)}) {
        const Bytes ours = write_png(image);
        CHECK(ours == write_png(image));
        CHECK(read_png(ours).image == image);
        CHECK(ours.size() <= libpng_bytes(image));
    }
}

TEST_CASE("cut anywhere, a file is refused in words") {
    const Bytes file = small_file();
    for (std::size_t length = 0; length < file.size(); ++length) {
        const FoundText found = read_png_text(std::span(file).first(length), keyword);
        REQUIRE(found.state == FoundText::refused);
        REQUIRE(found.why.size() > 15);
        REQUIRE(found.why.back() == '.');
    }
}

TEST_CASE("with any byte flipped a file is refused or says the same, and libpng survives it too") {
    const Bytes file = small_file();
    const std::string text = read_png_text(file, keyword).text;
    for (std::size_t at = 0; at < file.size(); ++at) {
        for (const std::uint8_t flip : {0x01, 0x80, 0xff}) {
            Bytes broken = file;
            broken[at] ^= flip;
            const FoundText found = read_png_text(broken, keyword);
            REQUIRE(found.state == FoundText::refused);
            REQUIRE_FALSE(found.why.empty());
            const ReadPicture picture = read_png(broken);
            REQUIRE((picture.why.empty() || picture.image.width == 0));
        }
    }
}

TEST_CASE("a picture without our text has no scene, that is no fault") {
    const FoundText found = read_png_text(write_png(pattern(4, 4, true)), keyword);
    CHECK(found.state == FoundText::absent);
    CHECK(found.why == "There is no scene in this picture.");
    const Bytes other = with_chunks({{"tEXt", {'a', 0, 'b'}}, {"zTXt", {'z', 0, 0, 9, 9, 9}}, {"iTXt", {'c', 0}}});
    CHECK(read_png_text(other, keyword).state == FoundText::absent);  // none of them is looked into
}

TEST_CASE("other kinds of file are not taken for pictures") {
    const std::string html = "<!doctype html><title>x</title>";
    CHECK(refused(Bytes(html.begin(), html.end()), "not a PNG"));
    CHECK(refused({0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 'J', 'F', 'I', 'F'}, "not a PNG"));
    CHECK(refused({}, "empty"));
}

TEST_CASE("hostile chunks are refused without being believed") {
    CHECK(refused(with_chunks({{"iTXt", itxt(false, "{}")}, {"iTXt", itxt(false, "{}")}}), "two scenes"));
    Bytes after = small_file();
    append_chunk(after, "iTXt", itxt(false, "{}"));
    CHECK(refused(after, "after its end"));
    Bytes huge = small_file();
    huge[33] = 0xff;  // the length of the chunk after IHDR: 4 GB
    CHECK(refused(huge, "longer than the file"));
    huge[33] = 0x7f;
    CHECK(refused(huge, "longer than the file"));
    CHECK(refused(with_chunks({{"i\x01Xt", {}}}), "proper name"));
    Bytes no_pixels = with_chunks({});
    no_pixels.erase(no_pixels.begin() + 33, no_pixels.end() - 12);
    CHECK(refused(no_pixels, "no pixels"));
    Bytes nothing_wide = write_png(pattern(2, 2, true));
    Bytes header(nothing_wide.begin() + 12, nothing_wide.begin() + 29);
    header[7] = 0;  // width 0, checksum made right again
    Bytes zero(nothing_wide.begin(), nothing_wide.begin() + 8);
    append_chunk(zero, "IHDR", Bytes(header.begin() + 4, header.end()));
    zero.insert(zero.end(), nothing_wide.begin() + 33, nothing_wide.end());
    CHECK(refused(zero, "size"));
}

TEST_CASE("a bomb stops at 8 MiB, and what is just below is read") {
    CHECK(refused(with_chunks({{"iTXt", itxt(true, std::string(200u << 20, '\x20'))}}), "8 MiB"));
    CHECK(refused(with_chunks({{"iTXt", itxt(true, std::string(most_text_bytes + 1, ' '))}}), "8 MiB"));
    const FoundText found =
        read_png_text(with_chunks({{"iTXt", itxt(true, std::string(most_text_bytes, ' '))}}), keyword);
    CHECK(found.state == FoundText::found);
    CHECK(found.text.size() == most_text_bytes);
    CHECK(refused(with_chunks({{"iTXt", itxt(false, std::string(most_text_bytes + 1, ' '))}}), "8 MiB"));
}

TEST_CASE("text that is not text is refused") {
    for (const std::string& bad :
         {std::string("\xff\xfe"), std::string("\xc0\x80"), std::string("a\0b", 3), std::string("\xed\xa0\x80"),
          std::string("\xf4\x90\x80\x80"), std::string("\xe2\x82")})
        CHECK(refused(with_chunks({{"iTXt", itxt(false, bad)}}), "damaged"));
    Bytes odd = itxt(false, "{}");
    odd[keyword.size() + 1] = 2;  // compression flag
    CHECK(refused(with_chunks({{"iTXt", odd}}), "damaged"));
    odd = itxt(false, "{}");
    odd.resize(keyword.size() + 4);  // the fields do not end
    CHECK(refused(with_chunks({{"iTXt", odd}}), "damaged"));
    odd = itxt(true, "{}");
    odd.resize(odd.size() - 3);
    CHECK(refused(with_chunks({{"iTXt", odd}}), "unpacked"));
}

TEST_CASE("pictures too large to hold, or larger than their data, are refused before they are") {
    const Bytes plain = write_png(pattern(2, 2, true));
    const auto claiming = [&](std::uint8_t high, std::uint8_t low) {
        Bytes file(plain.begin(), plain.begin() + 8);
        append_chunk(file, "IHDR", {0, high, low, 0xa0, 0, high, low, 0xa0, 8, 2, 0, 0, 0});
        file.insert(file.end(), plain.begin() + 33, plain.end());
        return read_png(file);
    };
    CHECK(claiming(1, 0x86).why.find("too large: 100000") != std::string::npos);
    CHECK(claiming(0, 0x12).why.find("too little data") != std::string::npos);  // 4768 × 4768
    CHECK(claiming(0, 0x12).image.width == 0);
}

TEST_CASE("libpng never sees a length that the file cannot hold") {
    Bytes file = small_file();
    file[46] = 0x5b;  // the length of our text: 1.5 GB
    CHECK(read_png(file).why.find("longer than the file") != std::string::npos);
    CHECK(read_png({}).why == "The file is empty.");
}

TEST_CASE("no name, no path and no date is written into a picture") {
    const Bytes file = small_file();
    const std::string all(file.begin(), file.end());
    for (const char* word : {"/home", "/root", "/tmp", "tIME", "Author"}) CHECK(all.find(word) == std::string::npos);
}
