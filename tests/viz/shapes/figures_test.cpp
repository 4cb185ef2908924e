// Arrows, figures, lines, rings, paths, gauges: what they put where, and that nothing is drawn far outside or not
// finite.
#include "viz/shapes/angle.h"
#include "viz/shapes/arrow.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/clip.h"
#include "viz/shapes/figure.h"
#include "viz/shapes/gauge.h"
#include "viz/shapes/line.h"
#include "viz/shapes/path.h"
#include "viz/shapes/round.h"

#include "viz/label_places.h"
#include "viz/place_labels.h"
#include "viz/view.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace eigenscape;

namespace {

struct Drawing {
    Frame frame;
    Panel& panel = frame.plane("p", {{-5, -3}, {5, 3}});
};

// No point is farther away than ten windows, and all are finite.
void check_near(const Panel& panel) {
    const Box2 reach = widened(panel.window, 10);
    for (const Vec3& p : panel.points) {
        REQUIRE(p.allFinite());
        REQUIRE(reach.contains({p.x(), p.y()}));
    }
}

}  // namespace

TEST_CASE("an arrow has its head at the tip and its name beyond") {
    Drawing d;
    vector(d.panel, {2, 1}, Ink::first, "a");
    REQUIRE(d.panel.strokes.size() == 1);
    CHECK(d.panel.strokes[0].arrow);
    CHECK(d.panel.points.back() == Vec3(2, 1, 0));
    REQUIRE(d.panel.labels.size() == 1);
    CHECK(d.panel.labels[0].toward.dot(Vec2(2, 1)) > 0);
    CHECK(d.panel.labels[0].ink == Ink::first);
}

TEST_CASE("a zero vector is a dot, one that is not finite is nothing") {
    Drawing d;
    vector(d.panel, {0, 0}, Ink::first, "0");
    CHECK(d.panel.strokes.empty());
    CHECK(d.panel.dots.size() == 1);
    vector(d.panel, {undefined, 0}, Ink::first, "bad");
    vector(d.panel, {infinity, 0}, Ink::first, "bad");
    CHECK(d.panel.strokes.empty());
    CHECK(d.panel.labels.size() == 1);
}

TEST_CASE("an arrow that leaves the window is cut and keeps its head for its tip") {
    Drawing d;
    vector(d.panel, {1e9, 1e9}, Ink::first);
    REQUIRE(d.panel.strokes.size() == 1);
    CHECK_FALSE(d.panel.strokes[0].arrow);
    check_near(d.panel);
}

TEST_CASE("lines cross the whole window whatever their direction's length") {
    for (const double scale : {1e-300, 1e-9, 1.0, 1e200}) {
        Drawing d;
        line_through_origin(d.panel, scale * Vec2(1, 0.2), Ink::special, "λ");
        REQUIRE(d.panel.strokes.size() == 1);
        CHECK(d.panel.points[0].x() == doctest::Approx(d.panel.window.lo.x()));
        CHECK(d.panel.points[1].x() == doctest::Approx(d.panel.window.hi.x()));
        CHECK(d.panel.labels.size() == 1);
    }
    Drawing d;
    line_through_origin(d.panel, {0, 0}, Ink::special, "none");
    line_through(d.panel, {0, 100}, {1, 0}, line_pen(Ink::special), "misses");
    line_through(d.panel, {undefined, 0}, {1, 0}, line_pen(Ink::special));
    CHECK(d.panel.strokes.empty());
    CHECK(d.panel.labels.empty());
}

TEST_CASE("the unit square shows orientation by ink and by dash, and its signed area") {
    Drawing d;
    unit_square(d.panel, Mat2{{2, 1}, {1, 2}});
    CHECK(d.panel.strokes[0].pen.ink == Ink::positive);
    CHECK(d.panel.strokes[0].pen.dash == Dash::solid);
    CHECK(d.panel.labels[0].text == "3.00");
    unit_square(d.panel, Mat2{{0, 1}, {1, 0}});
    CHECK(d.panel.strokes[1].pen.ink == Ink::negative);
    CHECK(d.panel.strokes[1].pen.dash == Dash::dashed);
    CHECK(d.panel.labels[1].text == "\u22121.00");
}

TEST_CASE("figures under huge, singular and broken matrices stay near or away") {
    for (const Mat2& M : {Mat2{{1e300, 0}, {0, 1e300}}, Mat2{{1e8, 1}, {1, 1e8}}, Mat2{{1, 2}, {2, 4}},
                          Mat2{{0, 0}, {0, 0}}, Mat2{{undefined, 0}, {0, 1}}, Mat2{{infinity, 0}, {0, 1}}}) {
        Drawing d;
        unit_square(d.panel, M);
        figure(d.panel, letter_f(), M, Ink::subject);
        ghost_figure(d.panel, letter_f(), M);
        ellipse(d.panel, {0, 0}, M, {}, 0.2);
        vector(d.panel, M.col(0), Ink::first, "i");
        check_near(d.panel);
    }
}

TEST_CASE("the letter F tells a figure from its mirror image") {
    double area = 0;
    const Points& ring = letter_f().front();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 &p = ring[i], &q = ring[(i + 1) % ring.size()];
        area += 0.5 * (p.x() * q.y() - p.y() * q.x());
    }
    CHECK(area > 0.2);  // counter-clockwise, not thin
    double low = infinity, high = -infinity;
    for (const Vec2& p : ring) {
        low = std::min(low, p.y());
        high = std::max(high, p.y());
    }
    CHECK(low == 0);
    CHECK(high == 1);
}

TEST_CASE("an ellipse is where the matrix puts the unit circle") {
    Drawing d;
    const Mat2 M = Mat2{{2, 1}, {0, 0.5}};
    ellipse(d.panel, {1, 0}, M, {}, 0.3);
    REQUIRE(d.panel.fills.size() == 1);
    const Mat2 inverse = Mat2{{0.5, -1}, {0, 2}};
    for (const Vec3& p : d.panel.points) CHECK((inverse * (p.head<2>() - Vec2(1, 0))).norm() == doctest::Approx(1));
}

TEST_CASE("angle marks") {
    Drawing d;
    angle_arc(d.panel, {1, 1}, {3, 0}, pi / 2, 0.5, {}, "θ");
    CHECK((d.panel.points.back() - Vec3(1, 1.5, 0)).norm() < 1e-12);
    CHECK(d.panel.labels[0].toward.x() > 0);
    const std::size_t before = d.panel.points.size();
    right_angle(d.panel, {0, 0}, {5, 0}, {0, 0.1}, 0.3, {});
    CHECK((d.panel.points[before + 1] - Vec3(0.3, 0.3, 0)).norm() < 1e-12);
    angle_arc(d.panel, {0, 0}, {0, 0}, 1, 1, {});
    CHECK(d.panel.strokes.size() == 2);
}

TEST_CASE("a path ends where it stops being finite, a long one keeps its first and last station") {
    Drawing d;
    const Points broken = {{0, 0}, {1, 1}, {undefined, 0}, {2, 2}};
    path(d.panel, broken, {});
    CHECK(d.panel.dots.size() == 2);
    Drawing e;
    Points many;
    for (int i = 0; i < 100'000; ++i) many.emplace_back(3 * std::cos(i * 1e-4), 2 * std::sin(i * 1e-4));
    path(e.panel, many, {});
    CHECK(e.panel.dots.size() < 1100);
    CHECK(e.panel.dots.front().at.head<2>() == many.front());
    CHECK(e.panel.dots.back().at.head<2>() == many.back());
    Drawing f;
    path(f.panel, Points{{0, 0}, {1e12, 1e12}}, {});
    check_near(f.panel);
    path(f.panel, Points{}, {});
    trail(f.panel, Points{}, {});
}

TEST_CASE("a trail fades into the past") {
    Drawing d;
    Points points;
    for (int i = 0; i < 500; ++i) points.emplace_back(i * 0.005, 0);
    trail(d.panel, points, {});
    REQUIRE(d.panel.strokes.size() > 10);
    for (std::size_t i = 1; i < d.panel.strokes.size(); ++i)
        CHECK(d.panel.strokes[i].pen.opacity > d.panel.strokes[i - 1].pen.opacity);
    CHECK(d.panel.strokes.back().pen.opacity == doctest::Approx(1));
}

TEST_CASE("the gauge turns when the value passes its limit") {
    Drawing d;
    Gauge gauge{0, 1, 0.5, 0.8, false, "η", "limit"};
    const Vec2 end = bar_gauge(d.panel, {{0, 0}, {4, 0.2}}, gauge);
    CHECK(end.x() == doctest::Approx(2));
    CHECK(d.panel.fills.back().ink == Ink::positive);
    gauge.value = 0.9;
    bar_gauge(d.panel, {{0, 0}, {4, 0.2}}, gauge);
    CHECK(d.panel.fills.back().ink == Ink::negative);
    gauge = {1e-4, 1, 1e-2, 1e-1, true, "", ""};
    CHECK(bar_gauge(d.panel, {{0, 0}, {4, 0.2}}, gauge).x() == doctest::Approx(2));
    gauge.value = undefined;
    CHECK(bar_gauge(d.panel, {{0, 0}, {4, 0.2}}, gauge).x() == 0);
    check_near(d.panel);
}

TEST_CASE("chart axes stand at the edges of what is visible") {
    Frame frame;
    Panel& panel = frame.chart("c", {{0, -3}, {40, 2}}, {0, 0, 0.5, 0.3});
    chart_axes(panel, {.x_title = "step", .y_title = "loss", .log_y = true});
    int ticks_below = 0, ticks_left = 0;
    for (const Label& label : panel.labels) {
        if (!label.tick) continue;
        ticks_below += label.at.y() == -3 && label.toward.y() < 0 ? 1 : 0;
        ticks_left += label.at.x() == 0 && label.toward.x() < 0 ? 1 : 0;
    }
    CHECK(ticks_below >= 4);
    CHECK(ticks_left >= 2);
    for (const Vec3& p : panel.points) CHECK(panel.window.contains(p.head<2>()));
}

TEST_CASE("no title and no number of a chart's axes stands on its plot") {
    for (const Vec2& canvas : {Vec2(1280, 720), Vec2(746, 672), Vec2(3840, 2160)}) {
        Frame frame({.canvas_points = canvas, .views = {}});
        Panel& panel = frame.chart("c", {{0, -3}, {40, 2}}, {0.5, 0.5, 0.5, 0.4});
        chart_axes(panel, {.x_title = "direction of $\\vec v$ in degrees", .y_title = "loss", .log_y = true});
        const Camera camera = camera_of(panel, {}, canvas);
        int titles = 0;
        for (const PlacedLabel& placed : place_labels(panel, camera, typeset_size)) {
            titles += !placed.label->tick;
            CHECK(shared_area(placed.box, camera.plot) == 0);
            CHECK(shared_area(placed.box, camera.place) == doctest::Approx(placed.box.width * placed.box.height));
        }
        CHECK(titles == 2);
    }
}

TEST_CASE("clipping keeps what is inside, bit for bit") {
    const Box2 box{{0, 0}, {1, 1}};
    const auto kept = clipped(Segment2{{0.25, 0.5}, {0.75, 0.5}}, box);
    REQUIRE(kept);
    CHECK(kept->first == Vec2(0.25, 0.5));
    CHECK_FALSE(clipped(Segment2{{2, 2}, {3, 3}}, box));
    CHECK_FALSE(clipped(Segment2{{undefined, 0}, {1, 1}}, box));
    const Points zigzag = {{-1, 0.5}, {0.5, 0.5}, {0.5, 2}, {0.7, 2}, {0.7, 0.1}};
    const auto runs = clipped(std::span<const Vec2>(zigzag), box);
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].size() == 3);
    CHECK(runs[1].size() == 2);
    CHECK(runs[0].front() == Vec2(0, 0.5));
}
