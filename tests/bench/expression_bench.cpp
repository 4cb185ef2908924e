// The rest of what typed formulas cost: scattered samples, single points, parsing and differentiating, hostile text.
// Grids against hand-written C++ and the peers are in grid_bench.cpp.
#include "core/calculus/scalar_field.h"
#include "core/calculus/surfaces.h"

#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

namespace eigenscape::bench {
namespace {

const std::vector<std::string> xy{"x", "y"};

// Samples in no order: nothing is shared between rows and columns as on a grid.
void scattered(benchmark::State& state, const char* formula) {
    constexpr std::size_t count = 100'000;
    std::mt19937 random(1);
    std::vector<double> x(count), y(count), out(count);
    for (std::size_t i = 0; i < count; ++i) {
        x[i] = std::uniform_real_distribution(-3.0, 3.0)(random);
        y[i] = std::uniform_real_distribution(-3.0, 3.0)(random);
    }
    const Expression f = *Expression::parse(formula, xy).expression;
    const Program program(std::span(&f, 1));
    const double* const inputs[]{x.data(), y.data()};
    double* const output = out.data();
    for (auto _ : state) program.run(inputs, count, std::span(&output, 1));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
}
BENCHMARK_CAPTURE(scattered, rosenbrock, "(1-x)^2+100*(y-x^2)^2")
    ->Name("scattered polynomial")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(scattered, sine, "sin(x*y)+exp(-(x-y)^2)")
    ->Name("scattered sine and exp")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(scattered, power, "(1+x^2)^y")->Name("scattered power")->Unit(benchmark::kMillisecond);

void single_points(benchmark::State& state) {
    const auto f = scalar_field("ackley");
    Vec2 p(1.25, -0.5);
    for (auto _ : state) {
        benchmark::DoNotOptimize(f->gradient(p));
        p.x() += 1e-9;
    }
}
BENCHMARK(single_points)->Name("gradient at one point");

void field_from_text(benchmark::State& state) {
    int k = 0;
    for (auto _ : state) {
        const std::string text = find_surface("ackley")->formula + " + " + std::to_string(++k);  // new each time
        benchmark::DoNotOptimize(scalar_field(text)->hessian({1, 1}));
    }
}
BENCHMARK(field_from_text)->Name("field with Hessian from text")->Unit(benchmark::kMicrosecond);

std::string repeated(const std::string& part, std::size_t bytes) {
    std::string text;
    while (text.size() + part.size() < bytes) text += part;
    return text;
}

void hostile(benchmark::State& state, const std::string& text) {
    for (auto _ : state) benchmark::DoNotOptimize(Expression::parse(text, xy).expression.has_value());
}
BENCHMARK_CAPTURE(hostile, parentheses, std::string(10'000, '('))
    ->Name("refuse 10,000 parentheses")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostile, megabyte, std::string(1'000'000, 'x'))
    ->Name("refuse a megabyte")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostile, sum, repeated("x+", 10'000) + "x")
    ->Name("parse the longest sum")
    ->Unit(benchmark::kMillisecond);

void second_derivative(benchmark::State& state, const std::string& text) {
    const Expression f = *Expression::parse(text, xy).expression;
    for (auto _ : state) benchmark::DoNotOptimize(f.derivative(0).derivative(1).text().size());
}
BENCHMARK_CAPTURE(second_derivative, product, repeated("(x*y+1)*(x-y+2)*", 9'900) + "x")
    ->Name("twice differentiate the longest product")
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace eigenscape::bench
