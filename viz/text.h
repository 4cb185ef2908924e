// Words as shapes: text is laid out into glyphs, and a glyph is an outline (for paper) or a coverage bitmap (for
// screens). Lay out with `layout`; draw each glyph of the run at its place. Lengths are in points, y upwards from the
// baseline.
#pragma once

#include "core/calculus/scalar_field.h"
#include "core/types.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

// math: Latin Modern Math, for labels and numbers; ui: Inter, for notes and the interface; code: Latin Modern Mono.
enum class Face : std::uint8_t { math, ui, ui_medium, ui_bold, code };
inline constexpr int face_count = 5;

// One letter of a face, by its number in the font file, with its origin in the run.
struct Glyph {
    Face face = Face::math;
    std::uint32_t id = 0;
    Vec2 at{0, 0};
    double size_points = 18;  // of the em
    bool operator==(const Glyph&) const = default;
};

struct GlyphRun {
    std::vector<Glyph> glyphs;
    double width = 0;          // how far the pen moved
    Box2 ink{{0, 0}, {0, 0}};  // what the outlines cover
    bool operator==(const GlyphRun&) const = default;
};

// One line of UTF-8. A letter that the face lacks is taken from another; what no face has is drawn as a box. Digits
// have one width. Accents (U+0300…, the vector arrow U+20D7) sit over the letter before them, small digits (², ₁) are
// made from large.
GlyphRun layout(std::string_view text, double size_points, Face face = Face::math);

// How high capitals and digits stand, in ems; text is centred on a point by half of it.
double cap_height(Face face);

struct OutlineStep {
    enum Kind : std::uint8_t { move, line, quad, cubic, close } kind;
    Vec2 to{0, 0}, control{0, 0}, control_2{0, 0};  // quad has one control point, cubic two
};

// The outline of a glyph in ems, y upwards. The reference stays valid.
const std::vector<OutlineStep>& glyph_outline(Face face, std::uint32_t id);

// Coverage in [0, 255], rows from the top. `left` and `top` place the bitmap's upper left corner against the origin.
struct GlyphImage {
    int left = 0, top = 0, width = 0, height = 0;
    std::vector<std::uint8_t> coverage;
};

// The glyph at an exact size, moved by `shift_pixels` (for places between pixels), thickened by `halo_pixels` all
// round.
GlyphImage glyph_image(Face face, std::uint32_t id, double size_pixels, const Vec2& shift_pixels = {0, 0},
                       double halo_pixels = 0);

}  // namespace eigenscape
