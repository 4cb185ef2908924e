// The loss over both coefficients as a map: bowl or trench, the confidence ellipse, the answers of all samples.
// Its handles move the truth and the ridge.
#pragma once

#include "app/scenes/learning/collinear_lab.h"
#include "viz/frame.h"

namespace eigenscape {

void coefficient_map(Frame& frame, const CollinearLab& lab, const Rect& place);

}  // namespace eigenscape
