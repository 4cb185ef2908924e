// Fractions, binomials and roots: Appendix G, rules 11 and 15.
#include "viz/tex/compositor.h"

#include <algorithm>

namespace eigenscape {
namespace {

constexpr double beside_a_fraction = 0.12;  // ems on either side: TeX's \nulldelimiterspace
constexpr double bar_overhang = 0.08;  // ems that a bar is longer than what it divides, so that neighbours stay two

}  // namespace

Box Compositor::set_fraction(const Node& node, Style style) {
    const MathConstants& c = math_constants();
    const double em = size(style), bar = node.amount * c.fraction_rule_thickness * em;
    const bool display = style.display();
    Box above = set(node.kids[0], style.above());
    const Box below = set(node.kids[1], style.below());
    double up, down;
    if (bar > 0) {
        up = em * (display ? c.fraction_numerator_display_style_shift_up : c.fraction_numerator_shift_up);
        down = em * (display ? c.fraction_denominator_display_style_shift_down : c.fraction_denominator_shift_down);
        const double gap_above = em * (display ? c.fraction_num_display_style_gap_min : c.fraction_numerator_gap_min);
        const double gap_below =
            em * (display ? c.fraction_denom_display_style_gap_min : c.fraction_denominator_gap_min);
        up = std::max(up, axis(style) + 0.5 * bar + gap_above + above.descent);
        down = std::max(down, -axis(style) + 0.5 * bar + gap_below + below.ascent);
    } else {
        up = em * (display ? c.stack_top_display_style_shift_up : c.stack_top_shift_up);
        down = em * (display ? c.stack_bottom_display_style_shift_down : c.stack_bottom_shift_down);
        const double least = em * (display ? c.stack_display_style_gap_min : c.stack_gap_min);
        const double lack = std::max(0.0, least - (up - above.descent - (below.ascent - down)));
        up += 0.5 * lack;
        down += 0.5 * lack;
    }
    const double width = std::max(above.width, below.width) + (bar > 0 ? 2 * bar_overhang * em : 0);
    const double side = node.sign ? 0 : beside_a_fraction * em;
    Box box{width + 2 * side, up + above.ascent, down + below.descent, 0, above.from, {}};
    move(above, {side + 0.5 * (width - above.width), up});
    move(below, {side + 0.5 * (width - below.width), -down});
    if (bar > 0) rule({side, axis(style) - 0.5 * bar}, {side + width, axis(style) + 0.5 * bar});
    close(box);
    if (!node.sign) return box;
    // TeX gives the fences of \binom one size for displays and one for text, whatever is in them.
    const double wanted =
        std::max(em * (display ? 2.39 : 1.01), 2 * std::max(box.ascent - axis(style), box.descent + axis(style)));
    const Box left = fence(node.sign, wanted, style), right = fence(node.other, wanted, style);
    move(box, {left.width, 0});
    move(right, {left.width + box.width, 0});
    Box all{left.width + box.width + right.width,
            std::max(box.ascent, left.ascent),
            std::max(box.descent, left.descent),
            0,
            box.from,
            {}};
    close(all);
    return all;
}

Box Compositor::set_root(const Node& node, Style style) {
    const MathConstants& c = math_constants();
    const double em = size(style), bar = c.radical_rule_thickness * em;
    Box inside = set(node.kids[0], style.under_a_roof());
    double gap = em * (style.display() ? c.radical_display_style_vertical_gap : c.radical_vertical_gap);
    const Box sign = grown(math_letter(U'√').id, inside.height() + gap + bar, Grows::up, em);
    gap = std::max(gap, 0.5 * (gap + sign.height() - bar - inside.height()));  // what is too tall goes above and below
    const double top = inside.ascent + gap + bar;
    double left = 0;
    Box box{0, top + c.radical_extra_ascender * em, std::max(inside.descent, sign.height() - top), 0, inside.from, {}};
    if (node.kids.size() > 1) {
        const Box degree = set(node.kids[1], {3, false});
        const double before = c.radical_kern_before_degree * em, after = c.radical_kern_after_degree * em;
        left = std::max(0.0, before + degree.width + after);
        const double up = c.radical_degree_bottom_raise * sign.height() - (sign.height() - top) + degree.descent;
        move(degree, {left - after - degree.width, up});
        box.ascent = std::max(box.ascent, up + degree.ascent);
    }
    move(sign, {left, top - sign.ascent});
    move(inside, {left + sign.width, 0});
    rule({left + sign.width, top - bar}, {left + sign.width + inside.width, top});
    box.width = left + sign.width + inside.width;
    close(box);
    return box;
}

}  // namespace eigenscape
