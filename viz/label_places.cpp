// The cost of a label's place; see label_places.h.
// All costs are in the same unit, points of length under the text times their width, so that they can be added.
#include "viz/label_places.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace eigenscape {
namespace {

constexpr double farther_out = 12;     // points from the first ring of places to the second
constexpr double opposite_costs = 32;  // standing on the other side is as bad as covering 8 points of an arrow's shaft
constexpr double farther_costs = 8;
constexpr double off_center_costs = 30;
constexpr double handle_radius = 8;   // points: the ring of a handle that nobody touches
constexpr double mark_costs = 0.5;    // for each square point
constexpr double least_in_space = 9;  // points: a name that gave way to each small dot of a cloud would never rest

// In degrees from the direction asked for; the sides alternate.
constexpr std::array<double, 12> turns{0, 30, -30, 60, -60, 90, -90, 120, -120, 150, -150, 180};
constexpr std::array<double, 8> about{90, 0, 180, -90, 45, 135, -45, -135};

bool centred(const Anchor& anchor) { return anchor.toward.norm() < 1e-12; }

Vec2 direction_at(const Anchor& anchor, int place) {
    const double turn = (centred(anchor) ? about[static_cast<std::size_t>((place - 1) % 8)]
                                         : turns[static_cast<std::size_t>(place % 12)]) *
                        pi / 180;
    const Vec2 from = centred(anchor) ? Vec2(1, 0) : Vec2(anchor.toward.normalized());
    if (turn == 0) return from;
    return {std::cos(turn) * from.x() - std::sin(turn) * from.y(),
            std::sin(turn) * from.x() + std::cos(turn) * from.y()};
}

Rect box_about(const Vec2& center, double radius) {
    return {center.x() - radius, center.y() - radius, 2 * radius, 2 * radius};
}

bool meets(const Box2& box, const Vec3& a, const Vec3& b) {
    return std::max(a.x(), b.x()) >= box.lo.x() && std::min(a.x(), b.x()) <= box.hi.x() &&
           std::max(a.y(), b.y()) >= box.lo.y() && std::min(a.y(), b.y()) <= box.hi.y();
}

// The length of the segment inside the box (Liang and Barsky).
double length_inside(const Vec2& from, const Vec2& to, const Rect& box) {
    double enters = 0, leaves = 1;
    const Vec2 by = to - from, low(box.x, box.y), high(box.x + box.width, box.y + box.height);
    for (int axis = 0; axis < 2; ++axis) {
        if (by[axis] == 0) {
            if (from[axis] < low[axis] || from[axis] > high[axis]) return 0;
            continue;
        }
        const double one = (low[axis] - from[axis]) / by[axis], other = (high[axis] - from[axis]) / by[axis];
        enters = std::max(enters, std::min(one, other));
        leaves = std::min(leaves, std::max(one, other));
    }
    return leaves > enters ? (leaves - enters) * by.norm() : 0;
}

bool meets(const Rect& near, const Surroundings::Line& line) {
    return std::max(line.from.x(), line.to.x()) >= near.x &&
           std::min(line.from.x(), line.to.x()) <= near.x + near.width &&
           std::max(line.from.y(), line.to.y()) >= near.y &&
           std::min(line.from.y(), line.to.y()) <= near.y + near.height;
}

double weight(const Pen& pen) { return pen.width_points * pen.opacity; }

double radius(const Dot& dot) { return dot.size_points / 2 + 1; }

}  // namespace

bool weighs(const Pen& pen) {
    switch (pen.ink) {
        case Ink::paper:
        case Ink::still:
        case Ink::still_minor:
        case Ink::moving:
        case Ink::moving_minor:
        case Ink::contour: return false;
        default: return true;
    }
}

Vec2 label_center(const Anchor& anchor, const TextSize& size, int place) {
    if (centred(anchor) && place == 0) return anchor.at;
    const Vec2 direction = direction_at(anchor, place);
    const bool outer = place >= (centred(anchor) ? 9 : 12);
    const double gap = anchor.gap_points + (outer ? farther_out : 0);
    // Far enough that the box stands clear in that direction.
    const auto reach = [](double d) { return std::clamp(1.5 * d, -1.0, 1.0); };
    const Vec2 half(size.width / 2, (size.ascent + size.descent) / 2);
    return anchor.at + Vec2(direction.x() * gap + reach(direction.x()) * half.x(),
                            -direction.y() * gap - reach(direction.y()) * half.y());
}

double straying(const Anchor& anchor, int place) {
    if (place == 0) return 0;
    if (centred(anchor)) return off_center_costs + 2 * ((place - 1) % 8) + (place >= 9 ? farther_costs : 0);
    const double turn = turns[static_cast<std::size_t>(place % 12)] * pi / 180;
    return opposite_costs * (1 - std::cos(turn)) / 2 + (place >= 12 ? farther_costs : 0);
}

Surroundings surroundings(const Panel& plane, const Camera& camera, const Rect& near) {
    Surroundings around;
    // Looked for in the world, so that only what is near is projected.
    const auto world = [&](const Rect& box) {
        const Vec2 one = camera.to_plane({box.x, box.y + box.height}),
                   other = camera.to_plane({box.x + box.width, box.y});
        return Box2{one.cwiseMin(other), one.cwiseMax(other)};
    };
    const Box2 reach = world(near), marks_reach = world({near.x - 20, near.y - 20, near.width + 40, near.height + 40});
    for (const Stroke& stroke : plane.strokes) {
        if (!weighs(stroke.pen) || stroke.count < 2) continue;
        const Vec3* from = &plane.points[stroke.closed ? stroke.first + stroke.count - 1 : stroke.first];
        for (std::uint32_t i = stroke.closed ? 0 : 1; i < stroke.count; ++i) {
            const Vec3* to = &plane.points[stroke.first + i];
            if (meets(reach, *from, *to))
                around.lines.push_back({camera.to_screen(*from), camera.to_screen(*to), weight(stroke.pen)});
            from = to;
        }
    }
    const auto mark = [&](const Vec3& at, double radius_points) {
        if (!marks_reach.contains(at.head<2>())) return;
        const Rect box = box_about(camera.to_screen(at), radius_points);
        if (shared_area(box, near) > 0) around.marks.push_back(box);
    };
    for (const Dot& dot : plane.dots) mark(dot.at, radius(dot));
    for (const Handle& handle : plane.handles) mark(handle.at, handle_radius);
    return around;
}

Surroundings all_on_screen(const Panel& space, const Camera& camera) {
    Surroundings all;
    for (const Stroke& stroke : space.strokes) {
        if (!weighs(stroke.pen) || stroke.count < 2 || !camera.seen_from(stroke.seen_from)) continue;
        Vec2 from = camera.to_screen(space.points[stroke.closed ? stroke.first + stroke.count - 1 : stroke.first]);
        for (std::uint32_t i = stroke.closed ? 0 : 1; i < stroke.count; ++i) {
            const Vec2 to = camera.to_screen(space.points[stroke.first + i]);
            if (from.allFinite() && to.allFinite()) all.lines.push_back({from, to, weight(stroke.pen)});
            from = to;
        }
    }
    const auto mark = [&](const Vec3& at, double radius_points) {
        if (const Vec2 on_screen = camera.to_screen(at); on_screen.allFinite())
            all.marks.push_back(box_about(on_screen, radius_points));
    };
    for (const Dot& dot : space.dots)
        if (dot.size_points >= least_in_space) mark(dot.at, radius(dot));
    for (const Handle& handle : space.handles) mark(handle.at, handle_radius);
    return all;
}

Surroundings picked_out(const Surroundings& all, const Rect& near) {
    Surroundings around;
    std::ranges::copy_if(all.lines, std::back_inserter(around.lines),
                         [&](const auto& line) { return meets(near, line); });
    std::ranges::copy_if(all.marks, std::back_inserter(around.marks),
                         [&](const Rect& mark) { return shared_area(mark, near) > 0; });
    return around;
}

double covering(const Surroundings& around, const Rect& box) {
    double cost = 0;
    for (const auto& line : around.lines) cost += line.weight * length_inside(line.from, line.to, box);
    for (const Rect& mark : around.marks) cost += mark_costs * shared_area(mark, box);
    return cost;
}

double shared_area(const Rect& a, const Rect& b) {
    const double wide = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double high = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    return wide > 0 && high > 0 ? wide * high : 0;
}

}  // namespace eigenscape
