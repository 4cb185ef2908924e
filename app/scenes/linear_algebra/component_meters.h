// The amounts of a cloud beside its picture: what the axis shows and what it hides, the same for every direction, and
// each component's share.
#pragma once

#include "app/scenes/linear_algebra/cloud_components.h"
#include "viz/frame.h"

namespace eigenscape {

/// Variance along the axis against the residual; their sum does not depend on the axis.
void axis_meter(Frame& frame, const Cloud& cloud, const Rect& place);
/// The same for the components that are kept against those that are not.
void kept_meter(Frame& frame, const Cloud& cloud, const Rect& place);
/// Both amounts for every direction of the axis; its point moves the parameter `angle`.
void directions_chart(Frame& frame, const Cloud& cloud, const Rect& place);
void shares_chart(Frame& frame, const Cloud& cloud, const Rect& place);

}  // namespace eigenscape
