// Shelves: letters are put side by side, a new shelf opens below when one is full.
// See glyph_atlas.h.
#include "viz/gl/glyph_atlas.h"

#include <algorithm>
#include <cmath>

namespace eigenscape::gl {

GlyphAtlas::GlyphAtlas(Use use) {
    glBindTexture(GL_TEXTURE_2D, texture_.id());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, side, side, 0, GL_RED, GL_UNSIGNED_BYTE, nullptr);
    filter(GL_TEXTURE_2D, GL_NEAREST);
    constexpr GLint as_alpha[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
    if (use == Use::as_alpha) glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, as_alpha);
}

const GlyphAtlas::Spot& GlyphAtlas::spot(Face face, std::uint32_t id, double size_pixels, int quarter_x, int quarter_y,
                                         int halo_eighths) {
    const auto size = static_cast<std::uint64_t>(std::lround(size_pixels * 64));
    const Key key{static_cast<std::uint64_t>(id) << 8 | static_cast<std::uint64_t>(face) << 4 |
                      static_cast<std::uint64_t>(quarter_x) << 2 | static_cast<std::uint64_t>(quarter_y),
                  size << 16 | static_cast<std::uint64_t>(halo_eighths)};
    if (const auto found = spots_.find(key); found != spots_.end()) return found->second;
    const GlyphImage image =
        glyph_image(face, id, size_pixels, Vec2(quarter_x / 4.0, quarter_y / 4.0), halo_eighths / 8.0);
    Spot spot{0, 0, image.left, image.top, image.width, image.height};
    if (spot.width > side || spot.height > side) spot.width = spot.height = 0;  // no screen is that large
    if (!find_room(spot)) {
        forget();
        find_room(spot);
    }
    pixels_.resize(
        std::max(pixels_.size(), static_cast<std::size_t>(side) * static_cast<std::size_t>(spot.y + spot.height)));
    for (int row = 0; row < spot.height; ++row) {
        const auto from = image.coverage.begin() + static_cast<std::ptrdiff_t>(row) * image.width;
        std::copy(from, from + spot.width, pixels_.begin() + static_cast<std::ptrdiff_t>(spot.y + row) * side + spot.x);
    }
    dirty_from_ = std::min(dirty_from_, spot.y);
    dirty_to_ = std::max(dirty_to_, spot.y + spot.height);
    return spots_.emplace(key, spot).first->second;
}

bool GlyphAtlas::find_room(Spot& spot) {
    if (shelf_x_ + spot.width > side) {
        shelf_y_ += shelf_height_;
        shelf_x_ = shelf_height_ = 0;
    }
    if (shelf_y_ + spot.height > side) return false;
    spot.x = shelf_x_;
    spot.y = shelf_y_;
    shelf_x_ += spot.width;
    shelf_height_ = std::max(shelf_height_, spot.height);
    return true;
}

void GlyphAtlas::forget() {
    spots_.clear();
    shelf_x_ = shelf_y_ = shelf_height_ = 0;
    ++generation_;
}

bool GlyphAtlas::upload() {
    if (dirty_from_ >= dirty_to_) return false;
    glBindTexture(GL_TEXTURE_2D, texture_.id());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, dirty_from_, side, dirty_to_ - dirty_from_, GL_RED, GL_UNSIGNED_BYTE,
                    pixels_.data() + static_cast<std::ptrdiff_t>(dirty_from_) * side);
    dirty_from_ = side;
    dirty_to_ = 0;
    return true;
}

}  // namespace eigenscape::gl
