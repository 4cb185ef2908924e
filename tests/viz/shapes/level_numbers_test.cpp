// Numbered level lines: each number lies on its line, in a gap of it, away from other lines and other numbers.
#include "viz/shapes/level_numbers.h"

#include "viz/number.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

namespace {

const Vec2 canvas(1280, 720);
const Box2 region{{-4, -4}, {4, 4}};

Frame bowl(double spacing) {
    Frame frame;
    Panel& panel = frame.plane("map", region, {0, 0, 0.5, 1});
    std::vector<double> levels;
    for (double level = spacing; level < 16; level += spacing) levels.push_back(level);
    const auto f = scalar_field("x^2 + y^2");
    numbered_lines(panel, level_lines(f->on_grid(region, 161, 161), levels, f), region, canvas);
    return frame;
}

double points_per_unit(const Panel& panel) { return panel.place.width * canvas.x() / panel.window.size().x(); }

}  // namespace

TEST_CASE("every number lies on its line, and no line runs through it") {
    const Frame frame = bowl(4);
    const Panel& panel = frame.panels()[0];
    REQUIRE(panel.labels.size() >= 3);
    for (const Label& label : panel.labels) {
        CHECK(label.text == brief(label.at.head<2>().squaredNorm(), 3));
        double nearest = infinity;
        for (const Vec3& p : panel.points) nearest = std::min(nearest, (p - label.at).norm());
        CHECK(nearest * points_per_unit(panel) > 5);
    }
}

TEST_CASE("numbers keep away from each other, and crowded lines have none") {
    const Frame frame = bowl(1);
    const Panel& panel = frame.panels()[0];
    for (std::size_t i = 0; i < panel.labels.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            CHECK((panel.labels[i].at - panel.labels[k].at).norm() * points_per_unit(panel) > 30);
    CHECK(bowl(0.05).panels()[0].labels.empty());
}

TEST_CASE("the same lines have their numbers at the same places") {
    CHECK(bowl(2).panels()[0].labels == bowl(2).panels()[0].labels);
}

TEST_CASE("lines lose nothing but their gaps") {
    const Frame frame = bowl(4);
    const Panel& panel = frame.panels()[0];
    double length = 0;
    for (const Stroke& stroke : panel.strokes) {
        for (std::uint32_t i = stroke.first; i + 1 < stroke.first + stroke.count; ++i)
            length += (panel.points[i + 1] - panel.points[i]).norm();
        if (stroke.closed)
            length += (panel.points[stroke.first] - panel.points[stroke.first + stroke.count - 1]).norm();
    }
    double whole = 0;
    for (const double level : {4.0, 8.0, 12.0}) whole += 2 * pi * std::sqrt(level);
    const double gaps = static_cast<double>(panel.labels.size()) * 40 / points_per_unit(panel);
    CHECK(length < whole);
    CHECK(length > whole - gaps);
}
