// See photo_store.h. The way from the unit square to the screen is one matrix, worked out in double for each photo.
// Made smaller, a picture is averaged (mipmaps); made larger it is smooth or its pixels are sharp squares.
#include "viz/gl/photo_store.h"

#include <algorithm>

namespace eigenscape::gl {
namespace {

constexpr std::size_t most_kept = 32;  // beside those of the picture that is being drawn

std::vector<std::uint8_t> times_alpha(const Image& image) {
    std::vector<std::uint8_t> rgba = image.rgba;
    for (std::size_t i = 0; i + 3 < rgba.size(); i += 4) {
        const unsigned alpha = rgba[i + 3];
        if (alpha == 255) continue;
        for (std::size_t k = 0; k < 3; ++k) rgba[i + k] = static_cast<std::uint8_t>((rgba[i + k] * alpha + 127) / 255);
    }
    return rgba;
}

bool can_be_drawn(const Photo& photo) {
    return photo.pixels && photo.pixels->width > 0 && photo.pixels->height > 0 && photo.opacity > 0 &&
           photo.corner.allFinite() && photo.right.allFinite() && photo.up.allFinite();
}

std::array<float, 16> square_to_clip(const Eigen::Matrix4d& camera, const Photo& photo) {
    Eigen::Matrix4d m = camera;
    m.col(0) = camera.leftCols<2>() * photo.right;
    m.col(1) = camera.leftCols<2>() * photo.up;
    m.col(3) = camera.leftCols<2>() * photo.corner + camera.col(3);
    std::array<float, 16> columns{};
    for (std::size_t i = 0; i < 16; ++i) columns[i] = static_cast<float>(m.data()[i]);
    return columns;
}

}  // namespace

PhotoStore::Uploaded& PhotoStore::of(const std::shared_ptr<const Image>& pixels) {
    const auto found = std::ranges::find_if(
        kept_, [&](const Uploaded& one) { return one.pixels == pixels || *one.pixels == *pixels; });
    if (found != kept_.end()) {
        glBindTexture(GL_TEXTURE_2D, found->texture.id());
        return *found;
    }
    Uploaded& one = kept_.emplace_back();
    one.pixels = pixels;
    glBindTexture(GL_TEXTURE_2D, one.texture.id());
    filter(GL_TEXTURE_2D, GL_LINEAR);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, pixels->width, pixels->height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 times_alpha(*pixels).data());
    glGenerateMipmap(GL_TEXTURE_2D);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    ++uploads_;
    return one;
}

void PhotoStore::draw(const Panel& panel, const PanelSpace& space) {
    if (!space.camera.flat || panel.photos.empty()) return;
    if (!program_) program_.emplace("photo");
    if (!nothing_) nothing_.emplace();
    program_->use();
    program_->set("place", space.place);
    program_->set("canvas", space.canvas.width, space.canvas.height);
    program_->set("pixels", 0);
    glActiveTexture(GL_TEXTURE0);
    glBindVertexArray(nothing_->id());
    for (const Photo& photo : panel.photos) {
        if (!can_be_drawn(photo)) continue;
        of(photo.pixels).last_used = drawing_;
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, photo.smooth ? GL_LINEAR : GL_NEAREST);
        program_->set_matrix("to_clip", square_to_clip(space.camera.matrix, photo));
        program_->set("opacity", photo.opacity);
        glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    }
    glBindVertexArray(0);
    glBindTexture(GL_TEXTURE_2D, 0);
}

GLuint PhotoStore::texture(const std::shared_ptr<const Image>& pixels) {
    Uploaded& one = of(pixels);
    one.last_used = drawing_;
    glBindTexture(GL_TEXTURE_2D, 0);
    return one.texture.id();
}

void PhotoStore::end_of_drawing() {
    const auto too_old = [&](const Uploaded& one) { return drawing_ - one.last_used > kept_drawings; };
    std::erase_if(kept_, too_old);
    while (kept_.size() > most_kept) {
        const auto oldest = std::ranges::min_element(kept_, {}, &Uploaded::last_used);
        if (oldest->last_used == drawing_) break;
        kept_.erase(oldest);
    }
    ++drawing_;
}

}  // namespace eigenscape::gl
