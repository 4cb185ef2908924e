// Where numbers go, and the gaps they need; see level_numbers.h.
// All distances are in points at the scale of the window; the same lines and window always give the same places.
#include "viz/shapes/level_numbers.h"

#include "core/memo.h"
#include "viz/number.h"
#include "viz/place_labels.h"

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

bool clear_of(const std::vector<Number>& numbers, const Number& one) {
    return std::none_of(numbers.begin(), numbers.end(), [&](const Number& other) {
        return (other.at - one.at).norm() < (other.level == one.level ? from_same_height : from_numbers);
    });
}

// The place with most room on this line, if there is one.
std::optional<Number> best_on(const Scaled& lines, std::size_t k, double level, const Box2& inside,
                              const std::vector<Number>& taken) {
    const Points& line = lines[k];
    const double half = 0.5 * typeset_size(brief(level, 3), size_points).width + room_points;
    std::optional<Number> best;
    double most = from_lines;
    for (std::size_t i = every; i + every < line.size(); i += every) {
        const Number one{k, i, line[i], half, level};
        if (!inside.contains(one.at) || !clear_of(taken, one)) continue;
        if (!is_calm(line, leaves(line, i, -1, half), leaves(line, i, 1, half))) continue;
        const double room = std::min(clearance(lines, k, one.at, half), 60.0);
        if (room > most + 1e-9) most = room, best = one;
    }
    return best;
}

std::vector<Number> numbers_on(const std::vector<Contour>& contours, const Scaled& lines, const Box2& inside) {
    std::vector<std::size_t> order(lines.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return lines[a].size() > lines[b].size(); });
    std::vector<Number> numbers;
    for (const std::size_t k : order)
        if (const auto found = best_on(lines, k, contours[k].level, inside, numbers)) numbers.push_back(*found);
    return numbers;
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

std::shared_ptr<const std::vector<Number>> numbers_of(const Key& key) {
    static Memo<Key, std::vector<Number>> remembered(8);
    return remembered(key, [&] {
        Scaled lines;
        for (const Contour& line : *key.lines) lines.push_back(scaled(line, key.scale));
        const Vec2 edge = Vec2::Constant(from_edge);
        return numbers_on(*key.lines, lines, {key.scale * key.shown.lo + edge, key.scale * key.shown.hi - edge});
    });
}

// The line but for the gap: of an open line two pieces, of a closed one the piece from behind the gap round to before
// it.
void draw_around(Panel& panel, const Contour& contour, const Number& number, double scale, const Pen& pen) {
    const Points line = scaled(contour, scale);
    const std::size_t first = leaves(line, number.point, -1, number.half_width);
    const std::size_t last = leaves(line, number.point, 1, number.half_width);
    Points piece = {edge_of_gap(line, number.at, last, 1, number.half_width) / scale};
    for (std::size_t i = last; i < line.size(); ++i) piece.push_back(line[i] / scale);
    if (!contour.closed) {
        panel.stroke(std::span<const Vec2>(piece), pen);
        piece.clear();
    }
    for (std::size_t i = contour.closed ? 1 : 0; i <= first; ++i) piece.push_back(line[i] / scale);
    piece.push_back(edge_of_gap(line, number.at, first, -1, number.half_width) / scale);
    panel.stroke(std::span<const Vec2>(piece), pen);
}

}  // namespace

void numbered_lines(Panel& panel, const LevelLines& lines, const Box2& shown, const Vec2& canvas_points,
                    const Pen& pen) {
    const Vec2 size = panel.window.size();
    // The window is a little larger than what is visible.
    const double scale = 1.2 * std::max(panel.place.width * canvas_points.x() / size.x(),
                                        panel.place.height * canvas_points.y() / size.y());
    const auto numbers = numbers_of({lines, shown, scale});
    for (std::size_t k = 0; k < lines->size(); ++k) {
        const Contour& line = (*lines)[k];
        const auto number = std::ranges::find(*numbers, k, &Number::line);
        if (number == numbers->end()) {
            panel.stroke(std::span<const Vec2>(line.points), pen).closed = line.closed;
            continue;
        }
        draw_around(panel, line, *number, scale, pen);
        Label& label = panel.label(Vec2(number->at / scale), brief(line.level, 3), pen.ink);
        label.size_points = size_points;
        label.tick = true;  // gives way to names
    }
}

}  // namespace eigenscape
