// The words in a panel's upper left corner, on a paper ground: its formula, large, and under it its notes.
// Both renderers and the hands on the canvas call this, so what is drawn is what can be grabbed.
#pragma once

#include "viz/frame.h"
#include "viz/tex/typeset.h"
#include "viz/view.h"

#include <memory>
#include <optional>
#include <vector>

namespace eigenscape {

struct HeadLine {
    std::shared_ptr<const Typeset> words;
    Vec2 baseline{0, 0};  // of its first line, in points of the canvas, y downwards
    Ink ink = Ink::text;
};

struct PlacedHead {
    Rect ground{0, 0, 0, 0};      // of paper colour, nearly opaque, under all lines; width 0: there are none
    std::vector<HeadLine> lines;  // formulas first
};
inline constexpr double head_margin = 16;  // points around the ground
inline constexpr double head_ground_opacity = 0.82;
inline constexpr double head_ground_radius = 4;  // of its corners

// Formulas shrink, then break, and notes are broken where the panel is too narrow for them.
PlacedHead place_head(const Panel& panel, const Camera& camera);

// A part of a formula, where it stands on the canvas.
struct HeadPart {
    Rect place;                     // points
    const SetPart* part = nullptr;  // lives as long as the head
};
std::vector<HeadPart> parts_of(const PlacedHead& head);  // inner ones after those that contain them
inline bool plays(const SetPart& part) { return part.number.find('=') != std::string::npos; }  // given to \play
std::string plays_under(const std::vector<HeadPart>& parts, const Vec2& point);     // of the innermost that plays
const HeadPart* part_under(const std::vector<HeadPart>& parts, const Vec2& point);  // the innermost; null: none

}  // namespace eigenscape
