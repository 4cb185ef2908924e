// Training steps and random draws: what a network scene and a histogram of a million draws have to pay.
// The training step is that of peers.py: 2-8-8-1, tanh, 500 points, full batch, Adam.
#include "core/learn/training.h"
#include "core/probability/draws.h"
#include "tests/bench/budget.h"

#include <benchmark/benchmark.h>

namespace eigenscape {
namespace {

Examples four_quarters() {
    const Stream stream(1);
    MatX X(500, 2), T(500, 1);
    for (Eigen::Index i = 0; i < 500; ++i) {
        X.row(i) << stream.normal(static_cast<std::uint64_t>(2 * i)),
            stream.normal(static_cast<std::uint64_t>(2 * i + 1));
        T(i, 0) = X(i, 0) * X(i, 1) > 0;
    }
    return {X, T};
}

void training(benchmark::State& state) {
    const Examples examples = four_quarters();
    const TrainingRule rule;
    Training training = begin_training(random_network({2, {8, 8}, 1, Activation::tanh, Activation::sigmoid}, 3));
    constexpr int steps = 100;
    for (auto _ : state) train(training, examples, rule, steps);
    state.SetLabel("100 steps, 2-8-8-1 on 500 points");
    state.counters["steps/s"] =
        benchmark::Counter(static_cast<double>(state.iterations()) * steps, benchmark::Counter::kIsRate);
}

void plane(benchmark::State& state) {
    const Network network = random_network({2, {8, 8}, 1, Activation::tanh, Activation::sigmoid}, 3);
    const MatX X = MatX::Random(40'000, 2);
    for (auto _ : state) benchmark::DoNotOptimize(answers(network, X));
    state.SetLabel("40,000 answers of 2-8-8-1");
}

void million(benchmark::State& state, Distribution d) {
    const Sampler from = sampler(d);
    for (auto _ : state) benchmark::DoNotOptimize(draws(from, 1, 1'000'000));
    state.SetLabel("a million draws");
}

// What the picture of sample means draws anew for each size of the sample.
void means(benchmark::State& state, int threads) {
    const Sampler from = sampler(info(Family::exponential).defaults);
    for (auto _ : state) benchmark::DoNotOptimize(sample_means(from, 1, 30, 20'000, threads));
    state.SetLabel("20,000 means of 30 draws");
}

BENCHMARK(training)->Name("network 100 steps")->Unit(benchmark::kMillisecond);
BENCHMARK(plane)->Name("network plane")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(means, one_thread, 1)->Name("sample means, one thread")->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(means, two_threads, 2)
    ->Name("sample means, two threads")
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(million, normal, info(Family::normal).defaults)
    ->Name("normal draws")
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(million, exponential, info(Family::exponential).defaults)
    ->Name("exponential draws")
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(million, gamma, info(Family::gamma).defaults)
    ->Name("gamma draws")
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

[[maybe_unused]] const bool budgeted =
    bench::at_most(5, "100 training steps of a 2-8-8-1 network on 500 points (20,000 a second)", "network 100 steps") &&
    bench::at_least(1.5, "Training against numpy", "peer: numpy training 100 steps", "network 100 steps") &&
    bench::at_least(1.8, "Sample means on two threads against one", "sample means, one thread",
                    "sample means, two threads");

}  // namespace
}  // namespace eigenscape
