// A long run as a film: state 0, 1, 2, ... each computed once from the one before, then kept for scrubbing.
// Ask `at` for any step; give `advance` to a worker thread when the steps are slow, and look at `ready` meanwhile.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <utility>

namespace eigenscape {

// `next` must be a pure function of the state (a seed or generator belongs inside the state): then the recording is
// the same bits however it is asked for. A new parameter means a new Recording, kept by its arguments in a Memo.
template <class State>
class Recording {
  public:
    Recording(State first, std::function<State(const State&)> next) : next_(std::move(next)) {
        states_.push_back(std::move(first));
    }

    // The state after `step` steps; computes what is missing. What is there is had at once, also while another thread
    // advances. The reference lives as long as the recording.
    const State& at(std::size_t step) {
        if (ready() <= step) advance(step);
        std::lock_guard lock(states_mutex_);
        return states_[step];
    }

    // Computes up to `step`, or until asked to stop; a later call goes on from there.
    void advance(std::size_t step, const std::stop_token& stop = {}) {
        std::lock_guard one_at_a_time(work_mutex_);
        while (ready() <= step && !stop.stop_requested()) {
            State following = next_(last());
            std::lock_guard lock(states_mutex_);
            states_.push_back(std::move(following));
        }
    }

    // How many states can be had at once, never less than 1.
    std::size_t ready() const {
        std::lock_guard lock(states_mutex_);
        return states_.size();
    }

  private:
    const State& last() const {
        std::lock_guard lock(states_mutex_);
        return states_.back();
    }

    std::function<State(const State&)> next_;
    std::deque<State> states_;  // a deque keeps references valid while it grows
    std::mutex work_mutex_;
    mutable std::mutex states_mutex_;
};

}  // namespace eigenscape
