// Bands between levels: their areas add up to the whole, each holds what lies between its levels, gaps stay empty.
// Areas of a straight function are known exactly.
#include "viz/shapes/level_bands.h"

#include <doctest/doctest.h>
#include <Eigen/Geometry>

#include <cmath>

using namespace eigenscape;

namespace {

Grid sampled_square(double (*f)(double, double), int side = 9) {
    Grid grid{{Vec2(-1, -1), Vec2(1, 1)}, side, side, {}};
    for (int i = 0; i < side * side; ++i) {
        const Vec2 p = grid.point(i % side, i / side);
        grid.values.push_back(f(p.x(), p.y()));
    }
    return grid;
}

double area(const MeshData& mesh) {
    double sum = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const Vec3 &a = mesh.positions[mesh.indices[i]], &b = mesh.positions[mesh.indices[i + 1]],
                   &c = mesh.positions[mesh.indices[i + 2]];
        sum += 0.5 * (b - a).cross(c - a).z();
    }
    return sum;
}

}  // namespace

TEST_CASE("level bands: of a straight function each has its share of the square") {
    const Grid grid = sampled_square([](double x, double) { return x; });
    CHECK(area(band_mesh(grid, -1, 0.3)) == doctest::Approx(2.6));
    CHECK(area(band_mesh(grid, 0.3, 1)) == doctest::Approx(1.4));
    CHECK(area(band_mesh(grid, 2, 3)) == 0);
    const MeshData whole = band_mesh(grid, -9, 9);
    CHECK(whole.indices.size() == 8 * 8 * 6);
    CHECK(whole.positions.size() == 9 * 9);  // neighbours share their corners: no seam inside
}

TEST_CASE("level bands: a flat stretch at a level belongs to the band above it, and to no other") {
    const Grid grid = sampled_square([](double, double) { return 0.5; });
    CHECK(area(band_mesh(grid, 0.3, 0.5)) == 0);
    CHECK(area(band_mesh(grid, 0.5, 0.7)) == doctest::Approx(4));
}

TEST_CASE("level bands: together they cover the square once, whatever the function") {
    const Grid grid =
        sampled_square([](double x, double y) { return std::sin(5 * x) * std::cos(4 * y) + 0.3 * x; }, 33);
    double sum = 0;
    for (int k = -20; k < 20; ++k) sum += area(band_mesh(grid, 0.1 * k, 0.1 * (k + 1)));
    CHECK(sum == doctest::Approx(4));
}

TEST_CASE("level bands: what is undefined stays empty") {
    const Grid grid = sampled_square([](double x, double) { return x > 0.9 ? undefined : 0.0; });
    CHECK(area(band_mesh(grid, -1, 1)) == doctest::Approx(4 - 2.0 * 2 / 8));
}

TEST_CASE("level bands: a panel gets a mesh for each band that has an area") {
    Frame frame;
    Panel& plane = frame.plane("p", {});
    const Grid grid = sampled_square([](double x, double) { return x; });
    const LevelBand bands[] = {{-1, 0, Ink::racer_1, 0.3}, {0, 1, Ink::racer_2, 0.2}, {5, 6, Ink::text, 1}};
    level_bands(plane, grid, bands);
    REQUIRE(plane.meshes.size() == 2);
    CHECK(plane.meshes[0].ink == Ink::racer_1);
    CHECK(plane.meshes[1].opacity == 0.2);
    CHECK(plane.meshes[1].data->values.empty());
}
