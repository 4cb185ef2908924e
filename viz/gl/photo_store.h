// Pictures of pixels on the graphics card, each uploaded once and kept while it is drawn, known by what it holds.
// Draw a panel's photos before anything else of it.
#pragma once

#include "viz/frame.h"
#include "viz/gl/objects.h"
#include "viz/gl/panel_space.h"

#include <optional>
#include <vector>

namespace eigenscape::gl {

class PhotoStore {
  public:
    void draw(const Panel& panel, const PanelSpace& space);
    GLuint texture(const std::shared_ptr<const Image>& pixels);  // its colours multiplied by alpha; good until the end
    void end_of_drawing();  // frees those not drawn for a while, and the oldest of too many
    long uploads() const { return uploads_; }
    std::size_t kept() const { return kept_.size(); }

  private:
    struct Uploaded {
        std::shared_ptr<const Image> pixels;  // held, so that its address stays its own
        Texture texture;
        long last_used = 0;
    };
    Uploaded& of(const std::shared_ptr<const Image>& pixels);

    std::optional<Program> program_;  // compiled when first needed
    std::optional<VertexArray> nothing_;
    std::vector<Uploaded> kept_;
    long drawing_ = 0, uploads_ = 0;
};

}  // namespace eigenscape::gl
