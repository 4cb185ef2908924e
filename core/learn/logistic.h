// Logistic regression: the chance of "yes" as a sigmoid of a plane, fitted by Newton's method with every iterate kept.
// Separable data have no finite fit: `status` says so, and the last plane stays for drawing.
#pragma once

#include "core/linalg/dynamic.h"

#include <string_view>

namespace eigenscape {

enum class LogisticStatus {
    converged,
    perfectly_separable,  // some plane has every point strictly on its side: the slopes grow without bound
    quasi_separable,      // some plane has no point on the wrong side but some upon it: likewise
    single_class,         // every answer is the same
    rank_deficient,       // constant or collinear columns: the coefficients are not unique
    not_converged,        // Newton's method did not settle in 100 steps
    not_finite,           // nothing computed: see `problem`
};

/// "converged", "perfectly separable", ...
std::string_view words(LogisticStatus status);

struct Logistic {
    LogisticStatus status = LogisticStatus::not_finite;
    VecX beta;                          // intercept first
    VecX standard_errors;               // square roots of the diagonal of the inverse information; when converged
    MatX covariance;                    // the inverse information (X^T W X)^-1; when converged
    VecX p;                             // fitted P(y = 1) for each row
    double log_likelihood = undefined;  // without the penalty; the deviance is -2 times this
    std::vector<VecX> history;          // the iterates, from zero on
    std::string problem;                // empty when converged, else a sentence

    /// Steps taken until the iterate was within 1e-10 of the fit: the next step, also in `history`, was shorter than
    /// that.
    int iterations() const { return static_cast<int>(history.size()) - 2; }
};

/// X is n x p without a column of ones, y holds 0 and 1. penalty >= 0 times half the squared slopes (not the intercept)
/// is subtracted from the log-likelihood; with a positive one every fit converges. Separation is certified, not
/// guessed: perfect by an iterate that separates, quasi by the direction in which the iterates run away.
Logistic fit_logistic(const MatX& X, const VecX& y, double penalty = 0);

/// Mean log-loss of given coefficients (intercept first) and its gradient X^T (p - y)/n. Stable for any score.
struct LogLoss {
    double mean = undefined;
    VecX gradient;
};
LogLoss log_loss(const MatX& X, const VecX& y, const VecX& beta);

}  // namespace eigenscape
