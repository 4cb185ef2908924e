// A word of prose as glyphs, with the kerning that the face's designer meant (HarfBuzz).
#pragma once

#include "viz/text.h"

#include <string_view>

namespace eigenscape {

// As `layout`, for the interface's faces; digits keep one width. Letters that the face lacks make it fall back to
// `layout`, which finds them in other faces.
GlyphRun shaped(std::string_view text, double size_points, Face face);

}  // namespace eigenscape
