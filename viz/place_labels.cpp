// Label placement: each name takes the cheapest of its places, then what still overlaps is pushed apart; see
// place_labels.h. A place is left only for one that is clearly better, so names do not flicker while a picture moves.
#include "viz/place_labels.h"

#include "viz/label_places.h"
#include "viz/tex/typeset.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace eigenscape {
namespace {

constexpr double edge_room = 4;     // points between a label and the panel's edge
constexpr double spacing = 3;       // between two names
constexpr double most_pushed = 40;  // no name is pushed farther from where it belongs
constexpr double clearly = 18;    // how much better a place must be to be worth a move, in the costs of label_places.h
constexpr double free_below = 2;  // a place that costs so little is as good as free
constexpr double held_back_costs = 2;  // for each point that a name is held back by the panel's edge
constexpr double name_costs = 0.6;     // for each square point of another name
constexpr double outside_costs = 0.1;  // for each square point over the edge of a chart's plot
constexpr double ground_costs = 4;     // for each square point of what is taken: words there would be hidden
constexpr double other_end_costs = 12;

// Its places round its first anchor come first, then those round its second.
struct Spot {
    PlacedLabel placed;
    Vec2 center, wanted;
    std::vector<Anchor> anchors;  // that are in view, at least one
    TextSize size;
    int place = 0;
    int before = -1;                   // the place that it had, if it is remembered
    Vec2 shown_before{0, 0};           // and where it would stand there now
    std::vector<Surroundings> around;  // of its anchors
    std::vector<double> costs;         // of its places, without other names, as far as they have been asked for

    int places() const { return label_places * static_cast<int>(anchors.size()); }
    const Anchor& anchor(int at) const { return anchors[static_cast<std::size_t>(at / label_places)]; }
};

Vec2 half_of(const TextSize& size) { return {size.width / 2, (size.ascent + size.descent) / 2}; }

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

Rect box_of(const Vec2& center, const TextSize& size) {
    const Vec2 half = half_of(size);
    return {center.x() - half.x(), center.y() - half.y(), 2 * half.x(), 2 * half.y()};
}

Rect widened(const Rect& box, double by) { return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by}; }

// The names of a panel while they choose, and what they keep clear of.
struct Choosing {
    const Panel& panel;
    const Camera& camera;
    const std::vector<Rect>& taken;
    const PlacedBefore& before;
    std::vector<Spot> names = {};
    std::optional<Surroundings> projected = {};  // all of a space, once a name asks for it

    Vec2 center(const Spot& spot, int place) const {
        return kept_inside(label_center(spot.anchor(place), spot.size, place % label_places), spot.size, camera.place);
    }

    // All that the places round an anchor can cover.
    static Rect reach(const Anchor& anchor, const TextSize& size) {
        const double gap = anchor.gap_points + 16;
        return {anchor.at.x() - gap - size.width, anchor.at.y() - gap - 2 * half_of(size).y(), 2 * (gap + size.width),
                2 * (gap + 2 * half_of(size).y())};
    }

    Surroundings around(const Anchor& anchor, const TextSize& size) {
        if (camera.flat) return surroundings(panel, camera, reach(anchor, size));
        if (!projected) projected = all_on_screen(panel, camera);
        return picked_out(*projected, reach(anchor, size));
    }

    // The place that it had: about the anchor that is nearest to where it was.
    static int place_before(const Spot& spot, const KeptPlace& kept) {
        const auto nearest = std::ranges::min_element(
            spot.anchors, {}, [&](const Anchor& anchor) { return (anchor.at - kept.end).norm(); });
        return label_places * static_cast<int>(nearest - spot.anchors.begin()) + kept.place;
    }

    void add(Spot spot) {
        KeptPlace& kept = spot.placed.kept;
        kept.ink = spot.placed.label->ink;
        for (const Spot& other : names) kept.ordinal += other.placed.kept.ink == kept.ink;
        for (const KeptPlace& one : before.names)
            if (one.ink == kept.ink && one.ordinal == kept.ordinal) {
                spot.place = spot.before = place_before(spot, one);
                kept.behind = one.behind;
            }
        for (const Anchor& anchor : spot.anchors) spot.around.push_back(around(anchor, spot.size));
        spot.center = center(spot, spot.place);
        spot.shown_before = spot.center + kept.behind;
        names.push_back(std::move(spot));
    }

    double cost_without_names(const Spot& spot, int place) const {
        const Anchor& anchor = spot.anchor(place);
        const int turn = place % label_places;
        const Vec2 wanted = label_center(anchor, spot.size, turn);
        const Vec2 at = kept_inside(wanted, spot.size, camera.place);
        const Rect box = widened(box_of(at, spot.size), 2);
        double cost = straying(anchor, turn) + held_back_costs * (at - wanted).norm() +
                      covering(spot.around[static_cast<std::size_t>(place / label_places)], box);
        if (place >= label_places) cost += other_end_costs;
        for (const Rect& ground : taken) cost += ground_costs * shared_area(ground, box);
        if (camera.plot.contains(label_center(anchor, spot.size, 0)))  // not a chart's title
            cost += outside_costs * (box.width * box.height - shared_area(box, camera.plot));
        return cost;
    }

    double cost_of_names(std::size_t self, const Vec2& at) const {
        const Rect box = widened(box_of(at, names[self].size), spacing);
        double cost = 0;
        for (std::size_t i = 0; i < names.size(); ++i)
            if (i != self) cost += name_costs * shared_area(box, box_of(names[i].center, names[i].size));
        return cost;
    }

    // Most names are free where they are wanted; the other places are looked at only when one is not.
    void choose(std::size_t self) {
        Spot& spot = names[self];
        if (spot.costs.empty()) spot.costs.push_back(cost_without_names(spot, 0));
        if (spot.place == 0 && spot.costs[0] + cost_of_names(self, spot.center) <= free_below) return;
        while (static_cast<int>(spot.costs.size()) < spot.places())
            spot.costs.push_back(cost_without_names(spot, static_cast<int>(spot.costs.size())));
        double least = infinity;
        for (int place = 0; place < spot.places(); ++place) {
            const Vec2 at = center(spot, place);
            const double cost = spot.costs[static_cast<std::size_t>(place)] + cost_of_names(self, at);
            const double worth = cost - (place == spot.before ? clearly : 0);
            if (worth >= least) continue;
            least = worth;
            spot.place = place;
        }
        spot.center = center(spot, spot.place);
    }

    // A name that is shown to move glides to a new place.
    void lag(Spot& spot) const {
        Vec2& behind = spot.placed.kept.behind;
        behind = spot.before < 0 ? Vec2(0, 0) : Vec2(before.lag * (spot.shown_before - spot.center));
        if (behind.norm() < 0.5) behind = {0, 0};
        spot.center += behind;
    }

    // Each in turn, with the others where they are; twice, so that the first may answer the last.
    void choose_all() {
        for (int round = 0; round < 2; ++round)
            for (std::size_t i = 0; i < names.size(); ++i) choose(i);
        for (Spot& spot : names) {
            spot.placed.kept.place = spot.place % label_places;
            if (spot.placed.label->other_end) spot.placed.kept.end = spot.anchor(spot.place).at;
            lag(spot);
        }
        for (Spot& spot : names) spot.wanted = spot.center;
        push_apart(names);
    }
};

void settle(Spot& spot) {
    spot.placed.box = box_of(spot.center, spot.size);
    spot.placed.baseline = {spot.placed.box.x, spot.placed.box.y + spot.size.ascent};
}

bool clear_of(const Spot& tick, const std::vector<Spot>& shown, const std::vector<Rect>& taken) {
    return std::none_of(shown.begin(), shown.end(),
                        [&](const Spot& other) { return overlap(tick, other).minCoeff() > 0; }) &&
           std::none_of(taken.begin(), taken.end(),
                        [&](const Rect& ground) { return shared_area(ground, box_of(tick.center, tick.size)) > 0; });
}

}  // namespace

std::vector<PlacedLabel> place_labels(const Panel& panel, const Camera& camera, const MeasureText& measure,
                                      const std::vector<Rect>& taken, const PlacedBefore& before) {
    Choosing choosing{panel, camera, taken, before};
    std::vector<Spot> ticks;
    for (const Label& label : panel.labels) {
        if (label.text.empty() || !(label.opacity > 0) || (!camera.flat && !camera.seen_from(label.seen_from)))
            continue;
        const bool sticks = label.tick && panel.kind == PanelKind::plane && label.toward != Vec2(0, 0);
        Spot spot;
        const auto anchor = [&](const Vec3& at, const Vec2& toward) {
            const Vec2 on_screen = camera.to_screen(at);
            if (!on_screen.allFinite() || (!sticks && !within(camera.place, on_screen, 24))) return;
            spot.anchors.push_back({on_screen, toward, label.gap_points});
            if (!label.beyond) return;
            const Vec2 off = on_screen - camera.to_screen(*label.beyond);
            if (off.norm() > 1) spot.anchors.back().toward = {off.x(), -off.y()};
        };
        anchor(label.at, label.toward);
        if (label.other_end) anchor(label.other_end->at, label.other_end->toward);
        if (spot.anchors.empty()) continue;
        spot.placed.label = &label;
        spot.size = measure(label.text, label.size_points);
        if (!label.tick) {
            choosing.add(std::move(spot));
            continue;
        }
        const Vec2 wanted = label_center(spot.anchors.front(), spot.size, 0);
        if (sticks && !passes(label, wanted, spot.size, camera.place)) continue;
        spot.center = kept_inside(wanted, spot.size, camera.place);
        ticks.push_back(std::move(spot));
    }
    choosing.choose_all();
    std::vector<Spot> shown = std::move(choosing.names);
    for (Spot& tick : ticks)
        if (clear_of(tick, shown, taken)) shown.push_back(std::move(tick));
    std::vector<PlacedLabel> placed;
    for (Spot& spot : shown) {
        settle(spot);
        placed.push_back(spot.placed);
    }
    return placed;
}

PlacedBefore places_of(const std::vector<PlacedLabel>& placed, double lag) {
    PlacedBefore places;
    places.lag = lag;
    for (const PlacedLabel& one : placed)
        if (!one.label->tick) places.names.push_back(one.kept);
    return places;
}

bool PlacedBefore::settled() const {
    return std::all_of(names.begin(), names.end(), [](const KeptPlace& one) { return one.behind == Vec2(0, 0); });
}

TextSize typeset_size(std::string_view tex, double size_points) {
    const auto words = typeset(tex, size_points, TexStyle::text);
    // Never less than a capital's height, so that neighbours without tall letters share a baseline with those that
    // have.
    return {words->width, std::max(cap_height(Face::math) * size_points, words->ascent), std::max(0.0, words->descent)};
}

}  // namespace eigenscape
