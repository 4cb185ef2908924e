// Curves through functions: sampled where they bend, broken where they jump, have a pole or are not defined.
// `curve` draws y = f(x) across the window or a parametric one; `sample_curve` gives the runs of points.
#pragma once

#include "viz/frame.h"

#include <functional>
#include <vector>

namespace eigenscape {

using Parametric = std::function<Vec2(double)>;

struct SampledCurve {
    std::vector<Points> runs;    // unbroken pieces, clipped to the window
    bool under_sampled = false;  // it wiggles faster than the budget allows: what is drawn is not all there is
};

// Costs at most `budget` evaluations. Smooth to about a thousandth of the window.
SampledCurve sample_curve(const Parametric& f, double from, double to, const Box2& window, int budget = 8000);

// Returns whether it was drawn in full. A function that wiggles too fast is drawn as the band its values fill; a note
// says so.
bool curve(Panel& panel, const std::function<double(double)>& f, const Pen& pen);
bool curve(Panel& panel, const Parametric& f, double from, double to, const Pen& pen);

}  // namespace eigenscape
