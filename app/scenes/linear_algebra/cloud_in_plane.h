// A cloud of two columns: its ellipse, the axis turned by hand with the shadows of the rows, and the four steps of its
// film. Facts and words are component_words.h's.
#pragma once

#include "app/scenes/linear_algebra/cloud_components.h"
#include "viz/frame.h"

namespace eigenscape {

/// The rows are `rows`, the axis `angle` among the parameters; `home` shows the data as they are.
Panel& cloud_in_plane(Frame& frame, const Cloud& cloud, const Box2& home, const Rect& place, bool with_regression);

/// More rows than this have no handles and no lines of their own.
inline constexpr Eigen::Index most_single_rows = 60;

inline constexpr double component_reach = 2;  // deviations: how far the ellipse and the axes of the components go
inline constexpr Ink component_inks[] = {Ink::first, Ink::second, Ink::third};

}  // namespace eigenscape
