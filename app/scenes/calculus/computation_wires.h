// The wires between the cards: thin until the gradient has come back through them, then the thicker the more of it
// flows. On their way values and gradients are packets with their numbers.
#pragma once

#include "app/scenes/calculus/computation_clock.h"
#include "app/scenes/calculus/computation_plan.h"
#include "viz/frame.h"

namespace eigenscape {

void draw_wires(Panel& panel, const ComputationPlan& plan, const std::vector<ComputationStep>& steps,
                const ComputationClock& clock);

// Points wide; grows with the size of what flows, ever more slowly.
double wire_width(double flow);

}  // namespace eigenscape
