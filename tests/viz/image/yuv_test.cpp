// Frames for video encoders against the definition of BT.709 in doubles.
#include "viz/image/yuv.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <stdexcept>

using namespace eigenscape;

namespace {

Image filled(int width, int height, std::uint8_t r, std::uint8_t g, std::uint8_t b) {
    Image image(width, height);
    for (std::size_t i = 0; i < image.rgba.size(); i += 4)
        image.rgba[i] = r, image.rgba[i + 1] = g, image.rgba[i + 2] = b, image.rgba[i + 3] = 255;
    return image;
}

}  // namespace

TEST_CASE("yuv420p of plain colours, as the standard has them") {
    struct Known {
        std::uint8_t r, g, b, y, u, v;
    };
    for (const Known& known :
         {Known{0, 0, 0, 16, 128, 128}, Known{255, 255, 255, 235, 128, 128}, Known{128, 128, 128, 126, 128, 128},
          Known{255, 0, 0, 63, 102, 240}, Known{0, 255, 0, 173, 42, 26}, Known{0, 0, 255, 32, 240, 118}}) {
        Bytes planes;
        to_yuv420(filled(4, 2, known.r, known.g, known.b), planes);
        REQUIRE(planes.size() == 12);
        CHECK(planes[0] == known.y);
        CHECK(planes[7] == known.y);
        CHECK(planes[8] == known.u);
        CHECK(planes[10] == known.v);
    }
}

TEST_CASE("yuv420p of any picture is within one of the definition, plane after plane") {
    std::mt19937 random(7);
    Image image(34, 18);
    for (auto& byte : image.rgba) byte = static_cast<std::uint8_t>(random());
    Bytes planes(3, 99);  // what was there before does not matter
    to_yuv420(image, planes);
    REQUIRE(planes.size() == 34 * 18 * 3 / 2);
    const auto luma = [](const double* c) { return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]; };
    for (int y = 0; y < 18; ++y)
        for (int x = 0; x < 34; ++x) {
            const std::uint8_t* p = image.pixel(x, y);
            const double c[] = {p[0] / 255.0, p[1] / 255.0, p[2] / 255.0};
            CHECK(std::abs(planes[static_cast<std::size_t>(34 * y + x)] - (16 + 219 * luma(c))) < 0.6);
        }
    for (int y = 0; y < 9; ++y)
        for (int x = 0; x < 17; ++x) {
            double c[] = {0, 0, 0};
            for (int k = 0; k < 3; ++k)
                for (int i = 0; i < 4; ++i) c[k] += image.pixel(2 * x + i % 2, 2 * y + i / 2)[k] / 1020.0;
            const auto at = static_cast<std::size_t>(34 * 18 + 17 * y + x);
            CHECK(std::abs(planes[at] - (128 + 224 * (c[2] - luma(c)) / 1.8556)) < 0.6);
            CHECK(std::abs(planes[at + 17 * 9] - (128 + 224 * (c[0] - luma(c)) / 1.5748)) < 0.6);
        }
}

TEST_CASE("yuv420p refuses odd sides") {
    Bytes planes;
    CHECK_THROWS_AS(to_yuv420(Image(3, 2), planes), std::invalid_argument);
    CHECK_THROWS_AS(to_yuv420(Image(2, 3), planes), std::invalid_argument);
    CHECK_THROWS_AS(to_yuv420(Image(), planes), std::invalid_argument);
}
