// Every letter is a rectangle cut from an atlas whose texels ImGui's shader reads as opacity.
// Letters stand at quarters of a pixel across and on whole pixels up and down, so that sentences are sharp.
#include "app/panels/panel_words.h"

#include "app/panels/imgui_compat.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {

void PanelWords::draw(ImDrawList& list, const Typeset& words, const Vec2& baseline, double scale, const Theme& theme,
                      const Color& color) {
    const auto color_of = [&](const std::optional<Ink>& ink) { return packed(ink ? theme[*ink] : color); };
    constexpr float texel = 1.0f / gl::GlyphAtlas::side;
    for (const auto& [glyph, ink] : words.glyphs) {
        const double x = baseline.x() + scale * glyph.at.x();
        const int quarters = static_cast<int>(std::lround(4 * x)), left = static_cast<int>(std::floor(quarters / 4.0));
        const auto& spot = atlas_.spot(glyph.face, glyph.id, glyph.size_points * scale, quarters - 4 * left, 0, 0);
        if (spot.width == 0 || spot.height == 0) continue;
        const float x0 = static_cast<float>(left + spot.left);
        const float y0 = static_cast<float>(std::lround(baseline.y() - scale * glyph.at.y()) - spot.top);
        const float w = static_cast<float>(spot.width), h = static_cast<float>(spot.height);
        const float u = static_cast<float>(spot.x) * texel, v = static_cast<float>(spot.y) * texel;
        list.AddImage(compat::texture(atlas_.texture()), {x0, y0}, {x0 + w, y0 + h}, {u, v},
                      {u + w * texel, v + h * texel}, color_of(ink));
    }
    for (const SetRule& rule : words.rules) {
        const float x0 = static_cast<float>(std::round(baseline.x() + scale * rule.box.lo.x()));
        const float y0 = static_cast<float>(std::round(baseline.y() - scale * rule.box.hi.y()));
        const float w = static_cast<float>(std::max(1.0, std::round(scale * rule.box.size().x())));
        const float h = static_cast<float>(std::max(1.0, std::round(scale * rule.box.size().y())));
        list.AddRectFilled({x0, y0}, {x0 + w, y0 + h}, color_of(rule.ink));
    }
}

}  // namespace eigenscape
