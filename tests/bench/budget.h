// The performance budget as ratios between benchmarks of the same run, so that it says the same on any machine.
// Declare a row beside the benchmarks it compares; bench_main.cpp prints all rows after measuring.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace eigenscape::bench {

// time(reference) / time(ours) should be at least `wanted`; a reference of "peer: …" comes from peers.py.
struct Ratio {
    std::string work;
    std::string reference;
    std::string ours;
    double wanted;
};

// time(benchmark) should be at most `milliseconds` on the machine the budget was written for (2 cores, no GPU).
struct Limit {
    std::string work;
    std::string benchmark;
    double milliseconds;
};

struct Budget {
    std::vector<Ratio> ratios;
    std::vector<Limit> limits;
    std::vector<std::function<void()>> at_start;  // run by main, when all that is static has been made
};

// All rows declared so far, in no promised order across files.
Budget& budget();

inline bool at_least(double wanted, std::string work, std::string reference, std::string ours) {
    budget().ratios.push_back({std::move(work), std::move(reference), std::move(ours), wanted});
    return true;
}

inline bool at_most(double milliseconds, std::string work, std::string benchmark) {
    budget().limits.push_back({std::move(work), std::move(benchmark), milliseconds});
    return true;
}

// For benchmarks that are registered scene by scene.
inline bool at_start(std::function<void()> registers) {
    budget().at_start.push_back(std::move(registers));
    return true;
}

}  // namespace eigenscape::bench
