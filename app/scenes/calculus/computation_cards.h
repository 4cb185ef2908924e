// The steps of a computation as cards: what they do, their value, their slope on their own little curve, their
// gradient. An input's card has a number line to drag it along; where edges part, the gradients that come back are
// added below.
#pragma once

#include "app/scenes/calculus/computation_clock.h"
#include "app/scenes/calculus/computation_plan.h"
#include "viz/frame.h"

namespace eigenscape {

// Inputs can be dragged from -reach to reach, by parameters of their names.
void draw_cards(Panel& panel, const ComputationPlan& plan, const std::vector<ComputationStep>& steps,
                const ComputationClock& clock, double reach);

}  // namespace eigenscape
