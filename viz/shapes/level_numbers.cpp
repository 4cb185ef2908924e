// Where numbers go, and the gaps they need; see level_numbers.h.
// All distances are in points at the scale of the window; the same lines and window always give the same places.
#include "viz/shapes/level_numbers.h"

#include "core/memo.h"
#include "viz/ease.h"
#include "viz/label_places.h"
#include "viz/number.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace eigenscape {
namespace {

constexpr double size_points = 12, room_points = 4;          // of the numbers, and beside each
constexpr double from_edge = 20, from_lines = 7;             // the least distances
constexpr double from_numbers = 46, from_same_height = 170;  // to other numbers' middles
constexpr double calm_chord = 0.93;                          // of the arc: what bends more takes no number
constexpr std::size_t every = 2;                             // of a line's points is tried
constexpr int spares = 3;                                    // further places on a line
constexpr double covered = 1,
                 uncovered = 6;  // from what is drawn: nearer, no number is shown; farther, it is shown fully

struct Number {
    std::size_t line, point;  // its middle
    Vec2 at;                  // in points
    double half_width, level;
};

// Lines in points; closed ones with their first point again at the end.
using Scaled = std::vector<Points>;

// A number needs an ellipse about its middle.
bool is_under(const Vec2& p, const Vec2& middle, double half_width) {
    return (p - middle).cwiseQuotient(Vec2(half_width, 0.75 * size_points)).squaredNorm() < 1;
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
            const Vec2 off = (p - at).cwiseAbs() - Vec2(half_width, size_points / 2);
            nearest = std::min(nearest, std::max(off.x(), off.y()));
        }
    }
    return nearest;
}

bool clear_of(const std::vector<Number>& numbers, const Number& one, double same_height_away) {
    return std::none_of(numbers.begin(), numbers.end(), [&](const Number& other) {
        return (other.at - one.at).norm() < (other.level == one.level ? same_height_away : from_numbers);
    });
}

// The place with most room on this line, if there is one.
std::optional<Number> best_on(const Scaled& lines, std::size_t k, double level, const Box2& inside,
                              const std::vector<Number>& taken, double same_height_away) {
    const Points& line = lines[k];
    const double half = 0.5 * typeset_size(brief(level, 3), size_points).width + room_points;
    std::optional<Number> best;
    double most = from_lines;
    for (std::size_t i = every; i + every < line.size(); i += every) {
        const Number one{k, i, line[i], half, level};
        if (!inside.contains(one.at) || !clear_of(taken, one, same_height_away)) continue;
        if (!is_calm(line, leaves(line, i, -1, half), leaves(line, i, 1, half))) continue;
        const double room = std::min(clearance(lines, k, one.at, half), 60.0);
        if (room > most + 1e-9) most = room, best = one;
    }
    return best;
}

// The places for the number of one line: the best first, the others for when something lies there.
using Places = std::vector<Number>;

std::vector<Places> numbers_on(const std::vector<Contour>& contours, const Scaled& lines, const Box2& inside) {
    std::vector<std::size_t> order(lines.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return lines[a].size() > lines[b].size(); });
    std::vector<Number> taken;
    std::vector<Places> places(lines.size());
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

Points scaled(const Contour& line, double scale) {
    Points points;
    for (const Vec2& p : line.points) points.push_back(scale * p);
    if (line.closed && !points.empty()) points.push_back(points.front());
    return points;
}

struct Key {
    LevelLines lines;  // held, so that its address stays its own
    Box2 shown;
    double scale;
    bool operator==(const Key&) const = default;
};

std::shared_ptr<const std::vector<Places>> numbers_of(const Key& key) {
    static Memo<Key, std::vector<Places>> remembered(8);
    return remembered(key, [&] {
        Scaled lines;
        for (const Contour& line : *key.lines) lines.push_back(scaled(line, key.scale));
        const Vec2 edge = Vec2::Constant(from_edge);
        return numbers_on(*key.lines, lines, {key.scale * key.shown.lo + edge, key.scale * key.shown.hi - edge});
    });
}

// What numbers keep off: a piece of a line or a mark, in points.
struct Covering {
    Vec2 from, to;
    double radius;
};

std::vector<Covering> coverings(const Panel& panel, double scale) {
    std::vector<Covering> all;
    const auto at = [&](const Vec3& p) { return Vec2(scale * p.head<2>()); };
    for (const Stroke& stroke : panel.strokes) {
        if (!weighs(stroke.pen) || stroke.count < 2 || !(stroke.pen.opacity > 0)) continue;
        Vec2 from = at(panel.points[stroke.closed ? stroke.first + stroke.count - 1 : stroke.first]);
        for (std::uint32_t i = stroke.closed ? 0 : 1; i < stroke.count; ++i) {
            const Vec2 to = at(panel.points[stroke.first + i]);
            all.push_back({from, to, stroke.pen.width_points / 2});
            from = to;
        }
    }
    for (const Dot& dot : panel.dots) all.push_back({at(dot.at), at(dot.at), dot.size_points / 2});
    return all;
}

// From the number's box to the piece, as far as `uncovered`.
double distance(const Number& number, const Covering& piece) {
    const Vec2 half(number.half_width - room_points, size_points / 2);
    const Vec2 from = piece.from - number.at, to = piece.to - number.at;
    const Vec2 reach = half + Vec2::Constant(uncovered + piece.radius);
    if ((from.cwiseMin(to).array() > reach.array()).any() || (from.cwiseMax(to).array() < -reach.array()).any())
        return uncovered;
    const auto outside = [&](double t) { return Vec2((lerp(from, to, t).cwiseAbs() - half).cwiseMax(0)).norm(); };
    double low = 0, high = 1;  // the distance along the piece has one valley
    for (int i = 0; i < 24; ++i) {
        const double third = (high - low) / 3;
        if (outside(low + third) <= outside(high - third))
            high -= third;
        else
            low += third;
    }
    return outside(low) - piece.radius;
}

// How much of a number is shown there: 0 where something lies on it, 1 where nothing is near.
double freedom(const Number& number, const std::vector<Covering>& all) {
    double nearest = uncovered;
    for (const Covering& piece : all)
        if ((nearest = std::min(nearest, distance(number, piece))) <= covered) return 0;
    return smooth((nearest - covered) / (uncovered - covered));
}

struct Shown {
    const Number* number;
    double share;  // in (0, 1]
};

// In the order of the line. All shares of a line together are at most 1.
std::vector<Shown> shown_of(const Places& places, const std::vector<Covering>& all) {
    std::vector<Shown> shown;
    double left = 1;
    for (const Number& number : places) {
        const double share = left * freedom(number, all);
        if (share > 0.01) shown.push_back({&number, share});
        if ((left -= share) < 0.01) break;
    }
    std::ranges::sort(shown, {}, [](const Shown& one) { return one.number->point; });
    return shown;
}

// A gap: the last point before it, the first behind it, and where exactly the line breaks off and goes on.
struct Gap {
    std::size_t before, behind;
    Vec2 end, start;
};

Gap gap_of(const Points& line, const Number& number) {
    const std::size_t before = leaves(line, number.point, -1, number.half_width);
    const std::size_t behind = leaves(line, number.point, 1, number.half_width);
    return {before, behind, edge_of_gap(line, number.at, before, -1, number.half_width),
            edge_of_gap(line, number.at, behind, 1, number.half_width)};
}

// The line with a gap for each of its numbers; under a number that fades the line comes back.
void draw_with_gaps(Panel& panel, const Contour& contour, const std::vector<Shown>& shown, double scale,
                    const Pen& pen) {
    const Points line = scaled(contour, scale);
    Points piece;
    const auto add = [&](std::size_t first, std::size_t end) {
        for (std::size_t i = first; i < end; ++i) piece.push_back(line[i] / scale);
    };
    const auto draw = [&](double share) {
        Pen faded = pen;
        faded.opacity *= share;
        if (share > 0 && piece.size() > 1) panel.stroke(std::span<const Vec2>(piece), faded);
        piece.clear();
    };
    std::vector<Gap> gaps;
    for (const Shown& one : shown) gaps.push_back(gap_of(line, *one.number));
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        piece.push_back(gaps[i].end / scale);
        add(gaps[i].before + 1, gaps[i].behind);
        piece.push_back(gaps[i].start / scale);
        draw(1 - shown[i].share);
        piece.push_back(gaps[i].start / scale);
        if (i + 1 < gaps.size()) {
            add(gaps[i].behind, gaps[i + 1].before + 1);
            piece.push_back(gaps[i + 1].end / scale);
            draw(1);
        }
    }
    // From behind the last gap to before the first one: of a closed line that is one piece, round its seam.
    add(gaps.back().behind, line.size());
    if (!contour.closed) draw(1);
    add(contour.closed ? 1 : 0, gaps.front().before + 1);
    piece.push_back(gaps.front().end / scale);
    draw(1);
}

}  // namespace

void numbered_lines(Panel& panel, const LevelLines& lines, const Box2& shown, const Vec2& canvas_points,
                    const Pen& pen) {
    const Vec2 size = panel.window.size();
    // The window is a little larger than what is visible.
    const double scale = 1.2 * std::max(panel.place.width * canvas_points.x() / size.x(),
                                        panel.place.height * canvas_points.y() / size.y());
    const auto places = numbers_of({lines, shown, scale});
    const std::vector<Covering> covering = coverings(panel, scale);
    const auto had = static_cast<std::ptrdiff_t>(panel.strokes.size());
    for (std::size_t k = 0; k < lines->size(); ++k) {
        const Contour& line = (*lines)[k];
        const std::vector<Shown> numbers = shown_of((*places)[k], covering);
        if (numbers.empty()) {
            panel.stroke(std::span<const Vec2>(line.points), pen).closed = line.closed;
            continue;
        }
        draw_with_gaps(panel, line, numbers, scale, pen);
        for (const auto& [number, share] : numbers) {
            Label& label = panel.label(Vec2(number->at / scale), brief(line.level, 3), pen.ink);
            label.size_points = size_points;
            label.opacity = share;
            label.tick = true;  // gives way to names
        }
    }
    std::rotate(panel.strokes.begin(), panel.strokes.begin() + had, panel.strokes.end());
}

}  // namespace eigenscape
