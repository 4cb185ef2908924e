// Draws frames with OpenGL into whatever framebuffer is bound. Needs a current OpenGL 3.3 core context; it may be
// destroyed and made again at any time (also after the context was lost: see `abandon`) and then draws the same
// picture.
#pragma once

#include "viz/frame.h"
#include "viz/place_labels.h"
#include "viz/theme.h"

#include <memory>

namespace eigenscape::gl {

// Where and how large a picture is: points of the canvas, pixels per point, and the lower left corner in the
// framebuffer.
struct Canvas {
    Vec2 points{1280, 720};
    double scale = 1;
    int x = 0, y = 0;          // in pixels, y upwards
    bool transparent = false;  // no paper behind the picture; colours are then premultiplied by alpha

    int width() const;  // in pixels
    int height() const;
};

class Renderer {
  public:
    Renderer();  // throws std::runtime_error when the driver is unfit: what is wrong, whose driver, what to do
    ~Renderer();
    Renderer(Renderer&&) noexcept;
    Renderer& operator=(Renderer&&) noexcept;

    // A frame that is drawn again is not uploaded again: it is known by its address and must not change. `overlay` is
    // drawn over the picture, panel by panel, unhidden by surfaces. `labels` is for a picture that moves: names
    // remember in it where they stood, and stay; without it each picture is by itself, as in a file.
    void draw(const std::shared_ptr<const Frame>& frame, const Views& views, const Theme& theme, const Canvas& canvas,
              const std::shared_ptr<const Frame>& overlay = nullptr, LabelMemory* labels = nullptr);

    // How often data went to the graphics card since the start: frames' shapes, meshes, photos, new letters.
    struct Uploads {
        long frames = 0, meshes = 0, photos = 0, letters = 0;
        bool operator==(const Uploads&) const = default;
    };
    Uploads uploads() const;

    // After the context was lost: forgets everything without touching OpenGL. Only destruction may follow.
    void abandon();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace eigenscape::gl
