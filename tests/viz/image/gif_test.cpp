// GIF frames and palettes, read back by giflib: what was put in is what a viewer composes.
#include "viz/image/gif.h"
#include "viz/image/palette.h"

#include <doctest/doctest.h>
#include <gif_lib.h>

#include <algorithm>
#include <cstring>
#include <set>
#include <stdexcept>

using namespace eigenscape;

namespace {

struct Reading {
    const Bytes* bytes;
    std::size_t at = 0;
};

int read_some(GifFileType* file, GifByteType* into, int count) {
    auto& reading = *static_cast<Reading*>(file->UserData);
    const auto some = std::min(static_cast<std::size_t>(count), reading.bytes->size() - reading.at);
    std::memcpy(into, reading.bytes->data() + reading.at, some);
    reading.at += some;
    return static_cast<int>(some);
}

struct Film {
    std::vector<Image> shown;  // composed, as a viewer does
    std::vector<int> delays;
    std::vector<std::size_t> pixels;  // that each frame holds
};

Film read_gif(const Bytes& bytes) {
    Reading reading{&bytes};
    int error = 0;
    GifFileType* file = DGifOpen(&reading, read_some, &error);
    REQUIRE(file);
    REQUIRE(DGifSlurp(file) == GIF_OK);
    Film film;
    Image canvas(file->SWidth, file->SHeight);
    for (int k = 0; k < file->ImageCount; ++k) {
        GraphicsControlBlock control;
        REQUIRE(DGifSavedExtensionToGCB(file, k, &control) == GIF_OK);
        const SavedImage& saved = file->SavedImages[k];
        const GifImageDesc& desc = saved.ImageDesc;
        for (int y = 0; y < desc.Height; ++y)
            for (int x = 0; x < desc.Width; ++x) {
                const int index = saved.RasterBits[y * desc.Width + x];
                if (index == control.TransparentColor) continue;
                const GifColorType& color = desc.ColorMap->Colors[index];
                std::uint8_t* p = canvas.pixel(desc.Left + x, desc.Top + y);
                p[0] = color.Red, p[1] = color.Green, p[2] = color.Blue, p[3] = 255;
            }
        film.shown.push_back(canvas);
        film.delays.push_back(control.DelayTime);
        film.pixels.push_back(static_cast<std::size_t>(desc.Width) * static_cast<std::size_t>(desc.Height));
    }
    DGifCloseFile(file, &error);
    return film;
}

Image plain(int width, int height, std::uint8_t grey) {
    Image image(width, height);
    std::fill(image.rgba.begin(), image.rgba.end(), grey);
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;
    return image;
}

Bytes gif_of(const std::vector<Image>& frames, double fps) {
    GifWriter gif(frames[0].width, frames[0].height, fps);
    Bytes all;
    const auto take = [&] {
        const Bytes part = gif.take();
        all.insert(all.end(), part.begin(), part.end());
    };
    for (const Image& frame : frames) gif.put(frame), take();
    gif.finish();
    take();
    return all;
}

}  // namespace

TEST_CASE("a GIF of few colours shows exactly what was put in, also where frames hold only changes") {
    std::vector<Image> frames(4, plain(40, 30, 17));
    for (int k = 0; k < 3; ++k)
        frames[static_cast<std::size_t>(k)].pixel(5 + 3 * k, 7)[1] = 200;  // a spot that walks, then goes
    const Film film = read_gif(gif_of(frames, 25));
    REQUIRE(film.shown.size() == 4);
    for (std::size_t k = 0; k < 4; ++k) CHECK(film.shown[k] == frames[k]);
    CHECK(film.pixels[0] == 1200);
    CHECK(film.pixels[1] == 4);  // from the old spot to the new
}

TEST_CASE("a GIF's frame that changes nothing is shown as long as any other") {
    const Film film = read_gif(gif_of({plain(8, 8, 1), plain(8, 8, 1), plain(8, 8, 1)}, 10));
    REQUIRE(film.shown.size() == 3);
    CHECK(film.delays == std::vector{10, 10, 10});
    CHECK(film.shown[2] == plain(8, 8, 1));
}

TEST_CASE("a GIF's delays are whole hundredths and do not drift") {
    const Film film = read_gif(gif_of(std::vector<Image>(30, plain(2, 2, 9)), 30));
    int sum = 0;
    for (const int delay : film.delays) {
        CHECK((delay == 3 || delay == 4));
        sum += delay;
    }
    CHECK(sum == 100);
}

TEST_CASE("a GIF of many colours stays near each, and keeps the paper exactly") {
    Image image = plain(128, 128, 13);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 128; ++x) {
            std::uint8_t* p = image.pixel(x, y);
            p[0] = static_cast<std::uint8_t>(2 * x), p[1] = static_cast<std::uint8_t>(4 * y),
            p[2] = static_cast<std::uint8_t>(255 - x - y);
        }
    const Film film = read_gif(gif_of({image}, 25));
    CHECK(std::memcmp(film.shown[0].pixel(0, 100), image.pixel(0, 100), 4) == 0);
    int worst = 0;
    for (std::size_t i = 0; i < image.rgba.size(); ++i)
        worst = std::max(worst, std::abs(film.shown[0].rgba[i] - image.rgba[i]));
    CHECK(worst > 0);
    CHECK(worst < 24);
}

TEST_CASE("a palette is exact up to 255 colours and the same for the same picture") {
    std::vector<std::uint32_t> colors;
    for (std::uint32_t i = 0; i < 255; ++i) colors.insert(colors.end(), 1 + i % 3, i * 0x010305);
    const Indexed few = indexed(colors);
    CHECK(few.palette.size() == 255);
    for (std::size_t i = 0; i < colors.size(); ++i) CHECK(few.palette[few.index[i]] == colors[i]);
    CHECK(indexed(colors).index == few.index);
    CHECK(indexed({}).palette.empty());
    colors.push_back(0xFFFFFF);
    CHECK(indexed(colors).palette.size() == 255);
}

TEST_CASE("a GIF refuses what it cannot be") {
    CHECK_THROWS_AS(GifWriter(10, 10, 60), std::invalid_argument);
    CHECK_THROWS_AS(GifWriter(10, 10, 0), std::invalid_argument);
    CHECK_THROWS_AS(GifWriter(0, 10, 25), std::invalid_argument);
    CHECK_THROWS_AS(GifWriter(70000, 10, 25), std::invalid_argument);
    GifWriter gif(10, 10, 25);
    CHECK_THROWS_AS(gif.put(plain(11, 10, 0)), std::invalid_argument);
    CHECK_THROWS_AS(gif.finish(), std::logic_error);
}
