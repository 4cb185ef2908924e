// Every family of distributions.json: density, tails, quantiles, moments, and parameters that make no distribution.
// The files name parameters as core does; a refused parameter is met by the status "invalid_NAME".
#include "core/probability/distribution.h"
#include "tests/truth_check/ops.h"

namespace eigenscape::truth {
namespace {

Distribution distribution_of(Family family, const Json& input) {
    const auto& names = info(family).parameters;
    Distribution d = info(family).defaults;
    d.a = number(input.at(std::string(names[0])));
    if (!names[1].empty()) d.b = number(input.at(std::string(names[1])));
    return d;
}

// Of an interval either end may be named.
bool same_refusal(Family family, const std::string& got, const std::string& want) {
    return got == want ||
           (family == Family::uniform && want.rfind("invalid_", 0) == 0 && got.rfind("invalid_", 0) == 0);
}

bool judge_refusal(Ledger& ledger, const Distribution& d, const Json& check, const char* probability) {
    const auto refused = problem(d);
    std::string got = refused ? "invalid_" + std::string(refused->parameter) : "";
    const Json& input = check["input"];
    if (!refused && probability && !(number(input.at(probability)) >= 0 && number(input.at(probability)) <= 1))
        got = std::string("invalid_") + probability;
    const Json want = check["expect"].value("status", Json(""));
    if (!same_refusal(d.family, got, want.get<std::string>())) ledger.disagree("status", got, words(want));
    if (!got.empty() && refused && refused->message.empty()) ledger.disagree("message", "empty", "a sentence");
    return !got.empty();
}

template <Family family>
Outcome at_point(const Json& check) {
    Ledger ledger(check);
    const Json& input = check["input"];
    const Distribution d = distribution_of(family, input);
    const double x = number(input.at(info(family).discrete ? "k" : "x"));
    const double mass = density(d, x), log_mass = log_density(d, x);
    const Json got{{"pdf", mass},      {"pmf", mass},      {"logpdf", log_mass}, {"logpmf", log_mass},
                   {"cdf", cdf(d, x)}, {"sf", tail(d, x)}, {"mean", mean(d)},    {"variance", variance(d)}};
    if (judge_refusal(ledger, d, check, nullptr)) {
        ledger.meets("density", mass, "undefined");
        ledger.meets("cdf", cdf(d, x), "undefined");
        return ledger.outcome();
    }
    for (const auto& [key, want] : check["expect"].items())
        if (got.contains(key)) ledger.meets(key, number(got[key]), want);
        else ledger.disagree(key, "not computed", words(want));
    return ledger.outcome();
}

template <Family family>
Outcome at_probability(const Json& check) {
    Ledger ledger(check);
    const Json& input = check["input"];
    const char* name = input.contains("q") ? "q" : "p";
    const Distribution d = distribution_of(family, input);
    const double found = quantile(d, number(input.at(name)));
    if (judge_refusal(ledger, d, check, name)) {
        ledger.meets("quantile", found, "undefined");
        return ledger.outcome();
    }
    for (const auto& [key, want] : check["expect"].items()) ledger.meets(key, found, want);
    return ledger.outcome();
}

template <Family family>
Outcome moments(const Json& check) {
    Ledger ledger(check);
    const Distribution d = distribution_of(family, check["input"]);
    if (judge_refusal(ledger, d, check, nullptr)) return ledger.outcome();
    const Json& want = check["expect"];
    if (want.contains("mean")) ledger.meets("mean", mean(d), want["mean"]);
    if (want.contains("variance")) ledger.meets("variance", variance(d), want["variance"]);
    return ledger.outcome();
}

template <Family family>
void add(std::vector<NamedOp>& ops, std::string_view name, std::string_view quantile, std::string_view moment) {
    ops.push_back({name, at_point<family>});
    ops.push_back({quantile, at_probability<family>});
    ops.push_back({moment, moments<family>});
}

}  // namespace

std::vector<NamedOp> distribution_ops() {
    std::vector<NamedOp> ops;
    add<Family::normal>(ops, "normal", "normal_quantile", "normal_moments");
    add<Family::uniform>(ops, "uniform", "uniform_quantile", "uniform_moments");
    add<Family::exponential>(ops, "exponential", "exponential_quantile", "exponential_moments");
    add<Family::gamma>(ops, "gamma", "gamma_quantile", "gamma_moments");
    add<Family::beta>(ops, "beta", "beta_quantile", "beta_moments");
    add<Family::student_t>(ops, "student_t", "student_t_quantile", "student_t_moments");
    add<Family::chi_squared>(ops, "chi_squared", "chi_squared_quantile", "chi_squared_moments");
    add<Family::cauchy>(ops, "cauchy", "cauchy_quantile", "cauchy_moments");
    add<Family::binomial>(ops, "binomial", "binomial_quantile", "binomial_moments");
    add<Family::poisson>(ops, "poisson", "poisson_quantile", "poisson_moments");
    return ops;
}

}  // namespace eigenscape::truth
