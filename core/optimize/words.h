// Numbers inside sentences: four significant digits, a true minus sign, never "-0".
// Use it where an optimiser or a critical point explains itself to people.
#pragma once

#include "core/types.h"

#include <string>

namespace eigenscape {

std::string spoken(double value, int digits = 4);
std::string spoken(const Vec2& point);  // "(1, −0.5)"

}  // namespace eigenscape
