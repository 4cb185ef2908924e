// Change one input by a little: what the result really does, beside what its gradient foretells.
// A chart of the result along that input, and the same comparison in numbers.
#pragma once

#include "core/calculus/computation_steps.h"
#include "viz/frame.h"

#include <functional>
#include <string>
#include <vector>

namespace eigenscape {

struct Nudge {
    std::string input;                    // its name
    std::function<double(double)> along;  // the result as a function of it, all else as it is
    double at = 0, delta = 0;
    double gradient = undefined;
    double before() const { return along(at); }
    double after() const { return along(at + delta); }
    double change() const { return after() - before(); }
    double foretold() const { return gradient * delta; }
    double off() const { return change() - foretold(); }
};

// Its handle moves the parameter `delta`.
void draw_nudge(Frame& frame, const Rect& place, const Nudge& nudge);
void write_nudge(Panel& panel, const Nudge& nudge);

// Every way from an input to the result: the slopes met on it. Their products are what the gradient is the sum of.
struct Ways {
    std::vector<std::vector<double>> slopes;
    bool all = true;  // false: there are more than were followed
};
Ways ways_from(const std::vector<ComputationStep>& steps, const std::string& input, std::size_t most = 64);
void write_ways(Panel& panel, const Ways& ways, const std::string& input, double gradient);

}  // namespace eigenscape
