// A state on its way to another, which may be sent elsewhere at any moment: it bends off without a jerk.
// Tell it where to `go`, give it seconds by `tick`, and show the state that `at` gives; nothing here reads a clock.
#pragma once

#include "app/model/state.h"

#include <vector>

namespace eigenscape {

class Easing {
  public:
    // From the state shown now (what `at` gives while it moves) to another, in half a second. What was under way fades
    // out while the new way fades in, so place, velocity and acceleration are all continuous.
    void go(const State& shown, const State& to);
    void tick(double seconds);
    bool moving() const { return !legs_.empty(); }
    void stop() { legs_.clear(); }
    State at(const Scene& scene) const;  // only while moving

    // One parameter is taken by a hand or by time: it has this value from now on, the others go on.
    void put(int param, const Value& value);

  private:
    struct Leg {
        State from, to;
        double done = 0;  // of its time
    };
    std::vector<Leg> legs_;  // the oldest first; all younger than half a second
};

}  // namespace eigenscape
