// A plane whose unit is a point, for what is laid out to fit: cards, trees, bars.
// Its home is from (0, 0) in the lower left corner to its size in points.
#pragma once

#include "viz/frame.h"

#include <string>
#include <utility>

namespace eigenscape {

inline Panel& point_plane(Frame& frame, std::string name, const Rect& place) {
    const Vec2 size = frame.stage().canvas_points.cwiseProduct(Vec2(place.width, place.height));
    return frame.plane(std::move(name), {{0, 0}, size}, place);
}

}  // namespace eigenscape
