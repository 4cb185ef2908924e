// A picture as SVG text: the same frame that the screen shows, as paths that stay sharp on paper.
// Text is written as outlines, so that it looks the same everywhere; its words are kept beside it for screen readers.
#pragma once

#include "viz/frame.h"
#include "viz/theme.h"

#include <string>
#include <string_view>

namespace eigenscape {

struct SvgSettings {
    Vec2 size_points{1280, 720};
    double enlarged = 1;          // how much larger than that the drawing calls itself
    bool transparent = false;     // without the paper
    std::string title;            // shown by readers as the picture's name
    std::string metadata;         // any text, kept in <metadata>; the state that drew the picture
    double pixels_per_point = 2;  // of surfaces, which are pixels even here
};

std::string svg(const Frame& frame, const Views& views, const Theme& theme, const SvgSettings& settings = {});

// Text safe between tags and in attributes; characters that XML forbids are left out.
std::string escaped(std::string_view text);

}  // namespace eigenscape
