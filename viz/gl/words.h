// Words on the canvas: placed by viz/place_labels.h and viz/place_head.h, set by viz/tex, drawn letter by letter from
// the atlas. Draw a panel's labels after everything else in it; its head of formulas and notes last.
#pragma once

#include "viz/frame.h"
#include "viz/gl/glyph_atlas.h"
#include "viz/gl/panel_space.h"
#include "viz/tex/typeset.h"

#include <vector>

namespace eigenscape::gl {

class Words {
  public:
    Words();
    void draw_labels(const Panel& panel, const PanelSpace& space, const Theme& theme);
    void draw_head(const Panel& panel, const PanelSpace& space, const Theme& theme);
    long uploads() const { return uploads_; }  // of letters that were new

  private:
    struct Letter {
        std::array<float, 4> box;
        std::array<float, 2> from;
        std::array<float, 4> ink;
    };
    struct Look {
        const Theme* theme;
        Ink ink;  // of what names none of its own
        double opacity = 1;
        double halo_points = 0;     // above 0: a halo of the paper's colour, in place of the letters
        bool whole_pixels = false;  // stand on whole pixels, for sharp sentences
    };
    void add(const Typeset& words, const Vec2& baseline_points, const PanelSpace& space, const Look& look);
    void add_rule(const Box2& points, const PanelSpace& space, const Color& color, const Look& look);
    template <class Texts, class... Pass>
    void build(const Texts& texts, const Pass&... passes);
    void draw_letters(const PanelSpace& space, const Theme& theme);
    void draw_ground(const Rect& ground, const PanelSpace& space, const Theme& theme);

    Program glyph_{"glyph"}, ground_{"ground"};
    GlyphAtlas atlas_;
    VertexArray array_, nothing_;
    Buffer data_;
    std::vector<Letter> letters_;
    long uploads_ = 0;
};

}  // namespace eigenscape::gl
