// The places a label may take round its anchor, and what each would cost: lines, handles, notes covered, and how far it
// strays from where the scene asked for it. Choosing among them is place_labels.cpp's; nothing here remembers anything.
#pragma once

#include "viz/frame.h"
#include "viz/place_labels.h"

#include <vector>

namespace eigenscape {

// Places are numbered so that the first is the one asked for and later ones turn away from it, 30° at a time to either
// side, first near the anchor, then farther out. They turn with `toward`: a label keeps its place beside a turning
// arrow. A label that belongs on its anchor has that as place 0, then eight directions round it.
inline constexpr int label_places = 24;

struct Anchor {
    Vec2 at{0, 0};      // on the screen
    Vec2 toward{0, 0};  // as in Label
    double gap_points = 8;
};

// Where the middle of the text is at a place, before it is kept inside the panel.
Vec2 label_center(const Anchor& anchor, const TextSize& size, int place);

// How far from what was asked for: 0 for place 0, about 30 for the opposite side.
double straying(const Anchor& anchor, int place);

// Should words keep off it? A halo is enough over grids and level lines.
bool weighs(const Pen& pen);

// What should stay readable near one label, in points on the screen.
struct Surroundings {
    struct Line {
        Vec2 from, to;
        double weight;  // cost of each point of length covered: the width times the opacity
    };
    std::vector<Line> lines;
    std::vector<Rect> marks;  // dots and handles
};
// In a plane only what is near is projected; a space is projected once (`all_on_screen`), and what is near is then
// picked out. What is far behind counts as well there: words run over it all the same.
Surroundings surroundings(const Panel& plane, const Camera& camera, const Rect& near);
Surroundings all_on_screen(const Panel& space, const Camera& camera);
Surroundings picked_out(const Surroundings& all, const Rect& near);

double covering(const Surroundings& around, const Rect& box);

double shared_area(const Rect& a, const Rect& b);

}  // namespace eigenscape
