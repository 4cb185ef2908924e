// The frame around a 3-D panel: floor, the two walls behind the picture, ticks and names on the edges that the viewer
// sees. Draw it first. Which walls and edges show is decided by the camera while it orbits; nothing is redrawn.
#pragma once

#include "viz/frame.h"
#include "viz/shapes/ticks.h"

#include <string>
#include <vector>

namespace eigenscape {

struct BoxAxes {
    std::string x = "x", y = "y", z = "f";
    std::vector<Tick> z_ticks;  // empty: round numbers of the box's height; see height_ticks in relief.h
};
void box_axes(Panel& panel, const BoxAxes& axes = {});

}  // namespace eigenscape
