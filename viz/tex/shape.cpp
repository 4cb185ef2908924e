// One HarfBuzz font for each face, opened at first use and never changed, so that threads may share it.
#include "viz/tex/shape.h"

#include "viz/embedded.h"
#include "viz/text_faces.h"

#include <hb-ot.h>
#include <hb.h>

#include <array>
#include <memory>

namespace eigenscape {
namespace {

hb_font_t* opened(std::string_view file) {
    const auto bytes = embedded(file);
    hb_blob_t* blob = hb_blob_create(reinterpret_cast<const char*>(bytes.data()), static_cast<unsigned>(bytes.size()),
                                     HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    hb_face_t* face = hb_face_create(blob, 0);
    hb_font_t* font = hb_font_create(face);
    hb_font_make_immutable(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return font;
}

hb_font_t* font_of(Face face) {
    switch (face) {
        case Face::ui_medium: {
            static hb_font_t* const medium = opened("fonts/Inter-Medium.otf");
            return medium;
        }
        case Face::ui_bold: {
            static hb_font_t* const bold = opened("fonts/Inter-Bold.otf");
            return bold;
        }
        case Face::ui: {
            static hb_font_t* const regular = opened("fonts/Inter-Regular.otf");
            return regular;
        }
        default: return nullptr;
    }
}

struct Destroys {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

}  // namespace

GlyphRun shaped(std::string_view text, double size_points, Face face) {
    hb_font_t* font = font_of(face);
    const std::vector<char32_t> letters = decoded(text);
    if (!font || letters.empty()) return layout(text, size_points, face);
    const std::unique_ptr<hb_buffer_t, Destroys> buffer(hb_buffer_create());
    std::vector<hb_codepoint_t> points(letters.begin(), letters.end());
    hb_buffer_add_codepoints(buffer.get(), points.data(), static_cast<int>(points.size()), 0,
                             static_cast<int>(points.size()));
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);  // the lessons' languages are written so
    hb_buffer_guess_segment_properties(buffer.get());
    const hb_feature_t tabular{HB_TAG('t', 'n', 'u', 'm'), 1, 0, static_cast<unsigned>(-1)};
    hb_shape(font, buffer.get(), &tabular, 1);
    unsigned count = 0;
    const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
    const double points_per_unit = size_points / hb_face_get_upem(hb_font_get_face(font));
    GlyphRun run;
    for (unsigned i = 0; i < count; ++i) {
        if (glyphs[i].codepoint == 0) return layout(text, size_points, face);
        const Vec2 at(run.width + places[i].x_offset * points_per_unit, places[i].y_offset * points_per_unit);
        const GlyphMetrics m = metrics_of(face, glyphs[i].codepoint);
        if (!m.empty()) {
            const Box2 ink{at + size_points * m.ink.lo, at + size_points * m.ink.hi};
            run.ink = run.glyphs.empty() ? ink : Box2{run.ink.lo.cwiseMin(ink.lo), run.ink.hi.cwiseMax(ink.hi)};
            run.glyphs.push_back({face, glyphs[i].codepoint, at, size_points});
        }
        run.width += places[i].x_advance * points_per_unit;
    }
    return run;
}

}  // namespace eigenscape
