// Strokes and dots of the earlier frame in the ghost's ink, and its photos made faint, put before the later frame's
// own; see ghost.h. The later frame's panels keep their windows and homes, so both are seen from the same place.
#include "viz/ghost.h"

#include <algorithm>

namespace eigenscape {
namespace {

constexpr double ghost_opacity = 0.7, ghost_photo_opacity = 0.3;

bool moves(Ink ink) {
    switch (ink) {
        case Ink::paper:
        case Ink::text:
        case Ink::faint:
        case Ink::axis:
        case Ink::still:
        case Ink::still_minor:
        case Ink::moving_minor:
        case Ink::contour: return false;
        default: return true;
    }
}

void put_behind(Panel& panel, const Panel& before) {
    const auto shift = static_cast<std::uint32_t>(panel.points.size());
    panel.points.insert(panel.points.end(), before.points.begin(), before.points.end());
    std::vector<Stroke> strokes;
    for (Stroke stroke : before.strokes) {
        if (!moves(stroke.pen.ink)) continue;
        stroke.first += shift;
        stroke.pen.ink = Ink::ghost;
        stroke.pen.dash = Dash::dashed;
        stroke.pen.opacity *= ghost_opacity;
        strokes.push_back(stroke);
    }
    // After the grids that never move, before everything that does.
    const auto own = std::ranges::find_if(panel.strokes, [](const Stroke& stroke) { return moves(stroke.pen.ink); });
    panel.strokes.insert(own, strokes.begin(), strokes.end());
    std::vector<Photo> photos = before.photos;
    for (Photo& photo : photos) photo.opacity *= ghost_photo_opacity;
    panel.photos.insert(panel.photos.begin(), photos.begin(), photos.end());
    std::vector<Dot> dots;
    for (Dot dot : before.dots) {
        if (!moves(dot.ink)) continue;
        dot.ink = Ink::ghost;
        dot.opacity *= ghost_opacity;
        dots.push_back(dot);
    }
    panel.dots.insert(panel.dots.begin(), dots.begin(), dots.end());
}

}  // namespace

Frame haunted(const Frame& now, const Frame& before) {
    Frame both(now.stage());
    for (const Panel& panel : now.panels()) {
        Panel& mine = both.plane(panel.name, panel.home);
        mine = panel;
        const auto same = std::ranges::find(before.panels(), panel.name, &Panel::name);
        if (same != before.panels().end()) put_behind(mine, *same);
    }
    for (const Fact& fact : now.facts()) {
        if (fact.reason.empty()) both.fact(fact.name, fact.value, fact.title);
        else both.undefined_fact(fact.name, fact.reason, fact.title);
    }
    both.describe(now.alt_text());
    return both;
}

}  // namespace eigenscape
