// One or two test results taken in one after the other: the beliefs between, and where the evidence step stands in
// time. `moment_of` tells which step is shown and how far its strips have slid; all of it is plain numbers.
#pragma once

#include "viz/view.h"

#include <utility>
#include <vector>

namespace eigenscape {

struct BayesTest {
    double sensitivity = 1, specificity = 1;
};

// From the belief before one result to the belief after it.
struct BayesStep {
    double prior = 0.5;
    BayesTest test;
    bool positive = true;
    double evidence = 1;           // P(this result)
    double posterior = undefined;  // undefined where the result is impossible
    double likelihood_yes() const { return positive ? test.sensitivity : 1 - test.sensitivity; }
    double likelihood_no() const { return positive ? 1 - test.specificity : test.specificity; }
    double joint_yes() const { return prior * likelihood_yes(); }
    double joint_no() const { return (1 - prior) * likelihood_no(); }
    double ratio() const;  // of the likelihoods; infinite for x : 0, undefined for 0 : 0
    bool possible() const { return evidence > 0; }
};

double odds_of(double probability);  // infinite for 1

struct BayesRun {
    double prior = 0.5;
    BayesTest test;
    std::vector<bool> results{};
    std::vector<BayesStep> steps{};                   // up to the first impossible result
    double likelihood = 1, likelihood_otherwise = 1;  // of all results together
    double likelihood_ratio = 1;
    double evidence = 1;           // P(all results)
    double posterior = undefined;  // the prior where there is no result
    bool impossible() const { return evidence == 0; }
    double prior_odds() const { return odds_of(prior); }
    double posterior_odds() const { return odds_of(posterior); }
};
BayesRun bayes_run(double prior, const BayesTest& test, const std::vector<bool>& results);

// What does not fit the result fades, the rest slides together with its areas kept, and is stretched to a whole.
struct BayesMoment {
    enum class Stage { before, rule_out, together, stretched };
    BayesStep step;
    bool known = false;  // is there a result at all?
    int index = 0;       // of the step
    Stage stage = Stage::before;
    double ruled_out = 0, together = 0, stretch = 0;  // each from 0 to 1, eased
    std::pair<Box2, Box2> strips() const;  // those who fit the result: yes, and otherwise; in the unit square
};
BayesMoment moment_of(const BayesRun& run, double t);

}  // namespace eigenscape
