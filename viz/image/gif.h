// Moving pictures as GIF, frame by frame: each frame has its own palette and holds only what changed since the last.
// Put frames in, take the bytes out whenever it suits (nothing is kept but the last frame), `finish` at the end.
#pragma once

#include "viz/image/png.h"

#include <memory>

namespace eigenscape {

inline constexpr double most_gif_fps = 50;  // viewers slow down what is shown for less than 0.02 s

class GifWriter {
  public:
    // Sides up to 65535; `fps` in (0, 50]. Plays for ever. Throws std::invalid_argument otherwise.
    GifWriter(int width, int height, double fps);
    ~GifWriter();
    GifWriter(GifWriter&&) noexcept;
    GifWriter& operator=(GifWriter&&) noexcept;

    void put(const Image& image);  // opaque, of the size above; throws std::invalid_argument for another size
    void finish();                 // no frames after this; throws std::logic_error when there was none
    Bytes take();                  // what was made since the last call

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace eigenscape
