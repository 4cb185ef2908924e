// Letters, words and rows: the atoms of a formula and the spaces between them.
#include "viz/tex/compositor.h"
#include "viz/tex/shape.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

// The TeXbook, page 170, in mu (1/18 em): 3 thin, 4 medium, 5 thick; negative ones vanish in scripts.
// Rows are what stands left, columns what stands right: ord op bin rel open close punct inner.
constexpr int atom_spaces[8][8] = {
    {0, 3, -4, -5, 0, 0, 0, -3},      // ord
    {3, 3, 0, -5, 0, 0, 0, -3},       // op
    {-4, -4, 0, 0, -4, 0, 0, -4},     // bin
    {-5, -5, 0, 0, -5, 0, 0, -5},     // rel
    {0, 0, 0, 0, 0, 0, 0, 0},         // open
    {0, 3, -4, -5, 0, 0, 0, -3},      // close
    {-3, -3, 0, -3, -3, -3, -3, -3},  // punct
    {-3, 3, -4, -5, -3, 0, -3, -3},   // inner
};

double space_between(Atom left, Atom right, Style style) {
    const int mu = atom_spaces[static_cast<int>(left)][static_cast<int>(right)];
    if (mu < 0 && style.script() > 0) return 0;
    return std::abs(mu) / 18.0;
}

// A sign that has no two things to stand between is a letter: the minus of -x, the plus of (+1).
std::vector<Atom> atoms_of(std::span<const Node> kids) {
    std::vector<Atom> atoms(kids.size());
    const Node* before = nullptr;
    std::size_t last = 0;
    for (std::size_t i = 0; i < kids.size(); ++i) {
        atoms[i] = kids[i].atom;
        if (kids[i].is_between()) continue;
        const auto was = before ? atoms[last] : Atom::open;
        const bool nothing_left =
            was == Atom::bin || was == Atom::op || was == Atom::rel || was == Atom::open || was == Atom::punct;
        if (atoms[i] == Atom::bin && nothing_left) atoms[i] = Atom::ord;
        const bool nothing_right = atoms[i] == Atom::rel || atoms[i] == Atom::close || atoms[i] == Atom::punct;
        if (before && was == Atom::bin && nothing_right) atoms[last] = Atom::ord;
        before = &kids[i];
        last = i;
    }
    if (before && atoms[last] == Atom::bin) atoms[last] = Atom::ord;
    return atoms;
}

}  // namespace

bool is_letter(const Node& node) {
    if (node.kind == Node::letter) return !node.big;
    if (node.kind == Node::accent) return is_letter(node.kids[0]);
    return false;
}

double Compositor::size(Style style) const {
    const MathConstants& c = math_constants();
    return size_ * (style.level < 2 ? 1 : style.level == 2 ? c.script_scale : c.script_script_scale);
}

Box Compositor::set(const Node& node, Style style) {
    if (node.style) style.level = *node.style;
    switch (node.kind) {
        case Node::row: return set_row(node.kids, style);
        case Node::letter: return set_letter(node, style);
        case Node::words: return words(node.text, size(style), Face::math);
        case Node::fraction: return set_fraction(node, style);
        case Node::root: return set_root(node, style);
        case Node::scripts: return set_scripts(node, style);
        case Node::accent: return set_accent(node, style);
        case Node::line: return set_line(node, style);
        case Node::brace: return set_brace(node, style);
        case Node::arrow: return set_arrow(node, style);
        case Node::fenced: return set_fenced(node, style);
        case Node::sized: return set_sized(node, style);
        case Node::table: return set_table(node, style);
        case Node::number: return set_number(node, style);
        case Node::unseen: return set_unseen(node, style);
        case Node::boxed: return set_boxed(node, style);
        case Node::struck: return set_struck(node, style);
        case Node::error: return set_error(node, style);
        default: return set_row({&node, 1}, style);
    }
}

Box Compositor::set_row(Kids kids, Style style) {
    struct Open {  // a coloured term that has begun
        std::size_t part;
        double left;
        std::optional<Ink> outer;
        double ascent = 0, descent = 0;
    };
    Box box;
    box.from = here();
    const std::vector<Atom> atoms = atoms_of(kids);
    std::vector<Open> open;
    std::optional<Atom> before;
    const auto end_term = [&] {
        const Open& term = open.back();
        sheet_.parts[term.part].box = {Vec2(term.left, -term.descent), Vec2(box.width, term.ascent)};
        ink_ = term.outer;
        open.pop_back();
    };
    for (std::size_t i = 0; i < kids.size(); ++i) {
        const Node& kid = kids[i];
        switch (kid.kind) {
            case Node::nothing: continue;
            case Node::space:
                box.width += kid.amount * size(style);
                box.italic = 0;
                continue;
            case Node::manner: style.level = *kid.style; continue;
            case Node::ink_on:
                open.push_back({sheet_.parts.size(), box.width, ink_});
                sheet_.parts.push_back({{}, {}, kid.ink});
                ink_ = kid.ink;
                continue;
            case Node::ink_off:
                if (!open.empty()) end_term();
                continue;
            default: break;
        }
        const double space = before ? space_between(*before, atoms[i], style) * size(style) : 0;
        if (!open.empty() && open.back().left == box.width) open.back().left += space;
        box.width += space;
        const Box part = set(kid, style);
        move(part, {box.width, 0});
        box.width += part.width;
        box.italic = part.italic;
        box.ascent = std::max(box.ascent, part.ascent);
        box.descent = std::max(box.descent, part.descent);
        for (Open& term : open) {
            term.ascent = std::max(term.ascent, part.ascent);
            term.descent = std::max(term.descent, part.descent);
        }
        before = atoms[i];
    }
    while (!open.empty()) end_term();
    close(box);
    return box;
}

Box Compositor::set_letter(const Node& node, Style style) {
    const MathGlyph* found = &math_letter(node.sign, style.script());
    if (found->id == 0) return fallback_letter(node.sign, style);
    if (node.big && style.display()) {
        for (const auto& larger : growth_of(found->id, Grows::up).sizes) {
            found = &math_glyph(larger.id);
            if (larger.extent >= math_constants().display_operator_min_height) break;
        }
    }
    Box box = glyph(*found, size(style));
    if (!node.big) {
        if (node.sign < 0x80) box.italic = 0;  // upright letters lean too little, and digits have one width
        box.width += box.italic;
        return box;
    }
    const double up = axis(style) - 0.5 * (box.ascent - box.descent);  // large operators are centred on the axis
    move(box, {0, up});
    box.ascent += up;
    box.descent -= up;
    return box;
}

// A box whose height may be negative: clamped to nothing, as TeX's are.
Box Compositor::glyph(const MathGlyph& g, double size_points) {
    Box box;
    box.from = here();
    box.width = g.advance * size_points;
    box.italic = g.italic * size_points;
    box.ascent = std::max(0.0, g.ink.hi.y() * size_points);
    box.descent = std::max(0.0, -g.ink.lo.y() * size_points);
    full_ = full_ || sheet_.glyphs.size() >= most_glyphs;
    if (!full_ && g.ink.hi != g.ink.lo) sheet_.glyphs.push_back({{Face::math, g.id, {0, 0}, size_points}, ink_});
    close(box);
    return box;
}

Box Compositor::fallback_letter(char32_t letter, Style style) {
    return words(encoded(letter), size(style), Face::math);
}

Box Compositor::words(std::string_view text, double size_points, Face face) {
    Box box;
    box.from = here();
    const GlyphRun run = face == Face::math ? layout(text, size_points, face) : shaped(text, size_points, face);
    full_ = full_ || sheet_.glyphs.size() + run.glyphs.size() > most_glyphs;
    if (!full_)
        for (const Glyph& g : run.glyphs) sheet_.glyphs.push_back({g, ink_});
    box.width = run.width;
    box.ascent = std::max(0.0, run.ink.hi.y());
    box.descent = std::max(0.0, -run.ink.lo.y());
    close(box);
    return box;
}

Box Compositor::set_error(const Node& node, Style style) {
    const auto outer = std::exchange(ink_, Ink::negative);
    const Box box = words(node.text, size(style), Face::math);
    ink_ = outer;
    return box;
}

// Hit boxes of numbers are as high as a digit and its sign at least, so that a finger finds them.
Box Compositor::set_number(const Node& node, Style style) {
    const Place before = here();
    sheet_.parts.push_back({{}, node.text, ink_});
    Box box = set(node.kids[0], style);
    box.from = before;
    sheet_.parts[before.parts].box = {Vec2(0, -box.descent), Vec2(box.width, box.ascent)};
    return box;
}

Box Compositor::set_unseen(const Node& node, Style style) {
    Box box = set(node.kids[0], style);
    forget(box.from);
    box.to = box.from;
    if (!node.wide) box.width = box.italic = 0;
    if (!node.tall) box.ascent = box.descent = 0;
    return box;
}

void Compositor::move(const Box& box, const Vec2& by) {
    if (by.isZero(0)) return;
    for (std::size_t i = box.from.glyphs; i < box.to.glyphs; ++i) sheet_.glyphs[i].glyph.at += by;
    for (std::size_t i = box.from.rules; i < box.to.rules; ++i) {
        sheet_.rules[i].box.lo += by;
        sheet_.rules[i].box.hi += by;
    }
    for (std::size_t i = box.from.parts; i < box.to.parts; ++i) {
        sheet_.parts[i].box.lo += by;
        sheet_.parts[i].box.hi += by;
    }
}

void Compositor::rule(const Vec2& lo, const Vec2& hi) {
    full_ = full_ || sheet_.rules.size() >= most_glyphs;
    if (!full_) sheet_.rules.push_back({{lo, hi.cwiseMax(lo)}, ink_});  // a term of negative width has none
}

void Compositor::forget(const Place& from) {
    sheet_.glyphs.resize(from.glyphs);
    sheet_.rules.resize(from.rules);
    sheet_.parts.resize(from.parts);
}

}  // namespace eigenscape
