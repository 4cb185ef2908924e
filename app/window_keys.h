// GLFW's keys as ours. Letters and signs follow the keyboard's layout: Ctrl+Z is where the user's Z is.
// Feed `key_of` from the key callback and `mods_of` from the same call.
#pragma once

#include "app/panels/events.h"

namespace eigenscape {

Key key_of(int glfw_key, int scancode);
Mods mods_of(int glfw_mods);
Mods mods_after(int glfw_key, int action, int glfw_mods);  // of a modifier's own event: X tells the state before it

}  // namespace eigenscape
