// Strokes become segments that know their neighbours, fills become triangles with a soft rim, dots become marks.
// Points that are not finite break a stroke in two instead of spoiling it.
#include "viz/tessellate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace eigenscape {
namespace {

std::uint32_t seen_bits(const Vec3& side) {
    std::uint32_t bits = 0;
    for (int axis = 0; axis < 3; ++axis)
        if (side[axis] != 0) bits |= (side[axis] > 0 ? 1u : 2u) << (2 * axis);
    return bits;
}

std::uint32_t style_of(Ink ink, Depth depth, Dash dash = Dash::solid) {
    return static_cast<std::uint32_t>(ink) << style_bits::ink | static_cast<std::uint32_t>(dash) << style_bits::dash |
           static_cast<std::uint32_t>(depth) << style_bits::depth;
}

// A length that is safe to divide by.
double some(double length) { return std::isfinite(length) && length > 0 ? length : 1; }

void choose_frame(Tessellation& out, const Panel& panel, const Vec2& canvas) {
    if (panel.kind == PanelKind::space) {
        out.origin = panel.box.center();
        for (int i = 0; i < 3; ++i) {
            out.scale[i] = some(panel.box.size()[i]);
            out.metric[i] = some(panel.proportions[i]) / out.scale[i];
        }
        return;
    }
    const Vec2 size = panel.window.size(), home = panel.home.size();
    out.origin = {panel.window.center().x(), panel.window.center().y(), 0};
    out.scale = {some(size.x()), some(size.y()), 1};
    out.metric = Vec3::Constant(1 / out.scale.y());
    if (panel.kind == PanelKind::chart)
        out.metric.x() *= some(panel.place.width * canvas.x() / some(home.x())) /
                          some(panel.place.height * canvas.y() / some(home.y()));
}

// The points of one unbroken piece of a stroke, without repeats.
struct Piece {
    std::vector<Vec3> points;
    std::vector<double> along;  // metric length from the first point
    bool closed = false, arrow = false;

    void clear() {
        points.clear();
        along.clear();
    }
};

// Kept from stroke to stroke for their memory.
struct Scratch {
    Piece piece, kept;
    std::vector<Vec3> local;
};

constexpr double longest_step = 0.02;  // in space, so that what hides a stroke can be asked at its points alone

// A short segment by itself goes with the joined ones around it: every run is a draw call.
bool is_joined(const Piece& piece, const Tessellation& frame) {
    return piece.points.size() > 2 ||
           (piece.points.size() == 2 && !piece.arrow &&
            (piece.points[1] - piece.points[0]).cwiseQuotient(frame.scale).norm() <= longest_step);
}

// Kinds of strokes share shaders, which take milliseconds to begin with: what nothing hides is plain or it is not.
unsigned features_of(const Stroke& stroke, const Piece& piece, bool joined, bool space) {
    const bool dashed = stroke.pen.dash != Dash::solid;
    if (!space || stroke.pen.depth == Depth::on_top)
        return feature::joined | (dashed || piece.arrow ? feature::dashed | feature::headed : 0u);
    const unsigned own = (joined ? feature::joined : 0u) | (piece.arrow ? feature::headed : 0u) | feature::tested;
    if (stroke.pen.depth == Depth::see_through) return own | feature::dashed | feature::ghost;
    return own | (dashed ? feature::dashed : 0u);
}

void extend_runs(Tessellation& out, unsigned features, std::size_t count) {
    const auto first = static_cast<std::uint32_t>(out.segments.size() - count);
    if (out.runs.empty() || out.runs.back().features != features) out.runs.push_back({first, 0, features});
    out.runs.back().count += static_cast<std::uint32_t>(count);
}

void add_piece(Tessellation& out, const Stroke& stroke, const Piece& piece, bool space) {
    const std::size_t n = piece.points.size();
    if (n == 0) return;
    const std::size_t count = n == 1 ? 1 : piece.closed ? n : n - 1;
    const auto wrapped = [&](std::size_t i) { return out.local(piece.points[i % n]); };
    const std::uint32_t style =
        style_of(stroke.pen.ink, stroke.pen.depth, stroke.pen.dash) | seen_bits(stroke.seen_from) << style_bits::seen;
    const double total = piece.along.back();
    for (std::size_t i = 0; i < count; ++i) {
        const bool before = piece.closed ? n > 2 : i > 0, after = piece.closed ? n > 2 : i + 1 < count;
        Segment segment;
        segment.a = wrapped(i);
        segment.b = n == 1 ? segment.a : wrapped(i + 1);
        segment.before = before ? wrapped(i + n - 1) : segment.a;
        segment.after = after ? wrapped(i + 2) : segment.b;
        segment.start = static_cast<float>(piece.along[i]);
        segment.length = n == 1 ? 0.0f : static_cast<float>(piece.along[i + 1] - piece.along[i]);
        segment.total = static_cast<float>(total);
        segment.width_points = static_cast<float>(stroke.pen.width_points);
        segment.opacity = static_cast<float>(stroke.pen.opacity);
        segment.style = style | (before ? 1u : 0u) << style_bits::before | (after ? 1u : 0u) << style_bits::after |
                        (piece.arrow ? 1u : 0u) << style_bits::arrow | (i + 1 == count ? 1u : 0u) << style_bits::last;
        out.segments.push_back(segment);
    }
    extend_runs(out, features_of(stroke, piece, is_joined(piece, out), space), count);
}

// A stretch of points that lie within `tolerance` of the line from the first to the last can do without those between:
// the last point that can be reached so from `first`.
std::size_t straight_until(const std::vector<Vec3>& points, std::size_t first, double tolerance) {
    std::size_t last = first + 1;
    while (last + 1 < points.size() && last < first + 40) {
        const Vec3 chord = points[last + 1] - points[first];
        const double length = chord.norm();
        for (std::size_t i = first + 1; i <= last; ++i) {
            const Vec3 off = points[i] - points[first];
            const double along = length > 0 ? off.dot(chord) / length : 0;
            if (along < 0 || along > length || off.squaredNorm() - along * along > tolerance * tolerance) return last;
        }
        ++last;
    }
    return last;
}

constexpr double thinning = 5e-5, thinning_in_space = 1e-4;  // of the window or the box: a tenth of a pixel or so

// Fewer points where a stroke is straight; in space more where its steps are long.
void respace(Scratch& scratch, const Tessellation& frame, bool space) {
    auto& [piece, kept, local] = scratch;
    if (piece.points.size() < 3) return;
    local.clear();
    for (const Vec3& p : piece.points) local.push_back((p - frame.origin).cwiseQuotient(frame.scale));
    kept.clear();
    kept.points.push_back(piece.points[0]);
    kept.along.push_back(piece.along[0]);
    for (std::size_t i = 0; i + 1 < local.size();) {
        const std::size_t next = straight_until(local, i, space ? thinning_in_space : thinning);
        const double length = (local[next] - local[i]).norm();
        const int parts = space ? static_cast<int>(std::clamp(std::ceil(length / longest_step), 1.0, 200.0)) : 1;
        for (int k = 1; k <= parts; ++k) {
            const double t = static_cast<double>(k) / parts;
            kept.points.push_back((1 - t) * piece.points[i] + t * piece.points[next]);
            kept.along.push_back((1 - t) * piece.along[i] + t * piece.along[next]);
        }
        i = next;
    }
    std::swap(piece.points, kept.points);
    kept.along.insert(kept.along.end(), piece.along.begin() + static_cast<std::ptrdiff_t>(local.size()),
                      piece.along.end());
    std::swap(piece.along, kept.along);
}

void add_stroke(Tessellation& out, const Stroke& stroke, const std::vector<Vec3>& points, bool space,
                Scratch& scratch) {
    if (stroke.count == 0 || stroke.first + std::size_t{stroke.count} > points.size()) return;
    const auto begin = points.begin() + stroke.first, end = begin + stroke.count;
    const bool whole = std::all_of(begin, end, [](const Vec3& p) { return p.allFinite(); });
    Piece& piece = scratch.piece;
    piece.clear();
    const auto flush = [&](bool at_end) {
        piece.closed = stroke.closed && whole && piece.points.size() > 1;
        piece.arrow = stroke.arrow && at_end;
        if (piece.closed) {
            const Vec3 step = piece.points.front() - piece.points.back();
            piece.along.push_back(piece.along.back() + step.cwiseProduct(out.metric).norm());
        }
        respace(scratch, out, space);
        if (piece.points.size() > 1 || whole) add_piece(out, stroke, piece, space);
        piece.clear();
    };
    for (auto p = begin; p != end; ++p) {
        if (!p->allFinite()) {
            flush(false);
        } else if (piece.points.empty()) {
            piece.points.push_back(*p);
            piece.along.push_back(0);
        } else if (*p != piece.points.back()) {
            piece.along.push_back(piece.along.back() + (*p - piece.points.back()).cwiseProduct(out.metric).norm());
            piece.points.push_back(*p);
        }
    }
    if (stroke.closed && piece.points.size() > 2 && piece.points.front() == piece.points.back()) {
        piece.points.pop_back();
        piece.along.pop_back();
    }
    flush(true);
}

// The ring in the two axes that show most of it (x, y in flat panels), in local units: nothing over- or underflows.
std::vector<Vec2> flattened(const std::vector<Vec3>& ring, const Tessellation& frame) {
    std::vector<Vec3> local;
    local.reserve(ring.size());
    for (const Vec3& p : ring) local.push_back((p - frame.origin).cwiseQuotient(frame.scale));
    Vec3 area(0, 0, 0);  // Newell's: of the shadows along each axis
    for (std::size_t i = 0; i < local.size(); ++i) {
        const Vec3 p = local[i] - local[0], q = local[(i + 1) % local.size()] - local[0];
        for (int k = 0; k < 3; ++k) area[k] += p[(k + 1) % 3] * q[(k + 2) % 3] - p[(k + 2) % 3] * q[(k + 1) % 3];
    }
    int drop = 2;
    for (int k = 0; k < 2; ++k)
        if (std::abs(area[k]) > std::abs(area[drop])) drop = k;
    std::vector<Vec2> flat;
    flat.reserve(local.size());
    for (const Vec3& p : local) flat.emplace_back(p[(drop + 1) % 3], p[(drop + 2) % 3]);
    return flat;
}

double twice_area(const std::vector<Vec2>& ring) {
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 p = ring[i] - ring[0], q = ring[(i + 1) % ring.size()] - ring[0];  // about a corner: no cancellation
        sum += p.x() * q.y() - p.y() * q.x();
    }
    return sum;
}

void add_fill(Tessellation& out, const Fill& fill, const std::vector<Vec3>& points) {
    if (fill.first + std::size_t{fill.count} > points.size()) return;
    std::vector<Vec3> ring;
    for (std::uint32_t i = 0; i < fill.count; ++i) {
        const Vec3& p = points[fill.first + i];
        if (!p.allFinite()) return;
        if (ring.empty() || p != ring.back()) ring.push_back(p);
    }
    while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    if (ring.size() < 3) return;
    if (twice_area(flattened(ring, out)) < 0) std::reverse(ring.begin(), ring.end());

    const std::uint32_t n = static_cast<std::uint32_t>(ring.size());
    const std::uint32_t base = static_cast<std::uint32_t>(out.corners.size());
    for (std::uint32_t i = 0; i < n; ++i) {
        FillCorner corner{out.local(ring[i]),
                          out.local(ring[(i + n - 1) % n]),
                          out.local(ring[(i + 1) % n]),
                          -1,
                          static_cast<float>(fill.opacity),
                          style_of(fill.ink, Depth::tested)};
        out.corners.push_back(corner);
        corner.side = 1;
        out.corners.push_back(corner);
    }
    FillRange range{static_cast<std::uint32_t>(out.indices.size()), 0, {}};
    for (const std::uint32_t i : triangulated(flattened(ring, out))) out.indices.push_back(base + 2 * i);
    for (std::uint32_t i = 0; i < n; ++i) {  // the rim: from the inner edge to the outer one
        const std::uint32_t in = base + 2 * i, next = base + 2 * ((i + 1) % n);
        out.indices.insert(out.indices.end(), {in, in + 1, next, next, in + 1, next + 1});
    }
    range.count = static_cast<std::uint32_t>(out.indices.size()) - range.first;
    range.ring = std::move(ring);
    out.fills.push_back(std::move(range));
}

}  // namespace

Tessellation tessellate(const Panel& panel, const Vec2& canvas_points) {
    Tessellation out;
    choose_frame(out, panel, canvas_points);
    out.segments.reserve(panel.points.size());
    for (const Fill& fill : panel.fills) add_fill(out, fill, panel.points);
    Scratch scratch;
    for (const Stroke& stroke : panel.strokes)
        add_stroke(out, stroke, panel.points, panel.kind == PanelKind::space, scratch);
    for (const Dot& dot : panel.dots) {
        if (!dot.at.allFinite()) continue;
        out.marks.push_back({out.local(dot.at), static_cast<float>(dot.size_points), static_cast<float>(dot.opacity),
                             style_of(dot.ink, dot.depth) | static_cast<std::uint32_t>(dot.mark) << style_bits::mark});
    }
    return out;
}

}  // namespace eigenscape
