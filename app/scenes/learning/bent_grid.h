// The grid of the plane after any map: lines sampled until they look smooth, and down to the fold where they are
// folded. The map takes rows x, y to rows of three coordinates, many at once.
#pragma once

#include "core/linalg/dynamic.h"

#include <functional>
#include <vector>

namespace eigenscape {

struct BentLine {
    Vec2 from, to;
    std::vector<double> at;     // along it, from 0 to 1
    std::vector<Vec3> through;  // where the map takes these
    std::vector<char> open;     // the piece after this sample may still be bent
    bool axis = false;
};

/// Lines at every fifth of a unit within -edge to edge. A piece is straight enough when its middle lies within the
/// tolerance of where a straight one would have it.
std::vector<BentLine> bent_grid(const std::function<MatX(const MatX&)>& map, double edge, double tolerance);

}  // namespace eigenscape
