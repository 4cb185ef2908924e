// Meshes on their way to the canvas: in space all opaque ones of a panel are drawn into a layer of their own, each
// translucent one into another; layers are laid onto the canvas and their outlines softened. Their depth tells strokes
// and marks what hides them.
#pragma once

#include "viz/frame.h"
#include "viz/gl/mesh_store.h"
#include "viz/gl/objects.h"
#include "viz/gl/panel_space.h"

#include <array>
#include <optional>
#include <span>
#include <string>

namespace eigenscape::gl {

// A picture of surfaces with its depth, as large as what they cover of the panel.
struct Layer {
    Texture color, depth;
    Framebuffer framebuffer;
    int width = 0, height = 0;
    void resize(int new_width, int new_height);
};

// What the shaders in hidden.glsl need: which layers hide things, and how much.
struct Hiding {
    PixelBox box;  // what the layers show of the canvas
    bool solid = false, sheet = false;
    float sheet_opacity = 0;
};

class Surfaces {
  public:
    Surfaces();
    // Draws the panel's meshes into the framebuffer that is bound.
    Hiding draw(const Panel& panel, const PanelSpace& space, const Theme& theme);
    void describe_to(const Program& program, const Hiding& hiding) const;  // binds texture units 1 and 2
    void end_of_drawing() { meshes_.end_of_drawing(); }
    long uploads() const { return meshes_.uploads(); }

  private:
    struct Scope {  // of one panel's drawing
        const PanelSpace& space;
        const Theme& theme;
        PixelBox box;
        GLuint canvas_framebuffer = 0;
    };
    PixelBox covered(const Mesh& mesh, const PanelSpace& space);
    void draw_layer(Layer& layer, std::span<const Mesh* const> meshes, const Scope& scope);
    void draw_mesh(const Mesh& mesh, const Scope& scope, float opacity);
    const Program& mesh_program(bool fine, bool lit, bool valued);
    void draw_in_place(std::span<const Mesh* const> meshes, const Scope& scope);
    void draw_flat(std::span<const Mesh* const> meshes, const Scope& scope);
    void draw_tints(std::span<const Mesh* const> meshes, const Scope& scope);
    void lay_on(const Layer& layer, std::span<const Mesh* const> meshes, float opacity, bool over_solid,
                const Scope& scope);
    void begin_laying(const Program& program, const Layer& layer, float opacity, bool over_solid,
                      const Scope& scope) const;
    void draw_rim(const Mesh& mesh, const Program& program, const Scope& scope);
    void use_ramp(const Theme& theme);

    std::array<std::optional<Program>, 8> mesh_programs_;  // compiled when first needed
    Program layer_{"layer"}, sheet_layer_{"layer", "SHEET"}, rim_{"rim"}, flat_rim_{"rim", "FLAT"},
        tint_rim_{"rim", "FLAT TINT"};
    VertexArray areas_;
    Buffer area_data_;
    Layer solid_, sheet_;
    Texture ramp_;
    std::string ramp_of_;
    MeshStore meshes_;
};

}  // namespace eigenscape::gl
