// The data in space: points over both predictors, the plane fitted to them, and as ghosts those of the samples before.
// Its handles move the correlation, or each row of the user's own.
#pragma once

#include "app/scenes/learning/collinear_lab.h"
#include "viz/frame.h"

namespace eigenscape {

void collinear_space(Frame& frame, const CollinearLab& lab, const Rect& place);

}  // namespace eigenscape
