// When things happen on the way through a computation: values travel forwards in the first half of the time, gradients
// back in the second, one column in each beat. All wires that meet arrive together.
#pragma once

#include <algorithm>

namespace eigenscape {

struct ComputationClock {
    double forward = 0, back = 0;  // beats done
    int last_column = 0;

    ComputationClock(double t, int last_column_) : last_column(last_column_) {
        const double beats = std::max(1, last_column);
        forward = beats * std::clamp(2 * t, 0.0, 1.0);
        back = beats * std::clamp(2 * t - 1, 0.0, 1.0);
        began_back = t >= 0.5;
    }
    bool began_back = false;

    bool knows_value(int column) const { return forward >= column - late; }
    bool knows_gradient(int column) const { return began_back && back >= last_column - column - late; }
    // How far along a wire what travels on it has come, from where it set out: below 0 not yet, above 1 long ago.
    double forward_part(int from, int to) const { return (forward - from) / (to - from); }
    double back_part(int from, int to) const { return (back - (last_column - to)) / (to - from); }

  private:
    static constexpr double late = 1e-9;
};

}  // namespace eigenscape
