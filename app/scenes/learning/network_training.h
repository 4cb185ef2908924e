// Trainings as films: every step kept with its weights, loss and accuracy, computed once and scrubbed freely.
// In a live window a worker thread computes ahead; everywhere else whoever asks waits.
#pragma once

#include "core/background.h"
#include "core/learn/training.h"

namespace eigenscape {

struct TrainingMoment {
    Training training;
    double loss = undefined;  // over all examples, without penalties
    double accuracy = undefined;
    int broke_at = -1;  // the step at which the weights left all bounds; those before it are kept from then on
};

struct TrainingOrder {
    Network start;
    Examples examples;
    TrainingRule rule;
    bool operator==(const TrainingOrder&) const = default;
};

using TrainingRun = Recordings<TrainingOrder, TrainingMoment>::Run;

/// The run of this order, from memory where it is known. `t` are the targets of the examples' rows X.
TrainingRun training_run(const TrainingOrder& order, const MatX& X, const VecX& t);

/// Lets the worker compute up to a step and somewhat ahead, if that is not there yet.
void train_ahead(const TrainingRun& run, int step);

/// Loss and accuracy over all rows.
struct Score {
    double loss = undefined, accuracy = undefined;
    int right_0 = 0, wrong_0 = 0, right_1 = 0, wrong_1 = 0;  // of class 0, of class 1
};
Score score(const Network& network, const MatX& X, const VecX& t);

Kept trainings_kept();
std::size_t bytes_of_moment(const Network& network);

}  // namespace eigenscape
