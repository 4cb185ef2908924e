// The slope measured instead of derived: (f(p + h u) − f(p − h u)) / 2h, the check on every exact derivative.
// Its error is h²/6 f‴ from the formula plus about ε|f|/h from rounding, so a smaller h is not always better.
#pragma once

#include "core/calculus/scalar_field.h"

namespace eigenscape {

inline double central_difference(const ScalarField& f, const Vec2& at, const Vec2& direction, double h) {
    return (f(at + h * direction) - f(at - h * direction)) / (2 * h);
}

}  // namespace eigenscape
