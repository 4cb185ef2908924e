// Where labels stand on the screen: beside what they name, inside the canvas, clear of each other.
// Both renderers call this, so words stand at the same place in a PNG and an SVG.
#pragma once

#include "viz/frame.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

// How much room a label takes, in points: to the right of its origin, above and below its baseline.
struct TextSize {
    double width = 0, ascent = 0, descent = 0;
};
using MeasureText = std::function<TextSize(std::string_view tex, double size_points)>;
TextSize typeset_size(std::string_view tex, double size_points);  // the measure of both renderers

struct PlacedLabel {
    const Label* label = nullptr;
    Vec2 baseline{0, 0};  // of its first glyph, in points, y downwards
    Rect box;             // what it covers
};

// Those that are seen: in front of the eye, inside the panel, on the side the viewer looks from, not under a name.
std::vector<PlacedLabel> place_labels(const Panel& panel, const Camera& camera, const MeasureText& measure);

}  // namespace eigenscape
