// Which parts of a 3-D stroke are seen: cut where a surface covers it, with what each piece keeps of its opacity.
// Used by the SVG writer; in 2-D a stroke is one piece.
#pragma once

#include "viz/raster.h"

#include <vector>

namespace eigenscape {

struct VisiblePiece {
    std::vector<Vec2> points;  // on the screen, in points
    double share = 1;          // of the stroke's opacity
    bool ghost = false;        // a see-through stroke behind a surface: drawn dashed
    double start = 0;          // screen length along the stroke before this piece
    bool at_end = false;       // the piece reaches the stroke's last point
};

// The stroke's points in world coordinates, closed ones with their first point repeated.
std::vector<VisiblePiece> visible_pieces(const std::vector<Vec3>& points, Depth depth, const Camera& camera,
                                         const Depths& depths);

// What a single point keeps of its opacity.
double visible_share(const Vec3& point, Depth depth, const Camera& camera, const Depths& depths);

}  // namespace eigenscape
