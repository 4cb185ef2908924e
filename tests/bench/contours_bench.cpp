// Twenty contour levels of Himmelblau's function on a 512 × 512 grid; peers.py traces the same lines with contourpy.
// The grid is computed once, outside the measurement.
#include "core/calculus/contours.h"
#include "tests/bench/budget.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace eigenscape::bench {
namespace {

constexpr int side = 512;

Grid himmelblau() {
    const std::array<std::string, 2> variables{"x", "y"};
    const auto parsed = Expression::parse("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", variables);
    return ScalarField(*parsed.expression).on_grid({{-5, -5}, {5, 5}}, side, side);
}

void twenty_levels(benchmark::State& state) {
    const Grid grid = himmelblau();
    const auto [lo, hi] = std::minmax_element(grid.values.begin(), grid.values.end());
    std::vector<double> levels;
    for (int i = 1; i <= 20; ++i) levels.push_back(*lo + (*hi - *lo) * i / 21);
    for (auto _ : state) benchmark::DoNotOptimize(contours(grid, levels).data());
}
BENCHMARK(twenty_levels)->Name("contours 20 levels")->Unit(benchmark::kMillisecond);

[[maybe_unused]] const bool rows =
    at_least(2, "20 contour levels on 512², against contourpy", "peer: contourpy 20 levels", "contours 20 levels");

}  // namespace
}  // namespace eigenscape::bench
