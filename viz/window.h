// Which part of the plane a 2-D panel shows: exactly (visible), and rounded outwards so that small pans change nothing
// (window). Also repairs boxes that no picture could be drawn in: empty, inverted, not finite, or past where doubles
// run out.
#pragma once

#include "viz/view.h"

namespace eigenscape {

// Finite, lo < hi, no smaller and no farther out than doubles can tell apart on an axis.
Box2 repaired(const Box2& box);
Box3 repaired(const Box3& box);

// The panel's rectangle on a canvas, in points; never empty.
Rect place_on(const Rect& fractions, const Vec2& canvas_points);

// The part of a chart's place that its curves are drawn in: the rest is room for ticks and titles.
Rect plot_area(const Rect& place, bool titled_below);

// What a 2-D panel shows: for a plane the box grown to the panel's shape, for a chart the box itself.
Box2 visible_of(const Panel& panel, const Views& views, const Vec2& canvas_points);

// What to draw: all that is visible and a margin, on a lattice of powers of two. A chart's is exactly what is visible.
Box2 window_of(const Panel& panel, const Views& views, const Vec2& canvas_points);

}  // namespace eigenscape
