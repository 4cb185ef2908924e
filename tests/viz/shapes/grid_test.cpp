// Grids reach every edge of the window under every map, stay inside it, and do not fall apart near singular matrices.
#include "viz/shapes/grid.h"

#include "viz/shapes/axes.h"
#include "viz/shapes/clip.h"
#include "viz/shapes/ticks.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

using namespace eigenscape;

namespace {

const std::vector<Mat2> maps = {Mat2{{1, 0}, {0, 1}},      Mat2{{2, 1}, {1, 2}},          Mat2{{0, -1}, {1, 0}},
                                Mat2{{0.1, 0}, {0, 0.1}},  Mat2{{1e-3, 0}, {0, 2}},       Mat2{{1, 2}, {0.5, 1.02}},
                                Mat2{{30, 10}, {-20, 50}}, Mat2{{-1, 0.3}, {0.2, -0.01}}, Mat2{{1, 1000}, {0, 1}},
                                Mat2{{1e6, 0}, {0, 1e-6}}, Mat2{{0, 1}, {1, 0}}};
const std::vector<Mat2> singular = {Mat2{{1, 2}, {0.5, 1}}, Mat2{{1, 0}, {0, 0}}, Mat2{{0, 3}, {0, 1}},
                                    Mat2{{1e-9, 2e-9}, {1e-9, 2e-9}}};

Frame drawn(const Mat2& M, const Box2& home) {
    Frame frame;
    moving_grid(frame.plane("p", home), M);
    return frame;
}

bool inside(const Panel& panel) {
    const Box2 reach = widened(panel.window, 1e-9);
    return std::all_of(panel.points.begin(), panel.points.end(), [&](const Vec3& p) {
        return p.allFinite() && reach.contains({p.x(), p.y()});
    });
}

// The largest distance from a point of the window to the nearest line, in windows: no ragged edge, no hole.
double largest_hole(const Panel& panel) {
    double worst = 0;
    const Vec2 size = panel.window.size();
    for (double u = 0.01; u < 1; u += 0.07) {
        for (double v = 0.01; v < 1; v += 0.07) {
            const Vec2 p = panel.window.lo + size.cwiseProduct(Vec2(u, v));
            double nearest = infinity;
            for (const Stroke& s : panel.strokes) {
                const Vec2 a = panel.points[s.first].head<2>(), d = panel.points[s.first + 1].head<2>() - a;
                const double t = std::clamp((p - a).dot(d) / std::max(1e-300, d.squaredNorm()), 0.0, 1.0);
                nearest = std::min(nearest, (a + t * d - p).norm());
            }
            worst = std::max(worst, nearest / size.maxCoeff());
        }
    }
    return worst;
}

int edges_touched(const Panel& panel) {
    std::set<int> touched;
    const double close = 1e-9 * panel.window.size().maxCoeff();
    for (const Vec3& p : panel.points)
        for (const int axis : {0, 1}) {
            if (std::abs(p[axis] - panel.window.lo[axis]) <= close) touched.insert(2 * axis);
            if (std::abs(p[axis] - panel.window.hi[axis]) <= close) touched.insert(2 * axis + 1);
        }
    return static_cast<int>(touched.size());
}

}  // namespace

TEST_CASE("the moving grid fills the window under every invertible map at every zoom") {
    for (const double zoom : {1.0, 1e-3, 250.0, 1e7}) {
        for (const Mat2& M : maps) {
            CAPTURE(M);
            CAPTURE(zoom);
            const Frame frame = drawn(M, {zoom * Vec2(-5, -3), zoom * Vec2(5, 3)});
            const Panel& panel = frame.panels().front();
            CHECK(inside(panel));
            CHECK(panel.strokes.size() < 2500);
            // A map that spreads the lines farther apart than the window may leave the axes alone in it.
            const bool spread = M.cwiseAbs().maxCoeff() > 2;
            CHECK(edges_touched(panel) >= (spread ? 2 : 4));
            if (!spread) CHECK(largest_hole(panel) < 0.08);
        }
    }
}

TEST_CASE("away from the origin the grid still fills the window") {
    for (const Vec2& at : {Vec2(1000, -40), Vec2(-1e6, 1e6)}) {
        const Frame frame = drawn(Mat2{{2, 1}, {1, 2}}, {at - Vec2(5, 3), at + Vec2(5, 3)});
        const Panel& panel = frame.panels().front();
        CHECK(inside(panel));
        CHECK(edges_touched(panel) == 4);
        CHECK(largest_hole(panel) < 0.08);
    }
}

TEST_CASE("a singular map leaves one line across the window, the zero map a dot") {
    for (const Mat2& M : singular) {
        CAPTURE(M);
        const Frame frame = drawn(M, {{-5, -3}, {5, 3}});
        const Panel& panel = frame.panels().front();
        CHECK(inside(panel));
        CHECK(edges_touched(panel) >= 2);
        const Vec2 along = M.col(0).norm() > M.col(1).norm() ? M.col(0) : M.col(1);
        for (const Vec3& p : panel.points) CHECK(std::abs(p.x() * along.y() - p.y() * along.x()) < 1e-6 * along.norm());
    }
    const Frame zero = drawn(Mat2::Zero(), {{-5, -3}, {5, 3}});
    CHECK(zero.panels().front().strokes.empty());
    CHECK(zero.panels().front().dots.size() == 1);
    const Frame broken = drawn(Mat2{{undefined, 0}, {0, 1}}, {{-5, -3}, {5, 3}});
    CHECK(broken.panels().front().strokes.empty());
}

TEST_CASE("near a singular matrix the lines that filled the window stay, and far ones fade without a jump") {
    double before = -1;
    for (double d = 0.2; d > 1e-4; d *= 0.97) {
        const Frame frame = drawn(Mat2{{1, 2}, {0.5, 1 + d}}, {{-5, -3}, {5, 3}});
        const Panel& panel = frame.panels().front();
        REQUIRE(inside(panel));
        REQUIRE(panel.strokes.size() < 2500);
        double ink = 0;  // what the eye sees: length times opacity
        for (const Stroke& s : panel.strokes)
            ink += s.pen.opacity * s.pen.width_points * (panel.points[s.first + 1] - panel.points[s.first]).norm();
        if (before > 0) REQUIRE(std::abs(ink - before) < 0.2 * before);
        before = ink;
    }
}

TEST_CASE("major lines are a unit apart at home, minor ones half, and the step follows the zoom") {
    CHECK(grid_step({{-8, -5}, {8, 5}}) == 1);
    CHECK(grid_step({{-0.8, -0.5}, {0.8, 0.5}}) == doctest::Approx(0.1));
    CHECK(grid_step({{-1600, -5}, {1600, 5}}) == 200);
    CHECK(grid_step({{-4, -4}, {4, 4}}, {0.7, 0, 0.3, 0.5}) == 1);  // an inset has fewer lines
    CHECK(grid_step({{-4, -4}, {4, 4}}) == 0.5);
    Frame frame;
    Panel& panel = frame.plane("p", {{-5, -3}, {5, 3}});
    still_grid(panel);
    bool unit = false, half = false;
    for (const Stroke& s : panel.strokes) {
        const double x = panel.points[s.first].x();
        if (std::abs(panel.points[s.first + 1].x() - x) > 1e-12) continue;  // not upright
        unit = unit || (x == 1 && s.pen.ink == Ink::still);
        half = half || (x == 0.5 && s.pen.ink == Ink::still_minor);
    }
    CHECK(unit);
    CHECK(half);
}

TEST_CASE("a curved grid bends smoothly and breaks where the map is undefined") {
    Frame frame;
    Panel& panel = frame.plane("p", {{-5, -3}, {5, 3}});
    curved_grid(
        panel, [](const Vec2& p) { return Vec2(p.x() + std::sin(p.y()), std::sqrt(p.x() + 2) * p.y()); }, panel.window);
    REQUIRE_FALSE(panel.strokes.empty());
    const Box2 reach = widened(panel.window, 0.3);
    for (const Vec3& p : panel.points) {
        REQUIRE(p.allFinite());
        REQUIRE(reach.contains({p.x(), p.y()}));
    }
    double sharpest = 0;
    for (const Stroke& s : panel.strokes) {
        for (std::uint32_t i = 1; i + 1 < s.count; ++i) {
            const Vec3 a = panel.points[s.first + i] - panel.points[s.first + i - 1];
            const Vec3 b = panel.points[s.first + i + 1] - panel.points[s.first + i];
            if (a.norm() < 1e-3 || b.norm() < 1e-3) continue;
            sharpest = std::max(sharpest, std::acos(std::clamp(a.dot(b) / a.norm() / b.norm(), -1.0, 1.0)));
        }
    }
    CHECK(sharpest < 0.25);
}

TEST_CASE("ticks are round, few, distinct and within the axis") {
    CHECK(round_step(0.3) == doctest::Approx(0.5));
    CHECK(round_step(1) == 1);
    CHECK(round_step(6) == 10);
    for (const auto& range : {std::pair(-5.0, 5.0), std::pair(0.001, 0.0013), std::pair(-3e8, 9e8),
                              std::pair(1e6, 1e6 + 1e-3), std::pair(-1e-11, 1e-11)}) {
        const double lo = range.first, hi = range.second;
        const auto found = ticks(lo, hi, 8);
        CAPTURE(lo);
        REQUIRE(found.size() >= 2);
        CHECK(found.size() <= 9);
        std::set<std::string> texts;
        for (const Tick& tick : found) {
            CHECK(tick.at >= lo - 1e-9 * (hi - lo));
            CHECK(tick.at <= hi + 1e-9 * (hi - lo));
            texts.insert(tick.text);
        }
        CHECK(texts.size() == found.size());
    }
    CHECK(ticks(1, 1, 5).empty());
    CHECK(ticks(0, infinity, 5).empty());
    CHECK(ticks(-1, 1, 4)[0].text == "\u22121.0");
}

TEST_CASE("logarithmic ticks are decades, with 2 and 5 between when there is room") {
    const auto wide = log_ticks(-9, 3, 6);
    CHECK(wide.size() >= 4);
    CHECK(wide.size() <= 7);
    for (const Tick& tick : wide) CHECK(tick.at == std::round(tick.at));
    const auto narrow = log_ticks(0, 1.2, 8);
    REQUIRE(narrow.size() >= 4);
    CHECK(narrow[1].text == "2");
    CHECK(narrow[2].text == "5");
    CHECK(narrow[3].text == "10");
}
