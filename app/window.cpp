// Opens the window and turns its loop: wait for an event, draw until the interface is at rest, wait again.
// Events become eigenscape's own; the interface never sees GLFW.
#include "app/window.h"

#include "app/model/folders.h"

#include "app/model/explorer.h"
#include "app/model/picture_clipboard.h"
#include "app/model/session_file.h"
#include "app/panels/faces.h"
#include "app/panels/interface.h"
#include "app/study/own_cards.h"
#include "app/study/progress.h"
#include "app/window_keys.h"
#include "app/window_preferences.h"

#include <epoxy/gl.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <future>
#include <optional>

namespace eigenscape {
namespace {

std::atomic<bool> asked_to_end = false;
static_assert(std::atomic<bool>::is_always_lock_free, "set from a signal handler");

extern "C" void end_on_signal(int) { asked_to_end = true; }

std::string last_error() {
    const char* words = nullptr;
    return glfwGetError(&words) != GLFW_NO_ERROR && words ? words : "the reason is not known";
}

// One window and what belongs to it; GLFW's user pointer points here.
struct Showing {
    GLFWwindow* window = nullptr;
    Interface* interface = nullptr;
    int width = 0, height = 0;         // framebuffer
    int x = 0, y = 0, w = 0, h = 0;    // before full screen
    double pixels_per_coordinate = 1;  // GLFW's pointer coordinates are not pixels everywhere
    GLFWcursor* cursors[6] = {};
    Cursor shown = Cursor::arrow;
    std::string title;

    void push(Event event) const { interface->push(std::move(event)); }
};

Showing& showing(GLFWwindow* window) { return *static_cast<Showing*>(glfwGetWindowUserPointer(window)); }

void note_size(Showing& s) {
    int w = 0;
    glfwGetWindowSize(s.window, &w, nullptr);
    glfwGetFramebufferSize(s.window, &s.width, &s.height);
    if (w > 0 && s.width > 0) s.pixels_per_coordinate = static_cast<double>(s.width) / w;
    float scale = 1;
    glfwGetWindowContentScale(s.window, &scale, nullptr);
    s.interface->resize(s.width, s.height, std::clamp(static_cast<double>(scale), 0.5, 4.0));
}

std::string utf8(unsigned int c) {
    if (c < 0x80) return {static_cast<char>(c)};
    if (c < 0x800) return {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 63))};
    if (c < 0x10000)
        return {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)),
                static_cast<char>(0x80 | (c & 63))};
    return {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 63)),
            static_cast<char>(0x80 | (c >> 6 & 63)), static_cast<char>(0x80 | (c & 63))};
}

void listen(GLFWwindow* window) {
    glfwSetCursorPosCallback(window, [](GLFWwindow* win, double x, double y) {
        const double k = showing(win).pixels_per_coordinate;
        showing(win).push(PointerMoved{x * k, y * k});
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* win, int button, int action, int mods) {
        if (button < 3) showing(win).push(ButtonChanged{button, action == GLFW_PRESS, mods_of(mods)});
    });
    glfwSetScrollCallback(window, [](GLFWwindow* win, double x, double y) {
        showing(win).push(WheelTurned{x, y, {}});
    });
    glfwSetKeyCallback(window, [](GLFWwindow* win, int key, int scancode, int action, int mods) {
        const bool modifier = key >= GLFW_KEY_LEFT_SHIFT && key <= GLFW_KEY_RIGHT_SUPER;
        if (modifier) showing(win).push(KeyChanged{Key::none, false, mods_after(key, action, mods), false});
        else if (const Key ours = key_of(key, scancode); ours != Key::none)
            showing(win).push(KeyChanged{ours, action != GLFW_RELEASE, mods_of(mods), action == GLFW_REPEAT});
    });
    glfwSetCharCallback(window, [](GLFWwindow* win, unsigned int c) { showing(win).push(TextTyped{utf8(c)}); });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* win, int focused) {
        if (!focused) showing(win).push(FocusLost{});
    });
    glfwSetDropCallback(window, [](GLFWwindow* win, int count, const char** paths) {
        if (count > 0) showing(win).push(PathsDropped{paths[0], count});
    });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* win, int, int) { note_size(showing(win)); });
    glfwSetWindowContentScaleCallback(window, [](GLFWwindow* win, float, float) { note_size(showing(win)); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* win) { note_size(showing(win)); });
}

void toggle_full_screen(Showing& s) {
    if (glfwGetWindowMonitor(s.window)) {
        glfwSetWindowMonitor(s.window, nullptr, s.x, s.y, std::max(s.w, 320), std::max(s.h, 240), GLFW_DONT_CARE);
        return;
    }
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
    if (!mode) return;
    glfwGetWindowPos(s.window, &s.x, &s.y);
    glfwGetWindowSize(s.window, &s.w, &s.h);
    glfwSetWindowMonitor(s.window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

Host host_of(Showing& s) {
    Host host;
    host.toggle_full_screen = [&s] { toggle_full_screen(s); };
    host.quit = [&s] { glfwSetWindowShouldClose(s.window, GLFW_TRUE); };
    host.copy = [&s](const std::string& text) { glfwSetClipboardString(s.window, text.c_str()); };
    host.paste = [&s] {
        const char* text = glfwGetClipboardString(s.window);
        return std::string(text ? text : "");
    };
    host.copy_picture = [](const Bytes& png) { return copy_png(png); };
    host.pictures_folder = screenshot_folder();
    host.progress_file = progress_path();
    if (const auto folder = state_folder(); !folder.empty()) host.formulas_file = (folder / "formulas.json").string();
    host.cards_file = own_cards_path();
    return host;
}

void show_state(Showing& s) {
    if (const Cursor wanted = s.interface->cursor(); wanted != s.shown) {
        constexpr int shapes[] = {GLFW_ARROW_CURSOR,     GLFW_IBEAM_CURSOR,   GLFW_HAND_CURSOR,
                                  GLFW_CROSSHAIR_CURSOR, GLFW_HRESIZE_CURSOR, GLFW_ARROW_CURSOR};
        const int index = static_cast<int>(wanted);
        if (!s.cursors[index]) s.cursors[index] = glfwCreateStandardCursor(shapes[index]);
        s.shown = wanted;
        glfwSetCursor(s.window, s.cursors[index]);
    }
    if (const std::string title = s.interface->title(); title != s.title) {
        s.title = title;
        glfwSetWindowTitle(s.window, title.c_str());
    }
}

// How long to sleep when nothing more is to be drawn: signals and half-second clocks need no more.
void wait(double seconds) {
    constexpr double look_up = 0.5;  // seconds: an ended program is noticed this late at most
    if (seconds <= 0) glfwPollEvents();
    else glfwWaitEventsTimeout(std::min(seconds, look_up));
}

// How the window looks now. Full screen is no size of its own.
Preferences look_of(Showing& s) {
    Preferences now = s.interface->preferences();
    if (!glfwGetWindowMonitor(s.window)) glfwGetWindowSize(s.window, &s.w, &s.h);
    if (s.w <= 0 || s.h <= 0) return now;
    float scale = 1;
    glfwGetWindowContentScale(s.window, &scale, nullptr);  // GLFW grows a new window by it (GLFW_SCALE_TO_MONITOR)
    now.width = static_cast<int>(std::lround(s.w / std::max(0.5f, scale)));
    now.height = static_cast<int>(std::lround(s.h / std::max(0.5f, scale)));
    return now;
}

void turn(Showing& s, const Explorer& explorer, SessionFile& session, PreferencesFile& preferences) {
    double due = 0;  // when the next picture is wanted, by GLFW's clock
    while (!glfwWindowShouldClose(s.window) && !asked_to_end) {
        wait(s.interface->has_events() ? 0 : due - glfwGetTime());
        if (const std::string words = session.keep(explorer, glfwGetTime()); !words.empty()) s.interface->say(words);
        if (const std::string words = preferences.keep(look_of(s), glfwGetTime()); !words.empty())
            s.interface->say(words);
        s.interface->tend(glfwGetTime());
        const bool visible = s.interface->can_be_drawn() && !glfwGetWindowAttrib(s.window, GLFW_ICONIFIED);
        if (!s.interface->has_events() && glfwGetTime() < due) continue;
        if (!visible) {
            glfwWaitEventsTimeout(0.1);
            continue;
        }
        const double rest = s.interface->draw(glfwGetTime());
        glfwSwapBuffers(s.window);
        show_state(s);
        due = glfwGetTime() + rest;
    }
}

int refuse(const std::string& what) {
    std::fprintf(stderr, "eigenscape: %s Without a window there is: eigenscape render SCENE -o picture.png\n",
                 what.c_str());
    return 1;
}

GLFWwindow* open_window(const Preferences& preferences, const std::string& title) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "eigenscape");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "eigenscape");
    const auto window_by = [&](int api) {
        glfwWindowHint(GLFW_CONTEXT_CREATION_API, api);
        return glfwCreateWindow(preferences.width, preferences.height, title.c_str(), nullptr, nullptr);
    };
#ifdef __linux__
    if (GLFWwindow* window = window_by(GLFW_EGL_CONTEXT_API)) return window;  // sooner there than by GLX
#endif
    return window_by(GLFW_NATIVE_CONTEXT_API);
}

// What the driver has to offer instead, for the message.
std::string offered_gl() {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    GLFWwindow* window = glfwCreateWindow(64, 64, "", nullptr, nullptr);
    if (!window) return "no OpenGL at all";
    glfwMakeContextCurrent(window);
    const auto text = [](GLenum name) {
        const auto* words = reinterpret_cast<const char*>(glGetString(name));
        return std::string(words ? words : "?");
    };
    const std::string words = "OpenGL " + text(GL_VERSION) + " by " + text(GL_RENDERER);
    glfwDestroyWindow(window);
    return words;
}

// Letters are drawn while the window is opened, which takes longer.
std::future<FaceAtlas> faces_meanwhile(const Preferences& preferences) {
    float scale = 1;
    if (GLFWmonitor* monitor = glfwGetPrimaryMonitor()) glfwGetMonitorContentScale(monitor, &scale, nullptr);
    return std::async(draw_faces, scale * preferences.scale);
}

int show(Explorer& explorer, SessionFile& session, const RememberedPreferences& remembered, const std::string& path,
         const std::vector<std::string>& first_words) {
    Showing s;
    std::future<FaceAtlas> faces = faces_meanwhile(remembered.preferences);
    s.window = open_window(remembered.preferences, "Eigenscape");
    if (!s.window) {
        const std::string reason = last_error();
        return refuse("no window with OpenGL 3.3 could be opened (" + reason + "); this system offers " + offered_gl() +
                      ".");
    }
    glfwMakeContextCurrent(s.window);
    glfwSwapInterval(1);
    Host host = host_of(s);
    host.trouble = remembered.trouble;
    host.faces = faces.get();
    Preferences last = remembered.preferences;
    PreferencesFile file(path, remembered);
    {
        explorer.set_patient(false);
        Interface interface(explorer, remembered.preferences, std::move(host));
        s.interface = &interface;
        glfwSetWindowUserPointer(s.window, &s);
        note_size(s);
        listen(s.window);
        for (const std::string& words : first_words) interface.say(words);
        turn(s, explorer, session, file);
        last = look_of(s);
    }
    glfwDestroyWindow(s.window);
    if (const std::string trouble = file.end(last); !trouble.empty())
        std::fprintf(stderr, "eigenscape: %s\n", trouble.c_str());
    return 0;
}

}  // namespace

int run_window(Explorer& explorer, SessionFile& session, const std::vector<std::string>& first_words, bool own_theme) {
    if (!glfwInit()) return refuse("no window could be opened: " + last_error() + ".");
    for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, end_on_signal);
#ifdef SIGHUP
    std::signal(SIGHUP, end_on_signal);  // the terminal it was started from was closed
#endif
    const std::string path = preferences_path();
    RememberedPreferences remembered = remembered_preferences(path);
    if (own_theme) remembered.preferences.theme = explorer.theme();
    const int status = show(explorer, session, remembered, path, first_words);
    glfwTerminate();
    return status;
}

}  // namespace eigenscape
