// The window: GLFW and OpenGL around the interface. Sleeps until something happens; remembers how it looked.
// Only this file's .cpp files know GLFW.
#pragma once

#include <string>
#include <vector>

namespace eigenscape {

class Explorer;
class SessionFile;

// Runs until the window is closed, and lets the session be kept meanwhile. `first_words` are said at the start;
// `own_theme`: the explorer shows a picture whose theme counts, not the remembered one. Gives the exit status of the
// program: 1 when no window can be opened (the reason goes to standard error).
int run_window(Explorer& explorer, SessionFile& session, const std::vector<std::string>& first_words = {},
               bool own_theme = false);

}  // namespace eigenscape
