// Pixels of a PNG of any kind through libpng's simplified interface; see png.h. Of a moving one, its first picture.
// The size is checked before anything is allocated for it.
#include "viz/image/png.h"
#include "viz/image/png_chunks.h"

#include <png.h>

#include <cstring>

namespace eigenscape {
namespace {

// What can be told of a picture before anything is allocated for it.
struct Promise {
    std::uint64_t width = 0, height = 0, bits_per_pixel = 0;
    std::uint64_t packed = 0;  // bytes of compressed pixels
};

void note(Promise& promise, const png::Chunk& chunk) {
    if (chunk.type == "IDAT") promise.packed += chunk.data.size();
    if (chunk.type != "IHDR") return;
    promise.width = png::number_at(chunk.data, 0);
    promise.height = png::number_at(chunk.data, 4);
    const int kind = chunk.data[9], channels = kind == 2 ? 3 : kind == 4 ? 2 : kind == 6 ? 4 : 1;
    promise.bits_per_pixel = std::uint64_t{chunk.data[8]} * channels;
}

std::string why_refused(const Promise& promise) {
    if (promise.width > most_pixels || promise.height > most_pixels || promise.width * promise.height > most_pixels)
        return "The picture is too large: " + std::to_string(promise.width) + " × " + std::to_string(promise.height) +
               " pixels; at most 40 million are read.";
    // Deflate never packs more than 1032 bytes into one.
    if (promise.width * promise.height * promise.bits_per_pixel / 8 > 1032 * promise.packed)
        return "The picture is damaged: it has too little data for its size.";
    return {};
}

}  // namespace

// libpng alone would believe the lengths in the file and allocate for them: our own walk goes first.
ReadPicture read_png(std::span<const std::uint8_t> file) {
    Promise promise;
    std::string why = png::walk(file, [&](const png::Chunk& chunk) { note(promise, chunk); });
    if (why.empty()) why = why_refused(promise);
    if (!why.empty()) return {{}, why};
    png_image picture;
    std::memset(&picture, 0, sizeof picture);
    picture.version = PNG_IMAGE_VERSION;
    const auto failed = [&] {
        why = "The picture cannot be read: " + std::string(picture.message) + ".";
        png_image_free(&picture);
        return ReadPicture{{}, why};
    };
    if (png_image_begin_read_from_memory(&picture, file.data(), file.size()) == 0) return failed();
    // Without this, libpng takes 16 bits that say nothing about their colours for linear light; files mean sRGB.
    picture.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    picture.format = PNG_FORMAT_RGBA;
    Image image(static_cast<int>(picture.width), static_cast<int>(picture.height));
    if (png_image_finish_read(&picture, nullptr, image.rgba.data(), 0, nullptr) == 0) return failed();
    png_image_free(&picture);
    return {std::move(image), {}};
}

}  // namespace eigenscape
