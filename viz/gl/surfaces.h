// Meshes on their way to the canvas: all opaque ones of a panel are drawn into a layer of their own, each translucent one into
// another, and the layers are laid onto the canvas with soft edges. Their depth tells strokes and marks what hides them.
#pragma once

#include "viz/frame.h"
#include "viz/gl/objects.h"
#include "viz/gl/panel_space.h"

#include <memory>
#include <unordered_map>

namespace eigenscape::gl {

// A picture of surfaces with its depth, as large as the panel (times the samples per pixel and axis).
struct Layer {
    Texture color, depth;
    Framebuffer framebuffer;
    int width = 0, height = 0;
    void resize(int new_width, int new_height);
};

// What the shaders in hidden.glsl need: which layers hide things, and how much.
struct Hiding {
    PixelBox solid_box, sheet_box;
    int samples = 1;
    bool solid = false, sheet = false;
    float sheet_opacity = 0;
};

class Surfaces {
public:
    Surfaces();
    // Draws the panel's meshes into the framebuffer that is bound. `samples` per pixel and axis: 1 smooths edges by looking
    // at them (live), 2 to 4 by averaging (pictures).
    Hiding draw(const Panel& panel, const PanelSpace& space, const Theme& theme, int samples);
    void describe_to(const Program& program, const Hiding& hiding) const;  // binds texture units 1 and 2
    void end_of_drawing();                                                // frees meshes not drawn for a while
    long uploads() const { return uploads_; }

private:
    struct Uploaded {
        std::shared_ptr<const MeshData> data;  // held, so that its address stays its own
        VertexArray array;
        Buffer vertices, indices;
        GLsizei count = 0;
        Vec3 lo{0, 0, 0}, hi{1, 1, 1}, origin{0, 0, 0}, scale{1, 1, 1};
        long last_used = 0;
    };
    Uploaded& uploaded(const std::shared_ptr<const MeshData>& data);
    void draw_mesh(const Mesh& mesh, const PanelSpace& space, const Theme& theme, const PixelBox& box);
    PixelBox covered(const Mesh& mesh, const PanelSpace& space);
    void draw_layer(Layer& layer, const PixelBox& box, int samples, std::span<const Mesh* const> meshes,
                    const PanelSpace& space, const Theme& theme);
    void lay_on(const Layer& layer, const PixelBox& box, int samples, float opacity, bool behind_solid,
                const PanelSpace& space, const Theme& theme);
    void use_ramp(const Theme& theme);

    Program mesh_{"mesh"}, resolve_{"resolve"};
    VertexArray nothing_;
    Layer solid_, sheet_;
    Texture ramp_;
    std::string ramp_of_;
    std::unordered_map<const MeshData*, Uploaded> meshes_;
    long drawing_ = 0, uploads_ = 0;
};

}  // namespace eigenscape::gl
