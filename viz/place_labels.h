// Where labels stand on the screen: beside what they name, inside the canvas, clear of each other.
// Both renderers call this, so words stand at the same place in a PNG and an SVG.
#pragma once

#include "viz/frame.h"

#include <functional>
#include <map>
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

// Which of its places round its anchor (viz/label_places.h) a name took. Names are told apart by their ink and, within
// one ink, by their order in the panel: their words may be live numbers.
struct KeptPlace {
    Ink ink = Ink::text;
    int ordinal = 0;
    int place = 0;
    Vec2 end{0, 0};     // of the two ends of a line, the one that it took: where that was on the screen
    Vec2 behind{0, 0};  // points from there to where it is shown, while it glides to a new place
    bool operator==(const KeptPlace&) const = default;
};
struct PlacedBefore {
    std::vector<KeptPlace> names;
    double lag = 0;        // in [0, 1): how much of a change of place is left after one more picture; 0: names jump
    bool settled() const;  // no name glides: the next picture of the same frame would be the same
    bool operator==(const PlacedBefore&) const = default;
};

struct PlacedLabel {
    const Label* label = nullptr;
    Vec2 baseline{0, 0};  // of its first glyph, in points, y downwards
    Rect box;             // what it covers
    KeptPlace kept;       // of a name
};

// Those that are seen: in front of the eye, inside the panel, on the side the viewer looks from, not under a name.
// Names stand where the scene wants them unless they would cover lines, marks, handles, each other or what is `taken`
// (notes, a formula); the same arguments give the same places. `before` is for a picture that moves: a name then keeps
// its place, and its end of a line, until another is clearly better.
std::vector<PlacedLabel> place_labels(const Panel& panel, const Camera& camera, const MeasureText& measure,
                                      const std::vector<Rect>& taken = {}, const PlacedBefore& before = {});
PlacedBefore places_of(const std::vector<PlacedLabel>& placed, double lag = 0);
using LabelMemory = std::map<std::string, PlacedBefore>;  // by panel name

}  // namespace eigenscape
