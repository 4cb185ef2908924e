// Where the numbers of level lines may stand, and the gaps that they need; level_numbers.h draws them.
// All distances are in points at a scale (points per unit); the same lines always give the same places.
#pragma once

#include "viz/shapes/level_lines.h"

#include <memory>
#include <vector>

namespace eigenscape {

inline constexpr double level_number_points = 12, level_number_room = 4;  // its size, and what is free beside it

struct LevelPlace {
    std::size_t line, point;  // its middle
    Vec2 at;                  // in points
    double half_width, level;
};

// Of one line: the place with most room first, the others for when something lies there.
using LevelPlaces = std::vector<LevelPlace>;

// For each line, none where it has no room for a number. `shown` is the part of the plane that the lines cover.
std::shared_ptr<const std::vector<LevelPlaces>> level_places(const LevelLines& lines, const Box2& shown, double scale);

Points scaled(const Contour& line, double scale);  // in points; a closed one with its first point again at the end

// The last point before the gap, the first behind it, and where exactly the line breaks off and goes on.
struct LevelGap {
    std::size_t before, behind;
    Vec2 end, start;
};
LevelGap gap_of(const Points& line, const LevelPlace& place);  // the line as `scaled`

}  // namespace eigenscape
