// Letters as they are on the screen, kept in one texture: each by face, glyph, exact size, place between pixels and
// halo. Ask for a spot while building a picture, `upload` once, then draw. When it is full it starts anew and says so.
#pragma once

#include "viz/gl/objects.h"
#include "viz/text.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace eigenscape::gl {

class GlyphAtlas {
  public:
    enum class Use { as_red, as_alpha };  // which channel of a texel holds the coverage; the others are one
    explicit GlyphAtlas(Use use = Use::as_red);

    static constexpr int side = 2048;  // of the texture, in pixels

    struct Spot {
        int x = 0, y = 0;  // upper left corner in the texture
        int left = 0, top = 0, width = 0, height = 0;
    };
    // `quarter` shifts are in quarters of a pixel, 0 to 3; the halo in eighths.
    const Spot& spot(Face face, std::uint32_t id, double size_pixels, int quarter_x, int quarter_y, int halo_eighths);

    int generation() const { return generation_; }  // counts up whenever all spots were forgotten
    bool upload();                                  // true if something was new
    GLuint texture() const { return texture_.id(); }

  private:
    struct Key {
        std::uint64_t which, size;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const { return (key.which * 0x9E3779B97F4A7C15ull) ^ key.size; }
    };
    bool find_room(Spot& spot);
    void forget();

    Texture texture_;
    std::vector<std::uint8_t> pixels_;  // of the rows that are in use
    std::unordered_map<Key, Spot, Hash> spots_;
    int shelf_x_ = 0, shelf_y_ = 0, shelf_height_ = 0;
    int dirty_from_ = side, dirty_to_ = 0;
    int generation_ = 0;
};

}  // namespace eigenscape::gl
