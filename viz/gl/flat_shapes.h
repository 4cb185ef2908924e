// Strokes, fills and marks of a panel on the graphics card: uploaded once per frame, drawn for any view of it.
// Positions stay in the world; only uniforms change when the camera moves.
#pragma once

#include "viz/gl/objects.h"
#include "viz/gl/panel_space.h"
#include "viz/gl/surfaces.h"
#include "viz/tessellate.h"

#include <array>
#include <optional>

namespace eigenscape::gl {

// The arrays of one panel. May be filled again and again.
class FlatArrays {
  public:
    FlatArrays();
    void upload_all(Tessellation&& tessellation);

  private:
    friend class FlatShapes;
    Tessellation shapes_;  // its arrays are dropped once they are on the card; frame and rings stay
    VertexArray segments_, fills_, marks_;
    Buffer segment_data_, pair_data_, corner_data_, index_data_, mark_data_;
    GLsizei mark_count_ = 0;
};

class FlatShapes {
  public:
    void draw_fills(const FlatArrays& arrays, const PanelSpace& space, const Theme& theme) const;
    void draw_strokes(const FlatArrays& arrays, const PanelSpace& space, const Theme& theme, const Surfaces& surfaces,
                      const Hiding& hiding) const;
    void draw_marks(const FlatArrays& arrays, const PanelSpace& space, const Theme& theme, const Surfaces& surfaces,
                    const Hiding& hiding) const;

  private:
    const Program& stroke_program(unsigned features, const Hiding& hiding) const;
    // Begins with a program: what all of them are told.
    static const Program& begin(const Program& program, const Tessellation& shapes, const PanelSpace& space,
                                const Theme& theme, const Surfaces& surfaces, const Hiding& hiding);

    // Compiled when first needed: strokes by their features, all by what may hide them.
    static constexpr unsigned nothing = 0, solids = 1, sheet = 2;
    struct Hidden {
        std::array<std::optional<Program>, 4> by;
    };
    static unsigned hidden_by(const Hiding& hiding);
    const Program& compiled(Hidden& programs, std::string_view name, std::string features, unsigned by) const;
    mutable std::array<Hidden, feature::all + 1> strokes_;
    mutable Hidden marks_;
    mutable std::optional<Program> fills_;
};

}  // namespace eigenscape::gl
