// Numbers at the places that are free, and gaps in the lines for them; see level_numbers.h.
#include "viz/shapes/level_numbers.h"

#include "viz/ease.h"
#include "viz/label_places.h"
#include "viz/number.h"
#include "viz/shapes/level_places.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

// From what is drawn, in points: nearer, no number is shown; farther, it is shown fully.
constexpr double covered = 2, uncovered = 5;

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
double distance(const LevelPlace& number, const Covering& piece) {
    const Vec2 half(number.half_width - level_number_room, level_number_points / 2);
    const Vec2 from = piece.from - number.at, to = piece.to - number.at;
    const Vec2 reach = half + Vec2::Constant(uncovered + piece.radius);
    if ((from.cwiseMin(to).array() > reach.array()).any() || (from.cwiseMax(to).array() < -reach.array()).any())
        return uncovered;
    const auto outside = [&](double t) { return Vec2((lerp(from, to, t).cwiseAbs() - half).cwiseMax(0)).norm(); };
    double low = 0, high = 1;  // the distance along the piece has one valley
    for (int i = 0; i < 24; ++i) {
        const double third = (high - low) / 3;
        if (outside(low + third) <= outside(high - third)) high -= third;
        else low += third;
    }
    return outside(low) - piece.radius;
}

// How much of a number is shown there: 0 where something lies on it, 1 where nothing is near.
double freedom(const LevelPlace& number, const std::vector<Covering>& all) {
    double nearest = uncovered;
    for (const Covering& piece : all)
        if ((nearest = std::min(nearest, distance(number, piece))) <= covered) return 0;
    return smooth((nearest - covered) / (uncovered - covered));
}

struct ShownNumber {
    const LevelPlace* number;
    double share;  // in (0, 1]
};

// In the order of the line. All shares of a line together are at most 1.
std::vector<ShownNumber> shown_of(const LevelPlaces& places, const std::vector<Covering>& all) {
    std::vector<ShownNumber> shown;
    double left = 1;
    for (const LevelPlace& number : places) {
        const double share = left * freedom(number, all);
        if (share > 0.01) shown.push_back({&number, share});
        if ((left -= share) < 0.01) break;
    }
    std::ranges::sort(shown, {}, [](const ShownNumber& one) { return one.number->point; });
    return shown;
}

// The line with a gap for each of its numbers; under a number that fades the line comes back.
void draw_with_gaps(Panel& panel, const Contour& contour, const std::vector<ShownNumber>& shown, double scale,
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
    std::vector<LevelGap> gaps;
    for (const ShownNumber& one : shown) gaps.push_back(gap_of(line, *one.number));
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
    const auto places = level_places(lines, shown, scale);
    const std::vector<Covering> covering = coverings(panel, scale);
    const auto had = static_cast<std::ptrdiff_t>(panel.strokes.size());
    for (std::size_t k = 0; k < lines->size(); ++k) {
        const Contour& line = (*lines)[k];
        const std::vector<ShownNumber> numbers = shown_of((*places)[k], covering);
        if (numbers.empty()) {
            panel.stroke(std::span<const Vec2>(line.points), pen).closed = line.closed;
            continue;
        }
        draw_with_gaps(panel, line, numbers, scale, pen);
        for (const auto& [number, share] : numbers) {
            Label& label = panel.label(Vec2(number->at / scale), brief(line.level, 3), pen.ink);
            label.size_points = level_number_points;
            label.opacity = share;
            label.tick = true;  // gives way to names
        }
    }
    std::rotate(panel.strokes.begin(), panel.strokes.begin() + had, panel.strokes.end());
}

}  // namespace eigenscape
