// A picture's colours as a palette of at most 255: exact where the picture has no more, else the nearest that fit.
// Flat pictures keep their paper and inks exactly; only blends at edges and shades of surfaces are joined.
#pragma once

#include "viz/image/image.h"

#include <cstdint>
#include <span>
#include <vector>

namespace eigenscape {

inline constexpr int palette_size = 255;  // one of a GIF's 256 is kept for "as it was"

struct Indexed {
    std::vector<std::uint32_t> palette;  // 0xRRGGBB, never empty unless nothing was asked for
    std::vector<std::uint8_t> index;     // one per pixel asked for
};

// `colors` are 0xRRGGBB, one per pixel. The same colours give the same palette. Colours are joined by median cut: the
// group with the largest spread is cut at its mean until there are enough groups (Heckbert 1982, cut at the mean).
Indexed indexed(std::span<const std::uint32_t> colors);

}  // namespace eigenscape
