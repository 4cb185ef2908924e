// HarfBuzz reads the embedded font once; what was asked is kept. A HarfBuzz font that no one changes may be read by
// all threads, so the lock guards only what is kept here.
#include "viz/tex/math_font.h"

#include "viz/embedded.h"

#include <hb-ot.h>
#include <hb.h>

#include <array>
#include <mutex>
#include <unordered_map>

namespace eigenscape {
namespace {

struct Font {
    hb_font_t* hb = nullptr;
    double em = 1000;
    std::mutex lock;
    std::unordered_map<std::uint64_t, const MathGlyph*> letters;
    std::unordered_map<std::uint32_t, MathGlyph> glyphs;  // nodes stay where they are
    std::unordered_map<std::uint64_t, Growth> growths;

    Font() {
        const auto bytes = embedded("fonts/latinmodern-math.otf");
        hb_blob_t* blob =
            hb_blob_create(reinterpret_cast<const char*>(bytes.data()), static_cast<unsigned>(bytes.size()),
                           HB_MEMORY_MODE_READONLY, nullptr, nullptr);
        hb_face_t* face = hb_face_create(blob, 0);
        hb = hb_font_create(face);
        em = hb_face_get_upem(face);
        hb_font_set_scale(hb, static_cast<int>(em), static_cast<int>(em));
        hb_font_make_immutable(hb);
        hb_face_destroy(face);
        hb_blob_destroy(blob);
    }
    double ems(hb_position_t units) const { return units / em; }
    double constant(hb_ot_math_constant_t which) const { return ems(hb_ot_math_get_constant(hb, which)); }
};

Font& font() {
    static auto* one = new Font;  // never closed: formulas may be set while the program ends
    return *one;
}

// Feature ssty: the shapes that scripts are set with.
std::uint32_t shaped(char32_t letter, int script) {
    const hb_codepoint_t point = letter;
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_codepoints(buffer, &point, 1, 0, 1);  // not hb_buffer_add, which needs the content type set
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_MATH);
    const hb_feature_t feature{HB_TAG('s', 's', 't', 'y'), static_cast<std::uint32_t>(script), 0,
                               static_cast<unsigned>(-1)};
    hb_shape(font().hb, buffer, &feature, script > 0 ? 1 : 0);
    unsigned count = 0;
    const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer, &count);
    const std::uint32_t id = count == 1 ? glyphs[0].codepoint : 0;
    hb_buffer_destroy(buffer);
    return id;
}

const MathGlyph& kept_glyph(std::uint32_t id) {  // under the lock
    Font& f = font();
    const auto [found, is_new] = f.glyphs.try_emplace(id);
    if (is_new) {
        const GlyphMetrics m = metrics_of(Face::math, id);
        found->second = {id, m.advance, f.ems(hb_ot_math_get_glyph_italics_correction(f.hb, id)),
                         f.ems(hb_ot_math_get_glyph_top_accent_attachment(f.hb, id)), m.ink};
    }
    return found->second;
}

Growth read_growth(std::uint32_t id, hb_direction_t direction) {
    const Font& f = font();
    Growth growth;
    std::array<hb_ot_math_glyph_variant_t, 16> sizes;
    std::array<hb_ot_math_glyph_part_t, 16> parts;
    unsigned count = sizes.size();
    hb_ot_math_get_glyph_variants(f.hb, id, direction, 0, &count, sizes.data());
    for (unsigned i = 0; i < count; ++i) growth.sizes.push_back({sizes[i].glyph, f.ems(sizes[i].advance)});
    hb_position_t italic = 0;
    count = parts.size();
    hb_ot_math_get_glyph_assembly(f.hb, id, direction, 0, &count, parts.data(), &italic);
    for (unsigned i = 0; i < count; ++i) {
        const auto& p = parts[i];
        growth.pieces.push_back({p.glyph, f.ems(p.start_connector_length), f.ems(p.end_connector_length),
                                 f.ems(p.full_advance), (p.flags & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER) != 0});
    }
    growth.least_overlap = f.ems(hb_ot_math_get_min_connector_overlap(f.hb, direction));
    return growth;
}

MathConstants read_constants() {
    const auto c = [](hb_ot_math_constant_t which) { return font().constant(which); };
    const auto percent = [](hb_ot_math_constant_t which) { return hb_ot_math_get_constant(font().hb, which) / 100.0; };
    return {
        percent(HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN),
        percent(HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN),
        c(HB_OT_MATH_CONSTANT_DISPLAY_OPERATOR_MIN_HEIGHT),
        c(HB_OT_MATH_CONSTANT_AXIS_HEIGHT),
        c(HB_OT_MATH_CONSTANT_ACCENT_BASE_HEIGHT),
        c(HB_OT_MATH_CONSTANT_SUBSCRIPT_SHIFT_DOWN),
        c(HB_OT_MATH_CONSTANT_SUBSCRIPT_TOP_MAX),
        c(HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP),
        c(HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP_CRAMPED),
        c(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MIN),
        c(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BASELINE_DROP_MAX),
        c(HB_OT_MATH_CONSTANT_SUB_SUPERSCRIPT_GAP_MIN),
        c(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT),
        c(HB_OT_MATH_CONSTANT_SPACE_AFTER_SCRIPT),
        c(HB_OT_MATH_CONSTANT_UPPER_LIMIT_GAP_MIN),
        c(HB_OT_MATH_CONSTANT_UPPER_LIMIT_BASELINE_RISE_MIN),
        c(HB_OT_MATH_CONSTANT_LOWER_LIMIT_GAP_MIN),
        c(HB_OT_MATH_CONSTANT_LOWER_LIMIT_BASELINE_DROP_MIN),
        c(HB_OT_MATH_CONSTANT_STACK_TOP_SHIFT_UP),
        c(HB_OT_MATH_CONSTANT_STACK_TOP_DISPLAY_STYLE_SHIFT_UP),
        c(HB_OT_MATH_CONSTANT_STACK_BOTTOM_SHIFT_DOWN),
        c(HB_OT_MATH_CONSTANT_STACK_BOTTOM_DISPLAY_STYLE_SHIFT_DOWN),
        c(HB_OT_MATH_CONSTANT_STACK_GAP_MIN),
        c(HB_OT_MATH_CONSTANT_STACK_DISPLAY_STYLE_GAP_MIN),
        c(HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_SHIFT_UP),
        c(HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP),
        c(HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_SHIFT_DOWN),
        c(HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN),
        c(HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_GAP_MIN),
        c(HB_OT_MATH_CONSTANT_FRACTION_NUM_DISPLAY_STYLE_GAP_MIN),
        c(HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS),
        c(HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_GAP_MIN),
        c(HB_OT_MATH_CONSTANT_FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN),
        c(HB_OT_MATH_CONSTANT_OVERBAR_VERTICAL_GAP),
        c(HB_OT_MATH_CONSTANT_OVERBAR_RULE_THICKNESS),
        c(HB_OT_MATH_CONSTANT_OVERBAR_EXTRA_ASCENDER),
        c(HB_OT_MATH_CONSTANT_UNDERBAR_VERTICAL_GAP),
        c(HB_OT_MATH_CONSTANT_UNDERBAR_RULE_THICKNESS),
        c(HB_OT_MATH_CONSTANT_UNDERBAR_EXTRA_DESCENDER),
        c(HB_OT_MATH_CONSTANT_RADICAL_VERTICAL_GAP),
        c(HB_OT_MATH_CONSTANT_RADICAL_DISPLAY_STYLE_VERTICAL_GAP),
        c(HB_OT_MATH_CONSTANT_RADICAL_RULE_THICKNESS),
        c(HB_OT_MATH_CONSTANT_RADICAL_EXTRA_ASCENDER),
        c(HB_OT_MATH_CONSTANT_RADICAL_KERN_BEFORE_DEGREE),
        c(HB_OT_MATH_CONSTANT_RADICAL_KERN_AFTER_DEGREE),
        percent(HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT),
    };
}

}  // namespace

const MathGlyph& math_letter(char32_t letter, int script) {
    Font& f = font();
    const std::uint64_t key = std::uint64_t{letter} << 2 | static_cast<unsigned>(script);
    const std::scoped_lock hold(f.lock);
    const MathGlyph*& kept = f.letters[key];
    if (!kept) kept = &kept_glyph(shaped(letter, script));
    return *kept;
}

const MathGlyph& math_glyph(std::uint32_t id) {
    const std::scoped_lock hold(font().lock);
    return kept_glyph(id);
}

const Growth& growth_of(std::uint32_t id, Grows direction) {
    Font& f = font();
    const std::uint64_t key = std::uint64_t{id} << 1 | (direction == Grows::up ? 1 : 0);
    const std::scoped_lock hold(f.lock);
    const auto [found, is_new] = f.growths.try_emplace(key);
    if (is_new) found->second = read_growth(id, direction == Grows::up ? HB_DIRECTION_BTT : HB_DIRECTION_LTR);
    return found->second;
}

const MathConstants& math_constants() {
    static const MathConstants constants = read_constants();
    return constants;
}

}  // namespace eigenscape
