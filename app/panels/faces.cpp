// Builds the atlas: Inter through FreeType (ImGui's own rasteriser cannot read OpenType outlines).
// Sizes are em sizes in points; ImGui wants ascender to descender, which is 1.21 em in Inter.
#include "app/panels/faces.h"

#include "app/panels/imgui_compat.h"
#include "viz/embedded.h"

#include <imgui_freetype.h>

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double inter_height_em = (2728.0 + 680.0) / 2816.0;  // hhea ascender and descender, units per em
constexpr double inter_digit_em = 1760.0 / 2816.0;             // the zero, its widest digit
constexpr double math_height_em = 1.0;

constexpr ImWchar digits[] = {0x30, 0x39, 0};
constexpr ImWchar words[] = {0x20,   0x2F,   0x3A,   0x17F,  0x370,  0x3FF,  0x2010, 0x2026, 0x2030, 0x2033, 0x1D43,
                             0x1D6A, 0x2070, 0x209C, 0x2190, 0x2195, 0x21D2, 0x21D4, 0x2202, 0x2202, 0x2206, 0x2206,
                             0x220F, 0x221E, 0x222B, 0x222B, 0x2248, 0x2265, 0x25A0, 0x25CF, 0x2713, 0x2717, 0};
constexpr ImWchar signs[] = {0x2016, 0x2016, 0x2102, 0x2102, 0x211D, 0x211D, 0x2124, 0x2124,
                             0x2200, 0x22C5, 0x27E8, 0x27E9, 0x2016, 0x2016, 0};

void add(ImFontAtlas& atlas, const char* name, float pixels, const ImWchar* ranges, ImFontConfig config) {
    const auto bytes = embedded(name);
    if (bytes.empty()) return;
    config.FontDataOwnedByAtlas = false;
    atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()), pixels,
                               &config, ranges);
}

ImFont* face(ImFontAtlas& atlas, const char* name, double em_points, double scale) {
    const int before = atlas.Fonts.Size;
    const double em = em_points * scale;
    const float pixels = static_cast<float>(std::round(em * inter_height_em));
    ImFontConfig first;
    first.GlyphMinAdvanceX = first.GlyphMaxAdvanceX = static_cast<float>(std::ceil(em * inter_digit_em));
    add(atlas, name, pixels, digits, first);
    if (atlas.Fonts.Size == before) return nullptr;
    ImFontConfig merged;
    merged.MergeMode = true;
    add(atlas, name, pixels, words, merged);
    add(atlas, "fonts/latinmodern-math.otf", static_cast<float>(std::round(em * 1.08 * math_height_em)), signs, merged);
    return atlas.Fonts.back();
}

}  // namespace

Faces build_faces(ImFontAtlas& atlas, double scale) {
    atlas.Clear();
#if IMGUI_VERSION_NUM >= 19200
    atlas.SetFontLoader(ImGuiFreeType::GetFontLoader());
#else
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags =
        scale < 1.75 ? ImGuiFreeTypeBuilderFlags_LightHinting : ImGuiFreeTypeBuilderFlags_NoHinting;
#endif
    Faces faces;
    faces.scale = scale;
    faces.body = face(atlas, "fonts/Inter-Regular.otf", 14, scale);
    faces.strong = face(atlas, "fonts/Inter-Medium.otf", 14, scale);
    faces.small = face(atlas, "fonts/Inter-Regular.otf", 12, scale);
    faces.title = face(atlas, "fonts/Inter-Medium.otf", 20, scale);
    if (!faces.body || !faces.strong || !faces.small || !faces.title) {
        atlas.Clear();
        ImFontConfig plain;
        plain.SizePixels = static_cast<float>(std::max(8.0, std::round(13 * scale)));
        faces.body = faces.strong = faces.small = faces.title = atlas.AddFontDefault(&plain);
    }
    return faces;
}

FaceAtlas draw_faces(double scale) {
    FaceAtlas drawn{std::make_shared<ImFontAtlas>(), {}};
    drawn.faces = build_faces(*drawn.atlas, scale);
    compat::draw_letters(*drawn.atlas);
    return drawn;
}

}  // namespace eigenscape
