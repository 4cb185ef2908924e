// A photo as an SVG element: its pixels as a PNG inside the file, stretched by a matrix.
// svg.cpp puts it under everything else of its panel.
#pragma once

#include "viz/frame.h"

#include <string>

namespace eigenscape::svg_ink {

// Empty for a photo with nothing to show: no pixels, no area, no opacity.
std::string photo_element(const Photo& photo, const Camera& camera);

}  // namespace eigenscape::svg_ink
