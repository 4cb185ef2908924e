// The canvas as pixels: drawn anew only when the picture, the view, the theme or the size changed.
// Needs a current context.
#pragma once

#include "app/model/scene.h"
#include "viz/gl/render_image.h"

#include <memory>
#include <optional>

namespace eigenscape {

class Explorer;

class CanvasPicture {
  public:
    CanvasPicture();  // throws std::runtime_error when the driver is unfit
    ~CanvasPicture();

    // OpenGL's name of the pixels, made this large: what `show` draws goes there, its rows from the bottom.
    unsigned texture(int width, int height);
    // `scale` in pixels per point. `before`: a state that is drawn behind, as a ghost.
    // Leaves its own framebuffer bound where it drew.
    void show(Explorer& explorer, const Theme& theme, double scale, const State* before = nullptr);
    bool gliding() const;  // a name is on its way to a new place: show again
    gl::Renderer& renderer() { return renderer_; }

  private:
    struct Seen;  // what the stored pixels show
    gl::Renderer renderer_;
    std::optional<gl::ImageTarget> store_;
    std::unique_ptr<Seen> seen_;
};

}  // namespace eigenscape
