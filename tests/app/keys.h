// Keys held while another is pressed.
#pragma once

#include "app/panels/events.h"

namespace eigenscape::testing {

inline constexpr Mods ctrl{true, false, false}, shift{false, true, false};

}  // namespace eigenscape::testing
