// The whole program as a script sees it: how long from the command to the finished file.
// Runs the program that was built beside the benchmarks; nothing is drawn on a display.
#include "tests/bench/budget.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace eigenscape::bench {
namespace {

void run(benchmark::State& state, const std::string& arguments) {
    const auto picture = std::filesystem::temp_directory_path() / "eigenscape-bench.png";
    const std::string command = "\"" EIGENSCAPE_PROGRAM "\" " + arguments + " -o \"" + picture.string() + "\"";
    for (auto _ : state) {
        if (std::system(command.c_str()) != 0) state.SkipWithError("the program failed");
    }
    std::filesystem::remove(picture);
}
BENCHMARK_CAPTURE(run, transform, "render transform")
    ->Name("render transform")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(run, loss_surface, "render loss-surface")
    ->Name("render loss-surface")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

[[maybe_unused]] const bool rows = at_most(250, "render transform to PNG, the whole process", "render transform") &&
                                   at_most(250, "render loss-surface to PNG, the whole process", "render loss-surface");

}  // namespace
}  // namespace eigenscape::bench
