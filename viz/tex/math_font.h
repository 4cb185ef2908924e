// The mathematics in the font: its OpenType MATH table, read with HarfBuzz. How glyphs grow, lean and carry accents.
// Lengths are in ems, y upwards. Everything here may be called from any thread; references stay valid.
#pragma once

#include "viz/text_faces.h"

#include <cstdint>
#include <vector>

namespace eigenscape {

struct MathGlyph {
    std::uint32_t id = 0;  // 0: the font has no such letter
    double advance = 0;
    double italic = 0;  // how far the letter leans out of its advance at the top
    double accent = 0;  // where, from its origin, the middle of an accent belongs
    Box2 ink{{0, 0}, {0, 0}};
};

// script: 0 in the line, 1 in a script, 2 in a script of a script, which have sturdier letters of their own.
const MathGlyph& math_letter(char32_t letter, int script = 0);
const MathGlyph& math_glyph(std::uint32_t id);

// How a glyph grows: ready-made sizes, then pieces with ends that may be laid over each other.
struct Growth {
    struct Size {
        std::uint32_t id = 0;
        double extent = 0;
    };
    struct Piece {
        std::uint32_t id = 0;
        double start = 0, end = 0, extent = 0;  // how much of either end a neighbour may cover; the whole length
        bool repeats = false;
    };
    std::vector<Size> sizes;    // smallest first
    std::vector<Piece> pieces;  // from the bottom up, or from the left; empty: there are none
    double least_overlap = 0;
};

enum class Grows : std::uint8_t { up, sideways };
const Growth& growth_of(std::uint32_t id, Grows direction);

// The font's constants, named as in the OpenType specification ("The MATH table").
struct MathConstants {
    double script_scale, script_script_scale;
    double display_operator_min_height, axis_height, accent_base_height;
    double subscript_shift_down, subscript_top_max;
    double superscript_shift_up, superscript_shift_up_cramped, superscript_bottom_min, superscript_baseline_drop_max;
    double sub_superscript_gap_min, superscript_bottom_max_with_subscript, space_after_script;
    double upper_limit_gap_min, upper_limit_baseline_rise_min, lower_limit_gap_min, lower_limit_baseline_drop_min;
    double stack_top_shift_up, stack_top_display_style_shift_up;
    double stack_bottom_shift_down, stack_bottom_display_style_shift_down, stack_gap_min, stack_display_style_gap_min;
    double fraction_numerator_shift_up, fraction_numerator_display_style_shift_up;
    double fraction_denominator_shift_down, fraction_denominator_display_style_shift_down;
    double fraction_numerator_gap_min, fraction_num_display_style_gap_min, fraction_rule_thickness;
    double fraction_denominator_gap_min, fraction_denom_display_style_gap_min;
    double overbar_vertical_gap, overbar_rule_thickness, overbar_extra_ascender;
    double underbar_vertical_gap, underbar_rule_thickness, underbar_extra_descender;
    double radical_vertical_gap, radical_display_style_vertical_gap, radical_rule_thickness, radical_extra_ascender;
    double radical_kern_before_degree, radical_kern_after_degree, radical_degree_bottom_raise;
};
const MathConstants& math_constants();

}  // namespace eigenscape
