// Does a function break off between two points? A path from one to the other must not be drawn through a pole, a jump
// or a hole in the domain. Cheap where f is smooth: a handful of values.
#pragma once

#include "core/calculus/scalar_field.h"

namespace eigenscape {

// Found by looking closer where the values change most; a break narrower than an eighth of the way can be missed.
bool breaks_between(const ScalarField& f, const Vec2& a, const Vec2& b);

}  // namespace eigenscape
