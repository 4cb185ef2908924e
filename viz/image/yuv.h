// A picture as video encoders want it: brightness for every pixel, colour for every two by two, one plane after
// another. `to_yuv420` is what a film does to each frame before it goes to ffmpeg (pixel format yuv420p, BT.709,
// limited range).
#pragma once

#include "viz/image/png.h"

namespace eigenscape {

// Both sides even. Alpha is ignored. `out` becomes 1.5 × width × height bytes: Y, then U, then V; it is an argument so
// that its memory can be used again. Throws std::invalid_argument for an odd side.
void to_yuv420(const Image& image, Bytes& out);

}  // namespace eigenscape
