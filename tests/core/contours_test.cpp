// Contours against geometry (a circle's length), against the grid (every crossed edge met once) and against traps:
// saddle cells, holes, poles and cliffs.
#include "core/calculus/contours.h"
#include "core/calculus/levels.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

using namespace eigenscape;

namespace {

template <class F>
Grid sampled(F f, const Box2& box, int columns, int rows) {
    Grid grid{box, columns, rows, {}};
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < columns; ++c) grid.values.push_back(f(grid.point(c, r).x(), grid.point(c, r).y()));
    return grid;
}

double length(const Contour& contour) {
    double sum = contour.closed ? (contour.points.back() - contour.points.front()).norm() : 0;
    for (std::size_t i = 1; i < contour.points.size(); ++i) sum += (contour.points[i] - contour.points[i - 1]).norm();
    return sum;
}

std::vector<Contour> at_level(const Grid& grid, double level) { return contours(grid, std::vector{level}); }

Grid from_rows(int columns, int rows, const std::vector<double>& values) {
    return {{{0, 0}, {columns - 1.0, rows - 1.0}}, columns, rows, {values.begin(), values.end()}};
}

}  // namespace

TEST_CASE("a circle is one closed line as long as 2 pi r") {
    const Grid grid = sampled([](double x, double y) { return x * x + y * y; }, {{-2, -2}, {2, 2}}, 401, 401);
    for (const double radius : {0.5, 1.0, 1.9}) {
        const auto lines = at_level(grid, radius * radius);
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].closed);
        CHECK(length(lines[0]) == doctest::Approx(2 * pi * radius).epsilon(1e-4));
        for (const Vec2& p : lines[0].points) CHECK(std::abs(p.norm() - radius) < 1e-4);
    }
}

TEST_CASE("the higher side lies on the left of a line") {
    const Grid bowl = sampled([](double x, double y) { return x * x + y * y; }, {{-2, -2}, {2, 2}}, 41, 41);
    const auto ring = at_level(bowl, 1).at(0);
    double area = 0;
    for (std::size_t i = 0; i < ring.points.size(); ++i) {
        const Vec2 &a = ring.points[i], &b = ring.points[(i + 1) % ring.points.size()];
        area += (a.x() * b.y() - b.x() * a.y()) / 2;
    }
    CHECK(area == doctest::Approx(-pi).epsilon(0.01));  // high outside: clockwise
    const Grid slope = sampled([](double x, double) { return x; }, {{-1, -1}, {1, 1}}, 11, 11);
    const auto line = at_level(slope, 0.05).at(0);
    CHECK(line.points.front().y() == 1);
    CHECK(line.points.back().y() == -1);
}

TEST_CASE("each crossed edge of a random grid is met exactly once, at its level") {
    std::mt19937 generator(5);
    std::uniform_real_distribution<double> value(0, 1);
    for (int round = 0; round < 20; ++round) {
        Grid grid = from_rows(13, 9, std::vector<double>(13 * 9));
        for (double& v : grid.values) v = value(generator);
        const std::vector<double> levels{0.2, 0.5, 0.51, 0.9};
        std::size_t expected = 0, met = 0;
        for (const double level : levels)
            for (int r = 0; r < 9; ++r)
                for (int c = 0; c < 13; ++c) {
                    if (c < 12) expected += (grid.at(c, r) >= level) != (grid.at(c + 1, r) >= level);
                    if (r < 8) expected += (grid.at(c, r) >= level) != (grid.at(c, r + 1) >= level);
                }
        std::set<std::pair<double, double>> places;
        for (const auto& contour : contours(grid, levels))
            for (const Vec2& p : contour.points) {
                ++met;
                CHECK(places.insert({p.x() + 100 * contour.level, p.y()}).second);
                const int c = std::min(11, static_cast<int>(p.x())), r = std::min(7, static_cast<int>(p.y()));
                const double s = p.x() - c, t = p.y() - r;
                const double there = (1 - t) * ((1 - s) * grid.at(c, r) + s * grid.at(c + 1, r)) +
                                     t * ((1 - s) * grid.at(c, r + 1) + s * grid.at(c + 1, r + 1));
                CHECK(there == doctest::Approx(contour.level).epsilon(1e-9));
            }
        CHECK(met == expected);
    }
}

TEST_CASE("open lines end only on the border") {
    const Grid grid =
        sampled([](double x, double y) { return std::sin(3 * x) + std::cos(2 * y + x); }, {{-3, -3}, {3, 3}}, 90, 70);
    const auto lines = contours(grid, nice_levels(-2, 2, 12));
    CHECK(lines.size() > 20);
    for (const auto& line : lines) {
        if (line.closed) continue;
        for (const Vec2& end : {line.points.front(), line.points.back()})
            CHECK(std::max(std::abs(end.x()), std::abs(end.y())) == doctest::Approx(3).epsilon(1e-12));
    }
}

TEST_CASE("a saddle cell is joined as its bilinear surface is") {
    // Corners 1 0 / 0 0.9: the saddle of the bilinear surface lies at 0.9/1.9 = 0.4737.
    const Grid cell = from_rows(2, 2, {1, 0, 0, 0.9});
    const auto below = at_level(cell, 0.4), above = at_level(cell, 0.5);
    REQUIRE(below.size() == 2);
    REQUIRE(above.size() == 2);
    const auto cuts_corner = [](const std::vector<Contour>& lines, const Vec2& corner) {
        return std::ranges::any_of(lines, [&](const Contour& line) {
            return std::ranges::all_of(line.points, [&](const Vec2& p) { return (p - corner).norm() < 0.75; });
        });
    };
    CHECK(cuts_corner(below, {1, 0}));  // the high corners are joined, so the low ones are cut off
    CHECK(cuts_corner(above, {0, 0}));
    CHECK_FALSE(cuts_corner(above, {1, 0}));
}

TEST_CASE("values that equal a level make no broken or doubled points") {
    const Grid grid = sampled([](double x, double y) { return x * y; }, {{-2, -2}, {2, 2}}, 5, 5);
    for (const double level : {-1.0, 0.0, 1.0, 2.0})
        for (const auto& line : at_level(grid, level))
            for (std::size_t i = 1; i < line.points.size(); ++i) {
                CHECK(line.points[i].allFinite());
                CHECK(line.points[i] != line.points[i - 1]);
            }
}

TEST_CASE("cells with a corner that is not finite are cut out") {
    Grid grid = sampled([](double x, double) { return x; }, {{-1, -1}, {1, 1}}, 20, 21);
    grid.values[10 * 20 + 10] = undefined;
    grid.values[15 * 20 + 10] = infinity;
    const auto lines = at_level(grid, 0);
    REQUIRE(lines.size() == 3);
    for (const auto& line : lines) {
        CHECK_FALSE(line.closed);
        for (const Vec2& p : line.points) {
            CHECK(std::abs(p.x()) < 1e-12);
            CHECK(std::abs(p.y() - 0) > 0.09);  // a row is 0.1 high
            CHECK(std::abs(p.y() - 0.5) > 0.09);
        }
    }
}

TEST_CASE("a line within one row of cells that ends at holes is found") {
    Grid grid = sampled([](double, double y) { return y; }, {{0, 0}, {9, 3}}, 10, 4);
    for (const int column : {2, 7}) grid.values[1 * 10 + column] = undefined;
    const auto lines = at_level(grid, 1.5);
    std::vector<double> starts;
    for (const auto& line : lines) starts.push_back(std::min(line.points.front().x(), line.points.back().x()));
    std::ranges::sort(starts);
    CHECK(starts == std::vector<double>{0, 3, 8});
}

TEST_CASE("the two sides of a pole are not joined") {
    const Box2 box{{-2, -2}, {2, 2}};
    for (const int columns : {60, 61, 64, 129}) {
        const Grid pole = sampled([](double x, double) { return 1 / (x - 0.013); }, box, columns, 50);
        CHECK(at_level(pole, 0).empty());
        const auto lines = contours(pole, std::vector{-2.0, -1.0, 1.0, 2.0});
        CHECK(lines.size() == 4);
        for (const auto& line : lines)
            for (const Vec2& p : line.points) CHECK(std::abs(p.x() - 0.013 - 1 / line.level) < 0.05);
        const Grid slanted = sampled([](double x, double y) { return 1 / (x - y + 0.0123); }, box, columns, columns);
        CHECK(at_level(slanted, 0).empty());
    }
    const Grid tangent = sampled([](double x, double) { return std::tan(x); }, {{-4, -1}, {4, 1}}, 200, 40);
    for (const auto& line : at_level(tangent, 0.5))
        for (const Vec2& p : line.points) CHECK(std::abs(std::tan(p.x()) - 0.5) < 0.05);
    CHECK(at_level(tangent, 0.5).size() == 3);
}

TEST_CASE("a cliff and noise are not mistaken for poles") {
    const Grid cliff = sampled([](double x, double y) { return std::floor(x) + 0.01 * y; }, {{-1, -1}, {1, 1}}, 40, 40);
    CHECK(at_level(cliff, -0.5).size() == 1);
    std::mt19937 generator(3);
    std::normal_distribution<double> value(0, 1);
    Grid noise = from_rows(60, 60, std::vector<double>(3600));
    for (double& v : noise.values) v = value(generator);
    for (const auto& line : at_level(noise, 0.25))
        if (!line.closed)
            for (const Vec2& end : {line.points.front(), line.points.back()})
                CHECK((end.x() == 0 || end.y() == 0 || end.x() == 59 || end.y() == 59));
}

TEST_CASE("refined vertices lie on their level") {
    const auto f = scalar_field("(x^2+y-11)^2+(x+y^2-7)^2");
    REQUIRE(f);
    const Grid grid = f->on_grid({{-5, -5}, {5, 5}}, 101, 101);
    auto lines = contours(grid, std::vector<double>{20, 80, 170, 300});
    double before = 0, after = 0;
    for (const auto& line : lines)
        for (const Vec2& p : line.points) before = std::max(before, std::abs((*f)(p)-line.level));
    refine(lines, *f, 0.1);
    for (const auto& line : lines)
        for (const Vec2& p : line.points) after = std::max(after, std::abs((*f)(p)-line.level));
    CHECK(before > 0.01);
    CHECK(after < 1e-8);
}

TEST_CASE("degenerate grids give no lines and no crash") {
    CHECK(contours({}, std::vector{0.0}).empty());
    CHECK(at_level(from_rows(1, 5, {1, 2, 3, 4, 5}), 2.5).empty());
    CHECK(at_level(from_rows(2, 2, {1, 1, 1, 1}), 1).empty());
    CHECK(at_level(from_rows(3, 3, std::vector<double>(9, undefined)), 0).empty());
    CHECK(contours(from_rows(2, 2, {0, 1, 0, 1}), std::vector<double>{}).empty());
    CHECK(at_level(from_rows(2, 2, {-1e308, 1e308, -1e308, 1e308}), 0).size() == 1);
}
