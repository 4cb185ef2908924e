// Holds core against independently computed reference values: truth_check FILE… runs any files of tests/truth's schema.
// Read its last line: "N passed, M failed, K skipped"; the exit status is 1 when anything failed or could not be read.
#include "tests/truth_check/ops.h"

#include <exception>
#include <fstream>
#include <iostream>
#include <map>

namespace eigenscape::truth {
namespace {

struct Tally {
    int passed = 0, failed = 0, skipped = 0;
    std::map<std::string, int> unknown;  // ops that nothing computes yet, with how often they were met
};

std::map<std::string_view, Op> all_ops() {
    std::map<std::string_view, Op> table;
    for (const auto& topic : {matrix_ops(), calculus_ops(), optimize_ops(), system_ops(), distribution_ops(),
                              gaussian_ops(), inference_ops(), learn_ops(), network_ops(), taylor_ops()})
        for (const auto& op : topic) table[op.name] = op.run;
    return table;
}

Outcome run(const std::map<std::string_view, Op>& table, const Json& check) {
    const auto op = check.at("op").get<std::string>();
    const auto found = table.find(op);
    if (found == table.end()) return {Outcome::skipped, "nothing computes this yet"};
    try {
        return found->second(check);
    } catch (const std::exception& problem) {
        return {Outcome::failed, std::string("  stopped: ") + problem.what() + "\n"};
    }
}

void judge(const std::map<std::string_view, Op>& table, const Json& check, Tally& tally) {
    const Outcome outcome = run(table, check);
    const auto op = check.at("op").get<std::string>();
    if (outcome.verdict == Outcome::passed) ++tally.passed;
    if (outcome.verdict == Outcome::skipped) ++tally.skipped, ++tally.unknown[op];
    if (outcome.verdict == Outcome::failed) {
        ++tally.failed;
        std::cout << "FAILED " << check.value("id", "(no id)") << " (" << op << ") "
                  << words(check.value("input", Json{})) << "\n"
                  << outcome.message;
    }
}

void judge_file(const std::map<std::string_view, Op>& table, const char* path, Tally& tally) {
    try {
        std::ifstream file(path);
        if (!file) throw std::runtime_error("cannot be opened");
        const Json truth = Json::parse(file);
        for (const auto& check : truth.at("checks")) judge(table, check, tally);
    } catch (const std::exception& problem) {
        ++tally.failed;
        std::cout << "FAILED " << path << ": " << problem.what() << "\n";
    }
}

}  // namespace
}  // namespace eigenscape::truth

int main(int count, char** arguments) {
    using namespace eigenscape::truth;
    if (count < 2) {
        std::cerr << "usage: truth_check FILE...   (files such as tests/truth/matrices.json)\n";
        return 2;
    }
    const auto table = all_ops();
    Tally tally;
    for (int i = 1; i < count; ++i) judge_file(table, arguments[i], tally);
    for (const auto& [op, times] : tally.unknown) std::cout << "skipped " << op << " (" << times << " times)\n";
    std::cout << tally.passed << " passed, " << tally.failed << " failed, " << tally.skipped << " skipped\n";
    return tally.failed ? 1 : 0;
}
