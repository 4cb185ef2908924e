// Training a network: steps of any first-order method on all examples or on shuffled batches, as a value that can be
// kept. A Training is a pure function of its start, the examples and the rule, so a Recording of it can be scrubbed.
#pragma once

#include "core/learn/network.h"
#include "core/optimize/methods.h"

namespace eigenscape {

/// Rows of inputs and targets, laid out for the kernels. Make it once for a data set.
class Examples {
  public:
    Examples() = default;  // none
    /// X: count x inputs, T: count x outputs; finite. `problem` says what does not fit.
    Examples(const MatX& X, const MatX& T);
    int count() const { return count_; }
    const std::string& problem() const { return problem_; }
    bool fits(const NetworkShape& shape) const { return shape.inputs == inputs_ && shape.outputs == outputs_; }
    bool operator==(const Examples&) const = default;

  private:
    friend struct Chunks;
    int count_ = 0, inputs_ = 0, outputs_ = 0;
    std::vector<double> columns_;  // inputs, then targets, each a column of count_ numbers
    std::string problem_;
};

struct TrainingRule {
    Method method = Method::adam;  // any of core/optimize but Newton
    Settings settings = info(Method::adam).defaults;
    Loss loss = Loss::log_loss;  // log_loss needs a sigmoid output, softmax a linear one
    double l1 = 0, l2 = 0;       // added to the loss: l1 sum |w| + l2/2 sum w^2, weights only
    int batch = 0;               // examples per step; 0, or as many as there are, means all
    std::uint64_t seed = 0;      // of the shuffle, a new one each epoch
    bool operator==(const TrainingRule&) const = default;
};

/// Empty, or why this rule cannot train such a network on such examples.
std::string training_problem(const NetworkShape& shape, const Examples& examples, const TrainingRule& rule);

struct Training {
    Network network;
    std::vector<double> velocity, second_moment;  // what the method remembers, one number per parameter
    double power1 = 1, power2 = 1;                // beta1^steps and beta2^steps
    int steps = 0;
    double loss = undefined;      // of the last step's batch before that step, penalty not included
    double gradient = undefined;  // length of the last step's gradient, penalty included
    bool operator==(const Training&) const = default;
};

/// A training that starts from this network.
Training begin_training(Network network);

/// Takes so many steps. The same bits on every machine, however the steps are divided among calls. Stops early, with
/// `loss` NaN or infinite, when the parameters are no longer finite. Does nothing while there is a training_problem.
void train(Training& training, const Examples& examples, const TrainingRule& rule, int steps);

/// The loss over all examples, penalty not included, by the same loops as training.
double total_loss(const Network& network, const Examples& examples, Loss loss);

}  // namespace eigenscape
