// Typeset mathematics: a TeX formula, or a sentence with formulas in it, as glyphs and rules at their places.
// `typeset` never fails: what it does not understand stands in the formula, marked, with the column in `errors`.
#pragma once

#include "viz/ink.h"
#include "viz/text.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

struct SetGlyph {
    Glyph glyph;
    std::optional<Ink> ink;  // nothing: the ink of whoever shows the formula
    bool operator==(const SetGlyph&) const = default;
};

// A fraction bar, the roof of a root, a line over or under.
struct SetRule {
    Box2 box{{0, 0}, {0, 0}};
    std::optional<Ink> ink;
    bool operator==(const SetRule&) const = default;
};

// What a pointer can find in a formula: a live number, or a term in the colour of the thing that it names.
struct SetPart {
    Box2 box{{0, 0}, {0, 0}};
    std::string number;      // the name given to \num, or what was given to \play (t=0..1); empty: a coloured term
    std::optional<Ink> ink;  // the colour it stands in
    bool operator==(const SetPart&) const = default;
};

struct TexError {
    std::size_t column = 0;  // 1-based, in characters of the source
    std::string message;     // a sentence: what is wrong and what to write instead
    bool operator==(const TexError&) const = default;
};

// Lengths in points, y upwards, the first baseline at y = 0, the left edge at x = 0.
struct Typeset {
    double width = 0, ascent = 0, descent = 0;  // of the box; both heights positive outwards
    std::vector<SetGlyph> glyphs;
    std::vector<SetRule> rules;
    std::vector<SetPart> parts;  // inner ones after those that contain them
    std::vector<TexError> errors;
    std::string spoken;  // the source as plain words and signs, for SVG's readers: "A v = λ v"
};

// How numbers get into a formula: the value of the name given to \num, or nothing when there is none.
using NumberNamed = std::function<std::optional<double>(std::string_view name)>;

// The source with every \num{name:.2f} turned into \num{name}{1.00}, its value as shown. The format is Python's:
// ".2f" two decimals, ".3g" three digits, "d" whole; a leading space keeps room for a minus sign, "+" always shows
// one. A name that is not known and a value that is undefined become the word \text{undefined}.
std::string with_numbers(std::string_view tex, const NumberNamed& value_of);

enum class TexStyle { text, display };

// One formula, without dollar signs. Remembered by its arguments.
std::shared_ptr<const Typeset> typeset(std::string_view tex, double size_points, TexStyle style = TexStyle::display);

// Words of `face` with $formulas$ in them, broken at spaces into lines no wider than `width_points` (0: one line).
// \$ is a dollar sign, a new line in the text begins a line. Line by line downwards: the baselines are `leading` × size
// apart, farther where a tall formula asks for it. Remembered by its arguments.
std::shared_ptr<const Typeset> typeset_prose(std::string_view text, double size_points, double width_points = 0,
                                             Face face = Face::ui, double leading = 1.5);

// Words for a formula or a label: "50 % of all" → "\text{50 \% of all}".
std::string tex_words(std::string_view words);

// Words with $formulas$ in them as one formula, for titles and names: "turned by $A$" → "\text{turned by }A".
std::string tex_prose(std::string_view text);

}  // namespace eigenscape
