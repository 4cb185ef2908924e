// The preferences as a JSON file below the user's configuration folder. Damage costs only what is damaged.
// Reading and writing never throw; what went wrong comes back as words, empty when all is well.
#pragma once

#include "app/panels/preferences.h"

#include <future>
#include <optional>
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

// The file while the program runs: a change is written within some seconds, so that no end of the program, however it
// comes, loses it. Written beside the drawing, because a disk may take its time.
class PreferencesFile {
  public:
    static constexpr double seconds_between = 2;  // from a change to its writing, so that a dragged window is one

    PreferencesFile(std::string path, RememberedPreferences remembered);

    // To be called often; `seconds` of a clock that only goes forward. Gives words when it could not be written, once.
    std::string keep(const Preferences& now, double seconds);
    std::string end(const Preferences& now);  // what went wrong; empty: all is in the file

  private:
    std::string path_, unknown_;
    std::optional<Preferences> written_;  // none: to be tried again
    double changed_ = -1;
    bool said_ = false;
    std::future<std::string> writing_;
};

}  // namespace eigenscape
