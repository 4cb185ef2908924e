// Pixels of a PNG through libpng's simplified interface, for comparing pictures; see png.h.
// The size is checked before anything is allocated for it.
#include "viz/image/png.h"

#include <png.h>

#include <cstring>

namespace eigenscape {

ReadPicture read_png(std::span<const std::uint8_t> file) {
    png_image picture;
    std::memset(&picture, 0, sizeof picture);
    picture.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&picture, file.data(), file.size()) == 0)
        return {{}, "The picture cannot be read: " + std::string(picture.message) + "."};
    ReadPicture result;
    if (std::uint64_t{picture.width} * picture.height > most_pixels || picture.width > 0x7fffffff / 4) {
        result.why = "The picture is too large: " + std::to_string(picture.width) + " × " +
                     std::to_string(picture.height) + " pixels; at most 100 million are read.";
        png_image_free(&picture);
        return result;
    }
    picture.format = PNG_FORMAT_RGBA;
    Image image(static_cast<int>(picture.width), static_cast<int>(picture.height));
    if (png_image_finish_read(&picture, nullptr, image.rgba.data(), 0, nullptr) == 0)
        result.why = "The picture cannot be read: " + std::string(picture.message) + ".";
    else
        result.image = std::move(image);
    png_image_free(&picture);
    return result;
}

}  // namespace eigenscape
