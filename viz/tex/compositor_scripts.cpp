// Scripts beside a letter, limits above and below an operator: Appendix G, rules 13a and 18.
#include "viz/tex/compositor.h"

#include <algorithm>

namespace eigenscape {
namespace {

// The font has one height for powers and one depth for indices. Computer Modern's own (sup1, sub1 and sub_drop in
// cmsy10) set powers in displays higher, and an index without a power, or of what is no letter, less deep; formulas
// look right with them.
constexpr double power_up_in_displays = 0.413, lone_index_down = 0.15, index_below_a_box = 0.05;

// How far apart the corners of an integral are, as a part of the lean that the font states.
constexpr double integral_lean = 0.75;

}  // namespace

Box Compositor::set_scripts(const Node& node, Style style) {
    const Node& base = node.kids[0];
    const bool letter = is_letter(base);
    Box box = set(base, style);
    if (node.limits == Limits::always || (node.limits == Limits::in_displays && style.display()))
        return with_limits(node, box, style);
    if (base.kind == Node::letter && base.big) box.italic *= integral_lean;
    return beside(node, box, letter, style);
}

Box Compositor::beside(const Node& node, Box base, bool letter, Style style) {
    const MathConstants& c = math_constants();
    const double em = size(style);
    const bool has_above = node.kids[1].kind != Node::nothing, has_below = node.kids[2].kind != Node::nothing;
    const Box above = set(node.kids[1], style.raised());
    const Box below = set(node.kids[2], style.lowered());

    double up = (style.cramped     ? c.superscript_shift_up_cramped
                 : style.display() ? power_up_in_displays
                                   : c.superscript_shift_up) *
                em;
    double down = (has_above ? c.subscript_shift_down : lone_index_down) * em;
    if (!letter) {
        up = std::max(up, base.ascent - c.superscript_baseline_drop_max * em);
        down = std::max(down, base.descent + index_below_a_box * em);
    }
    up = std::max(up, above.descent + c.superscript_bottom_min * em);
    if (!has_above) down = std::max(down, below.ascent - c.subscript_top_max * em);
    if (has_above && has_below) {
        const double gap = (up - above.descent) - (below.ascent - down);
        const double least = c.sub_superscript_gap_min * em;
        if (gap < least) {
            down += least - gap;
            const double rise = c.superscript_bottom_max_with_subscript * em - (up - above.descent);
            if (rise > 0) {
                up += rise;
                down -= rise;
            }
        }
    }
    move(above, {base.width, up});
    move(below, {base.width - base.italic, -down});
    const double right =
        std::max(has_above ? base.width + above.width : 0, has_below ? base.width - base.italic + below.width : 0);
    base.width = std::max(base.width, right + c.space_after_script * em);
    base.italic = 0;
    if (has_above) base.ascent = std::max(base.ascent, up + above.ascent);
    if (has_below) base.descent = std::max(base.descent, down + below.descent);
    if (has_above) base.descent = std::max(base.descent, above.descent - up);
    if (has_below) base.ascent = std::max(base.ascent, below.ascent - down);
    close(base);
    return base;
}

Box Compositor::with_limits(const Node& node, Box base, Style style) {
    const MathConstants& c = math_constants();
    const double em = size(style);
    const double lean = 0.5 * base.italic;
    const Box above = set(node.kids[1], style.raised());
    const Box below = set(node.kids[2], style.lowered());
    const double width = std::max({base.width, above.width, below.width});
    Box box{width, base.ascent, base.descent, 0, base.from, {}};
    move(base, {0.5 * (width - base.width), 0});
    if (node.kids[1].kind != Node::nothing) {
        const double gap = std::max(c.upper_limit_gap_min * em, c.upper_limit_baseline_rise_min * em - above.descent);
        const double up = base.ascent + gap + above.descent;
        move(above, {0.5 * (width - above.width) + lean, up});
        box.ascent = up + above.ascent;
    }
    if (node.kids[2].kind != Node::nothing) {
        const double gap = std::max(c.lower_limit_gap_min * em, c.lower_limit_baseline_drop_min * em - below.ascent);
        const double down = base.descent + gap + below.ascent;
        move(below, {0.5 * (width - below.width) - lean, -down});
        box.descent = down + below.descent;
    }
    close(box);
    return box;
}

// An arrow as wide as what is written on it.
Box Compositor::set_arrow(const Node& node, Style style) {
    const MathConstants& c = math_constants();
    const double em = size(style);
    const Place from = here();
    const Box above = set(node.kids[0], style.raised());
    const Box below = node.kids.size() > 1 ? set(node.kids[1], style.lowered()) : Box{};
    const double wanted = std::max({above.width, below.width, 0.6 * em}) + 0.6 * em;
    const Box shaft = grown(math_letter(node.sign).id, wanted, Grows::sideways, em);
    Box box{std::max(wanted, shaft.width), shaft.ascent, shaft.descent, 0, from, {}};
    move(shaft, {0.5 * (box.width - shaft.width), 0});
    const double up = shaft.ascent + c.upper_limit_baseline_rise_min * em + above.descent;
    move(above, {0.5 * (box.width - above.width), up});
    box.ascent = up + above.ascent;
    if (node.kids.size() > 1) {
        const double down = shaft.descent + c.lower_limit_gap_min * em + below.ascent;
        move(below, {0.5 * (box.width - below.width), -down});
        box.descent = down + below.descent;
    }
    close(box);
    return box;
}

}  // namespace eigenscape
