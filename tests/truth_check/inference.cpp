// What data say of parameters: maximum likelihood and Bayes' rule, each op of mle_bayes.json.
// A log-likelihood "unbounded (...)" is met by infinity, a status by the problem that core states.
#include "core/probability/bayes.h"
#include "core/probability/likelihood.h"
#include "core/probability/summary.h"
#include "tests/truth_check/ops.h"

#include <algorithm>
#include <cmath>

namespace eigenscape::truth {
namespace {

using Named = std::vector<std::pair<std::string, double>>;

Outcome compared(const Json& check, const Named& got) {
    Ledger ledger(check);
    for (const auto& [key, want] : check["expect"].items()) {
        const auto found = std::find_if(got.begin(), got.end(), [&](const auto& entry) { return entry.first == key; });
        if (key == "status") continue;
        if (found == got.end()) ledger.disagree(key, "not computed", words(want));
        else ledger.meets(key, found->second, want);
    }
    return ledger.outcome();
}

// Where the file only states a status, core must have a problem to state.
Outcome judged(const Json& check, const std::string& problem, const Named& got) {
    if (check["expect"].contains("status") && problem.empty())
        return {Outcome::failed, "  status: got no problem, want " + words(check["expect"]["status"]) + "\n"};
    return compared(check, got);
}

Outcome normal_mle(const Json& check) {
    const auto x = list_of(check["input"].at("x"));
    const Fit fit = most_likely(Family::normal, x);
    const Summary s = summary(x);
    return judged(check, fit.problem,
                  {{"mu", fit.fitted.a},
                   {"sigma_mle", fit.fitted.b},
                   {"sigma2_mle", s.population_variance},
                   {"sigma2_unbiased", s.variance},
                   {"loglik", fit.log_likelihood}});
}

Outcome bernoulli_mle(const Json& check) {
    Ledger ledger(check);
    const Json& want = check["expect"];
    const BernoulliFit fit = bernoulli_fit(number(check["input"].at("k")), number(check["input"].at("n")));
    if (want.contains("status")) ledger.meets("p", fit.p, "undefined");
    if (want.contains("p")) ledger.meets("p", fit.p, want["p"]);
    if (want.contains("loglik")) ledger.meets("loglik", fit.log_likelihood, want["loglik"]);
    if (want.contains("se")) ledger.meets("se", fit.standard_error, want["se"]);
    if (want.contains("wilson95")) ledger.close("wilson95", Json{fit.wilson_low, fit.wilson_high}, want["wilson95"]);
    return ledger.outcome();
}

template <Family family>
Outcome rate_mle(const Json& check) {
    const Fit fit = most_likely(family, list_of(check["input"].at("x")));
    return judged(check, fit.problem,
                  {{"lambda", fit.fitted.a},
                   {"rate", fit.fitted.a},
                   {"mean", 1 / fit.fitted.a},
                   {"a", fit.fitted.a},
                   {"b", fit.fitted.b},
                   {"theta", fit.fitted.b},
                   {"loglik", fit.log_likelihood}});
}

Outcome bayes_test(const Json& check) {
    const Json& input = check["input"];
    const double prevalence = number(input.at("prevalence")), sensitivity = number(input.at("sensitivity")),
                 specificity = number(input.at("specificity"));
    const TestResult r = test_result(prevalence, sensitivity, specificity);
    return judged(check, std::isnan(r.ppv) ? "impossible" : "",
                  {{"p_positive", r.positive},
                   {"ppv", r.ppv},
                   {"npv", r.npv},
                   {"posterior_after_two_positives", after_tests(prevalence, sensitivity, specificity, 2, 0)}});
}

Outcome beta_bernoulli_check(const Json& check) {
    const Json& in = check["input"];
    const BetaBelief b = beta_bernoulli(number(in.at("a")), number(in.at("b")), number(in.at("k")), number(in.at("n")));
    return judged(check, std::isnan(b.a) ? "refused" : "",
                  {{"a_post", b.a},
                   {"b_post", b.b},
                   {"mean", b.mean},
                   {"variance", b.variance},
                   {"mode", b.mode},
                   {"predictive_next_success", b.mean}});
}

Outcome normal_normal_check(const Json& check) {
    const Json& in = check["input"];
    const NormalBelief b =
        normal_normal(number(in.at("mu0")), number(in.at("tau0")), number(in.at("sigma")), list_of(in.at("x")));
    return judged(check, std::isnan(b.sd) ? "refused" : "", {{"mean", b.mean}, {"sd", b.sd}});
}

Outcome bayes_discrete(const Json& check) {
    Ledger ledger(check);
    const Json& want = check["expect"];
    const Posterior after = bayes(list_of(check["input"].at("prior")), list_of(check["input"].at("likelihood")));
    if (want.contains("status")) {
        const char* status = after.impossible ? "impossible_evidence" : after.problem.empty() ? "" : "refused";
        if (want["status"] == "impossible_evidence") ledger.same("status", status, want["status"]);
        else if (after.problem.empty()) ledger.disagree("status", "no problem", words(want["status"]));
    }
    if (want.contains("posterior")) ledger.close("posterior", Json(after.posterior), want["posterior"]);
    if (want.contains("evidence")) ledger.meets("evidence", after.evidence, want["evidence"]);
    return ledger.outcome();
}

}  // namespace

std::vector<NamedOp> inference_ops() {
    return {{"normal_mle", normal_mle},
            {"bernoulli_mle", bernoulli_mle},
            {"poisson_mle", rate_mle<Family::poisson>},
            {"exponential_mle", rate_mle<Family::exponential>},
            {"uniform_mle", rate_mle<Family::uniform>},
            {"bayes_test", bayes_test},
            {"beta_bernoulli", beta_bernoulli_check},
            {"normal_normal", normal_normal_check},
            {"bayes_discrete", bayes_discrete}};
}

}  // namespace eigenscape::truth
