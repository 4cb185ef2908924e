// Bayes' rule: beliefs before, how well each hypothesis expects what was seen, beliefs after.
// Evidence that no hypothesis allows is said to be impossible, never divided by.
#pragma once

#include "core/types.h"

#include <span>

namespace eigenscape {

struct Posterior {
    std::vector<double> posterior;  // sums to 1; empty while there is a problem
    double evidence = undefined;    // P(seen) = sum prior * likelihood, for priors scaled to sum 1
    std::vector<double> log_odds;   // ln(P/(1 - P)) after, each against all others; may be infinite
    std::string problem;            // empty, or a sentence
    bool impossible = false;        // the problem is that the evidence has probability 0
};

/// Priors need not sum to 1 (they are scaled); likelihoods are P(seen | hypothesis) >= 0, not necessarily <= 1.
Posterior bayes(std::span<const double> prior, std::span<const double> likelihood);
/// The same with ln likelihoods, for products of many observations that would underflow.
Posterior bayes_log(std::span<const double> prior, std::span<const double> log_likelihood);

/// A yes-or-no test. All three in [0, 1]; undefined (NaN) elsewhere and where the result it conditions on cannot
/// happen.
struct TestResult {
    double positive = undefined;                   // P(positive)
    double ppv = undefined;                        // P(ill | positive)
    double npv = undefined;                        // P(well | negative)
    double prior_odds = undefined;                 // P(ill) : P(well)
    double likelihood_ratio_positive = undefined;  // sensitivity / (1 - specificity)
    double likelihood_ratio_negative = undefined;  // (1 - sensitivity) / specificity
};
TestResult test_result(double prevalence, double sensitivity, double specificity);
/// P(ill) after so many positive and negative results that are independent given the state; undefined where impossible.
double after_tests(double prevalence, double sensitivity, double specificity, int positives, int negatives);

/// ln(p/(1 - p)), and back without overflow.
double log_odds(double p);
double probability_of(double log_odds);

/// A Beta(a, b) belief about a probability, after k successes in n trials: Beta(a + k, b + n - k).
struct BetaBelief {
    double a = undefined, b = undefined;
    double mean = undefined, variance = undefined;  // the mean is also the chance of success next time
    double mode =
        undefined;  // (a - 1)/(a + b - 2); the density's peak only where a, b > 1 (`peaked`), undefined at a + b = 2
    bool peaked = false;
};
BetaBelief beta_bernoulli(double a, double b, double successes, double trials);

/// A normal belief N(mean, sd) about a mean after data of known deviation sigma: precisions add. sd, sigma > 0.
struct NormalBelief {
    double mean = undefined, sd = undefined;
};
NormalBelief normal_normal(double mu0, double tau0, double sigma, std::span<const double> x);

}  // namespace eigenscape
