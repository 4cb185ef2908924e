// A cloud of three columns: its axes, its best plane, and the same four steps in space; beside it the flat picture that
// the first two components give.
#pragma once

#include "app/scenes/linear_algebra/cloud_components.h"
#include "viz/frame.h"

namespace eigenscape {

/// The rows are the parameter `rows3`. Rows outside the box are left out; `outside` counts them.
Panel& cloud_in_space(Frame& frame, const Cloud& cloud, const Box3& home, const Rect& place, int& outside);

/// The scores of the first two components: the shadow of the cloud that is spread most.
void best_shadow(Frame& frame, const Cloud& cloud, const Rect& place);

}  // namespace eigenscape
