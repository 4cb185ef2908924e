// Typeset sentences and formulas inside the panels: the same letters as on the canvas, as pictures in ImGui's lists.
// Draw while a panel is filled; `upload` before ImGui's lists are shown.
#pragma once

#include "app/panels/palette.h"
#include "viz/gl/glyph_atlas.h"
#include "viz/tex/typeset.h"

struct ImDrawList;

namespace eigenscape {

class PanelWords {
  public:
    // The first baseline's left end in pixels of the window, `scale` in pixels per point. Parts with an ink of their
    // own stand in the theme's colour, the rest in `color`.
    void draw(ImDrawList& list, const Typeset& words, const Vec2& baseline_pixels, double scale, const Theme& theme,
              const Color& color);
    void upload() { atlas_.upload(); }

  private:
    gl::GlyphAtlas atlas_{gl::GlyphAtlas::Use::as_alpha};
};

}  // namespace eigenscape
