// Sets a formula's tree as glyphs and rules, by the rules of The TeXbook's Appendix G with the constants of the font's
// MATH table. Private to compositor*.cpp and typeset.cpp. Lengths are in points, y upwards from the baseline.
//
// Every `set…` adds marks to the sheet about the origin and returns the box around them; whoever called it moves the
// box to its place. A box is a run of the sheet's marks, so that nothing is copied.
#pragma once

#include "viz/tex/math_font.h"
#include "viz/tex/node.h"
#include "viz/tex/typeset.h"

#include <array>
#include <span>
#include <vector>

namespace eigenscape {

// How many of a sheet's marks there were at some moment.
struct Place {
    std::size_t glyphs = 0, rules = 0, parts = 0;
};

struct Box {
    double width = 0, ascent = 0, descent = 0;
    double italic = 0;  // how much of the width is the lean of its last letter
    Place from, to;     // its marks
    double height() const { return ascent + descent; }
};

inline constexpr std::size_t most_glyphs = 40'000;  // of one formula; what is beyond is left out, and said so

class Compositor {
  public:
    explicit Compositor(double size_points) : size_(size_points) {}

    Box set(const Node& node, Style style);
    Box words(std::string_view text, double size_points, Face face);
    void move(const Box& box, const Vec2& by);
    bool full() const { return full_; }
    Typeset& sheet() { return sheet_; }

  private:
    using Kids = std::span<const Node>;

    // compositor.cpp: letters, words, rows
    Box set_row(Kids kids, Style style);
    Box set_letter(const Node& node, Style style);
    Box set_error(const Node& node, Style style);
    Box set_number(const Node& node, Style style);
    Box set_unseen(const Node& node, Style style);
    Box glyph(const MathGlyph& g, double size_points);
    Box fallback_letter(char32_t letter, Style style);
    double size(Style style) const;
    double axis(Style style) const { return math_constants().axis_height * size(style); }
    Place here() const { return {sheet_.glyphs.size(), sheet_.rules.size(), sheet_.parts.size()}; }
    void close(Box& box) const { box.to = here(); }
    void rule(const Vec2& lo, const Vec2& hi);
    void forget(const Place& from);

    // compositor_scripts.cpp
    Box set_scripts(const Node& node, Style style);
    Box beside(const Node& node, Box base, bool letter, Style style);
    Box with_limits(const Node& node, Box base, Style style);
    Box set_arrow(const Node& node, Style style);

    // compositor_fractions.cpp: fractions, roots
    Box set_fraction(const Node& node, Style style);
    Box set_root(const Node& node, Style style);
    Box between(char32_t left, Box inside, char32_t right, Style style);

    // compositor_fences.cpp: everything that grows
    Box set_fenced(const Node& node, Style style);
    Box set_sized(const Node& node, Style style);
    Box fence(char32_t sign, double height, Style style);
    Box barred(std::span<const double> bars, double height, Style style);
    Box grown(std::uint32_t id, double extent, Grows direction, double size_points);
    Box assembled(const Growth& growth, double extent, Grows direction, double size_points);

    // compositor_accents.cpp: accents, lines, braces, frames
    Box set_accent(const Node& node, Style style);
    Box set_line(const Node& node, Style style);
    Box set_brace(const Node& node, Style style);
    Box set_boxed(const Node& node, Style style);
    Box set_struck(const Node& node, Style style);

    // compositor_tables.cpp
    Box set_table(const Node& node, Style style);

    double size_;
    std::optional<Ink> ink_;
    bool full_ = false;
    Typeset sheet_;
};

// Is this one letter to TeX, whose scripts go by the letter's own shape?
bool is_letter(const Node& node);

}  // namespace eigenscape
