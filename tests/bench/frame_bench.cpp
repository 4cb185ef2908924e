// From a parameter's new value to the arrays that the graphics card draws: `draw`, then the tessellation of each panel.
// One benchmark for every scene, named by its id, and one for a surface whose function changes.
#include "core/calculus/surfaces.h"
#include "tests/bench/budget.h"
#include "tests/bench/scenes.h"
#include "viz/shapes/surface.h"
#include "viz/tessellate.h"

#include <benchmark/benchmark.h>

#include <string>

namespace eigenscape::bench {
namespace {

void tessellate_all(const Frame& frame) {
    for (const Panel& panel : frame.panels())
        benchmark::DoNotOptimize(tessellate(panel, frame.stage().canvas_points).segments.data());
}

void frame_of(benchmark::State& state, const Scene& scene) {
    long i = 0;
    for (auto _ : state) tessellate_all(*drawn(scene, varied(scene, ++i)));
}

// f on a 200 × 200 grid, its surface with the tessellation of its panel, for a bowl that is another one each time.
void changing_surface(benchmark::State& state) {
    double kappa = 3;
    for (auto _ : state) {
        const auto f = scalar_field("x^2 + kappa*y^2 + sin(3*x)*cos(2*y)", {{"kappa", kappa += 1e-3}});
        const Grid grid = f->on_grid({{-3, -3}, {3, 3}}, 200, 200);
        const Relief relief = relief_of(grid);
        Frame frame;
        surface(frame.space("surface", box_over(grid, relief), {0, 0, 1, 1}), grid, relief, f);
        tessellate_all(frame);
    }
}
BENCHMARK(changing_surface)->Name("surface 200x200 changing")->Unit(benchmark::kMillisecond);

bool is_flat(const Scene& scene) {
    for (const Panel& panel : drawn(scene, scene.defaults)->panels())
        if (panel.kind == PanelKind::space) return false;
    return true;
}

[[maybe_unused]] const bool rows = at_start([] {
    for (const Scene& scene : all_scenes()) {
        const std::string name = "frame " + scene.words.id;
        benchmark::RegisterBenchmark(name.c_str(), [&scene](benchmark::State& state) {
            frame_of(state, scene);
        })->Unit(benchmark::kMillisecond);
        if (is_flat(scene)) at_most(0.5, "Frame and tessellation of \"" + scene.words.id + "\"", name);
    }
    at_most(4, "A 200×200 surface when its function changes", "surface 200x200 changing");
});

}  // namespace
}  // namespace eigenscape::bench
