// Numbered level lines: each number lies on its line, in a gap of it, away from other lines and other numbers.
#include "viz/shapes/level_numbers.h"
#include "tests/viz/canvas.h"

#include "viz/number.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>

using namespace eigenscape;

namespace {

const Box2 region{{-4, -4}, {4, 4}};

template <class Draw>
Frame bowl(double spacing, const Draw& draw) {
    Frame frame;
    Panel& panel = frame.plane("map", region, {0, 0, 0.5, 1});
    draw(panel);
    std::vector<double> levels;
    for (double level = spacing; level < 16; level += spacing) levels.push_back(level);
    const auto f = scalar_field("x^2 + y^2");
    numbered_lines(panel, level_lines(f->on_grid(region, 161, 161), levels, f), region, canvas);
    return frame;
}

Frame bowl(double spacing) {
    return bowl(spacing, [](Panel&) {});
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

TEST_CASE("numbers keep off what else is drawn, and find another place on their line") {
    const Frame free = bowl(4);
    const Label first = free.panels()[0].labels[0];
    const double unit = points_per_unit(free.panels()[0]);
    for (const bool dotted : {false, true}) {
        const Frame covered = bowl(4, [&](Panel& panel) {
            if (dotted) panel.dot(first.at, Ink::special, 9);
            else panel.line(Vec3(first.at - Vec3(0.3, 1, 0)), Vec3(first.at + Vec3(0.3, 1, 0)), {.ink = Ink::racer_1});
        });
        const auto& labels = covered.panels()[0].labels;
        CHECK(labels.size() == free.panels()[0].labels.size());
        for (const Label& label : labels) CHECK((label.at - first.at).norm() * unit > 30);
        CHECK(std::ranges::any_of(labels, [&](const Label& label) { return label.text == first.text; }));
    }
    const Frame grid = bowl(4, [&](Panel& panel) { panel.line(Vec2(-4, 0), Vec2(4, 0), {.ink = Ink::still}); });
    CHECK(grid.panels()[0].labels == free.panels()[0].labels);  // words may stand over a grid
}

TEST_CASE("level lines lie under what was drawn before them") {
    const Frame frame = bowl(4, [](Panel& panel) { panel.line(Vec2(-4, 0), Vec2(4, 0), {.ink = Ink::racer_1}); });
    const auto& strokes = frame.panels()[0].strokes;
    CHECK(strokes.back().pen.ink == Ink::racer_1);
    CHECK(std::ranges::count(strokes, Ink::racer_1, [](const Stroke& stroke) { return stroke.pen.ink; }) == 1);
}

TEST_CASE("while something is dragged past numbers fade, and none blinks") {
    std::map<std::pair<double, double>, double> last;
    double most = 0, moved = 0;
    for (int k = 0; k <= 1600; ++k) {
        const double x = -4 + 0.005 * k;  // about half a point
        const Frame frame = bowl(4, [&](Panel& panel) { panel.line(Vec2(x, -4), Vec2(x, 4), {.ink = Ink::racer_1}); });
        std::map<std::pair<double, double>, double> now;
        std::map<std::string, double> of_height;
        for (const Label& label : frame.panels()[0].labels) {
            now[{label.at.x(), label.at.y()}] = label.opacity;
            of_height[label.text] += label.opacity;
        }
        for (const auto& [text, opacity] : of_height) CHECK(opacity <= 1 + 1e-9);
        if (k > 0)
            for (const auto* one : {&now, &last})
                for (const auto& [at, opacity] : *one) {
                    const double before = last.contains(at) ? last[at] : 0, after = now.contains(at) ? now[at] : 0;
                    most = std::max(most, std::abs(after - before));
                    moved += std::abs(after - before);
                }
        last = now;
    }
    CHECK(moved > 4);  // there was something to give way to
    CHECK(most < 0.35);
}
