// How the values of f become heights in a 3-D panel: as they are, or spread like their levels where f is steep as a
// canyon. Make one from a grid with `relief_of`; give the same to the surface, its contours, its axes and every point
// on it.
#pragma once

#include "core/calculus/levels.h"
#include "viz/shapes/ticks.h"
#include "viz/view.h"

#include <vector>

namespace eigenscape {

struct Relief {
    HeightScale scale;       // colours, and which heights are worth showing
    bool stretched = false;  // heights are spread as the scale's levels are, not in proportion to f
    bool operator==(const Relief&) const = default;

    double z(
        double value) const;  // where f = value lies in the box; NaN stays NaN, beyond the scale goes on beyond the box
    Vec3 lift(const Vec2& p, double value) const { return {p.x(), p.y(), z(value)}; }
};

// Stretched where the scale is logarithmic.
Relief relief_of(const Grid& grid);

// Down to minus infinity f leaves through the layer above the floor, where contours and shadows lie: surfaces and
// sheets end here.
double lowest_drawn(const Relief& relief);

// The grid's rectangle with the relief's heights above a floor: a free layer between them, a fraction of the heights.
Box3 box_over(const Grid& grid, const Relief& relief, double floor_room = 0.35);

// Ticks of the vertical axis at round values of f, at the heights that the relief gives them.
std::vector<Tick> height_ticks(const Relief& relief, int most = 5);

}  // namespace eigenscape
