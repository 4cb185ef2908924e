// The library of loss surfaces: named functions that every optimiser is tried on.
// Their formulas are ordinary typed formulas; `kappa` and `phi` are constants a scene may offer as sliders.
#pragma once

#include "core/calculus/scalar_field.h"

#include <span>
#include <string>
#include <string_view>

namespace eigenscape {

struct Surface {
    std::string name;     // as typed: himmelblau
    std::string title;    // as shown: Himmelblau
    std::string formula;  // in x, y and perhaps kappa (condition number), phi (rotation in radians)
    Box2 home;            // the region worth looking at
    Vec2 start;           // a start from which a descent has something to show
    double rate;          // a learning rate at which gradient descent works from there
    std::string words;    // what it teaches, one sentence
};

inline constexpr double default_kappa = 10, default_phi = 0;  // when nobody says otherwise

std::span<const Surface> surfaces();
const Surface* find_surface(std::string_view name);  // null when there is none of that name

}  // namespace eigenscape
