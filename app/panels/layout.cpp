// Bar on top, library left, inspector right, timeline under the canvas; all on the 8-point grid.
// Every rectangle is finite and inside the window whatever its size.
#include "app/panels/layout.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double bar_height = 48, library_width = 240, usual_inspector_width = 320, timeline_height = 56,
                 least_canvas = 320;
constexpr double widest_page = 560, canvas_beside_page = 560;

double sane(double size) { return std::isfinite(size) ? std::clamp(size, 1.0, 1e6) : 1.0; }

double inspector_width_of(double width, const Wanted& wanted) {
    if (!wanted.writing) return usual_inspector_width;
    const double spare = width - (wanted.library ? library_width : 0) - canvas_beside_page;
    return std::clamp(8 * std::floor(spare / 8), usual_inspector_width, widest_page);
}

// Too narrow for all: one side panel gives way, then the other.
void make_room(double width, double inspector_width, Wanted& wanted) {
    const auto room = [&] {
        return width - (wanted.library ? library_width : 0) - (wanted.inspector ? inspector_width : 0);
    };
    if (room() < least_canvas && wanted.library && wanted.inspector)
        (wanted.prefer_library ? wanted.inspector : wanted.library) = false;
    if (room() < least_canvas / 2) wanted.library = wanted.inspector = false;
}

}  // namespace

Layout layout_of(double width_points, double height_points, Wanted wanted) {
    const double width = sane(width_points), height = sane(height_points);
    Layout layout;
    layout.canvas = {0, 0, width, height};
    if (!wanted.bars || height < bar_height + timeline_height + 64) {
        layout.bar = layout.library = layout.inspector = layout.timeline = {0, 0, 0, 0};
        return layout;
    }
    const double inspector_width = inspector_width_of(width, wanted);
    make_room(width, inspector_width, wanted);
    const double left = wanted.library ? library_width : 0, right = wanted.inspector ? inspector_width : 0;
    const double foot = wanted.timeline ? timeline_height : 0;
    layout.bar = {0, 0, width, bar_height};
    layout.library = {0, bar_height, left, height - bar_height};
    layout.inspector = {width - right, bar_height, right, height - bar_height};
    layout.canvas = {left, bar_height, width - left - right, height - bar_height - foot};
    layout.timeline = {left, height - foot, width - left - right, foot};
    return layout;
}

}  // namespace eigenscape
