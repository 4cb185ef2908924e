// EGL without a surface: Mesa's surfaceless platform first, then each device that EGL lists. Needs no display server.
// Where there is no EGL (Windows, macOS) it says so; the window's own context draws there.
#include "viz/gl/offscreen_context.h"

#include "viz/gl/program.h"

#if __has_include(<epoxy/egl.h>)
#include <epoxy/egl.h>
#define EIGENSCAPE_EGL 1
#endif

#if defined(EIGENSCAPE_EGL) && defined(__linux__)
#include <dlfcn.h>
#endif

#include <array>
#include <stdexcept>
#include <utility>

namespace eigenscape::gl {
namespace {

constexpr const char* advice =
    "\nPictures need OpenGL 3.3. On Debian and Ubuntu install a software renderer with: sudo apt install libegl1 "
    "libgl1-mesa-dri";

}  // namespace

std::string why_unsuitable() {
    if (epoxy_gl_version() < 33 || !epoxy_is_desktop_gl())
        return "OpenGL 3.3 is needed, but the driver offers less: " + driver_words() + "." + advice;
    return {};
}

#ifdef EIGENSCAPE_EGL

namespace {

std::string egl_words(EGLint error) {
    switch (error) {
        case EGL_NOT_INITIALIZED: return "EGL did not start";
        case EGL_BAD_ALLOC: return "out of memory";
        case EGL_BAD_CONFIG: return "no suitable configuration";
        case EGL_BAD_MATCH: return "the version is not offered";
        case EGL_BAD_ATTRIBUTE: return "an attribute is not known";
        default: return "EGL error " + std::to_string(error);
    }
}

}  // namespace

struct OffscreenContext::Connection {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;

    ~Connection() { close(); }
    void close() {
        if (context != EGL_NO_CONTEXT) {
            if (eglGetCurrentContext() == context)
                eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
            eglDestroyContext(display, context);
        }
        context = EGL_NO_CONTEXT;  // the display stays: EGL shares it with everything else in the process
    }

    // Tries one display; what went wrong, or nothing.
    std::string open(EGLDisplay candidate) {
        display = candidate;
        if (display == EGL_NO_DISPLAY) return "not offered";
        if (!eglInitialize(display, nullptr, nullptr)) return egl_words(eglGetError());
        if (!eglBindAPI(EGL_OPENGL_API)) return "no desktop OpenGL";
        constexpr std::array<EGLint, 5> wanted = {EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
        EGLConfig config = EGL_NO_CONFIG_KHR;
        EGLint count = 0;
        if (!eglChooseConfig(display, wanted.data(), &config, 1, &count) || count == 0) config = EGL_NO_CONFIG_KHR;
        constexpr std::array<EGLint, 7> version = {
            EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
            EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
        context = eglCreateContext(display, config, EGL_NO_CONTEXT, version.data());
        if (context == EGL_NO_CONTEXT) return "no OpenGL 3.3 core context: " + egl_words(eglGetError());
        if (!eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context)) {
            const std::string why = egl_words(eglGetError());
            close();
            return "the context cannot be used without a surface: " + why;
        }
        if (const std::string why = why_unsuitable(); !why.empty()) {
            close();
            return why;
        }
        return {};
    }
};

OffscreenContext::OffscreenContext() : connection_(std::make_unique<Connection>()) {
#ifdef __linux__
    // epoxy opens libEGL at the first call and ends the process where there is none.
    if (!dlopen("libEGL.so.1", RTLD_LAZY | RTLD_GLOBAL))
        throw std::runtime_error("No OpenGL could be opened without a display: libEGL.so.1 is missing." +
                                 std::string(advice));
#endif
    std::string tried;
    const auto attempt = [&](const char* what, EGLDisplay display) {
        const std::string why = connection_->open(display);
        if (!why.empty()) tried += std::string("\n- ") + what + ": " + why;
        return why.empty();
    };
    if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless") &&
        attempt("EGL without a surface",
                eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr)))
        return;
    if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_platform_device")) {
        std::array<EGLDeviceEXT, 16> devices{};
        EGLint count = 0;
        if (eglQueryDevicesEXT(static_cast<EGLint>(devices.size()), devices.data(), &count))
            for (EGLint i = 0; i < count; ++i)
                if (attempt("an EGL device", eglGetPlatformDisplayEXT(EGL_PLATFORM_DEVICE_EXT,
                                                                      devices[static_cast<std::size_t>(i)], nullptr)))
                    return;
    }
    if (tried.empty()) tried = "\n- EGL offers neither surfaceless drawing nor devices";
    throw std::runtime_error("No OpenGL could be opened without a display. Tried:" + tried + advice);
}

void OffscreenContext::make_current() const {
    if (!eglMakeCurrent(connection_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, connection_->context))
        throw std::runtime_error("The off-screen OpenGL context cannot be used: " + egl_words(eglGetError()) + ".");
}

#else

struct OffscreenContext::Connection {};

OffscreenContext::OffscreenContext() {
    throw std::runtime_error(
        "This build has no EGL, so it cannot draw PNG pictures without a window. SVG pictures need none.");
}

void OffscreenContext::make_current() const {}

#endif

OffscreenContext::~OffscreenContext() = default;
OffscreenContext::OffscreenContext(OffscreenContext&&) noexcept = default;
OffscreenContext& OffscreenContext::operator=(OffscreenContext&&) noexcept = default;

std::string OffscreenContext::driver() const {
    make_current();
    return driver_words();
}

}  // namespace eigenscape::gl
