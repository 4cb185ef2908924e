// Long runs in the background: recordings kept by their arguments, advanced by one worker thread, bounded in bytes.
// Keep a Recordings as a static local beside the run it serves; draw what is ready, and wish for the rest.
#pragma once

#include "core/recording.h"

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace eigenscape {

// A thread that does what it was asked for last: whatever it did before is asked to stop. It starts with the first
// wish, sleeps without one, and ends with its owner.
class Worker {
  public:
    using Work = std::function<void(std::stop_token)>;
    Worker() = default;
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void ask(Work work);  // an exception ends the work and nothing else
    bool idle() const;    // nothing under way, nothing asked for

  private:
    void run(const std::stop_token& end);
    mutable std::mutex mutex_;
    std::condition_variable_any wake_;
    Work next_;
    std::stop_source now_;
    bool busy_ = false;
    std::jthread thread_;  // last: it ends before what it uses
};

// What a set of recordings holds.
struct Kept {
    std::size_t runs = 0, states = 0, bytes = 0, most_bytes = 0;
};
std::string in_words(const Kept& kept);  // "3 runs are kept: 4.1 MB of at most 64 MB"

template <class Key, class State>
class Recordings {
  public:
    using Run = std::shared_ptr<Recording<State>>;

    // The runs used longest ago are forgotten when there are more than `most_runs` or all together pass `most_bytes`;
    // the one used last always stays, so whoever asks for its steps bounds it.
    explicit Recordings(std::size_t most_bytes, std::size_t most_runs = 64)
        : most_bytes_(most_bytes), most_runs_(most_runs) {}

    // The run with these arguments, begun by `begin` when it is not known. A state of it takes about `bytes_a_state`.
    Run run(const Key& key, const std::function<Run()>& begin, std::size_t bytes_a_state) {
        std::lock_guard lock(mutex_);
        auto found = runs_.begin();
        while (found != runs_.end() && !(found->key == key)) ++found;
        if (found == runs_.end()) runs_.push_front({key, begin(), bytes_a_state});
        else runs_.splice(runs_.begin(), runs_, found);
        forget_oldest();
        return runs_.front().run;
    }

    // The worker computes that run up to `step` and gives up what it was wished for before; what is computed stays.
    void wish(const Run& run, std::size_t step) {
        if (run->ready() <= step) worker_.ask([run, step](const std::stop_token& stop) { run->advance(step, stop); });
    }

    Kept kept() const {
        std::lock_guard lock(mutex_);
        return counted();
    }
    bool idle() const { return worker_.idle(); }

  private:
    struct Entry {
        Key key;
        Run run;
        std::size_t bytes_a_state;
    };

    Kept counted() const {
        Kept kept{runs_.size(), 0, 0, most_bytes_};
        for (const Entry& entry : runs_) {
            const std::size_t states = entry.run->ready();
            kept.states += states;
            kept.bytes += states * entry.bytes_a_state;
        }
        return kept;
    }

    void forget_oldest() {
        while (runs_.size() > 1 && (runs_.size() > most_runs_ || counted().bytes > most_bytes_)) runs_.pop_back();
    }

    std::size_t most_bytes_, most_runs_;
    mutable std::mutex mutex_;
    std::list<Entry> runs_;  // used last first
    Worker worker_;          // last: it ends before the runs go
};

}  // namespace eigenscape
