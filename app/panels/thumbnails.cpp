// See thumbnails.h. ImGui blends colours that are not multiplied by alpha, so nothing translucent is handed to it.
#include "app/panels/thumbnails.h"

#include <algorithm>

namespace eigenscape {
namespace {

constexpr std::size_t most_made = 4;
constexpr int squares = 16;  // of the ground, along the longer side
constexpr int light_square = 178, dark_square = 140;

std::shared_ptr<const Image> on_checkered_ground(const Image& image) {
    auto opaque = std::make_shared<Image>(image);
    const int square = std::max(1, std::max(image.width, image.height) / squares);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            std::uint8_t* pixel = opaque->pixel(x, y);
            const int ground = (x / square + y / square) % 2 ? light_square : dark_square, alpha = pixel[3];
            for (int k = 0; k < 3; ++k)
                pixel[k] = static_cast<std::uint8_t>((alpha * pixel[k] + (255 - alpha) * ground + 127) / 255);
            pixel[3] = 255;
        }
    return opaque;
}

}  // namespace

unsigned int Thumbnails::texture(const std::shared_ptr<const Image>& image) {
    auto found = std::ranges::find(made_, image, &Made::from);
    if (found == made_.end()) {
        made_.push_front({image, on_checkered_ground(*image)});
        if (made_.size() > most_made) made_.pop_back();
        found = made_.begin();
    }
    return store_.texture(found->opaque);
}

}  // namespace eigenscape
