// See flat_shapes.h. One instanced draw for each run of strokes, one for all marks, one for all fills of a flat
// panel. In space each fill is drawn alone, since which way round it runs depends on the viewer.
#include "viz/gl/flat_shapes.h"

#include "viz/arrow_head.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace eigenscape::gl {
namespace {

// Two segments are one instance: a software renderer has work for all its lanes, and half as many calls.
struct SegmentPair {
    Segment first, second;
};
constexpr std::array<std::uint8_t, 12> pair_corners = {0, 1, 2, 1, 3, 2, 4, 5, 6, 5, 7, 6};

// Points the bound array at the segments from `first` on: OpenGL 3.3 has no other way to begin with a later instance.
void segments_from(std::size_t first) {
    for (GLuint k = 0; k < 2; ++k) {
        const std::size_t begin = (first + k) * sizeof(Segment);
        floats_at<SegmentPair>(k, 3, begin + offsetof(Segment, a), 1);
        floats_at<SegmentPair>(2 + k, 3, begin + offsetof(Segment, b), 1);
        floats_at<SegmentPair>(4 + k, 3, begin + offsetof(Segment, before), 1);
        floats_at<SegmentPair>(6 + k, 3, begin + offsetof(Segment, after), 1);
        floats_at<SegmentPair>(8 + k, 3, begin + offsetof(Segment, start), 1);
        floats_at<SegmentPair>(10 + k, 2, begin + offsetof(Segment, width_points), 1);
        bits_at<SegmentPair>(12 + k, begin + offsetof(Segment, style), 1);
    }
}

void draw_segments(std::size_t first, std::size_t count) {
    const auto instances = [](std::size_t from, std::size_t corners, std::size_t many) {
        if (many == 0) return;
        segments_from(from);
        glDrawElementsInstanced(GL_TRIANGLES, static_cast<GLsizei>(corners), GL_UNSIGNED_BYTE, nullptr,
                                static_cast<GLsizei>(many));
    };
    instances(first, pair_corners.size(), count / 2);
    instances(first + count - 1, pair_corners.size() / 2, count % 2);
}

// The corners of all marks, as mark.frag wants them.
void describe_marks(const Program& program) {
    std::vector<float> corners(192, 0.0f);  // 96 times x and y
    for (int mark = 0; mark < 8; ++mark) {
        const auto ring = mark_corners(static_cast<Mark>(mark));  // disc and ring have none
        double farthest = ring.empty() ? 0.5 : 0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            farthest = std::max(farthest, std::hypot(ring[i][0], ring[i][1]));
            for (std::size_t k = 0; k < 2; ++k)
                corners[2 * (16 * static_cast<std::size_t>(mark - 2) + i) + k] = static_cast<float>(ring[i][k]);
        }
        const std::string place = "[" + std::to_string(mark) + "]";
        program.set(("counts" + place).c_str(), static_cast<int>(ring.size()));
        program.set(("farthest" + place).c_str(), farthest);
    }
    program.set_array2("corners", corners);
    program.set("ring_line", ring_line);
    program.set("rim_points", mark_rim_points);
    program.set("rim_share", mark_rim_share);
}

double turned(const std::vector<Vec3>& ring, const Camera& camera) {
    double area = 0;
    const Vec2 origin = camera.to_screen(ring[0]);
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        const Vec2 p = camera.to_screen(ring[i]) - origin, q = camera.to_screen(ring[i + 1]) - origin;
        area += p.x() * q.y() - p.y() * q.x();
    }
    return area > 0 ? -1 : 1;  // on the screen y points down
}

}  // namespace

FlatArrays::FlatArrays() {
    glBindVertexArray(segments_.id());
    upload<std::uint8_t>(GL_ELEMENT_ARRAY_BUFFER, pair_data_, pair_corners, GL_STATIC_DRAW);

    glBindVertexArray(fills_.id());
    glBindBuffer(GL_ARRAY_BUFFER, corner_data_.id());
    floats_at<FillCorner>(0, 3, offsetof(FillCorner, at), 0);
    floats_at<FillCorner>(1, 3, offsetof(FillCorner, before), 0);
    floats_at<FillCorner>(2, 3, offsetof(FillCorner, after), 0);
    floats_at<FillCorner>(3, 2, offsetof(FillCorner, side), 0);
    bits_at<FillCorner>(4, offsetof(FillCorner, style), 0);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, index_data_.id());

    glBindVertexArray(marks_.id());
    glBindBuffer(GL_ARRAY_BUFFER, mark_data_.id());
    floats_at<MarkAt>(0, 3, offsetof(MarkAt, at), 1);
    floats_at<MarkAt>(1, 2, offsetof(MarkAt, size_points), 1);
    bits_at<MarkAt>(2, offsetof(MarkAt, style), 1);
    glBindVertexArray(0);
}

void FlatArrays::upload_all(Tessellation&& tessellation) {
    shapes_ = std::move(tessellation);
    mark_count_ = static_cast<GLsizei>(shapes_.marks.size());
    shapes_.segments.emplace_back();  // what a last odd one is paired with
    upload<Segment>(GL_ARRAY_BUFFER, segment_data_, shapes_.segments, GL_DYNAMIC_DRAW);
    upload<FillCorner>(GL_ARRAY_BUFFER, corner_data_, shapes_.corners, GL_DYNAMIC_DRAW);
    upload<MarkAt>(GL_ARRAY_BUFFER, mark_data_, shapes_.marks, GL_DYNAMIC_DRAW);
    glBindVertexArray(fills_.id());  // an index buffer is bound to its array, not to the context
    upload<std::uint32_t>(GL_ELEMENT_ARRAY_BUFFER, index_data_, shapes_.indices, GL_DYNAMIC_DRAW);
    glBindVertexArray(0);
    shapes_.segments = {};
    shapes_.corners = {};
    shapes_.indices = {};
    shapes_.marks = {};
}

unsigned FlatShapes::hidden_by(const Hiding& hiding) {
    return (hiding.solid ? solids : nothing) | (hiding.sheet ? sheet : nothing);
}

const Program& FlatShapes::compiled(Hidden& programs, std::string_view name, std::string features, unsigned by) const {
    auto& program = programs.by[by];
    if (by != nothing) features += "HIDING ";
    if (by & solids) features += "SOLIDS ";
    if (by & sheet) features += "SHEET ";
    if (!program) program.emplace(name, features);
    return *program;
}

const Program& FlatShapes::stroke_program(unsigned features, const Hiding& hiding) const {
    std::string words;
    if (features & feature::joined) words += "JOINED ";
    if (features & feature::dashed) words += "DASHED ";
    if (features & feature::headed) words += "HEADED ";
    const unsigned by = features & feature::tested ? hidden_by(hiding) : nothing;
    if (by != nothing && (features & feature::ghost)) words += "GHOST ";
    return compiled(strokes_[features], "stroke", words, by);
}

void FlatShapes::draw_fills(const FlatArrays& arrays, const PanelSpace& space, const Theme& theme) const {
    const Tessellation& shapes = arrays.shapes_;
    const auto& fills = shapes.fills;
    if (fills.empty()) return;
    if (!fills_) fills_.emplace("fill");
    fills_->use();
    space.describe_to(*fills_, shapes.origin, shapes.scale, theme);
    glBindVertexArray(arrays.fills_.id());
    const auto some = [&](std::uint32_t first, std::uint32_t count, double winding) {
        fills_->set("winding", winding);
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(count), GL_UNSIGNED_INT,
                       as_pointer(first * sizeof(std::uint32_t)));
    };
    if (space.camera.flat) {
        some(0, fills.back().first + fills.back().count, 1);
    } else {
        for (const FillRange& fill : fills) some(fill.first, fill.count, turned(fill.ring, space.camera));
    }
    glBindVertexArray(0);
}

const Program& FlatShapes::begin(const Program& program, const Tessellation& shapes, const PanelSpace& space,
                                 const Theme& theme, const Surfaces& surfaces, const Hiding& hiding) {
    program.use();
    space.describe_to(program, shapes.origin, shapes.scale, theme);
    surfaces.describe_to(program, hiding);
    program.set("depth_per_pixel", space.depth_per_pixel(shapes.metric, shapes.origin));
    return program;
}

void FlatShapes::draw_strokes(const FlatArrays& arrays, const PanelSpace& space, const Theme& theme,
                              const Surfaces& surfaces, const Hiding& hiding) const {
    const Tessellation& shapes = arrays.shapes_;
    const double pixels_per_metric = space.pixels_per_metric(shapes.metric, shapes.origin);
    glBindVertexArray(arrays.segments_.id());
    glBindBuffer(GL_ARRAY_BUFFER, arrays.segment_data_.id());
    for (const SegmentRun& run : shapes.runs) {
        const Program& program = begin(stroke_program(run.features, hiding), shapes, space, theme, surfaces, hiding);
        program.set("pixels_per_metric", pixels_per_metric);
        draw_segments(run.first, run.count);
    }
    glBindVertexArray(0);
}

void FlatShapes::draw_marks(const FlatArrays& arrays, const PanelSpace& space, const Theme& theme,
                            const Surfaces& surfaces, const Hiding& hiding) const {
    if (arrays.mark_count_ == 0) return;
    const Color& paper = theme[Ink::paper];
    const Program& program =
        begin(compiled(marks_, "mark", "", hidden_by(hiding)), arrays.shapes_, space, theme, surfaces, hiding);
    describe_marks(program);
    program.set("paper", paper.r, paper.g, paper.b);
    const Rect in = space.camera.marks_in();
    const Vec2 low = space.pixel({in.x, in.y + in.height}), high = space.pixel({in.x + in.width, in.y});
    program.set("marks_in", low.x(), low.y(), high.x(), high.y());
    glBindVertexArray(arrays.marks_.id());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, arrays.mark_count_);
    glBindVertexArray(0);
}

}  // namespace eigenscape::gl
