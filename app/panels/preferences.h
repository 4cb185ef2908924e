// What is remembered from one day to the next: how the window looks, never what was being studied.
// `kept` brings any values, however damaged, back into the range in which the window can be drawn.
#pragma once

#include <string>

namespace eigenscape {

inline constexpr double smallest_scale = 0.75, largest_scale = 3;

struct Preferences {
    std::string theme = "dark";
    double scale = 1;  // of the interface, on top of the screen's own
    bool library = true, inspector = true;
    bool lesson = false;             // the inspector shows the lesson instead of the parameters
    std::string layer = "see";       // which of its layers
    bool notes = false;              // the inspector shows the notebook, before all else
    std::string notes_folder;        // chosen by hand; empty: the user's own documents
    bool reduced_motion = false;     // every ease becomes a cut
    bool welcomed = true;            // false: the first steps are shown, until they are put away or done
    int width = 1280, height = 720;  // of the window, in screen coordinates
    bool operator==(const Preferences&) const = default;
};

Preferences kept(Preferences preferences);

}  // namespace eigenscape
