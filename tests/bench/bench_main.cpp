// Runs Google Benchmark and then prints the performance budget (budget.h) from the times just measured.
// --peers=FILE reads the times that peers.py took of numpy and others; --budget=FILE writes the rows as JSON as well.
#include "tests/bench/budget.h"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace eigenscape::bench {

Budget& budget() {
    static Budget all;
    return all;
}

namespace {

using Milliseconds = std::map<std::string, double, std::less<>>;

// Prints as usual and keeps each benchmark's best time. A name ending in /real_time is measured by the wall clock.
class Keeper : public benchmark::ConsoleReporter {
  public:
    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs) {
            if (run.error_occurred || run.run_type != Run::RT_Iteration) continue;
            std::string name = run.run_name.function_name + (run.run_name.args.empty() ? "" : "/" + run.run_name.args);
            const bool wall = !run.run_name.time_type.empty();
            const double seconds = wall ? run.real_accumulated_time : run.cpu_accumulated_time;
            const double milliseconds = 1e3 * seconds / static_cast<double>(run.iterations);
            const auto [place, is_new] = times.emplace(std::move(name), milliseconds);
            if (!is_new) place->second = std::min(place->second, milliseconds);
        }
    }
    Milliseconds times;
};

std::optional<double> find(const Milliseconds& times, std::string_view name) {
    const auto place = times.find(name);
    return place == times.end() ? std::nullopt : std::optional(place->second);
}

// {"peers": {"peer: numpy …": milliseconds}}, as peers.py writes it.
void read_peers(const std::string& file, Milliseconds& times) {
    std::ifstream in(file);
    const auto json = nlohmann::json::parse(in, nullptr, false);
    if (!json.is_object() || !json.contains("peers")) {
        std::fprintf(stderr, "%s holds no peers' times: make it with ./dev bench --peers\n", file.c_str());
        return;
    }
    for (const auto& [name, value] : json["peers"].items()) times[name] = value.get<double>();
}

// Padded to the table's first column; counts characters, not UTF-8's bytes.
std::string cell(std::string words) {
    constexpr long column = 66;
    const auto characters =
        std::ranges::count_if(words, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    return words.append(static_cast<std::size_t>(std::max(0L, column - static_cast<long>(characters))), ' ');
}

const char* verdict(bool met) { return met ? "met" : "MISSED"; }

nlohmann::json report_ratios(const Milliseconds& times) {
    nlohmann::json rows = nlohmann::json::array();
    std::printf("\n%s %8s %8s\n", cell("Ratios (higher is better)").c_str(), "wanted", "measured");
    for (const Ratio& row : budget().ratios) {
        const auto reference = find(times, row.reference), ours = find(times, row.ours);
        if (!reference || !ours) {
            std::printf("%s %8.2f %8s  (%s)\n", cell(row.work).c_str(), row.wanted, "–",
                        (reference ? row.ours : row.reference).c_str());
            continue;
        }
        const double ratio = *reference / *ours;
        std::printf("%s %8.2f %8.2f  %s\n", cell(row.work).c_str(), row.wanted, ratio, verdict(ratio >= row.wanted));
        rows.push_back({{"work", row.work}, {"wanted", row.wanted}, {"measured", ratio}, {"met", ratio >= row.wanted}});
    }
    return rows;
}

nlohmann::json report_limits(const Milliseconds& times) {
    nlohmann::json rows = nlohmann::json::array();
    std::printf("\n%s %8s %8s\n", cell("Times in ms (lower is better; the budget is for 2 cores, no GPU)").c_str(),
                "wanted", "measured");
    for (const Limit& row : budget().limits) {
        const auto time = find(times, row.benchmark);
        if (!time) continue;
        const bool met = *time <= row.milliseconds;
        std::printf("%s %8.2f %8.2f  %s\n", cell(row.work).c_str(), row.milliseconds, *time, verdict(met));
        rows.push_back({{"work", row.work}, {"wanted_ms", row.milliseconds}, {"measured_ms", *time}, {"met", met}});
    }
    return rows;
}

// Takes "--name=value" out of the arguments that Google Benchmark will read.
std::string take_option(int& count, char** arguments, std::string_view name) {
    for (int i = 1; i < count; ++i) {
        const std::string_view argument = arguments[i];
        if (!argument.starts_with(name)) continue;
        std::string value(argument.substr(name.size()));
        std::copy(arguments + i + 1, arguments + count + 1, arguments + i);
        --count;
        return value;
    }
    return {};
}

}  // namespace
}  // namespace eigenscape::bench

int main(int argc, char** argv) {
    using namespace eigenscape::bench;
    const std::string peers = take_option(argc, argv, "--peers=");
    const std::string report = take_option(argc, argv, "--budget=");
    for (const auto& registers : budget().at_start) registers();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    Keeper keeper;
    benchmark::RunSpecifiedBenchmarks(&keeper);
    if (!peers.empty()) read_peers(peers, keeper.times);
    const nlohmann::json rows = {{"ratios", report_ratios(keeper.times)}, {"limits", report_limits(keeper.times)}};
    if (!report.empty() && !(std::ofstream(report) << rows.dump(4) << '\n')) {
        std::fprintf(stderr, "The budget could not be written to %s.\n", report.c_str());
        return 1;
    }
    benchmark::Shutdown();
}
