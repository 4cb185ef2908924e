// Labels and notes on the canvas: placed by viz/place_labels.h, set by viz/text.h, drawn letter by letter from the
// atlas. Draw a panel's labels after everything else in it; its notes last.
#pragma once

#include "viz/frame.h"
#include "viz/gl/glyph_atlas.h"
#include "viz/gl/panel_space.h"
#include "viz/place_labels.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace eigenscape::gl {

class Words {
  public:
    Words();
    // `before`: where the names of this panel stood, and after it where they stand now; null for a still picture.
    void draw_labels(const Panel& panel, const PanelSpace& space, const Theme& theme, PlacedBefore* before = nullptr);
    void draw_notes(const Panel& panel, const PanelSpace& space, const Theme& theme);
    long uploads() const { return uploads_; }  // of letters that were new

  private:
    struct Letter {
        std::array<float, 4> box;
        std::array<float, 2> from;
        std::array<float, 4> ink;
    };
    MeasureText measure(Face face);
    const GlyphRun& run(std::string_view text, double size_points, Face face);
    void add(const GlyphRun& run, const Vec2& baseline_points, const PanelSpace& space, const Color& color,
             double opacity, double halo_points, bool whole_pixels);
    template <class Texts, class... Pass>
    void build(const Texts& texts, const Pass&... passes);
    void draw_letters(const PanelSpace& space, const Theme& theme);
    void draw_ground(const Rect& ground, const PanelSpace& space, const Theme& theme);

    Program glyph_{"glyph"}, ground_{"ground"};
    GlyphAtlas atlas_;
    VertexArray array_, nothing_;
    Buffer data_;
    std::vector<Letter> letters_;
    std::unordered_map<std::string, GlyphRun> runs_;
    long uploads_ = 0;
};

}  // namespace eigenscape::gl
