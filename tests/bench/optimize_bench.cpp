// How long descents, critical points and the gradient flow take: what a drag of the start or of a rate has to pay.
// Critical points are searched anew each time, past the memory of the last results, by changing the box a little.
#include "core/calculus/surfaces.h"
#include "core/optimize/critical_points.h"
#include "core/optimize/descend.h"
#include "core/optimize/gradient_flow.h"

#include <benchmark/benchmark.h>

namespace eigenscape {
namespace {

void descent(benchmark::State& state) {
    const auto f = scalar_field("rosenbrock");
    const auto method = methods()[static_cast<std::size_t>(state.range(0))];
    Settings settings = method.defaults;
    settings.rate = 1e-4;
    for (auto _ : state) benchmark::DoNotOptimize(descend(*f, method.method, settings, {-1.2, 1}, 200));
    state.SetLabel(std::string(method.name) + ", 200 steps on Rosenbrock");
}
BENCHMARK(descent)->DenseRange(0, 7)->Unit(benchmark::kMicrosecond);

void critical(benchmark::State& state) {
    const auto& surface = surfaces()[static_cast<std::size_t>(state.range(0))];
    const auto f = scalar_field(surface.name);
    Box2 box = surface.home;
    std::size_t points = 0;
    for (auto _ : state) {
        box.hi *= 1 + 1e-9;
        points = critical_points(*f, box)->points.size();
    }
    state.SetLabel(surface.name + ", " + std::to_string(points) + " points in its home box");
}
BENCHMARK(critical)->DenseRange(0, static_cast<int>(surfaces().size()) - 1)->Unit(benchmark::kMillisecond);

void critical_everywhere(benchmark::State& state) {
    const auto f = scalar_field("beale");
    for (auto _ : state) benchmark::DoNotOptimize(all_critical_points(*f));
    state.SetLabel("Beale, the whole plane");
}
BENCHMARK(critical_everywhere)->Unit(benchmark::kMillisecond);

void flow(benchmark::State& state) {
    const auto f = scalar_field("rosenbrock");
    for (auto _ : state) benchmark::DoNotOptimize(gradient_flow(*f, {-1.2, 1}, 10));
    state.SetLabel("Rosenbrock, time 10");
}
BENCHMARK(flow)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace eigenscape
