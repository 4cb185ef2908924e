// A finished page as the bytes of a file: a PNG or an SVG, with the state inside, so that it opens again. No path and
// no name of anybody is ever in it. The window and the command line write the same files.
#pragma once

#include "app/film/shown.h"
#include "app/model/document.h"
#include "viz/gl/renderer.h"
#include "viz/image/png.h"
#include "viz/theme.h"

#include <string>

namespace eigenscape {

struct PictureLook {
    const Theme* theme = &default_theme();
    double scale = 1;          // pixels per point
    bool transparent = false;  // the paper is left out
};

Bytes png_file(gl::Renderer& renderer, const Page& page, const Document& document, const PictureLook& look);
Bytes svg_file(const Page& page, const Document& document, const PictureLook& look, double enlarged = 1);

// "a picture of 40000 by 40000 pixels is too large. Ask for …"; empty: it can be made.
std::string too_large_png(const Vec2& size_points, double scale);
std::string too_large_svg(const Vec2& size_points);

}  // namespace eigenscape
