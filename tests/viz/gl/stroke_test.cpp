// Strokes as pixels: their width at every zoom and scale, soft symmetric edges, joints, dashes, arrow heads.
// One unit of the test plane is 100 points.
#include "tests/viz/gl/drawing.h"

#include <algorithm>

using namespace eigenscape;
using namespace eigenscape::gl;

namespace {

void level_line(Panel& panel) { panel.line(Vec2(-3, 0), Vec2(3, 0), {ink, 4}); }

Views zoomed_by(double factor) { return {{"plane", View2{{-1 / factor, -1 / factor}, {1 / factor, 1 / factor}}}}; }

int dashes_in_row(const Image& image, int y) {
    int count = 0;
    bool on = false;
    for (int x = 0; x < image.width; ++x) {
        const bool now = cover(image, x, y, ink) > 0.5;
        count += now && !on ? 1 : 0;
        on = now;
    }
    return count;
}

}  // namespace

TEST_CASE("a stroke is as wide as its pen at every zoom and scale") {
    for (const double scale : {1.0, 1.5, 2.0, 3.0})
        for (const double zoom : {1.0, 0.25, 8.0}) {
            const Image image = picture(level_line, scale, zoomed_by(zoom));
            CAPTURE(scale);
            CAPTURE(zoom);
            CHECK(column_cover(image, image.width / 3, ink) == doctest::Approx(4 * scale).epsilon(0.01));
        }
    CHECK(near(at(picture(level_line), 50, 100), bytes(theme()[ink]), 0));
}

TEST_CASE("thin strokes fade instead of vanishing") {
    const Image image = picture([](Panel& panel) { panel.line(Vec2(-3, 0.003), Vec2(3, 0.003), {ink, 0.5}); });
    CHECK(column_cover(image, 70, ink) == doctest::Approx(0.5).epsilon(0.03));
}

TEST_CASE("soft edges are symmetric about the line") {
    const Image image = picture([](Panel& panel) { panel.line(Vec2(-0.7, -0.7), Vec2(0.7, 0.7), {ink, 3}); });
    for (int x = 40; x < 160; x += 7)
        for (int off = 0; off < 5; ++off) CHECK(at(image, x, side - 1 - x - off) == at(image, x + off, side - 1 - x));
    CHECK(cover(image, 100, side - 1 - 100, ink) == doctest::Approx(1).epsilon(0.01));
}

TEST_CASE("a line at any angle covers its area") {
    for (const double angle : {0.0, 0.1, 0.5, pi / 4, 1.2, pi / 2}) {
        const Image image = picture([&](Panel& panel) {
            const Vec2 d(0.6 * std::cos(angle), 0.6 * std::sin(angle));
            panel.line(Vec2(-d), d, {ink, 6});
        });
        CAPTURE(angle);
        CHECK(total_cover(image, ink) == doctest::Approx(120 * 6 + pi * 9).epsilon(0.02));  // round ends
    }
}

TEST_CASE("translucent polylines cover no pixel twice") {
    const std::vector<std::vector<Vec2>> paths = {
        {{-0.8, -0.5}, {-0.2, 0.5}, {-0.1, -0.5}, {0.4, 0.4}, {0.8, 0.4}},
        {{-0.5, 0}, {0.5, 0}, {-0.2, 0.3}},  // a sharp turn, the second part shorter
        {{-0.5, 0}, {0, 0}, {0.02, 0.01}, {0.04, 0.01}, {0.06, 0}, {0.5, -0.3}},  // parts shorter than the pen is wide
    };
    for (const auto& path : paths) {
        const Image once = picture([&](Panel& panel) {
            panel.stroke(std::span<const Vec2>(path), {ink, 12, Dash::solid, 0.5});
        });
        double most = 0;
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x) most = std::max(most, cover(once, x, y, ink));
        CAPTURE(path.size());
        CHECK(most == doctest::Approx(0.5).epsilon(0.02));
    }
}

TEST_CASE("a dense curve is as smooth as its one long stroke") {
    // A circle of many points: its area is 2πr·w, and no joint shows.
    std::vector<Vec2> ring;
    for (int i = 0; i < 500; ++i) ring.emplace_back(0.6 * std::cos(2 * pi * i / 500), 0.6 * std::sin(2 * pi * i / 500));
    const Image image = picture([&](Panel& panel) {
        panel.stroke(std::span<const Vec2>(ring), {ink, 5, Dash::solid, 0.5}).closed = true;
    });
    CHECK(total_cover(image, ink) == doctest::Approx(0.5 * 2 * pi * 60 * 5).epsilon(0.01));
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) REQUIRE(cover(image, x, y, ink) < 0.52);
}

TEST_CASE("dashes keep their period on the screen at every zoom") {
    const auto dashed = [](Panel& panel) { panel.line(Vec2(-1, 0), Vec2(1, 0), {ink, 2, Dash::dashed}); };
    // The pattern of a 2-point pen is 9 on and 7 off: 200 points hold 12 and a half.
    CHECK(dashes_in_row(picture(dashed), 100) == 13);
    for (const double zoom : {0.5, 3.0}) {
        const auto count = dashes_in_row(picture(dashed, 1, zoomed_by(zoom)), 100);
        CAPTURE(zoom);
        CHECK(std::abs(count - std::min(1.0, zoom) * 12.5) <= 1);
    }
    const auto dotted = [](Panel& panel) { panel.line(Vec2(-1, 0), Vec2(1, 0), {ink, 4, Dash::dotted}); };
    CHECK(std::abs(dashes_in_row(picture(dotted), 100) - 200 / 12.5) <= 1);
}

TEST_CASE("a dashed curve of short pieces is dashed like a straight line") {
    std::vector<Vec2> fine;
    for (int i = 0; i <= 400; ++i) fine.emplace_back(-1 + i / 200.0, 0);
    const Image pieces = picture([&](Panel& panel) {
        panel.stroke(std::span<const Vec2>(fine), {ink, 2, Dash::dashed});
    });
    const Image whole = picture([](Panel& panel) { panel.line(Vec2(-1, 0), Vec2(1, 0), {ink, 2, Dash::dashed}); });
    for (int x = 0; x < side; ++x) CHECK(near(at(pieces, x, 100), at(whole, x, 100), 12));
}

TEST_CASE("an arrow ends in a head at its very point") {
    const Image image = picture([](Panel& panel) { panel.line(Vec2(-0.5, 0), Vec2(0.5, 0), {ink, 4}).arrow = true; });
    CHECK(column_cover(image, 100, ink) == doctest::Approx(4).epsilon(0.02));  // the shaft
    // The head of a 4-point pen is 17.8 long and 0.84 of that wide at its base.
    CHECK(column_cover(image, 133, ink) == doctest::Approx(0.84 * (150 - 133.5)).epsilon(0.05));
    CHECK(column_cover(image, 148, ink) < 2.5);
    CHECK(column_cover(image, 151, ink) < 0.05);
}

TEST_CASE("short arrows have smaller heads, and a zero vector is a dot") {
    const auto arrow = [](double length) {
        return picture([length](Panel& panel) { panel.line(Vec2(0, 0), Vec2(length, 0), {ink, 4}).arrow = true; });
    };
    const Image small = arrow(0.12);  // 12 points: the head is 5.4 long
    double widest = 0;
    for (int x = 95; x < 120; ++x) widest = std::max(widest, column_cover(small, x, ink));
    CHECK(widest > 2.5);
    CHECK(widest < 5.4 * 0.84 + 0.3);
    const Image dot = arrow(0);
    CHECK(total_cover(dot, ink) == doctest::Approx(pi * 16).epsilon(0.05));
    CHECK(cover(dot, 100, 100, ink) == doctest::Approx(1).epsilon(0.01));
}

TEST_CASE("a stroke stays in place under a deep zoom") {
    const double tiny = 1e-10, x0 = 0.7312, y0 = -0.25;
    const Views views = {{"plane", View2{{x0 - tiny, y0 - tiny}, {x0 + tiny, y0 + tiny}}}};
    const Image image = picture(
        [&](Panel& panel) {
            panel.line(Vec2(x0 - 3 * tiny, y0), Vec2(x0 + 3 * tiny, y0), {ink, 4});
        },
        1, views);
    CHECK(column_cover(image, 60, ink) == doctest::Approx(4).epsilon(0.02));
    CHECK(cover(image, 60, 100, ink) == doctest::Approx(1).epsilon(0.01));
}
