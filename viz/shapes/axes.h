// Axes with numbers: through the origin of a plane, or along the lower left edges of a chart.
// Draw a plane's grid first and its axes after it; a chart's axes come first of all.
#pragma once

#include "viz/frame.h"

#include <string>

namespace eigenscape {

// Numbers beside both axes of a plane; they stay at the edge while an axis is out of view. On a coloured plane faint
// ones would drown: let them have the ink of text there.
void axis_numbers(Panel& panel, Ink ink = Ink::faint);

// The two axes with their numbers, for a plane without a grid (a grid has axes of its own).
void axes(Panel& panel, Ink numbers = Ink::faint);

// A frame around a part of a plane, such as a map's domain, with numbers outside its lower and left edges. Leave them
// room: let the panel's home be the box widened by about a tenth.
void framed_numbers(Panel& panel, const Box2& box);

// A logarithmic axis shows log₁₀ of the quantity: plot log10(value) and set its flag; its ticks are then decades.
struct ChartAxes {
    std::string x_title, y_title;  // words with $formulas$ in them
    Ink y_ink = Ink::text;         // of the upper title
    bool log_x = false, log_y = false;
};
void chart_axes(Panel& panel, const ChartAxes& axes = {});

}  // namespace eigenscape
