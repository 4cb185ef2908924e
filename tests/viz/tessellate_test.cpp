// Frames as arrays, without a graphics card: segments and their neighbours, triangles, marks, and digits kept under
// deep zooms. What the shaders make of them is tested in tests/viz/gl.
#include "viz/tessellate.h"
#include "tests/viz/canvas.h"

#include "viz/silhouette.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

namespace {

Panel plane(const Box2& window = {{-4, -2}, {4, 2}}) {
    Panel panel;
    panel.home = panel.window = window;
    return panel;
}

Panel space() {
    Panel panel;
    panel.kind = PanelKind::space;
    return panel;
}

bool bit(std::uint32_t style, int place) { return (style >> place & 1u) != 0; }

double area(const std::vector<Vec2>& ring) {
    double sum = 0;
    const auto triangles = triangulated(ring);
    for (std::size_t i = 0; i < triangles.size(); i += 3) {
        const Vec2 u = ring[triangles[i + 1]] - ring[triangles[i]], v = ring[triangles[i + 2]] - ring[triangles[i]];
        sum += 0.5 * std::abs(u.x() * v.y() - u.y() * v.x());
    }
    return sum;
}

double enclosed(const std::vector<Vec2>& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 &p = ring[i], &q = ring[(i + 1) % ring.size()];
        twice += p.x() * q.y() - p.y() * q.x();
    }
    return 0.5 * std::abs(twice);
}

Vec3 world(const Tessellation& t, const Local& p) { return t.origin + t.scale.cwiseProduct(Vec3(p[0], p[1], p[2])); }

constexpr unsigned rare = feature::joined | feature::dashed | feature::headed;

}  // namespace

TEST_CASE("a stroke becomes segments that know their neighbours") {
    Panel panel = plane();
    const std::vector<Vec2> path = {{0, 0}, {1, 0}, {1, 1}, {2, 1}};
    panel.stroke(std::span<const Vec2>(path), {Ink::first, 3, Dash::dashed, 0.5});
    const Tessellation t = tessellate(panel, even_canvas);
    REQUIRE(t.segments.size() == 3);
    CHECK(t.segments[0].b == t.segments[1].a);
    CHECK(t.segments[1].before == t.segments[0].a);
    CHECK(t.segments[1].after == t.segments[2].b);
    CHECK_FALSE(bit(t.segments[0].style, style_bits::before));
    CHECK(bit(t.segments[0].style, style_bits::after));
    CHECK_FALSE(bit(t.segments[2].style, style_bits::after));
    CHECK(bit(t.segments[2].style, style_bits::last));
    CHECK((t.segments[0].style >> style_bits::ink & 255u) == static_cast<unsigned>(Ink::first));
    CHECK(t.segments[2].start == doctest::Approx(2 * t.segments[0].length));
    CHECK(t.segments[2].total == doctest::Approx(3 * t.segments[0].length));
    REQUIRE(t.runs.size() == 1);
    CHECK(t.runs[0] == SegmentRun{0, 3, rare});
}

TEST_CASE("a closed stroke joins its end to its beginning") {
    Panel panel = plane();
    const std::vector<Vec2> ring = {{0, 0}, {1, 0}, {0, 1}, {0, 0}};
    panel.stroke(std::span<const Vec2>(ring), {}).closed = true;
    const Tessellation t = tessellate(panel, even_canvas);
    REQUIRE(t.segments.size() == 3);  // the repeated point is one
    CHECK(t.segments[2].b == t.segments[0].a);
    CHECK(t.segments[0].before == t.segments[2].a);
    CHECK(t.segments[2].after == t.segments[0].b);
    CHECK(t.segments[0].total == doctest::Approx(t.segments[2].start + t.segments[2].length));
}

TEST_CASE("points that are not finite break a stroke, and repeated ones do nothing") {
    Panel panel = plane();
    const std::vector<Vec2> path = {{-2, 0}, {-1, 0}, {-1, 0}, {undefined, 0}, {1, 0}, {2, 0.5}, {infinity, 1}, {3, 1}};
    panel.stroke(std::span<const Vec2>(path), {});
    const Tessellation t = tessellate(panel, even_canvas);
    REQUIRE(t.segments.size() == 2);
    for (const Segment& s : t.segments)
        for (const float x : {s.a[0], s.b[0], s.before[0], s.after[0]}) CHECK(std::isfinite(x));
    Panel nothing = plane();
    nothing.line(Vec2(undefined, 0), Vec2(0, undefined), {});
    nothing.dot(Vec2(undefined, 0), Ink::text);
    CHECK(tessellate(nothing, even_canvas).segments.empty());
    CHECK(tessellate(nothing, even_canvas).marks.empty());
}

TEST_CASE("a vector of no length keeps its segment: it is drawn as a dot") {
    Panel panel = plane();
    panel.line(Vec2(1, 1), Vec2(1, 1), {}).arrow = true;
    const Tessellation t = tessellate(panel, even_canvas);
    REQUIRE(t.segments.size() == 1);
    CHECK(t.segments[0].a == t.segments[0].b);
    CHECK(t.segments[0].total == 0);
    CHECK(bit(t.segments[0].style, style_bits::arrow));
}

TEST_CASE("strokes keep their order in runs of one kind") {
    Panel panel = plane();
    panel.line(Vec2(0, 0), Vec2(1, 0), {});
    panel.line(Vec2(0, 1), Vec2(1, 1), {});
    panel.line(Vec2(0, 1), Vec2(1, 1), {}).arrow = true;
    panel.line(Vec2(0, 1), Vec2(1, 1), {Ink::text, 2, Dash::dotted});  // dashes and arrows share a kind
    panel.line(Vec2(0, 1), Vec2(1, 1), {Ink::text, 2, Dash::solid, 1, Depth::on_top});
    const Tessellation t = tessellate(panel, even_canvas);  // in a plane nothing is hidden: no depth tells them apart
    REQUIRE(t.runs.size() == 3);
    CHECK(t.runs[0] == SegmentRun{0, 2, feature::joined});
    CHECK(t.runs[1] == SegmentRun{2, 2, rare});
    CHECK(t.runs[2] == SegmentRun{4, 1, feature::joined});
}

TEST_CASE("in space a surface can hide a stroke, and a short one goes with polylines") {
    Panel panel = space();
    panel.box = {{-1, -1, -1}, {1, 1, 1}};
    const std::vector<Vec3> path = {{-1, 0, 0}, {-0.97, 0.02, 0}, {-0.95, 0.05, 0}};
    panel.stroke(std::span<const Vec3>(path), {});
    panel.line(Vec3(0, 0, 0), Vec3(0.02, 0, 0), {});
    panel.stroke(std::span<const Vec3>(path), {});
    panel.line(Vec3(0, 0, 0), Vec3(0.5, 0, 0), {});
    panel.line(Vec3(0, 0, 0), Vec3(0.02, 0, 0), {}).arrow = true;
    panel.line(Vec3(0, 0, 0), Vec3(0.5, 0, 0), {Ink::text, 2, Dash::solid, 1, Depth::see_through});
    panel.line(Vec3(0, 0, 0), Vec3(0.5, 0, 0), {Ink::text, 2, Dash::solid, 1, Depth::on_top});
    const Tessellation t = tessellate(panel, even_canvas);
    REQUIRE(t.runs.size() == 5);
    CHECK(t.runs[0] == SegmentRun{0, 5, feature::joined | feature::tested});
    CHECK(t.runs[1] == SegmentRun{5, 1, feature::tested});
    CHECK(t.runs[2] == SegmentRun{6, 1, feature::headed | feature::tested});
    CHECK(t.runs[3] == SegmentRun{7, 1, feature::dashed | feature::tested | feature::ghost});
    CHECK(t.runs[4] == SegmentRun{8, 1, feature::joined});
}

TEST_CASE("straight stretches need few points, curves keep their shape") {
    Panel panel = plane();
    std::vector<Vec2> straight, circle;
    for (int i = 0; i <= 1000; ++i) straight.emplace_back(-3 + 0.006 * i, 0.001 * i);
    for (int i = 0; i <= 3000; ++i) circle.emplace_back(std::cos(2 * pi * i / 3000), std::sin(2 * pi * i / 3000));
    panel.stroke(std::span<const Vec2>(straight), {});
    CHECK(tessellate(panel, even_canvas).segments.size() < 50);
    panel = plane();
    panel.stroke(std::span<const Vec2>(circle), {});
    const Tessellation t = tessellate(panel, even_canvas);
    CHECK(t.segments.size() < 600);
    CHECK(t.segments.size() > 60);
    for (const Segment& s : t.segments) {
        const Vec3 middle = 0.5 * (world(t, s.a) + world(t, s.b));
        CHECK(std::abs(middle.norm() - 1) < 5e-4);  // of a window 8 units wide
    }
    CHECK(t.segments[0].total * t.scale.y() == doctest::Approx(2 * pi).epsilon(1e-3));
}

TEST_CASE("in space polylines are cut into short steps") {
    Panel panel = space();
    const std::vector<Vec3> path = {{-1, -1, 0}, {1, -1, 0}, {1, 1, 0.5}};
    panel.stroke(std::span<const Vec3>(path), {});
    const Tessellation t = tessellate(panel, even_canvas);
    CHECK(t.segments.size() > 75);
    CHECK(world(t, t.segments.back().b).isApprox(path.back(), 1e-6));
    panel = space();
    panel.line(Vec3(-1, -1, -1), Vec3(1, 1, 1), {});
    CHECK(tessellate(panel, even_canvas).segments.size() == 1);  // a single segment is asked at every pixel
}

TEST_CASE("a deep zoom keeps its digits") {
    const double tiny = 1e-11;
    const Vec2 middle(123.456, -7.5);
    Panel panel = plane({middle - Vec2(tiny, tiny), middle + Vec2(tiny, tiny)});
    panel.dot(Vec2(middle + Vec2(0.25 * tiny, -0.5 * tiny)), Ink::text);
    const Tessellation t = tessellate(panel, even_canvas);
    CHECK(t.marks[0].at[0] == doctest::Approx(0.125).epsilon(0.01));  // doubles have 1e-14 there
    CHECK(t.marks[0].at[1] == doctest::Approx(-0.25).epsilon(0.01));
    const Panel huge = plane({{-1e300, -1e300}, {1e300, 1e300}});
    CHECK(tessellate(huge, even_canvas).local(Vec3(5e299, 0, 0))[0] == doctest::Approx(0.25));
}

TEST_CASE("a window or box without size does no harm") {
    Panel panel = plane({{1, 1}, {1, 1}});
    panel.line(Vec2(0, 0), Vec2(1, 1), {});
    const Tessellation t = tessellate(panel, even_canvas);
    for (const Segment& s : t.segments)
        for (const float x : s.a) CHECK(std::isfinite(x));
}

TEST_CASE("polygons are cut into triangles of the same area") {
    const std::vector<Vec2> f = {{0, 0}, {1, 0}, {1, 2}, {2, 2}, {2, 3}, {1, 3}, {1, 4}, {3, 4}, {3, 5}, {0, 5}};
    CHECK(area(f) == doctest::Approx(8));
    CHECK(area({f.rbegin(), f.rend()}) == doctest::Approx(8));
    CHECK(triangulated(f).size() == 3 * 8);
    std::vector<Vec2> round, star;
    for (int i = 0; i < 60; ++i) {
        const double angle = 2 * pi * i / 60, r = i % 2 ? 1 : 0.4;
        round.emplace_back(std::cos(angle), std::sin(angle));
        star.emplace_back(r * std::cos(angle), r * std::sin(angle));
    }
    CHECK(area(round) == doctest::Approx(30 * std::sin(2 * pi / 60)));
    CHECK(area(star) == doctest::Approx(30 * 0.4 * std::sin(2 * pi / 60)));
    const std::vector<Vec2> spiral = {{0, 0}, {6, 0}, {6, 6}, {1, 6}, {1, 2}, {4, 2}, {4, 4},
                                      {3, 4}, {3, 3}, {2, 3}, {2, 5}, {5, 5}, {5, 1}, {0, 1}};
    CHECK(area(spiral) == doctest::Approx(enclosed(spiral)));
    CHECK(triangulated(spiral).size() == 3 * 12);
}

TEST_CASE("polygons without area or with crossings end, and stay inside") {
    CHECK(triangulated({}).empty());
    CHECK(triangulated({{0, 0}, {1, 1}}).empty());
    CHECK(triangulated({{0, 0}, {1, 1}, {2, 2}, {3, 3}}).empty());
    CHECK(triangulated({{0, 0}, {1, 0}, {1, 0}, {1, 1}, {1, 1}, {0, 0}}).size() >= 3);
    CHECK(triangulated({{0, 0}, {2, 2}, {2, 0}, {0, 1.9}}).size() <= 6);  // a bow tie
    for (const auto& ring : {std::vector<Vec2>{{0, 0}, {2, 2}, {2, 0}, {0, 1.9}}})
        for (const auto i : triangulated(ring)) CHECK(i < ring.size());
}

TEST_CASE("a fill has a rim: each corner twice, run counter-clockwise") {
    Panel panel = plane();
    const std::vector<Vec2> clockwise = {{0, 0}, {0, 1}, {1, 1}, {1, 0}};
    panel.fill(std::span<const Vec2>(clockwise), Ink::sheet, 0.3);
    const Tessellation t = tessellate(panel, even_canvas);
    REQUIRE(t.corners.size() == 8);
    CHECK(t.indices.size() == 3 * (2 + 8));
    CHECK(t.corners[0].side == -1);
    CHECK(t.corners[1].side == 1);
    REQUIRE(t.fills.size() == 1);
    const auto& ring = t.fills[0].ring;
    const Vec3 u = ring[1] - ring[0], v = ring[2] - ring[1];
    CHECK(u.x() * v.y() - u.y() * v.x() > 0);
}

TEST_CASE("where a part is seen from travels with it") {
    Panel panel = space();
    panel.line(Vec3(0, 0, 0), Vec3(1, 0, 0), {}).seen_from = {1, -1, 0};
    CHECK((tessellate(panel, even_canvas).segments[0].style >> style_bits::seen & 63u) == (1u | 2u << 2));
}

TEST_CASE("outlines: the border of a sheet, the six edges of a cube that one sees") {
    const std::vector<Silhouette::Point> square = {{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}};
    const std::vector<std::uint32_t> two = {0, 1, 2, 0, 2, 3};
    const Silhouette sheet(mesh_edges(two, 4), square);
    CHECK(sheet.seen_from({0, 0, 1, 0}, square).size() == 4);
    CHECK(sheet.seen_from({0, 0, -1, 0}, square).size() == 4);

    std::vector<Silhouette::Point> corners;
    for (int i = 0; i < 8; ++i)
        corners.push_back({static_cast<float>(i & 1), static_cast<float>(i >> 1 & 1), static_cast<float>(i >> 2)});
    const std::vector<std::uint32_t> cube = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4,
                                             2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};
    const auto edges = mesh_edges(cube, 8);
    CHECK(edges->edges.size() == 18);
    const Silhouette box(edges, corners);
    CHECK(box.seen_from({1, 0.6, 0.4, 0}, corners).size() == 6);
    CHECK(box.seen_from({9, 0.5, 0.5, 1}, corners).size() == 4);      // near the axis of one face: its four edges
    CHECK(box.seen_from({-9, -0.5, -0.5, -1}, corners).size() == 4);  // the same place
}

TEST_CASE("the eye is found from a projection") {
    // Looking along −z from (1, 2, 5): w = 5 − z.
    const std::array<float, 16> columns = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, -1, -1, -2, 4, 5};
    const auto eye = eye_of(columns);
    REQUIRE(eye[3] != 0);
    CHECK(eye[0] / eye[3] == doctest::Approx(1));
    CHECK(eye[1] / eye[3] == doctest::Approx(2));
    CHECK(eye[2] / eye[3] == doctest::Approx(5));
}
