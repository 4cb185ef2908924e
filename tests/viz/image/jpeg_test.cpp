// JPEG pictures as cameras and web pages make them, upright and as small as they are shown; what cannot be read is
// refused with its whole sentence, and no file makes the reader fail.
#include "viz/image/jpeg.h"

#include "tests/viz/image/jpeg_of.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <random>

using namespace eigenscape;
using eigenscape::testing::jpeg_of;
using eigenscape::testing::JpegKind;

namespace {

// Four areas of a colour each: red, green / blue, white.
Image quarters(int width, int height) {
    Image image(width, height);
    constexpr std::uint8_t colors[4][3] = {{220, 30, 30}, {30, 200, 30}, {30, 30, 220}, {250, 250, 250}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto& color = colors[(2 * y >= height ? 2 : 0) + (2 * x >= width ? 1 : 0)];
            std::copy_n(color, 3, image.pixel(x, y));
            image.pixel(x, y)[3] = 255;
        }
    return image;
}

// 'r', 'g', 'b' or 'w' in the middle of each quarter, row by row.
std::string colors_of(const Image& image) {
    std::string all;
    for (const int y : {image.height / 4, 3 * image.height / 4})
        for (const int x : {image.width / 4, 3 * image.width / 4}) {
            const std::uint8_t* p = image.pixel(x, y);
            CHECK(p[3] == 255);
            all += p[0] > 180 && p[1] > 180 ? 'w' : p[0] > 180 ? 'r' : p[1] > 150 ? 'g' : p[2] > 180 ? 'b' : '?';
        }
    return all;
}

}  // namespace

TEST_CASE("a JPEG is read: in colour, in grey, progressive, and as small as it is to be shown") {
    const Image image = quarters(640, 400);
    for (const bool progressive : {false, true}) {
        const Bytes file = jpeg_of(image, {.progressive = progressive});
        CHECK(is_jpeg(file));
        const ReadPicture whole = read_jpeg(file);
        REQUIRE(whole.why == "");
        CHECK(whole.image.width == 640);
        CHECK(whole.image.height == 400);
        CHECK(colors_of(whole.image) == "rgbw");
        const ReadPicture small = read_jpeg(file, 150);
        CHECK(small.image.width == 160);
        CHECK(small.image.height == 100);
        CHECK(colors_of(small.image) == "rgbw");
        CHECK(read_jpeg(file, 1).image.width == 80);
        CHECK(read_jpeg(file, 5000).image.width == 640);
    }
    const ReadPicture grey = read_jpeg(jpeg_of(image, {.grey = true}));
    CHECK(grey.image.pixel(1, 1)[0] == grey.image.pixel(1, 1)[2]);
    const JpegSize size = jpeg_size(jpeg_of(image));
    CHECK(size.width == 640);
    CHECK(size.height == 400);
}

TEST_CASE("a JPEG stands upright, whichever way its camera was held") {
    const Image image = quarters(64, 48);
    constexpr std::array upright = {"rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb"};
    for (int turned = 1; turned <= 8; ++turned) {
        CAPTURE(turned);
        const Bytes file = jpeg_of(image, {.turned = turned});
        const ReadPicture read = read_jpeg(file);
        REQUIRE(read.why == "");
        CHECK(colors_of(read.image) == upright[static_cast<std::size_t>(turned - 1)]);
        CHECK(read.image.width == (turned >= 5 ? 48 : 64));
        CHECK(jpeg_size(file).width == read.image.width);
        CHECK(jpeg_size(file).height == read.image.height);
    }
    CHECK(colors_of(read_jpeg(jpeg_of(image, {.turned = 77})).image) == "rgbw");
}

TEST_CASE("what is no JPEG, damaged, too large or meant for a press is refused in words") {
    const Image image = quarters(64, 48);
    const Bytes file = jpeg_of(image);
    CHECK(read_jpeg(Bytes{}).why == "The picture is not a JPEG.");
    CHECK(read_jpeg(Bytes{'h', 'e', 'l', 'l', 'o'}).why == "The picture is not a JPEG.");
    CHECK(jpeg_size(Bytes{'h', 'e', 'l', 'l', 'o'}).why == "The picture is not a JPEG.");
    CHECK(read_jpeg(Bytes(file.begin(), file.begin() + 20)).why ==
          "The picture cannot be read: JPEG datastream contains no image.");
    CHECK(read_jpeg(jpeg_of(image, {.cmyk = true})).why ==
          "The picture is made for a printing press (CMYK): save it as RGB.");
    Bytes huge = file;  // its frame header tells another size
    for (std::size_t i = 0; i + 9 < huge.size(); ++i)
        if (huge[i] == 0xFF && huge[i + 1] == 0xC0) huge[i + 5] = huge[i + 6] = huge[i + 7] = huge[i + 8] = 0xF0;
    CHECK(read_jpeg(huge).why == "The picture is too large: 61680 × 61680 pixels; at most 40 million are read.");
    for (std::size_t i = 0; i + 9 < huge.size(); ++i)
        if (huge[i] == 0xFF && huge[i + 1] == 0xC0) huge[i + 5] = huge[i + 7] = 0x13;
    CHECK(read_jpeg(huge).why == "The picture is damaged: it has too little data for its size.");
}

TEST_CASE("a JPEG cut short or with wrong bytes gives a picture or words, and ends soon") {
    const Bytes file = jpeg_of(quarters(64, 48), {.progressive = true, .turned = 6});
    std::mt19937 dice(7);
    const auto from = std::chrono::steady_clock::now();
    for (std::size_t end = 0; end < file.size(); end += 3) {
        const ReadPicture read = read_jpeg(std::span(file).first(end));
        CHECK((read.image.width > 0) != !read.why.empty());
    }
    for (int i = 0; i < 3000; ++i) {
        Bytes wrong = file;
        for (int k = 0; k < 3; ++k) wrong[dice() % wrong.size()] = static_cast<std::uint8_t>(dice());
        const ReadPicture read = read_jpeg(wrong, static_cast<int>(dice() % 100));
        CHECK((read.image.width > 0) != !read.why.empty());
        (void)jpeg_size(wrong);
    }
    CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count() < 60);
}
