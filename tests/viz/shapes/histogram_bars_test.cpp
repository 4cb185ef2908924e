// Bars stand on zero, cover what was counted, and stay inside the window.
// Areas are computed from the drawn rectangles, not from the histogram.
#include "viz/shapes/histogram_bars.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace eigenscape;

namespace {

double area(const Panel& panel, const Fill& fill) {
    double twice = 0;
    for (std::uint32_t i = 0; i < fill.count; ++i) {
        const Vec3 &a = panel.points[fill.first + i], &b = panel.points[fill.first + (i + 1) % fill.count];
        twice += a.x() * b.y() - b.x() * a.y();
    }
    return std::abs(twice) / 2;
}

double area(const Panel& panel) {
    double sum = 0;
    for (const Fill& fill : panel.fills) sum += area(panel, fill);
    return sum;
}

}  // namespace

TEST_CASE("the bars of a histogram cover the share of the numbers in its range") {
    Frame frame;
    Panel& panel = frame.chart("bars", {{0, 0}, {10, 2}}, {0, 0, 1, 1});
    const std::vector<double> x = {0.5, 1.5, 1.6, 1.7, 4.2, 12};
    histogram_bars(panel, histogram(x, 10, 0, 10), Ink::first);
    CHECK(panel.fills.size() == 3);  // empty bins draw nothing
    CHECK(area(panel) == doctest::Approx(5.0 / 6));
}

TEST_CASE("bars are cut at the window") {
    Frame frame;
    Panel& panel = frame.chart("bars", {{0, 0}, {10, 2}}, {0, 0, 1, 1});
    bar(panel, 5, 1, 1e9, Ink::first);
    bar(panel, -1e9, 1, 1, Ink::first);
    bar(panel, 5, 1, 0, Ink::first);
    REQUIRE(panel.fills.size() == 1);
    for (const Vec3& p : panel.points) {
        CHECK(p.y() <= panel.window.hi.y());
        CHECK(std::abs(p.x() - 5) <= 0.5);
    }
}
