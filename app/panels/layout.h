// Where the panels stand: a pure function of the window's size in points and of what is wanted.
// The canvas keeps the most room; when the window is too narrow for both side panels, the inspector stays.
#pragma once

#include "viz/view.h"

namespace eigenscape {

struct Wanted {
    bool library = true, inspector = true, timeline = true, bars = true;  // bars: false hides every panel
    bool prefer_library = false;  // the one asked for last, when there is room for one
    bool writing = false;         // the inspector holds the notebook, and is as wide as a page where there is room
};

struct Layout {
    Rect bar, library, canvas, inspector, timeline, strip{0, 0, 0, 0};  // points; an empty width or height: not shown
    bool shows(const Rect& rect) const { return rect.width > 0 && rect.height > 0; }
};

Layout layout_of(double width_points, double height_points, Wanted wanted);

}  // namespace eigenscape
