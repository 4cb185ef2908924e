// Where labels and notes stand on the screen: beside what they name, inside the canvas, clear of each other.
// Both renderers call this with the measure of their text, so words stand at the same place in a PNG and an SVG.
#pragma once

#include "viz/frame.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

// How much room a line of text takes, in points: to the right of its origin, above and below its baseline.
struct TextSize {
    double width = 0, ascent = 0, descent = 0;
};
using MeasureText = std::function<TextSize(std::string_view text, double size_points)>;

struct PlacedLabel {
    const Label* label = nullptr;
    Vec2 baseline{0, 0};  // of its first glyph, in points, y downwards
    Rect box;             // what it covers
};

// Those that are seen: in front of the eye, inside the panel, on the side the viewer looks from, not under a name.
std::vector<PlacedLabel> place_labels(const Panel& panel, const Camera& camera, const MeasureText& measure);

// Notes are broken at spaces where the panel is too narrow for them.
struct NoteLine {
    const Panel::Note* note = nullptr;
    std::string text;
    Vec2 baseline{0, 0};
};
struct PlacedNotes {
    Rect ground;  // of paper colour, nearly opaque, under all lines; width 0: there are none
    std::vector<NoteLine> lines;
};
inline constexpr double note_ground_opacity = 0.82;
inline constexpr double note_ground_radius = 4;  // of its corners
PlacedNotes place_notes(const Panel& panel, const Camera& camera, const MeasureText& measure);

}  // namespace eigenscape
