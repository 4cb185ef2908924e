// Pixels in memory: 8 bits of sRGB and straight alpha, row by row from the top.
// Fill one in, write it with viz/image/png.h, compare two with ==.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace eigenscape {

struct Image {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;  // 4 × width × height

    Image() = default;
    Image(int width_, int height_)
        : width(width_), height(height_), rgba(static_cast<std::size_t>(4) * width_ * height_, 0) {}
    bool operator==(const Image&) const = default;
    std::uint8_t* pixel(int x, int y) { return rgba.data() + 4 * (static_cast<std::size_t>(y) * width + x); }
    const std::uint8_t* pixel(int x, int y) const {
        return rgba.data() + 4 * (static_cast<std::size_t>(y) * width + x);
    }
};

}  // namespace eigenscape
