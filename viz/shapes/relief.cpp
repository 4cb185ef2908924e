// Values to heights; see relief.h.
// The stretched map agrees with HeightScale::fraction inside the scale and goes on smoothly outside it.
#include "viz/shapes/relief.h"

#include "viz/number.h"

#include <cmath>

namespace eigenscape {

double Relief::z(double value) const {
    if (!stretched || !scale.logarithmic) return value;
    const double height = scale.hi - scale.lo;
    const double whole = std::log((scale.hi - scale.base) / (scale.lo - scale.base));
    const double above_base = value - scale.base;
    if (above_base > 0 && whole > 0) return scale.lo + height * std::log(above_base / (scale.lo - scale.base)) / whole;
    return std::isnan(value) ? value : scale.lo - height;
}

Relief relief_of(const Grid& grid) {
    const HeightScale scale = height_scale(grid);
    return {scale, scale.logarithmic};
}

double lowest_drawn(const Relief& relief) { return relief.scale.lo - 0.08 * (relief.scale.hi - relief.scale.lo); }

Box3 box_over(const Grid& grid, const Relief& relief, double floor_room) {
    const double height = relief.scale.hi - relief.scale.lo;
    Box3 box;
    box.lo = {grid.box.lo.x(), grid.box.lo.y(), relief.scale.lo - floor_room * height};
    box.hi = {grid.box.hi.x(), grid.box.hi.y(), relief.scale.hi};
    return box;
}

std::vector<Tick> height_ticks(const Relief& relief, int most) {
    if (!relief.stretched || !relief.scale.logarithmic) return ticks(relief.scale.lo, relief.scale.hi, most);
    std::vector<Tick> found;
    for (const double level : relief.scale.levels(most)) found.push_back({relief.z(level), brief(level, 3)});
    return found;
}

}  // namespace eigenscape
