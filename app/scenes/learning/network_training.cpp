// One forward pass per step tells loss and accuracy; the step itself is core's.
// Weights beyond a million are the end of a training: their pictures would show nothing.
#include "app/scenes/learning/network_training.h"

#include "core/learn/losses.h"

#include <cmath>

namespace eigenscape {
namespace {

constexpr double largest_weight = 1e6;
constexpr std::size_t most_training_bytes = 64'000'000;
constexpr int steps_ahead = 400;

using Trainings = Recordings<TrainingOrder, TrainingMoment>;

Trainings& trainings() {
    static Trainings kept(most_training_bytes);
    return kept;
}

bool in_bounds(const Network& network) {
    for (const double p : network.parameters)
        if (!(std::abs(p) <= largest_weight)) return false;
    return true;
}

// Everything that a step needs, in the hands of the run.
struct TrainingRows {
    TrainingOrder order;
    MatX X;
    VecX t;

    TrainingMoment told(Training training) const {
        const Score now = score(training.network, X, t);
        return {std::move(training), now.loss, now.accuracy, -1};
    }
    TrainingMoment next(const TrainingMoment& before) const {
        if (before.broke_at >= 0) return before;
        Training training = before.training;
        train(training, order.examples, order.rule, 1);
        TrainingMoment after = told(std::move(training));
        if (in_bounds(after.training.network) && std::isfinite(after.loss)) return after;
        after = before;
        after.broke_at = before.training.steps + 1;
        return after;
    }
};

}  // namespace

TrainingRun training_run(const TrainingOrder& order, const MatX& X, const VecX& t) {
    const auto begin = [&] {
        const auto lesson = std::make_shared<const TrainingRows>(TrainingRows{order, X, t});
        return std::make_shared<Recording<TrainingMoment>>(
            lesson->told(begin_training(order.start)),
            [lesson](const TrainingMoment& before) { return lesson->next(before); });
    };
    return trainings().run(order, begin, bytes_of_moment(order.start));
}

void train_ahead(const TrainingRun& run, int step) {
    const auto wanted = static_cast<std::size_t>(step);
    if (run->ready() <= wanted + steps_ahead / 4) trainings().wish(run, wanted + steps_ahead);
}

Score score(const Network& network, const MatX& X, const VecX& t) {
    Score result;
    const Eigen::Index count = X.rows();
    if (count == 0) return result;
    const VecX scores = answers(network, X, true);
    double sum = 0;
    for (Eigen::Index i = 0; i < count; ++i) {
        sum += log_loss(scores(i), t(i));
        const bool says_1 = scores(i) > 0;
        (t(i) > 0.5 ? (says_1 ? result.right_1 : result.wrong_1) : (says_1 ? result.wrong_0 : result.right_0)) += 1;
    }
    result.loss = sum / static_cast<double>(count);
    result.accuracy = static_cast<double>(result.right_0 + result.right_1) / static_cast<double>(count);
    return result;
}

Kept trainings_kept() { return trainings().kept(); }

std::size_t bytes_of_moment(const Network& network) {
    return sizeof(TrainingMoment) + 3 * sizeof(double) * network.parameters.size();
}

}  // namespace eigenscape
