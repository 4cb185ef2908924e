// The window that shows a cloud: its middle is where most rows are, and it stays still while a single row is dragged.
// The reach is the learner's; it is changed only when most rows would be out of view, or all in one spot.
#pragma once

#include "core/linalg/dynamic.h"

namespace eigenscape {

/// The medians of the columns, rounded to half the reach; zero where they are near zero, and for fewer than three rows.
VecX window_middle(const MatX& rows, double reach);

/// The same reach, or a round one that shows all rows.
double fitting_reach(const MatX& rows, double reach);

}  // namespace eigenscape
