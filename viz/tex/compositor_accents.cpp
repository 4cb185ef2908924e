// What stands on or under a term: accents, lines, braces, frames and strokes through it.
#include "viz/tex/compositor.h"

#include <algorithm>

namespace eigenscape {
namespace {

char32_t without_dot(char32_t letter) {
    if (letter == U'\U0001D456') return U'\U0001D6A4';
    if (letter == U'\U0001D457') return U'\U0001D6A5';
    return letter;
}

}  // namespace

// Over the point of the letter that the font names; over the middle of anything longer.
Box Compositor::set_accent(const Node& node, Style style) {
    const double em = size(style);
    Node base = node.kids[0].kind == Node::letter ? node.kids[0] : Node{};
    const bool letter = base.kind == Node::letter && !base.big;
    base.sign = without_dot(base.sign);
    Box box = letter ? set(base, style.under_a_roof()) : set(node.kids[0], style.under_a_roof());
    const MathGlyph& plain = math_letter(node.sign, style.script());
    const std::uint32_t id = plain.id;
    if (id == 0) return box;
    const Box mark = node.wide ? grown(id, box.width, Grows::sideways, em) : glyph(plain, em);
    double left = 0, width = 0;  // what the mark covers
    if (mark.to.glyphs > mark.from.glyphs) {
        left = 1e9;
        double right = -1e9;
        for (std::size_t i = mark.from.glyphs; i < mark.to.glyphs; ++i) {
            const Glyph& g = sheet_.glyphs[i].glyph;
            const MathGlyph& m = math_glyph(g.id);
            left = std::min(left, g.at.x() + m.ink.lo.x() * em);
            right = std::max(right, g.at.x() + m.ink.hi.x() * em);
        }
        width = right - left;
    }
    double middle = left + 0.5 * width, under = 0.5 * box.width;
    if (letter) {
        const MathGlyph& g = math_letter(base.sign, style.script());
        if (!node.wide) middle = plain.accent * em;
        under = g.accent * em;
    } else if (is_letter(node.kids[0])) {
        under = 0.5 * (box.width + box.italic);
    }
    const double up = std::max(0.0, box.ascent - math_constants().accent_base_height * em);
    move(mark, {under - middle, up});
    box.ascent = std::max(box.ascent, mark.ascent + up);
    close(box);
    return box;
}

Box Compositor::set_line(const Node& node, Style style) {
    const MathConstants& c = math_constants();
    const double em = size(style);
    Box box = set(node.kids[0], node.above ? style.under_a_roof() : style);
    if (node.above) {
        const double lo = box.ascent + c.overbar_vertical_gap * em, hi = lo + c.overbar_rule_thickness * em;
        rule({0, lo}, {box.width, hi});
        box.ascent = hi + c.overbar_extra_ascender * em;
    } else {
        const double hi = -box.descent - c.underbar_vertical_gap * em, lo = hi - c.underbar_rule_thickness * em;
        rule({0, lo}, {box.width, hi});
        box.descent = -lo + c.underbar_extra_descender * em;
    }
    close(box);
    return box;
}

Box Compositor::set_brace(const Node& node, Style style) {
    const double em = size(style), gap = 0.12 * em;
    Box box = set(node.kids[0], node.above ? style.under_a_roof() : style);
    const Place from = here();
    const Box brace = grown(math_letter(node.sign).id, box.width, Grows::sideways, em);
    double lo = 1e9, hi = -1e9;
    for (std::size_t i = from.glyphs; i < brace.to.glyphs; ++i) {
        const Glyph& g = sheet_.glyphs[i].glyph;
        const MathGlyph& m = math_glyph(g.id);
        lo = std::min(lo, g.at.y() + m.ink.lo.y() * em);
        hi = std::max(hi, g.at.y() + m.ink.hi.y() * em);
    }
    if (hi < lo) return box;
    const double width = std::max(box.width, brace.width);
    const double up = node.above ? box.ascent + gap - lo : -box.descent - gap - hi;
    move(box, {0.5 * (width - box.width), 0});
    move(brace, {0.5 * (width - brace.width), up});
    if (node.above) box.ascent = up + hi;
    else box.descent = -(up + lo);
    box.width = width;
    box.italic = 0;
    close(box);
    return box;
}

Box Compositor::set_boxed(const Node& node, Style style) {
    const double em = size(style), gap = 0.3 * em, line = math_constants().fraction_rule_thickness * em;
    Box box = set(node.kids[0], style);
    move(box, {gap + line, 0});
    box.width += 2 * (gap + line);
    box.ascent += gap + line;
    box.descent += gap + line;
    box.italic = 0;
    rule({0, -box.descent}, {box.width, line - box.descent});
    rule({0, box.ascent - line}, {box.width, box.ascent});
    rule({0, line - box.descent}, {line, box.ascent - line});
    rule({box.width - line, line - box.descent}, {box.width, box.ascent - line});
    close(box);
    return box;
}

// A rule is upright, so a stroke is the font's own slash, grown; a long term is struck through along the middle.
Box Compositor::set_struck(const Node& node, Style style) {
    const double em = size(style);
    Box box = set(node.kids[0], style);
    const double middle = 0.5 * (box.ascent - box.descent);
    for (const char32_t sign : {U'/', U'\\'}) {
        if (node.sign != sign && node.sign != U'x') continue;
        const Box stroke = grown(math_letter(sign).id, 1.1 * box.height(), Grows::up, em);
        move(stroke, {0.5 * (box.width - stroke.width), middle - 0.5 * (stroke.ascent - stroke.descent)});
        if (box.width < 1.3 * stroke.width) continue;
        const double thick = math_constants().fraction_rule_thickness * em;
        forget(stroke.from);
        rule({0, middle - 0.5 * thick}, {box.width, middle + 0.5 * thick});
    }
    close(box);
    return box;
}

}  // namespace eigenscape
