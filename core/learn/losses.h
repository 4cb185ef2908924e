// How wrong a prediction is, from scores before any squashing, so that a score of 800 gives 800 and not infinity.
// Natural logarithms throughout; "score" is what goes into the sigmoid or the softmax.
#pragma once

#include "core/types.h"

#include <span>

namespace eigenscape {

double sigmoid(double score);      // 1/(1 + e^-score), without overflow
double softplus(double score);     // ln(1 + e^score)
double log_sigmoid(double score);  // -softplus(-score)

/// -ln P(target) for P(1) = sigmoid(score); target in [0, 1]: softplus(score) - target * score.
double log_loss(double score, double target);

/// The mean log-loss over scores and targets of the same length; undefined (NaN) without any.
double mean_log_loss(std::span<const double> scores, std::span<const double> targets);

/// ln sum e^score, and e^score over that sum: shifted by the largest score. -infinity and empty for no scores.
double log_sum_exp(std::span<const double> scores);
std::vector<double> softmax(std::span<const double> scores);

/// -ln of the softmax at `truth` (0 .. count - 1; NaN elsewhere); the gradient by the scores is softmax less one-hot.
double softmax_loss(std::span<const double> scores, std::size_t truth);

double mean_squared_error(std::span<const double> predicted, std::span<const double> target);

/// Right and wrong answers of "score > threshold" against targets of 0 and 1.
struct Confusion {
    int true_positive = 0, false_positive = 0, true_negative = 0, false_negative = 0;
    double accuracy() const;   // undefined (NaN) without points
    double precision() const;  // undefined where nothing was called positive
    double recall() const;     // undefined where nothing is positive
};
Confusion confusion(std::span<const double> scores, std::span<const double> targets, double threshold = 0);

}  // namespace eigenscape
