// The preferences as a JSON file below the user's configuration folder. Damage costs only what is damaged.
// Reading and writing never throw; what went wrong comes back as words, empty when all is well.
#pragma once

#include "app/panels/preferences.h"

#include <string>

namespace eigenscape {

struct RememberedPreferences {
    Preferences preferences;
    std::string trouble;
    std::string unknown = "{}";  // JSON: what a newer version wrote, kept and written back
};

std::string preferences_path();  // empty when the system tells no home
RememberedPreferences remembered_preferences(const std::string& path);
std::string remember(const std::string& path, const Preferences& preferences, const std::string& unknown);

}  // namespace eigenscape
