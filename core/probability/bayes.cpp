// Products are formed relative to the largest, so that a thousand observations do not underflow.
// Gelman et al., "Bayesian Data Analysis", chapter 2.
#include "core/probability/bayes.h"

#include "core/probability/summary.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace eigenscape {
namespace {

std::string problem_of(std::span<const double> prior, std::size_t likelihoods) {
    if (prior.empty() || prior.size() != likelihoods) return "Give one likelihood for each hypothesis.";
    if (!std::ranges::all_of(prior, [](double p) { return p >= 0 && std::isfinite(p); }))
        return "A prior is negative or not a number: give each hypothesis a chance from 0 to 1.";
    const double total = std::accumulate(prior.begin(), prior.end(), 0.0);
    return total > 0 ? "" : "All priors are 0: give at least one hypothesis a chance.";
}

bool is_probability(double p) { return p >= 0 && p <= 1; }

}  // namespace

Posterior bayes(std::span<const double> prior, std::span<const double> likelihood) {
    std::vector<double> logs;
    for (const double x : likelihood) logs.push_back(x >= 0 ? std::log(x) : undefined);
    Posterior after = bayes_log(prior, logs);
    if (!after.problem.empty()) return after;
    // once more without logarithms, whose rounding shows in the last digits
    const double largest = *std::ranges::max_element(likelihood);
    double total = 0, weight = 0;
    for (std::size_t i = 0; i < prior.size(); ++i) weight += prior[i];
    for (std::size_t i = 0; i < prior.size(); ++i) total += after.posterior[i] = prior[i] * (likelihood[i] / largest);
    if (total == 0) return bayes_log(prior, logs);
    for (double& p : after.posterior) p /= total;
    after.evidence = total / weight * largest;
    return after;
}

Posterior bayes_log(std::span<const double> prior, std::span<const double> log_likelihood) {
    Posterior after;
    after.problem = problem_of(prior, log_likelihood.size());
    if (after.problem.empty() && !std::ranges::all_of(log_likelihood, [](double x) { return x < infinity; }))
        after.problem = "A likelihood is negative or not a number.";
    if (!after.problem.empty()) return after;
    std::vector<double> joint;
    for (std::size_t i = 0; i < prior.size(); ++i) joint.push_back(std::log(prior[i]) + log_likelihood[i]);
    const double largest = *std::ranges::max_element(joint);
    if (largest == -infinity) {
        after.impossible = true;
        after.evidence = 0;
        after.problem = "Impossible evidence: no hypothesis with a chance allows what was seen.";
        return after;
    }
    double total = 0;
    for (const double j : joint) after.posterior.push_back(std::exp(j - largest)), total += after.posterior.back();
    for (double& p : after.posterior) p /= total;
    const double weight = std::accumulate(prior.begin(), prior.end(), 0.0);
    after.evidence = std::exp(largest + std::log(total) - std::log(weight));
    for (std::size_t i = 0; i < joint.size(); ++i) {
        double others = 0;
        for (std::size_t k = 0; k < joint.size(); ++k) others += k == i ? 0 : std::exp(joint[k] - largest);
        // cppcheck-suppress invalidFunctionArg  // without others it is certain: infinite
        after.log_odds.push_back(joint[i] - largest - std::log(others));
    }
    return after;
}

TestResult test_result(double prevalence, double sensitivity, double specificity) {
    TestResult r;
    if (!is_probability(prevalence) || !is_probability(sensitivity) || !is_probability(specificity)) return r;
    const double ill = prevalence, well = 1 - prevalence;
    const double caught = ill * sensitivity, alarm = well * (1 - specificity);
    const double cleared = well * specificity, missed = ill * (1 - sensitivity);
    const auto ratio = [](double above, double below) { return above == 0 && below == 0 ? undefined : above / below; };
    r.positive = caught + alarm;
    r.ppv = ratio(caught, caught + alarm);
    r.npv = ratio(cleared, cleared + missed);
    r.prior_odds = ratio(ill, well);
    r.likelihood_ratio_positive = ratio(sensitivity, 1 - specificity);
    r.likelihood_ratio_negative = ratio(1 - sensitivity, specificity);
    return r;
}

double after_tests(double prevalence, double sensitivity, double specificity, int positives, int negatives) {
    if (!is_probability(prevalence) || !is_probability(sensitivity) || !is_probability(specificity)) return undefined;
    if (positives < 0 || negatives < 0) return undefined;
    const auto joint = [&](double prior, double positive, double negative) {
        const auto times = [](int n, double p) { return n == 0 ? 0 : n * std::log(p); };
        return std::log(prior) + times(positives, positive) + times(negatives, negative);
    };
    const double ill = joint(prevalence, sensitivity, 1 - sensitivity);
    const double well = joint(1 - prevalence, 1 - specificity, specificity);
    if (ill == -infinity && well == -infinity) return undefined;
    return probability_of(ill - well);
}

double log_odds(double p) { return is_probability(p) ? std::log(p) - std::log1p(-p) : undefined; }

double probability_of(double log_odds) {
    if (log_odds >= 0) return 1 / (1 + std::exp(-log_odds));
    const double odds = std::exp(log_odds);
    return odds / (1 + odds);
}

BetaBelief beta_bernoulli(double a, double b, double successes, double trials) {
    BetaBelief belief;
    if (!(a > 0 && b > 0 && successes >= 0 && trials >= successes)) return belief;
    belief.a = a + successes;
    belief.b = b + (trials - successes);
    const double total = belief.a + belief.b;
    belief.mean = belief.a / total;
    belief.variance = belief.a / total * (belief.b / total) / (total + 1);
    if (total != 2) belief.mode = (belief.a - 1) / (total - 2);
    belief.peaked = belief.a > 1 && belief.b > 1;
    return belief;
}

NormalBelief normal_normal(double mu0, double tau0, double sigma, std::span<const double> x) {
    if (!(tau0 > 0 && sigma > 0) || !std::isfinite(mu0)) return {};
    if (x.empty()) return {mu0, tau0};
    const double before = 1 / (tau0 * tau0), data = static_cast<double>(x.size()) / (sigma * sigma);
    const double total = before + data;
    return {before / total * mu0 + data / total * summary(x).mean, 1 / std::sqrt(total)};
}

}  // namespace eigenscape
