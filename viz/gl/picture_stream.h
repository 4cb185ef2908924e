// Pictures one after another: while one is drawn, the one before is still on its way back from the graphics card.
// Call `next` for every picture and `last` once at the end; each gives the picture drawn before.
#pragma once

#include "viz/image/image.h"

#include <functional>
#include <memory>

namespace eigenscape::gl {

class PictureStream {
  public:
    PictureStream(int width, int height);  // throws std::runtime_error as ImageTarget does
    ~PictureStream();
    PictureStream(const PictureStream&) = delete;
    PictureStream& operator=(const PictureStream&) = delete;

    // Runs `draw` with the picture's framebuffer bound, and fills `before` (its memory is used again) with the picture
    // drawn in the call before. False: this was the first, there is none.
    bool next(const std::function<void()>& draw, Image& before);
    bool last(Image& before);

  private:
    struct Storage;
    std::unique_ptr<Storage> storage_;
};

}  // namespace eigenscape::gl
