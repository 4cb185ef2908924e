// Formulas set anew: the longest that a lesson shows, with live numbers that change each time, so that nothing is
// remembered. Then the same formula asked for again, and a paragraph.
#include "tests/bench/budget.h"
#include "viz/tex/typeset.h"

#include <benchmark/benchmark.h>

#include <string>

namespace eigenscape::bench {
namespace {

constexpr const char* longest =
    R"(\begin{aligned} A v &= \begin{bmatrix} \num{A[0][0]: .2f} & \num{A[0][1]: .2f} \\ \num{A[1][0]: .2f} & \num{A[1][1]: .2f} \end{bmatrix})"
    R"(\begin{bmatrix} \color{first}{\num{v[0]: .2f}} \\ \color{second}{\num{v[1]: .2f}} \end{bmatrix} = \color{special}{\lambda} v \\)"
    R"( \lambda_{1,2} &= \frac{\operatorname{tr} A \pm \sqrt{(\operatorname{tr} A)^2 - 4 \det A}}{2} = \num{root: .3f} \end{aligned})";

constexpr const char* paragraph =
    R"(The gradient $\nabla f(x) = \left(\frac{\partial f}{\partial x}, \frac{\partial f}{\partial y}\right)$ points uphill, so a step of )"
    R"(size $\eta = \num{rate:.3f}$ against it goes down: $x_{t+1} = x_t - \eta\,\nabla f(x_t)$. Where it vanishes the ground is flat.)";

void set_anew(benchmark::State& state) {
    double k = 0;
    for (auto _ : state) {
        k += 0.01;
        const std::string tex = with_numbers(longest, [&](std::string_view) { return k; });
        benchmark::DoNotOptimize(typeset(tex, 18));
    }
}
BENCHMARK(set_anew)->Name("longest formula set anew")->Unit(benchmark::kMicrosecond);
const bool within = at_most(0.1, "a lesson's longest formula, set anew", "longest formula set anew");

void set_again(benchmark::State& state) {
    const std::string tex = with_numbers(longest, [](std::string_view) { return 1.0; });
    for (auto _ : state) benchmark::DoNotOptimize(typeset(tex, 18));
}
BENCHMARK(set_again)->Name("longest formula asked for again")->Unit(benchmark::kMicrosecond);

void paragraph_anew(benchmark::State& state) {
    double k = 0;
    for (auto _ : state) {
        k += 0.001;
        const std::string text = with_numbers(paragraph, [&](std::string_view) { return k; });
        benchmark::DoNotOptimize(typeset_prose(text, 14, 320));
    }
}
BENCHMARK(paragraph_anew)->Name("paragraph set anew")->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace eigenscape::bench
