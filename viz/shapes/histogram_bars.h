// Bars over an axis: a histogram as density, the masses of a discrete distribution.
// Bars stand on zero and are cut at the panel's window; empty ones draw nothing.
#pragma once

#include "core/probability/summary.h"
#include "viz/frame.h"

namespace eigenscape {

// Heights are densities: the bars' areas add up to the share of numbers that lie in the range.
void histogram_bars(Panel& panel, const Histogram& histogram, Ink ink, double opacity = 0.5);

// One bar about `middle`.
void bar(Panel& panel, double middle, double width, double height, Ink ink, double opacity = 0.5);

}  // namespace eigenscape
