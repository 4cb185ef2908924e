// SVG in small pieces: numbers, colours, paths, outlines of letters. Pure text, no picture yet.
// svg.cpp puts them together.
#pragma once

#include "viz/ink.h"
#include "viz/tex/typeset.h"
#include "viz/theme.h"

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace eigenscape::svg_ink {

std::string number(double value);                                      // at most two decimals
std::string hex(const Color& color);                                   // "#83c167"
std::string attribute(std::string_view name, std::string_view value);  // ` name="value"`, escaped
std::string attribute(std::string_view name, double value);
std::string opacity(std::string_view name, double value);  // nothing when it is 1

std::string path(std::span<const Vec2> points, bool closed);  // "M1 2L3 4Z"

// dash array and, for a piece that begins inside a stroke, its offset
std::string dashes(Dash dash, double pen_width, double start);

// Letters are defined once and used many times.
class Letters {
  public:
    struct Look {
        const Theme* theme;
        Ink ink;  // of what names none of its own
        double opacity = 1;
        double halo_points = 0;  // of paper colour, under the letters
    };
    // Typeset words as <use> and <rect> elements, from `baseline` in points, y downwards.
    std::string words(const Typeset& words, const Vec2& baseline, const Look& look);
    std::string definitions() const;

  private:
    std::string use(const Glyph& glyph, const Vec2& baseline);
    std::set<std::pair<int, std::uint32_t>> used_;
};

}  // namespace eigenscape::svg_ink
