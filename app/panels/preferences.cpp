// Bounds for what was remembered: a file may hold anything.
// A window of no size would end the program inside X, so sizes are clamped before GLFW sees them.
#include "app/panels/preferences.h"

#include "viz/theme.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {

Preferences kept(Preferences preferences) {
    const Preferences usual;
    if (!find_theme(preferences.theme)) preferences.theme = usual.theme;
    if (!std::isfinite(preferences.scale)) preferences.scale = usual.scale;
    preferences.scale = std::clamp(preferences.scale, smallest_scale, largest_scale);
    if (preferences.layer != "plain" && preferences.layer != "formal") preferences.layer = usual.layer;
    preferences.width = std::clamp(preferences.width, 320, 16384);
    preferences.height = std::clamp(preferences.height, 240, 16384);
    return preferences;
}

}  // namespace eigenscape
