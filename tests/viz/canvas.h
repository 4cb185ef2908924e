// Canvases that pictures are drawn on in tests.
#pragma once

#include "core/types.h"

namespace eigenscape {

inline const Vec2 canvas(1280, 720);
inline const Vec2 even_canvas(1000, 600);  // a plane of 10 by 6 has 100 points a unit

}  // namespace eigenscape
