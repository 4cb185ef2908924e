// Level lines as strokes at the height each panel wants them; see level_lines.h.
// Lines outside the box or the window are left out.
#include "viz/shapes/level_lines.h"

#include "core/memo.h"
#include "viz/shapes/clip.h"

#include <cmath>
#include <cstring>

namespace eigenscape {
namespace {

struct LinesKey {
    Box2 box;
    int columns;
    std::vector<double> values, levels;
    std::shared_ptr<const ScalarField> field;
    bool operator==(const LinesKey& o) const {
        return box == o.box && columns == o.columns && levels == o.levels && field == o.field &&
               values.size() == o.values.size() &&
               std::memcmp(values.data(), o.values.data(), values.size() * sizeof(double)) == 0;
    }
};

double off_chord(const Vec2& p, const Vec2& from, const Vec2& to) {
    const Vec2 chord = to - from, d = p - from;
    const double length = chord.norm();
    return length > 0 ? std::abs(chord.x() * d.y() - chord.y() * d.x()) / length : d.norm();
}

// Leaves out the points that lie within `tolerance` of the line without them: two points in three go, and no
// eye sees it. At most `most_left_out` in a row.
Points thinned(const Points& points, double tolerance) {
    constexpr std::size_t most_left_out = 8;
    Points kept;
    for (std::size_t from = 0; from < points.size();) {
        kept.push_back(points[from]);
        std::size_t to = from + 1;
        const auto spans = [&](std::size_t end) {
            for (std::size_t k = from + 1; k < end; ++k)
                if (off_chord(points[k], points[from], points[end]) > tolerance) return false;
            return true;
        };
        while (to + 1 < points.size() && to - from <= most_left_out && spans(to + 1)) ++to;
        from = to;
    }
    return kept;
}

std::vector<Contour> computed(const LinesKey& key, const Grid& grid) {
    std::vector<Contour> lines = contours(grid, key.levels);
    if (key.field) {
        const Vec2 cell = grid.box.size().cwiseQuotient(Vec2(grid.columns - 1, grid.rows - 1));
        refine(lines, *key.field, cell.maxCoeff());
    }
    const double tolerance = grid.box.size().minCoeff() / 5000;
    for (Contour& line : lines) line.points = thinned(line.points, tolerance);
    return lines;
}

void at_height(Panel& panel, const Contour& line, double z, const Pen& pen) {
    if (!(z >= panel.box.lo.z() && z <= panel.box.hi.z())) return;
    std::vector<Vec3> points;
    for (const Vec2& p : line.points) points.emplace_back(p.x(), p.y(), z);
    panel.stroke(std::span<const Vec3>(points), pen).closed = line.closed;
}

}  // namespace

LevelLines level_lines(const Grid& grid, const std::vector<double>& levels,
                       const std::shared_ptr<const ScalarField>& field) {
    static Memo<LinesKey, std::vector<Contour>> memo(12);
    if (grid.columns < 2 || grid.rows < 2) return std::make_shared<const std::vector<Contour>>();
    const LinesKey key{grid.box, grid.columns, grid.values, levels, field};
    return memo(key, [&] { return computed(key, grid); });
}

void map_lines(Panel& panel, const LevelLines& lines, const Pen& pen) {
    for (const Contour& line : *lines) panel.stroke(std::span<const Vec2>(line.points), pen).closed = line.closed;
}

void surface_lines(Panel& panel, const LevelLines& lines, const Relief& relief, const Pen& pen) {
    for (const Contour& line : *lines) at_height(panel, line, relief.z(line.level), pen);
}

void floor_lines(Panel& panel, const LevelLines& lines, const Pen& pen) {
    for (const Contour& line : *lines) at_height(panel, line, panel.box.lo.z(), pen);
}

std::vector<Vec3> on_floor(const Panel& panel, std::span<const Vec2> points) {
    std::vector<Vec3> shadow;
    for (const Vec2& p : points) shadow.emplace_back(p.x(), p.y(), panel.box.lo.z());
    return shadow;
}

}  // namespace eigenscape
