// Undo and redo as whole states: what comes back is the very picture, because the picture is a function of the state.
// Record after each change; changes of the same thing in quick succession, and everything within a gesture, are one
// step.
#pragma once

#include "app/model/value.h"

#include <cstddef>
#include <deque>
#include <string>

namespace eigenscape {

class History {
  public:
    static constexpr std::size_t most_steps = 500, most_bytes = 16u << 20;

    explicit History(State first) { steps_.push_back({std::move(first), {}, 0}); }

    // `words` tell what was done ("Change A"). The same words within a second of each other are one step, unless
    // `closed`.
    void record(const State& state, const std::string& words, double now);
    void close() { open_ = false; }  // the next record starts a new step

    bool can_undo() const { return at_ > 0; }
    bool can_redo() const { return at_ + 1 < steps_.size(); }
    const State& undo();  // the state before; the present one when there is none
    const State& redo();
    const State& present() const { return steps_[at_].state; }
    std::string undo_words() const { return can_undo() ? steps_[at_].words : std::string(); }
    std::string redo_words() const { return can_redo() ? steps_[at_ + 1].words : std::string(); }
    std::size_t size() const { return steps_.size(); }

  private:
    struct Step {
        State state;
        std::string words;
        double when;
    };
    void shorten();

    std::deque<Step> steps_;  // steps_[at_] is the present; the deque is never empty
    std::size_t at_ = 0;
    bool open_ = false;
};

std::size_t bytes_of(const State& state);  // about how much memory it takes

}  // namespace eigenscape
