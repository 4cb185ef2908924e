// A formula as a tree, the way it was meant: fractions, roots, scripts, rows. The parser grows it, the compositor sets
// it. Plain data; the depth is bounded by the parser.
#pragma once

#include "viz/ink.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace eigenscape {

// TeX's classes of atoms: they decide the spaces between neighbours.
enum class Atom : std::uint8_t { ord, op, bin, rel, open, close, punct, inner };

// Where the scripts of an operator go: beside it, or above and below (always, or in displays only).
enum class Limits : std::uint8_t { beside, in_displays, always };

// 0 display, 1 text, 2 script, 3 script of a script. Cramped: under something, so that powers are raised less.
struct Style {
    std::uint8_t level = 0;
    bool cramped = false;
    bool operator==(const Style&) const = default;
    bool display() const { return level == 0; }
    int script() const { return level < 2 ? 0 : level - 1; }
    Style raised() const { return {static_cast<std::uint8_t>(level < 2 ? 2 : 3), cramped}; }
    Style lowered() const { return {raised().level, true}; }
    Style above() const { return {static_cast<std::uint8_t>(level < 3 ? level + 1 : 3), cramped}; }
    Style below() const { return {above().level, true}; }
    Style under_a_roof() const { return {level, true}; }
};

struct Node {
    enum Kind : std::uint8_t {
        nothing,   // an absent script
        row,       // kids side by side
        letter,    // `sign`
        words,     // `text` upright
        fraction,  // kids above and below; `sign` and `other` are the fences of \binom; `amount` 0: no bar
        root,      // what is under it and its degree
        scripts,   // base, above, below
        accent,    // `sign` over the base; `wide` grows with it
        line,      // over or under the base
        brace,     // `sign` grown to the base's width, over or under it
        arrow,     // `sign` grown to the width of the words over and under it
        fenced,    // kids between `fences`
        sized,     // the fence `sign`, `amount` ems high
        table,     // kids are rows of cells; `sign` and `other` are its fences
        number,    // `text` is its name; the kid is what it shows
        unseen,    // takes the kid's place: width if `wide`, height if `tall`
        boxed,     // a frame around the kid
        struck,    // a line through the kid; `sign` '/', '\\' or 'x'
        error,     // `text` as it was written
        space,     // `amount` ems
        manner,    // `style` from here to the end of the row
        ink_on,    // `ink` from here …
        ink_off    // … to here
    } kind = nothing;
    Atom atom = Atom::ord;
    Limits limits = Limits::beside;
    bool big = false;    // a letter that is larger in displays
    bool above = false;  // lines and braces: over, not under
    bool wide = false, tall = false;
    char32_t sign = 0, other = 0;
    double amount = 0;
    std::optional<std::uint8_t> style;  // a level that this part is set in whatever is around it
    std::optional<Ink> ink;
    std::string text;
    std::u32string fences;  // of `fenced`: one more than kids, 0 for none; of a `table`: l c r and | for its columns
    std::vector<Node> kids;

    // Commas, spaces and colours stand between neighbours without being one.
    bool is_between() const {
        return kind == nothing || kind == space || kind == manner || kind == ink_on || kind == ink_off;
    }
};

inline Node node_of(Node::Kind kind) {
    Node node;
    node.kind = kind;
    return node;
}

}  // namespace eigenscape
