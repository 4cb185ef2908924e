// Everything that grows: brackets, bars, root signs, braces and arrows, from ready-made sizes or put together from
// pieces.
#include "viz/tex/compositor.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double seen_part = 0.901, most_unseen = 0.5;  // TeX's \delimiterfactor and \delimitershortfall, in ems
constexpr int most_piece_repeats = 500;                 // of one piece: a fence of some 250 ems
constexpr double null_fence = 0.12;                     // ems

// What a fence between which `box` stands must reach, about the axis.
double height_about(double ascent, double descent, double axis, double em) {
    const double full = 2 * std::max(ascent - axis, descent + axis);
    return std::max(seen_part * full, full - most_unseen * em);
}

// | and ∥ are drawn as rules of any height: the font's own grow thicker with it.
std::span<const double> bars_of(char32_t sign) {  // the left edges, in ems
    static constexpr double one[] = {0.119}, two[] = {0.133, 0.327};
    if (sign == U'|') return one;
    if (sign == U'∥') return two;
    return {};
}

}  // namespace

Box Compositor::set_fenced(const Node& node, Style style) {
    std::vector<Box> inside;
    double ascent = 0, descent = 0;
    const Place from = here();
    for (const Node& kid : node.kids) {
        inside.push_back(set(kid, style));
        ascent = std::max(ascent, inside.back().ascent);
        descent = std::max(descent, inside.back().descent);
    }
    const double height = height_about(ascent, descent, axis(style), size(style));
    Box box{0, ascent, descent, 0, from, {}};
    for (std::size_t i = 0; i < node.fences.size(); ++i) {
        const Box bound = fence(node.fences[i], height, style);
        const bool middle = i > 0 && i + 1 < node.fences.size();
        const double space = middle ? size(style) * 3 / 18 : 0;
        move(bound, {box.width + space, 0});
        box.width += bound.width + 2 * space;
        box.ascent = std::max(box.ascent, bound.ascent);
        box.descent = std::max(box.descent, bound.descent);
        if (i == inside.size()) break;
        move(inside[i], {box.width, 0});
        box.width += inside[i].width;
    }
    close(box);
    return box;
}

Box Compositor::set_sized(const Node& node, Style style) { return fence(node.sign, node.amount * size(style), style); }

// A fence of at least this height, centred on the axis.
Box Compositor::fence(char32_t sign, double height, Style style) {
    if (sign == 0) {
        Box none;
        none.from = none.to = here();
        none.width = null_fence * size(style);
        return none;
    }
    const auto bars = bars_of(sign);
    if (!bars.empty() && height > size(style)) return barred(bars, height, style);
    Box box = grown(math_letter(sign).id, height, Grows::up, size(style));
    const double up = axis(style) - 0.5 * (box.ascent - box.descent);
    move(box, {0, up});
    box.ascent += up;
    box.descent -= up;
    return box;
}

Box Compositor::barred(std::span<const double> bars, double height, Style style) {
    const double em = size(style), thick = 0.04 * em;
    const double width = (bars.front() + bars.back()) * em + thick;
    Box box{width, 0.5 * height + axis(style), 0.5 * height - axis(style), 0, here(), {}};
    for (const double bar : bars) rule({bar * em, -box.descent}, {bar * em + thick, box.ascent});
    close(box);
    return box;
}

// The smallest glyph of at least this extent; pieces put together where no ready-made size reaches it.
Box Compositor::grown(std::uint32_t id, double extent, Grows direction, double size_points) {
    const Growth& growth = growth_of(id, direction);
    std::uint32_t best = id;
    for (const auto& ready : growth.sizes) {
        best = ready.id;
        if (ready.extent * size_points >= extent) break;
    }
    const bool reached = !growth.sizes.empty() && growth.sizes.back().extent * size_points >= extent;
    if (!reached && !growth.pieces.empty()) return assembled(growth, extent, direction, size_points);
    Box box = glyph(math_glyph(best), size_points);
    box.italic = 0;
    const MathGlyph& g = math_glyph(best);
    if (direction == Grows::up) {  // extents may reach below the baseline without limit: keep their true signs
        box.ascent = g.ink.hi.y() * size_points;
        box.descent = -g.ink.lo.y() * size_points;
    }
    return box;
}

// Every piece once, those that repeat often enough; what is too much is spread over the overlaps.
Box Compositor::assembled(const Growth& growth, double extent, Grows direction, double size_points) {
    double fixed = 0, repeated = 0;
    int joints = -1, repeating = 0;
    for (const auto& p : growth.pieces) {
        (p.repeats ? repeated : fixed) += p.extent;
        (p.repeats ? repeating : joints) += 1;
    }
    const double least = growth.least_overlap, wanted = extent / size_points;
    const double gain = repeated - repeating * least;
    int repeats = 0;
    if (repeating > 0 && gain > 0)
        repeats = static_cast<int>(
            std::clamp(std::ceil((wanted - fixed + joints * least) / gain), 0.0, double{most_piece_repeats}));
    joints += repeats * repeating;
    const double full = fixed + repeats * repeated;
    const double overlap = joints > 0 ? std::max(least, (full - wanted) / joints) : 0;

    Box box;
    box.from = here();
    double at = 0, before = 0;
    bool first = true;
    for (const auto& p : growth.pieces) {
        for (int k = p.repeats ? repeats : 1; k > 0; --k) {
            if (!first) at -= std::max(least, std::min({overlap, before, p.start}));
            first = false;
            const MathGlyph& g = math_glyph(p.id);
            const Box piece = glyph(g, size_points);
            if (direction == Grows::up) {
                move(piece, {0, (at - g.ink.lo.y()) * size_points});
                box.width = std::max(box.width, piece.width);
            } else {
                move(piece, {(at - g.ink.lo.x()) * size_points, 0});
                box.ascent = std::max(box.ascent, piece.ascent);
                box.descent = std::max(box.descent, piece.descent);
            }
            at += p.extent;
            before = p.end;
        }
    }
    (direction == Grows::up ? box.ascent : box.width) = at * size_points;
    close(box);
    return box;
}

}  // namespace eigenscape
