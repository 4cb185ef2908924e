// Surfaces: whole where f is, clipped at the box, cut at edges and poles without walls, remembered while unchanged.
#include "viz/shapes/surface.h"

#include "viz/shapes/box_axes.h"
#include "viz/shapes/level_lines.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>

using namespace eigenscape;

namespace {

Grid sampled(const std::function<double(double, double)>& f, int side = 80, double reach = 2) {
    Grid grid;
    grid.box = {{-reach, -reach}, {reach, reach}};
    grid.columns = grid.rows = side;
    for (int row = 0; row < side; ++row)
        for (int column = 0; column < side; ++column)
            grid.values.push_back(f(-reach + 2 * reach * column / (side - 1), -reach + 2 * reach * row / (side - 1)));
    return grid;
}

Relief linear(double lo, double hi) {
    Relief relief;
    relief.scale.lo = lo;
    relief.scale.hi = hi;
    return relief;
}

ShownBox shown(double lo, double hi) { return {{{-2, -2, lo}, {2, 2, hi}}, {1, 1, 0.6}}; }

double area_from_above(const MeshData& mesh) {
    double area = 0;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const Vec3 &a = mesh.positions[mesh.indices[i]], &b = mesh.positions[mesh.indices[i + 1]],
                   &c = mesh.positions[mesh.indices[i + 2]];
        area += 0.5 * ((b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x()));
    }
    return area;
}

// The tallest triangle, in heights of the box.
double tallest(const MeshData& mesh, double height) {
    double worst = 0;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const auto [low, high] =
            std::minmax({mesh.positions[mesh.indices[i]].z(), mesh.positions[mesh.indices[i + 1]].z(),
                         mesh.positions[mesh.indices[i + 2]].z()});
        worst = std::max(worst, (high - low) / height);
    }
    return worst;
}

void check_sound(const MeshData& mesh, const Box3& box) {
    CHECK(mesh.normals.size() == mesh.positions.size());
    CHECK(mesh.values.size() == mesh.positions.size());
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const Vec3& p = mesh.positions[i];
        REQUIRE(p.allFinite());
        REQUIRE((p.array() >= box.lo.array() - 1e-9).all());
        REQUIRE((p.array() <= box.hi.array() + 1e-9).all());
        REQUIRE(mesh.normals[i].norm() == doctest::Approx(1));
        REQUIRE(mesh.values[i] >= 0);
        REQUIRE(mesh.values[i] <= 1);
    }
    for (const std::uint32_t index : mesh.indices) REQUIRE(index < mesh.positions.size());
}

// Every side of a triangle is another's too, unless it lies on the border: no gap opens between large and small ones.
void check_closed(const MeshData& mesh, const Box2& box) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> sides;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3)
        for (std::size_t k = 0; k < 3; ++k) ++sides[std::minmax(mesh.indices[i + k], mesh.indices[i + (k + 1) % 3])];
    const auto on_border = [&](const Vec3& a, const Vec3& b) {
        for (const int axis : {0, 1})
            for (const double edge : {box.lo[axis], box.hi[axis]})
                if (std::abs(a[axis] - edge) < 1e-9 && std::abs(b[axis] - edge) < 1e-9) return true;
        return false;
    };
    for (const auto& [side, count] : sides)
        REQUIRE(count == (on_border(mesh.positions[side.first], mesh.positions[side.second]) ? 1 : 2));
}

}  // namespace

TEST_CASE("joined cells stay within a thousandth of the surface's height, and close up with their neighbours") {
    const auto f = [](double x, double y) { return std::sin(2 * x) * std::cos(y) + std::exp(-8 * (x * x + y * y)); };
    const Grid grid = sampled(f, 161);
    const MeshData mesh = surface_mesh(grid, shown(-1, 2), linear(-1, 2), nullptr);
    check_closed(mesh, {{-2, -2}, {2, 2}});
    CHECK(mesh.indices.size() / 3 < 160 * 160);  // half of what the cells would need
    double worst = 0;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const Vec3 middle = (mesh.positions[mesh.indices[i]] + mesh.positions[mesh.indices[i + 1]] +
                             mesh.positions[mesh.indices[i + 2]]) /
                            3;
        worst = std::max(worst, std::abs(middle.z() - f(middle.x(), middle.y())));
    }
    CHECK(worst < 2e-3 * 3);
}

TEST_CASE("a smooth surface covers its whole rectangle with shared vertices and true normals") {
    const auto f = [](double x, double y) { return 0.25 * (x * x + y * y); };
    const ShownBox box = shown(-1, 2.5);
    const MeshData mesh = surface_mesh(sampled(f), box, linear(0, 2), nullptr);
    check_sound(mesh, box.box);
    CHECK(mesh.positions.size() < 80 * 80 / 2);  // calm cells are joined
    check_closed(mesh, {{-2, -2}, {2, 2}});
    CHECK(area_from_above(mesh) == doctest::Approx(16));
    const double up = 0.6 / 3.5 * 4 / 1;  // slopes as they look in the drawn box
    for (std::size_t i = 0; i < mesh.positions.size(); i += 97) {
        const Vec3& p = mesh.positions[i];
        if (std::abs(p.x()) > 1.9 || std::abs(p.y()) > 1.9) continue;  // one-sided differences there
        const Vec3 expected = Vec3(-up * 0.5 * p.x(), -up * 0.5 * p.y(), 1).normalized();
        CHECK((mesh.normals[i] - expected).norm() < 1e-6);
    }
}

TEST_CASE("a surface is cut cleanly at the top of its box") {
    const auto f = [](double x, double y) { return x * x + y * y; };
    const MeshData mesh = surface_mesh(sampled(f), shown(-1, 1), linear(0, 1), nullptr);
    check_sound(mesh, shown(-1, 1).box);
    CHECK(area_from_above(mesh) == doctest::Approx(pi).epsilon(0.003));  // the unit disc
    // Its only outline is the circle: triangles along the cut share their corners.
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> sides;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3)
        for (std::size_t k = 0; k < 3; ++k) ++sides[std::minmax(mesh.indices[i + k], mesh.indices[i + (k + 1) % 3])];
    for (const auto& [side, count] : sides) {
        const Vec3 &a = mesh.positions[side.first], &b = mesh.positions[side.second];
        if (count == 1 && (b - a).norm() > 1e-9) CHECK((a.z() + b.z()) / 2 == doctest::Approx(1));
    }
}

TEST_CASE("a pole makes no wall, with and without the field") {
    const auto field = scalar_field("1/x + 0.2*y");
    REQUIRE(field);
    const Grid grid = sampled([](double x, double y) { return 1 / x + 0.2 * y; });
    for (const ScalarField* known : {static_cast<const ScalarField*>(nullptr), field.get()}) {
        const MeshData mesh = surface_mesh(grid, shown(-5, 5), linear(-5, 5), known);
        check_sound(mesh, shown(-5, 5).box);
        for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
            double lo = infinity, hi = -infinity;
            for (int k = 0; k < 3; ++k) {
                lo = std::min(lo, mesh.positions[mesh.indices[i + k]].x());
                hi = std::max(hi, mesh.positions[mesh.indices[i + k]].x());
            }
            REQUIRE_FALSE((lo < 0 && hi > 0));  // nothing joins the two branches
        }
    }
}

TEST_CASE("a step makes no wall") {
    const auto field = scalar_field("floor(x)");
    REQUIRE(field);
    const Grid grid = sampled([](double x, double) { return std::floor(x); }, 81);
    const MeshData mesh = surface_mesh(grid, shown(-3, 3), linear(-2, 2), field.get());
    CHECK(tallest(mesh, 6) < 0.01);
    CHECK(area_from_above(mesh) > 14);
}

TEST_CASE("steep is not broken: a cliff without a jump stays whole") {
    const auto field = scalar_field("tanh(20*x)");
    REQUIRE(field);
    const Grid grid = sampled([](double x, double) { return std::tanh(20 * x); }, 60);
    const MeshData mesh = surface_mesh(grid, shown(-1.2, 1.2), linear(-1, 1), field.get());
    CHECK(area_from_above(mesh) == doctest::Approx(16));
}

TEST_CASE("the edge of a domain is found between samples") {
    const auto field = scalar_field("sqrt(1 - x^2 - y^2)");
    REQUIRE(field);
    const Grid grid = sampled([](double x, double y) { return std::sqrt(1 - x * x - y * y); }, 60);
    const MeshData mesh = surface_mesh(grid, shown(-1, 2), linear(0, 1), field.get());
    check_sound(mesh, shown(-1, 2).box);
    CHECK(area_from_above(mesh) == doctest::Approx(pi).epsilon(0.01));
    const MeshData coarse = surface_mesh(grid, shown(-1, 2), linear(0, 1), nullptr);
    CHECK(area_from_above(coarse) < area_from_above(mesh));
}

TEST_CASE("a surface that is nowhere defined draws nothing") {
    const Grid grid = sampled([](double, double) { return undefined; }, 20);
    CHECK(surface_mesh(grid, shown(-1, 1), linear(0, 1), nullptr).indices.empty());
    CHECK(surface_mesh(Grid{}, shown(-1, 1), linear(0, 1), nullptr).indices.empty());
}

TEST_CASE("an unchanged surface is the same mesh, a changed one is not") {
    const Grid grid = sampled([](double x, double y) { return x * y; });
    const Relief relief = relief_of(grid);
    const auto drawn = [&](const Grid& samples) {
        Frame frame;
        Panel& panel = frame.space("s", box_over(samples, relief), {0, 0, 1, 1});
        surface(panel, samples, relief);
        return panel.meshes.at(0).data;
    };
    CHECK(drawn(grid) == drawn(grid));
    Grid other = grid;
    other.values[5] += 1e-9;
    CHECK(drawn(grid) != drawn(other));
}

TEST_CASE("a map lies flat, unlit, and covers the defined part") {
    Frame frame;
    Panel& panel = frame.plane("m", {{-2, -2}, {2, 2}});
    const Grid grid = sampled([](double x, double y) { return 1000 * x * y; });
    filled_map(panel, grid, height_scale(grid));
    const MeshData& mesh = *panel.meshes.at(0).data;
    CHECK(mesh.normals.empty());
    for (const Vec3& p : mesh.positions) REQUIRE(p.z() == 0);
    CHECK(area_from_above(mesh) == doctest::Approx(16));
}

TEST_CASE("a sheet stays in its box") {
    Frame frame;
    Panel& panel = frame.space("s", {{-2, -2, -1}, {2, 2, 1}}, {0, 0, 1, 1});
    sheet(
        panel, {{0, 0}, {5, 5}}, [](const Vec2& p) { return 2 * p.x(); }, linear(-1, 1));
    REQUIRE(panel.meshes.size() == 1);
    CHECK(panel.meshes[0].opacity < 1);
    for (const Vec3& p : panel.meshes[0].data->positions) REQUIRE(p.cwiseAbs().maxCoeff() <= 2);
    for (const Vec3& p : panel.points) REQUIRE(std::abs(p.z()) <= 1 + 1e-12);
    sheet(
        panel, {{3, 3}, {5, 5}}, [](const Vec2&) { return 0.0; }, linear(-1, 1));  // outside: nothing
    CHECK(panel.meshes.size() == 1);
}

TEST_CASE("a stretched relief agrees with its scale inside, and goes on outside") {
    HeightScale scale;
    scale.lo = 0.1;
    scale.hi = 1000;
    scale.logarithmic = true;
    scale.base = 0;
    const Relief relief{scale, true};
    CHECK(relief.z(0.1) == doctest::Approx(0.1));
    CHECK(relief.z(1000) == doctest::Approx(1000));
    for (const double value : {0.5, 3.0, 200.0})
        CHECK((relief.z(value) - 0.1) / 999.9 == doctest::Approx(scale.fraction(value)));
    CHECK(relief.z(5000) > 1000);
    CHECK(relief.z(-1) < 0.1);
    CHECK(std::isnan(relief.z(undefined)));
    for (const Tick& tick : height_ticks(relief)) CHECK_FALSE(tick.text.empty());
}

TEST_CASE("level lines lie on the map, on the surface and on the floor") {
    const Grid grid = sampled([](double x, double y) { return x * x + y * y; });
    const Relief relief = linear(0, 8);
    const auto lines = level_lines(grid, {1.0, 2.25});
    REQUIRE(lines->size() == 2);
    CHECK(lines == level_lines(grid, {1.0, 2.25}));
    Frame frame;
    Panel& space = frame.space("s", box_over(grid, relief), {0, 0, 1, 1});
    surface_lines(space, lines, relief);
    REQUIRE(space.strokes.size() == 2);
    for (const Vec3& p : space.points) CHECK(p.head<2>().squaredNorm() == doctest::Approx(p.z()).epsilon(0.01));
    const std::size_t above = space.points.size();
    floor_lines(space, lines);
    for (std::size_t i = above; i < space.points.size(); ++i) CHECK(space.points[i].z() == space.box.lo.z());
}

TEST_CASE("from every side exactly two walls and one height axis are seen") {
    Frame frame;
    Panel& panel = frame.space("s", {{-2, -2, -1}, {2, 2, 1}}, {0, 0, 1, 1});
    box_axes(panel, {"x", "y", "loss", {}});
    for (double azimuth = -3; azimuth < 3; azimuth += 0.31) {
        const Camera camera = camera_of(panel, {{"s", View3{azimuth, 0.4, 1, {0, 0}}}}, {1280, 720});
        int names = 0, x_names = 0;
        for (const Label& label : panel.labels) {
            if (!camera.seen_from(label.seen_from)) continue;
            names += label.text == "loss" ? 1 : 0;
            x_names += label.text == "x" ? 1 : 0;
        }
        CHECK(names == 1);
        CHECK(x_names == 1);
    }
}
