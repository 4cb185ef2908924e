// Meshes on their way to the canvas. In a plane they are drawn where they stand. In space all opaque ones of a panel
// are drawn into a layer of their own, each translucent one into another; layers are laid onto the canvas, and their
// depth tells strokes and marks what hides them. Outlines are softened in both.
#pragma once

#include "viz/frame.h"
#include "viz/gl/mesh_store.h"
#include "viz/gl/objects.h"
#include "viz/gl/panel_space.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

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

    // One panel's meshes while it is drawn; the panel and the theme must live as long.
    struct Scope {
        PanelSpace space;
        const Theme& theme;
        std::vector<const Mesh*> solid, sheets;  // opaque; translucent, in space from the farthest
        PixelBox box;                            // what they cover of the canvas
        GLuint canvas_framebuffer = 0;
        bool has_layers = false;
        bool needs_layers() const { return !space.camera.flat && !(solid.empty() && sheets.empty()); }
    };
    // Uploads the panel's meshes, to be drawn into the framebuffer that is bound.
    Scope begin(const Panel& panel, const PanelSpace& space, const Theme& theme);
    // Draws the layers of surfaces in space ahead, if there are any. Those of one panel are kept at a time: its `draw`
    // must come before another's.
    bool draw_layers(Scope& scope);
    Hiding draw(Scope& scope);
    void describe_to(const Program& program, const Hiding& hiding) const;  // binds texture units 1 and 2
    void end_of_drawing() { meshes_.end_of_drawing(); }
    long uploads() const { return meshes_.uploads(); }

  private:
    PixelBox covered(const Mesh& mesh, const PanelSpace& space);
    void draw_layer(Layer& layer, std::span<const Mesh* const> meshes, const Scope& scope);
    void draw_mesh(const Mesh& mesh, const Scope& scope, float opacity);
    const Program& mesh_program(bool fine, bool lit, bool valued);
    void draw_flat(std::span<const Mesh* const> meshes, const Scope& scope);
    void lay_on(const Layer& layer, std::span<const Mesh* const> meshes, float opacity, bool over_solid,
                const Scope& scope);
    void begin_laying(const Program& program, float opacity, const Scope& scope) const;
    void draw_rim(const Mesh& mesh, const Program& program, const Scope& scope);
    void use_ramp(const Theme& theme);

    std::array<std::optional<Program>, 8> mesh_programs_;  // compiled when first needed
    Program layer_{"layer"}, sheet_layer_{"layer", "SHEET"}, rim_{"rim"}, flat_rim_{"rim", "FLAT"},
        flat_valued_rim_{"rim", "FLAT VALUED"};
    VertexArray areas_;
    Buffer area_data_;
    Layer solid_, sheet_;
    Texture ramp_;
    std::string ramp_of_;
    MeshStore meshes_;
};

}  // namespace eigenscape::gl
