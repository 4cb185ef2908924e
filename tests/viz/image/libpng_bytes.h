// The measure of our files: what libpng makes of the same pixels.
#pragma once

#include "viz/image/image.h"

#include <png.h>

#include <cstddef>

namespace eigenscape {

// How many bytes it needs at its level 6 with its default filters; 0: it cannot.
inline std::size_t libpng_bytes(const Image& picture) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    png.width = static_cast<png_uint_32>(picture.width);
    png.height = static_cast<png_uint_32>(picture.height);
    png.format = PNG_FORMAT_RGBA;
    png_alloc_size_t bytes = 0;
    return png_image_write_to_memory(&png, nullptr, &bytes, 0, picture.rgba.data(), 0, nullptr) != 0 ? bytes : 0;
}

}  // namespace eigenscape
