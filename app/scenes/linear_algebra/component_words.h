// What the picture of a cloud says: its formulas, the sentence of the moment, what is not determined and why, and every
// number as a fact.
#pragma once

#include "app/scenes/linear_algebra/cloud_components.h"
#include "viz/frame.h"

namespace eigenscape {

void formulas(Panel& panel, const Cloud& cloud);

/// The sentence that says what to do or what happens, then what must be known about these rows. `outside` rows are not
/// in the picture.
void notes(Panel& panel, const Cloud& cloud, int outside);

void component_facts(Frame& frame, const Cloud& cloud);

}  // namespace eigenscape
