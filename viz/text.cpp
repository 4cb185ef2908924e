// One line of text as glyphs: letters from the wanted face or the next that has them, accents centred, digits of one
// width. There is no kerning: the mathematics face has none, and notes are short.
#include "viz/text.h"

#include "viz/text_faces.h"

#include <algorithm>
#include <array>
#include <optional>

namespace eigenscape {
namespace {

// From TeX's tables for Latin Modern Math, in ems: how small and how far off the line scripts are.
constexpr double script_size = 0.7, script_up = 0.363, script_down = 0.2;
constexpr double accent_base_height = 0.45;  // accents are drawn for letters this high

bool is_accent(char32_t c) { return (c >= 0x300 && c <= 0x36F) || (c >= 0x20D0 && c <= 0x20F0); }
bool is_math_italic(char32_t c) {
    return (c >= 0x1D434 && c <= 0x1D467) || c == 0x210E || c == 0x1D6A4 || c == 0x1D6A5 ||
           (c >= 0x1D6E2 && c <= 0x1D71B);
}

struct Found {
    Face face;
    std::uint32_t id;
};

Found found_in(Face wanted, char32_t letter) {
    if (const auto id = glyph_of(wanted, letter)) return {wanted, id};
    for (const Face other : {Face::math, Face::ui})
        if (other != wanted)
            if (const auto id = glyph_of(other, letter)) return {other, id};
    return {wanted, 0};  // the face's own box
}

class Line {
  public:
    Line(double size, Face face) : size_(size), face_(face) {}

    void letter(char32_t c) {
        if (is_accent(c) && base_) return accent(c);
        const auto script = glyph_of(face_, c) ? std::nullopt : small_letter(c);
        const Found found = found_in(face_, script ? script->letter : c);
        const double size = size_ * (script ? script_size : 1);
        const GlyphMetrics m = metrics_of(found.face, found.id);
        const bool digit = (c >= U'0' && c <= U'9');
        const double advance = digit ? digit_advance(found.face) : m.advance;
        put(found, size,
            {pen_ + 0.5 * (advance - m.advance) * size,
             script ? (script->raised ? script_up : -script_down) * size_ : 0},
            m);
        base_ = Base{c, pen_, advance * size, m.ink.hi.y() * size};
        pen_ += advance * size;
    }
    GlyphRun done() {
        run_.width = pen_;
        return std::move(run_);
    }

  private:
    struct Base {
        char32_t letter;
        double left, advance, top;
    };

    // An accent takes the place of the dot on i and j.
    void undot() {
        if (run_.glyphs.empty() || (base_->letter != 0x1D456 && base_->letter != 0x1D457)) return;
        const std::uint32_t bare = glyph_of(face_, base_->letter == 0x1D456 ? 0x1D6A4 : 0x1D6A5);
        if (bare == 0) return;
        run_.glyphs.back().id = bare;
        base_->letter = base_->letter == 0x1D456 ? 0x1D6A4 : 0x1D6A5;  // a second accent finds no dot
        base_->top = metrics_of(face_, bare).ink.hi.y() * size_;
    }
    // Over the middle of the letter, pushed along its slant; higher over tall letters.
    void accent(char32_t c) {
        undot();
        const Found found = found_in(face_, c);
        const GlyphMetrics m = metrics_of(found.face, found.id);
        const bool tall = base_->top > 0.6 * size_;
        const double slant = is_math_italic(base_->letter) ? (tall ? 0.09 : 0.035) * size_ : 0;
        const double middle = 0.5 * (m.ink.lo.x() + m.ink.hi.x()) * size_;
        const double up = std::max(0.0, base_->top - accent_base_height * size_);
        put(found, size_, {base_->left + 0.5 * base_->advance + slant - middle, up}, m);
        base_->top += (m.ink.hi.y() - accent_base_height) * size_;  // a second accent stands on the first
    }
    void put(const Found& found, double size, const Vec2& at, const GlyphMetrics& m) {
        if (!m.empty()) {
            const Box2 ink{at + size * m.ink.lo, at + size * m.ink.hi};
            run_.ink = run_.glyphs.empty() ? ink : Box2{run_.ink.lo.cwiseMin(ink.lo), run_.ink.hi.cwiseMax(ink.hi)};
            run_.glyphs.push_back({found.face, found.id, at, size});
        }
    }

    double size_, pen_ = 0;
    Face face_;
    GlyphRun run_;
    std::optional<Base> base_;
};

}  // namespace

// The mathematics face has no small letters of its own.
std::optional<SmallLetter> small_letter(char32_t c) {
    constexpr std::array<std::pair<char32_t, char32_t>, 10> raised = {{{0x00B9, U'1'},
                                                                       {0x00B2, U'2'},
                                                                       {0x00B3, U'3'},
                                                                       {0x207A, U'+'},
                                                                       {0x207B, 0x2212},
                                                                       {0x207F, 0x1D45B},
                                                                       {0x1D40, 0x22A4},
                                                                       {0x2070, U'0'},
                                                                       {0x1D48, 0x1D451},
                                                                       {0x02E3, 0x1D465}}};
    constexpr std::array<std::pair<char32_t, char32_t>, 11> lowered = {{{0x208A, U'+'},
                                                                        {0x208B, 0x2212},
                                                                        {0x1D62, 0x1D456},
                                                                        {0x2C7C, 0x1D457},
                                                                        {0x2096, 0x1D458},
                                                                        {0x2098, 0x1D45A},
                                                                        {0x2099, 0x1D45B},
                                                                        {0x209C, 0x1D461},
                                                                        {0x2093, 0x1D465},
                                                                        {0x1D67, 0x1D6FD},
                                                                        {0x2090, 0x1D44E}}};
    if (c >= 0x2074 && c <= 0x2079) return SmallLetter{U'4' + (c - 0x2074), true};
    if (c >= 0x2080 && c <= 0x2089) return SmallLetter{U'0' + (c - 0x2080), false};
    for (const auto& [small, base] : raised)
        if (c == small) return SmallLetter{base, true};
    for (const auto& [small, base] : lowered)
        if (c == small) return SmallLetter{base, false};
    return std::nullopt;
}

GlyphRun layout(std::string_view text, double size_points, Face face) {
    Line line(size_points, face);
    for (const char32_t c : decoded(text)) line.letter(c);
    return line.done();
}

double cap_height(Face face) { return metrics_of(face, glyph_of(face, U'H')).ink.hi.y(); }

}  // namespace eigenscape
