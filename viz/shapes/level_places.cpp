// Along each line the place with most room; see level_places.h.
#include "viz/shapes/level_places.h"

#include "core/memo.h"
#include "viz/number.h"
#include "viz/place_labels.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace eigenscape {
namespace {

constexpr double from_edge = 20, from_lines = 7;             // the least distances
constexpr double from_numbers = 46, from_same_height = 170;  // to other numbers' middles
constexpr double calm_chord = 0.93;                          // of the arc: what bends more takes no number
constexpr std::size_t every = 2;                             // of a line's points is tried
constexpr int spares = 3;                                    // further places on a line

// Lines in points; closed ones with their first point again at the end.
using Scaled = std::vector<Points>;

// A number needs an ellipse about its middle.
bool is_under(const Vec2& p, const Vec2& middle, double half_width) {
    return (p - middle).cwiseQuotient(Vec2(half_width, 0.75 * level_number_points)).squaredNorm() < 1;
}

// The first point along the line that is not under the number at `point`, or the line's end.
std::size_t leaves(const Points& line, std::size_t point, int step, double half_width) {
    std::size_t i = point;
    while (is_under(line[i], line[point], half_width)) {
        if ((step < 0 && i == 0) || (step > 0 && i + 1 == line.size())) return i;
        i += static_cast<std::size_t>(step);
    }
    return i;
}

// Where exactly the line comes out from under it, between that point and the one before.
Vec2 edge_of_gap(const Points& line, const Vec2& middle, std::size_t outside, int step, double half_width) {
    Vec2 in = line[outside - static_cast<std::size_t>(step)], out = line[outside];
    for (int i = 0; i < 12; ++i) (is_under(0.5 * (in + out), middle, half_width) ? in : out) = 0.5 * (in + out);
    return out;
}

bool is_calm(const Points& line, std::size_t first, std::size_t last) {
    double arc = 0;
    for (std::size_t i = first; i < last; ++i) arc += (line[i + 1] - line[i]).norm();
    return first > 0 && last + 1 < line.size() && (line[last] - line[first]).norm() >= calm_chord * arc;
}

// How far the nearest other line passes, seen as the number is: wide, and low.
double clearance(const Scaled& lines, std::size_t own, const Vec2& at, double half_width) {
    double nearest = infinity;
    for (std::size_t k = 0; k < lines.size(); ++k) {
        if (k == own) continue;
        for (const Vec2& p : lines[k]) {
            const Vec2 off = (p - at).cwiseAbs() - Vec2(half_width, level_number_points / 2);
            nearest = std::min(nearest, std::max(off.x(), off.y()));
        }
    }
    return nearest;
}

bool clear_of(const LevelPlaces& numbers, const LevelPlace& one, double same_height_away) {
    return std::none_of(numbers.begin(), numbers.end(), [&](const LevelPlace& other) {
        return (other.at - one.at).norm() < (other.level == one.level ? same_height_away : from_numbers);
    });
}

// The place with most room on this line, if there is one.
std::optional<LevelPlace> best_on(const Scaled& lines, std::size_t k, double level, const Box2& inside,
                                  const LevelPlaces& taken, double same_height_away) {
    const Points& line = lines[k];
    const double half = 0.5 * typeset_size(brief(level, 3), level_number_points).width + level_number_room;
    std::optional<LevelPlace> best;
    double most = from_lines;
    for (std::size_t i = every; i + every < line.size(); i += every) {
        const LevelPlace one{k, i, line[i], half, level};
        if (!inside.contains(one.at) || !clear_of(taken, one, same_height_away)) continue;
        if (!is_calm(line, leaves(line, i, -1, half), leaves(line, i, 1, half))) continue;
        const double room = std::min(clearance(lines, k, one.at, half), 60.0);
        if (room > most + 1e-9) most = room, best = one;
    }
    return best;
}

std::vector<LevelPlaces> numbers_on(const std::vector<Contour>& contours, const Scaled& lines, const Box2& inside) {
    std::vector<std::size_t> order(lines.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return lines[a].size() > lines[b].size(); });
    LevelPlaces taken;
    std::vector<LevelPlaces> places(lines.size());
    const auto take = [&](std::size_t k, double same_height_away) {
        const auto found = best_on(lines, k, contours[k].level, inside, taken, same_height_away);
        if (found) taken.push_back(*found), places[k].push_back(*found);
    };
    for (const std::size_t k : order) take(k, from_same_height);
    for (int spare = 0; spare < spares; ++spare)
        for (const std::size_t k : order)
            if (!places[k].empty()) take(k, from_numbers);
    return places;
}

struct Key {
    LevelLines lines;  // held, so that its address stays its own
    Box2 shown;
    double scale;
    bool operator==(const Key&) const = default;
};

}  // namespace

Points scaled(const Contour& line, double scale) {
    Points points;
    for (const Vec2& p : line.points) points.push_back(scale * p);
    if (line.closed && !points.empty()) points.push_back(points.front());
    return points;
}

std::shared_ptr<const std::vector<LevelPlaces>> level_places(const LevelLines& lines, const Box2& shown, double scale) {
    static Memo<Key, std::vector<LevelPlaces>> remembered(8);
    return remembered({lines, shown, scale}, [&] {
        Scaled in_points;
        for (const Contour& line : *lines) in_points.push_back(scaled(line, scale));
        const Vec2 edge = Vec2::Constant(from_edge);
        return numbers_on(*lines, in_points, {scale * shown.lo + edge, scale * shown.hi - edge});
    });
}

LevelGap gap_of(const Points& line, const LevelPlace& place) {
    const std::size_t before = leaves(line, place.point, -1, place.half_width);
    const std::size_t behind = leaves(line, place.point, 1, place.half_width);
    return {before, behind, edge_of_gap(line, place.at, before, -1, place.half_width),
            edge_of_gap(line, place.at, behind, 1, place.half_width)};
}

}  // namespace eigenscape
