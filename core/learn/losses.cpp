// Each in the form that neither overflows nor loses the small result beside the large one.
// Goodfellow, Bengio and Courville, "Deep Learning", 4.1 and 6.2.2.
#include "core/learn/losses.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

double ratio(int part, int whole) { return whole > 0 ? static_cast<double>(part) / whole : undefined; }

}  // namespace

double sigmoid(double score) {
    const double e = std::exp(-std::abs(score));
    return score >= 0 ? 1 / (1 + e) : e / (1 + e);
}
double softplus(double score) { return std::max(score, 0.0) + std::log1p(std::exp(-std::abs(score))); }
double log_sigmoid(double score) { return -softplus(-score); }

double log_loss(double score, double target) {
    // target for 1 and (1 - target) for 0, so that a right and certain answer keeps its digits
    return target * softplus(-score) + (1 - target) * softplus(score);
}

double mean_log_loss(std::span<const double> scores, std::span<const double> targets) {
    if (scores.empty() || scores.size() != targets.size()) return undefined;
    double sum = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) sum += log_loss(scores[i], targets[i]);
    return sum / static_cast<double>(scores.size());
}

double log_sum_exp(std::span<const double> scores) {
    if (scores.empty()) return -infinity;
    const double largest = *std::ranges::max_element(scores);
    if (!std::isfinite(largest)) return largest;
    double sum = 0;
    for (const double s : scores) sum += std::exp(s - largest);
    return largest + std::log(sum);
}

std::vector<double> softmax(std::span<const double> scores) {
    std::vector<double> shares;
    if (scores.empty()) return shares;
    const double largest = *std::ranges::max_element(scores);
    double sum = 0;
    for (const double s : scores) shares.push_back(std::exp(s - largest)), sum += shares.back();
    for (double& share : shares) share /= sum;
    return shares;
}

double softmax_loss(std::span<const double> scores, std::size_t truth) {
    return truth < scores.size() ? log_sum_exp(scores) - scores[truth] : undefined;
}

double mean_squared_error(std::span<const double> predicted, std::span<const double> target) {
    if (predicted.empty() || predicted.size() != target.size()) return undefined;
    double sum = 0;
    for (std::size_t i = 0; i < predicted.size(); ++i) sum += (predicted[i] - target[i]) * (predicted[i] - target[i]);
    return sum / static_cast<double>(predicted.size());
}

double Confusion::accuracy() const {
    return ratio(true_positive + true_negative, true_positive + true_negative + false_positive + false_negative);
}
double Confusion::precision() const { return ratio(true_positive, true_positive + false_positive); }
double Confusion::recall() const { return ratio(true_positive, true_positive + false_negative); }

Confusion confusion(std::span<const double> scores, std::span<const double> targets, double threshold) {
    Confusion c;
    for (std::size_t i = 0; i < std::min(scores.size(), targets.size()); ++i) {
        const bool said = scores[i] > threshold, is = targets[i] > 0.5;
        ++(said ? (is ? c.true_positive : c.false_positive) : (is ? c.false_negative : c.true_negative));
    }
    return c;
}

}  // namespace eigenscape
