// A typed formula on a 512 × 512 grid: values, gradients and two threads, beside the same formula written in C++.
// The formulas are those of peers.py.
#include "core/calculus/expression.h"
#include "core/calculus/scalar_field.h"
#include "tests/bench/budget.h"

#include <benchmark/benchmark.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace eigenscape::bench {
namespace {

constexpr int side = 512;
const Box2 square{{-5, -5}, {5, 5}};
constexpr const char* polynomial = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";
constexpr const char* transcendental = "sin(3*x) * cos(2*y) * exp(-0.1*(x^2 + y^2))";

ScalarField field(const char* formula) {
    const std::array<std::string, 2> variables{"x", "y"};
    return ScalarField(*Expression::parse(formula, variables).expression);
}

double polynomial_by_hand(double x, double y) {
    const double a = x * x + y - 11, b = x + y * y - 7;
    return a * a + b * b;
}

double transcendental_by_hand(double x, double y) {
    return std::sin(3 * x) * std::cos(2 * y) * std::exp(-0.1 * (x * x + y * y));
}

// What one would write in C++ for this one formula: the reference that a typed formula is held against.
template <double (*f)(double, double)>
void by_hand(benchmark::State& state) {
    std::vector<double> values(side * side);
    const double step = 10.0 / (side - 1);
    for (auto _ : state) {
        for (int row = 0; row < side; ++row)
            for (int column = 0; column < side; ++column)
                values[static_cast<std::size_t>(row * side + column)] = f(-5 + column * step, -5 + row * step);
        benchmark::DoNotOptimize(values.data());
        benchmark::ClobberMemory();
    }
}
BENCHMARK(by_hand<polynomial_by_hand>)->Name("polynomial by hand")->Unit(benchmark::kMillisecond);
BENCHMARK(by_hand<transcendental_by_hand>)->Name("transcendental by hand")->Unit(benchmark::kMillisecond);

void typed(benchmark::State& state, const char* formula, int threads) {
    const ScalarField f = field(formula);
    for (auto _ : state) benchmark::DoNotOptimize(f.on_grid(square, side, side, threads).values.data());
}
BENCHMARK_CAPTURE(typed, polynomial, polynomial, 1)->Name("polynomial typed")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(typed, transcendental, transcendental, 1)
    ->Name("transcendental typed")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(typed, one_thread, transcendental, 1)
    ->Name("one thread")
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(typed, two_threads, transcendental, 2)
    ->Name("two threads")
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

void typed_gradient(benchmark::State& state, const char* formula) {
    const ScalarField f = field(formula);
    for (auto _ : state) benchmark::DoNotOptimize(f.with_gradient_on_grid(square, side, side).dx.values.data());
}
BENCHMARK_CAPTURE(typed_gradient, polynomial, polynomial)->Name("polynomial gradient")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(typed_gradient, transcendental, transcendental)
    ->Name("transcendental gradient")
    ->Unit(benchmark::kMillisecond);

[[maybe_unused]] const bool rows =
    at_least(0.7, "Polynomial on 512², typed against hand-written C++", "polynomial by hand", "polynomial typed") &&
    at_least(0.7, "Transcendental, typed against hand-written C++", "transcendental by hand", "transcendental typed") &&
    at_least(4, "Polynomial against numpy", "peer: numpy polynomial", "polynomial typed") &&
    at_least(3, "Transcendental against numpy", "peer: numpy transcendental", "transcendental typed") &&
    at_least(2, "Polynomial against numexpr", "peer: numexpr polynomial", "polynomial typed") &&
    at_least(2, "Transcendental against numexpr", "peer: numexpr transcendental", "transcendental typed") &&
    at_least(3, "Polynomial and gradient against numpy", "peer: numpy polynomial gradient", "polynomial gradient") &&
    at_least(3, "Transcendental and gradient against numpy", "peer: numpy transcendental gradient",
             "transcendental gradient") &&
    at_least(3.5, "Polynomial and gradient against torch", "peer: torch polynomial gradient", "polynomial gradient") &&
    at_least(3.5, "Transcendental and gradient against torch", "peer: torch transcendental gradient",
             "transcendental gradient") &&
    at_least(1.8, "A grid on two threads against one", "one thread", "two threads");

}  // namespace
}  // namespace eigenscape::bench
