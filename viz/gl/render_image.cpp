// See render_image.h. Read back as RGBA: other formats are converted pixel by pixel in the driver and take longer.
// Alpha is straightened here, since a PNG wants colours that are not multiplied by it.
#include "viz/gl/render_image.h"

#include "viz/gl/objects.h"
#include "viz/gl/program.h"

#include <algorithm>
#include <stdexcept>

namespace eigenscape::gl {
namespace {

constexpr std::int64_t most_pixels = 200'000'000;  // 800 MB of memory

// Integer rounding of 255 c / a, at most 255.
void straighten(std::uint8_t* rgba) {
    const int alpha = rgba[3];
    if (alpha == 255 || alpha == 0) return;
    for (int k = 0; k < 3; ++k) rgba[k] = static_cast<std::uint8_t>(std::min(255, (255 * rgba[k] + alpha / 2) / alpha));
}

bool opaque(const Image& image) {
    unsigned all = 255;
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) all &= image.rgba[i];
    return all == 255;
}

}  // namespace

struct ImageTarget::Storage {
    Texture color;
    Framebuffer framebuffer;
    int width = 0, height = 0;
};

ImageTarget::ImageTarget(int width, int height) {
    GLint largest = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
    const std::string size = std::to_string(width) + " × " + std::to_string(height);
    if (width < 1 || height < 1)
        throw std::runtime_error("A picture of " + size +
                                 " pixels has nothing to show; both sides must be at least 1.");
    if (width > largest || height > largest || std::int64_t{width} * height > most_pixels)
        throw std::runtime_error(
            "A picture of " + size + " pixels is too large: at most " + std::to_string(largest) +
            " a side and 200 million in all. Choose a smaller size or scale, or write an SVG. Driver: " +
            driver_words());
    storage_ = std::make_unique<Storage>();
    storage_->width = width;
    storage_->height = height;
    glBindTexture(GL_TEXTURE_2D, storage_->color.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    filter(GL_TEXTURE_2D, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, storage_->framebuffer.id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, storage_->color.id(), 0);
    const bool complete = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    if (!complete || glGetError() == GL_OUT_OF_MEMORY)
        throw std::runtime_error("The graphics driver has no room for a picture of " + size +
                                 " pixels. Choose a smaller one. Driver: " + driver_words());
}

ImageTarget::~ImageTarget() = default;
ImageTarget::ImageTarget(ImageTarget&&) noexcept = default;
ImageTarget& ImageTarget::operator=(ImageTarget&&) noexcept = default;

int ImageTarget::width() const { return storage_->width; }
int ImageTarget::height() const { return storage_->height; }
unsigned ImageTarget::texture() const { return storage_->color.id(); }
void ImageTarget::bind() const { glBindFramebuffer(GL_FRAMEBUFFER, storage_->framebuffer.id()); }

Image ImageTarget::pixels() const {
    Image image(width(), height());
    bind();
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width(), height(), GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    const std::ptrdiff_t row = 4 * static_cast<std::ptrdiff_t>(width());
    for (int y = 0; y < height() / 2; ++y)  // OpenGL's rows run from the bottom
        std::swap_ranges(image.pixel(0, y), image.pixel(0, y) + row, image.pixel(0, height() - 1 - y));
    return image;
}

Image ImageTarget::read() const {
    Image image = pixels();
    straighten(image);
    return image;
}

void straighten(Image& image) {
    if (!opaque(image))
        for (std::size_t i = 0; i < image.rgba.size(); i += 4) straighten(&image.rgba[i]);
}

void finish() { glFinish(); }

Image render_image(Renderer& renderer, const std::shared_ptr<const Frame>& frame, const Views& views,
                   const Theme& theme, const Canvas& canvas) {
    const ImageTarget target(canvas.width(), canvas.height());
    target.bind();
    renderer.draw(frame, views, theme, canvas);
    return target.read();
}

}  // namespace eigenscape::gl
