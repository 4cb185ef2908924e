// Surfaces drawn without a graphics card: the meshes of one panel as pixels, with the depths that hide what is behind
// them. The SVG writer embeds the picture and asks `Depths` which parts of strokes, dots and arrows are seen.
#pragma once

#include "viz/frame.h"
#include "viz/image/image.h"
#include "viz/theme.h"

#include <vector>

namespace eigenscape {

// Depths in clip space at the centres of samples; 1: nothing there.
struct Depths {
    Rect place;  // of the panel, in points
    int width = 0, height = 0;
    std::vector<float> solid;        // of the nearest opaque surface
    std::vector<float> sheet;        // of the nearest translucent one
    std::vector<float> sheet_share;  // its opacity

    // How much of a point on a stroke is seen: 0 behind an opaque surface, less than 1 behind a sheet. `tolerance` and
    // the choice of the farthest neighbour are those of shaders/hidden.glsl: what lies on a surface is in front of it.
    double seen(const Camera& camera, const Vec3& world) const;
    double behind_sheet(const Camera& camera, const Vec3& world) const;
};

struct Raster {
    Image image;  // transparent where there is no surface; empty when the panel has none
    Depths depths;
};

// Meshes. 2 × 2 samples a pixel.
Raster rasterise(const Panel& panel, const Camera& camera, const Theme& theme, double pixels_per_point);

}  // namespace eigenscape
