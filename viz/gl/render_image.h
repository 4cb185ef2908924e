// Pictures in memory: a framebuffer to draw into and its pixels as an Image.
// `render_image` does it all for one picture; keep an ImageTarget for many of one size.
#pragma once

#include "viz/gl/renderer.h"
#include "viz/image/image.h"

#include <memory>

namespace eigenscape::gl {

class ImageTarget {
  public:
    ImageTarget(int width, int height);  // throws std::runtime_error when the driver cannot: the limit, and what to do
    ~ImageTarget();
    ImageTarget(ImageTarget&&) noexcept;
    ImageTarget& operator=(ImageTarget&&) noexcept;

    int width() const;
    int height() const;
    unsigned texture() const;  // OpenGL's name of it
    void bind() const;         // what is drawn from now on goes here
    Image pixels() const;      // as they were drawn, rows from the top
    Image read() const;        // the same with straight alpha

  private:
    struct Storage;
    std::unique_ptr<Storage> storage_;
};

// From colours multiplied by alpha, as they are drawn, to straight ones, as files have them.
void straighten(Image& image);

// Waits until everything asked for so far is drawn, for those who measure.
void finish();

Image render_image(Renderer& renderer, const std::shared_ptr<const Frame>& frame, const Views& views,
                   const Theme& theme, const Canvas& canvas);

}  // namespace eigenscape::gl
