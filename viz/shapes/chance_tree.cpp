// Chance trees; see chance_tree.h. Ends are spread evenly, whatever the chances: a rare branch stays readable.
// A node stands at the middle of the ends that it leads to.
#include "viz/shapes/chance_tree.h"

#include "viz/ease.h"

#include <algorithm>

namespace eigenscape {
namespace {

constexpr double bead_points = 9;

int ends_of(const std::vector<Chance>& chances) {
    int ends = 0;
    for (const Chance& chance : chances) ends += std::max(1, ends_of(chance.then));
    return ends;
}

int depth_of(const std::vector<Chance>& chances) {
    int depth = 0;
    for (const Chance& chance : chances) depth = std::max(depth, 1 + depth_of(chance.then));
    return depth;
}

struct Growing {
    Panel& panel;
    Box2 box;
    double stride;       // along x, from one node to the next
    double per_end;      // along y
    int ends_above = 0;  // already grown
    Points beads{};

    void branch(const Chance& chance, const Vec2& from, const Vec2& to) {
        const double part = chance.probability >= 0 ? std::min(chance.probability, 1.0) : 0;
        const Vec2 bead = lerp(from, to, part);
        panel.line(from, to, {.ink = Ink::still, .width_points = 2});
        if (part > 0) panel.line(from, bead, {.ink = chance.ink, .width_points = 3.5, .opacity = chance.opacity});
        panel.dot(bead, chance.ink, bead_points).opacity = chance.opacity;
        beads.push_back(bead);
        const double up = to.y() >= from.y() ? 1 : -1;
        Label& number = panel.label(Vec2(lerp(from, to, 0.6)), chance.number, chance.ink, {-0.4, up});
        number.size_points = 14;
        number.gap_points = 7;
        number.opacity = chance.opacity;
    }

    void name(const Chance& chance, const Vec2& at) {
        const bool last = chance.then.empty();
        const double up = at.y() >= box.center().y() ? 1 : -1;
        Label& label = panel.label(at, chance.name, chance.ink, last ? Vec2(1, 0) : Vec2(0, up));
        label.size_points = 15;
        label.opacity = chance.opacity;
    }

    void grow(const std::vector<Chance>& chances, const Vec2& from) {
        for (const Chance& chance : chances) {
            const double ends = std::max(1, ends_of(chance.then));
            const Vec2 to(from.x() + stride, box.hi.y() - (ends_above + 0.5 * ends) * per_end);
            branch(chance, from, to);
            if (chance.then.empty()) ++ends_above;
            else grow(chance.then, to);
            name(chance, to);
        }
    }
};

}  // namespace

Points chance_tree(Panel& panel, const Box2& box, const std::vector<Chance>& chances, double names) {
    if (chances.empty()) return {};
    Growing growing{panel, box, (1 - names) * box.size().x() / depth_of(chances), box.size().y() / ends_of(chances)};
    growing.grow(chances, {box.lo.x(), box.center().y()});
    panel.dot(Vec2(box.lo.x(), box.center().y()), Ink::axis, 6);
    return growing.beads;
}

}  // namespace eigenscape
