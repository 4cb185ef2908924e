// A sampled function as translucent bands between levels, each in one ink: chances of two classes, sure and unsure.
// The bands meet without gap or overlap; where the samples are not finite nothing is drawn.
#pragma once

#include "viz/frame.h"

namespace eigenscape {

struct LevelBand {
    double lo = 0, hi = 1;
    Ink ink = Ink::text;
    double opacity = 0.2;
};

void level_bands(Panel& panel, const Grid& grid, std::span<const LevelBand> bands);

// The triangles of one band, for tests.
MeshData band_mesh(const Grid& grid, double lo, double hi);

}  // namespace eigenscape
