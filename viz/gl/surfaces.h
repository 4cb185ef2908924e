// Meshes on their way to the canvas: all opaque ones of a panel are drawn into a layer of their own, each translucent
// one into another; layers are laid onto the canvas and their outlines softened. Their depth tells strokes and marks
// what hides them.
#pragma once

#include "viz/frame.h"
#include "viz/gl/objects.h"
#include "viz/gl/panel_space.h"
#include "viz/silhouette.h"

#include <memory>
#include <unordered_map>

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
    void end_of_drawing();                                                 // frees meshes not drawn for a while
    long uploads() const { return uploads_; }

  private:
    struct Uploaded {
        std::shared_ptr<const MeshData> data;  // held, so that its address stays its own
        VertexArray array, rim_array;
        Buffer vertices, indices, rim_data;
        GLsizei count = 0, rim_count = 0;
        Vec3 lo{0, 0, 0}, hi{1, 1, 1}, origin{0, 0, 0}, scale{1, 1, 1};
        std::vector<Silhouette::Point> points;
        Silhouette silhouette;
        std::array<double, 4> rim_eye{};  // whom the uploaded rim is for
        long last_used = 0;
    };
    struct Scope {  // of one panel's drawing
        const PanelSpace& space;
        const Theme& theme;
        PixelBox box;
        GLuint canvas_framebuffer = 0;
    };
    Uploaded& uploaded(const std::shared_ptr<const MeshData>& data);
    void find_rim(Uploaded& mesh, const std::array<float, 16>& to_clip);
    PixelBox covered(const Mesh& mesh, const PanelSpace& space);
    void draw_layer(Layer& layer, std::span<const Mesh* const> meshes, const Scope& scope);
    void draw_mesh(const Mesh& mesh, const Program& program, const Scope& scope);
    void lay_on(const Layer& layer, std::span<const Mesh* const> meshes, float opacity, bool over_solid,
                const Scope& scope);
    void use_ramp(const Theme& theme);

    Program coarse_mesh_{"mesh"}, fine_mesh_{"mesh", "FINE"}, layer_{"layer"}, sheet_layer_{"layer", "SHEET"},
        rim_{"rim"};
    VertexArray nothing_;
    Layer solid_, sheet_;
    Texture ramp_;
    std::string ramp_of_;
    std::unordered_map<const MeshData*, Uploaded> meshes_;
    std::shared_ptr<const MeshEdges> last_edges_;
    long drawing_ = 0, uploads_ = 0;
};

}  // namespace eigenscape::gl
