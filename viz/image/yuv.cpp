// BT.709 in integers; see yuv.h. Y = 16 + 219 (0.2126 R + 0.7152 G + 0.0722 B)/255, U and V = 128 + 224 (…)/255, with
// weights in 1/65536 that sum such that grey has no colour. Colour is the mean of four pixels.
#include "viz/image/yuv.h"

#include <cstddef>
#include <stdexcept>

namespace eigenscape {
namespace {

using Byte = std::uint8_t;

constexpr int half = 1 << 15;

// Plain counted loops over separate arrays, so that the compiler can use vectors.
void brightness(const Byte* __restrict rgba, Byte* __restrict y, int width) {
    for (int x = 0; x < width; ++x) {
        const int r = rgba[4 * x], g = rgba[4 * x + 1], b = rgba[4 * x + 2];
        y[x] = static_cast<Byte>(16 + ((11966 * r + 40254 * g + 4064 * b + half) >> 16));
    }
}

void color(const Byte* __restrict upper, const Byte* __restrict lower, Byte* __restrict u, Byte* __restrict v,
           int half_width) {
    for (int x = 0; x < half_width; ++x) {
        const auto sum = [&](int k) {
            return upper[8 * x + k] + upper[8 * x + 4 + k] + lower[8 * x + k] + lower[8 * x + 4 + k];
        };
        const int r = sum(0), g = sum(1), b = sum(2);  // four times the mean
        u[x] = static_cast<Byte>((-6596 * r - 22189 * g + 28785 * b + (128 << 18) + (1 << 17)) >> 18);
        v[x] = static_cast<Byte>((28785 * r - 26146 * g - 2639 * b + (128 << 18) + (1 << 17)) >> 18);
    }
}

}  // namespace

void to_yuv420(const Image& image, Bytes& out) {
    const int width = image.width, height = image.height;
    if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0)
        throw std::invalid_argument("A film's sides must be even.");
    const std::size_t pixels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    out.resize(pixels + pixels / 2);
    Byte *y = out.data(), *u = y + pixels, *v = u + pixels / 4;
    for (int row = 0; row < height; row += 2) {
        const Byte *upper = image.pixel(0, row), *lower = image.pixel(0, row + 1);
        brightness(upper, y, width);
        brightness(lower, y + width, width);
        color(upper, lower, u, v, width / 2);
        y += 2 * width;
        u += width / 2;
        v += width / 2;
    }
}

}  // namespace eigenscape
