// Label placement: a direction on the screen, a gap, then overlapping names are pushed apart; see place_labels.h.
// Everything moves continuously with its anchor, so labels do not jump while a picture moves.
#include "viz/place_labels.h"

#include "viz/tex/typeset.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

constexpr double edge_room = 4;     // points between a label and the panel's edge
constexpr double spacing = 3;       // between two names
constexpr double most_pushed = 40;  // no name is pushed farther from where it belongs

struct Spot {
    PlacedLabel placed;
    Vec2 center, wanted;
    TextSize size;
};

Vec2 half_of(const TextSize& size) { return {size.width / 2, (size.ascent + size.descent) / 2}; }

// The text's middle: the gap away from the anchor, then far enough that the box stands clear in that direction.
Vec2 beside(const Vec2& anchor, const Label& label, const TextSize& size) {
    if (label.toward.norm() < 1e-12) return anchor;
    const Vec2 direction = label.toward.normalized();
    const auto reach = [](double d) { return std::clamp(1.5 * d, -1.0, 1.0); };
    const Vec2 half = half_of(size);
    return anchor + Vec2(direction.x() * label.gap_points + reach(direction.x()) * half.x(),
                         -direction.y() * label.gap_points - reach(direction.y()) * half.y());
}

bool within(const Rect& place, const Vec2& p, double room) {
    return p.x() >= place.x - room && p.x() <= place.x + place.width + room && p.y() >= place.y - room &&
           p.y() <= place.y + place.height + room;
}

// A coordinate kept so far inside [from, from + length] that `half` fits on both sides.
double kept_inside(double center, double half, double from, double length) {
    if (2 * (half + edge_room) >= length) return from + length / 2;
    return std::clamp(center, from + half + edge_room, from + length - half - edge_room);
}

Vec2 kept_inside(const Vec2& center, const TextSize& size, const Rect& place) {
    const Vec2 half = half_of(size);
    return {kept_inside(center.x(), half.x(), place.x, place.width),
            kept_inside(center.y(), half.y(), place.y, place.height)};
}

// A number beside an axis may move to the panel's edge across the axis, but along it it stays at its tick or goes.
bool passes(const Label& tick, const Vec2& center, const TextSize& size, const Rect& place) {
    const bool upright = std::abs(tick.toward.x()) > std::abs(tick.toward.y());
    const double half = upright ? half_of(size).y() : half_of(size).x(), at = upright ? center.y() : center.x();
    const double from = upright ? place.y : place.x, length = upright ? place.height : place.width;
    return at - half >= from && at + half <= from + length;
}

// How far two boxes overlap in each direction; not positive: they are clear of each other.
Vec2 overlap(const Spot& one, const Spot& other) {
    const Vec2 apart = (one.center - other.center).cwiseAbs();
    return half_of(one.size) + half_of(other.size) + Vec2(spacing, spacing) - apart;
}

void push_apart(std::vector<Spot>& spots) {
    for (int round = 0; round < 12; ++round) {
        for (std::size_t i = 0; i < spots.size(); ++i) {
            for (std::size_t j = i + 1; j < spots.size(); ++j) {
                const Vec2 by = overlap(spots[i], spots[j]);
                if (by.x() <= 0 || by.y() <= 0) continue;
                const int axis = by.x() < by.y() ? 0 : 1;
                const double sign = spots[i].center[axis] < spots[j].center[axis] ? -1 : 1;
                spots[i].center[axis] += sign * by[axis] / 2;
                spots[j].center[axis] -= sign * by[axis] / 2;
            }
        }
    }
    for (Spot& spot : spots) {
        const Vec2 moved = spot.center - spot.wanted;
        if (moved.norm() > most_pushed) spot.center = spot.wanted + moved * (most_pushed / moved.norm());
    }
}

void settle(Spot& spot) {
    const Vec2 half = half_of(spot.size);
    spot.placed.baseline = {spot.center.x() - half.x(), spot.center.y() - half.y() + spot.size.ascent};
    spot.placed.box = {spot.center.x() - half.x(), spot.center.y() - half.y(), 2 * half.x(), 2 * half.y()};
}

}  // namespace

std::vector<PlacedLabel> place_labels(const Panel& panel, const Camera& camera, const MeasureText& measure) {
    std::vector<Spot> names, ticks;
    for (const Label& label : panel.labels) {
        if (label.text.empty() || !(label.opacity > 0) || (!camera.flat && !camera.seen_from(label.seen_from)))
            continue;
        const Vec2 anchor = camera.to_screen(label.at);
        const bool sticks = label.tick && panel.kind == PanelKind::plane;
        if (!anchor.allFinite() || (!sticks && !within(camera.place, anchor, 24))) continue;
        Spot spot{{&label, {}, {}}, {}, {}, measure(label.text, label.size_points)};
        spot.wanted = beside(anchor, label, spot.size);
        if (sticks && !passes(label, spot.wanted, spot.size, camera.place)) continue;
        spot.center = kept_inside(spot.wanted, spot.size, camera.place);
        spot.wanted = spot.center;
        (label.tick ? ticks : names).push_back(spot);
    }
    push_apart(names);
    std::vector<Spot> shown = names;
    for (const Spot& tick : ticks) {
        const bool clear = std::none_of(shown.begin(), shown.end(), [&](const Spot& other) {
            const Vec2 by = overlap(tick, other);
            return by.x() > 0 && by.y() > 0;
        });
        if (clear) shown.push_back(tick);
    }
    std::vector<PlacedLabel> placed;
    for (Spot& spot : shown) {
        settle(spot);
        placed.push_back(spot.placed);
    }
    return placed;
}

TextSize typeset_size(std::string_view tex, double size_points) {
    const auto words = typeset(tex, size_points, TexStyle::text);
    // Never less than a capital's height, so that neighbours without tall letters share a baseline with those that
    // have.
    return {words->width, std::max(cap_height(Face::math) * size_points, words->ascent), std::max(0.0, words->descent)};
}

}  // namespace eigenscape
