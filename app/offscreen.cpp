// A framebuffer object in the place of the window, and a clock that only moves when told.
// Every gesture is pushed as the window would push it, then drawn until the interface is at rest.
#include "app/offscreen.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace eigenscape {

struct Offscreen::Target {
    GLuint framebuffer = 0, color = 0;
    int width, height;

    Target(int width_, int height_) : width(width_), height(height_) {
        glGenFramebuffers(1, &framebuffer);
        glGenTextures(1, &color);
        glBindTexture(GL_TEXTURE_2D, color);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glBindTexture(GL_TEXTURE_2D, 0);
        bind();
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, color, 0);
        if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
            throw std::runtime_error("the driver refuses a picture of " + std::to_string(width) + " by " +
                                     std::to_string(height) + " pixels");
    }
    ~Target() {
        glDeleteFramebuffers(1, &framebuffer);
        glDeleteTextures(1, &color);
    }
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;
    void bind() const { glBindFramebuffer(GL_FRAMEBUFFER, framebuffer); }
};

Offscreen::Offscreen(Explorer& explorer, const Preferences& preferences, int width, int height, double content_scale,
                     Host host) {
    target_ = std::make_unique<Target>(width, height);
    interface_ = std::make_unique<Interface>(explorer, preferences, std::move(host));
    interface_->resize(width, height, content_scale);
    settle();
}

Offscreen::~Offscreen() = default;

void Offscreen::resize(int width, int height, double content_scale) {
    if (width > 0 && height > 0) target_ = std::make_unique<Target>(width, height);
    interface_->resize(width, height, content_scale);
}

void Offscreen::draw() {
    target_->bind();
    interface_->draw(now_);
}

void Offscreen::settle(double seconds) {
    constexpr double step = 1.0 / 60;
    const double end = now_ + seconds;
    for (int i = 0; i < 2000; ++i) {
        target_->bind();
        const double rest = interface_->draw(now_);
        if (interface_->has_events()) continue;
        if (now_ >= end || !std::isfinite(rest)) break;
        now_ = std::min(std::max(end, now_ + step), now_ + std::max(rest, step));
    }
}

bool Offscreen::knows(const std::string& control) const { return interface_->places().contains(control); }

Vec2 Offscreen::middle_of(const std::string& control) const {
    const auto& places = interface_->places();
    if (const auto found = places.find(control); found != places.end()) {
        const Rect& place = found->second;
        return {place.x + place.width / 2, place.y + place.height / 2};
    }
    std::string known;
    for (const auto& [name, place] : places) known += (known.empty() ? "" : ", ") + name;
    throw std::out_of_range("no control \"" + control + "\" is shown; there are: " + known);
}

void Offscreen::move(const Vec2& to) {
    interface_->push(PointerMoved{to.x(), to.y()});
    settle(0.05);
}

void Offscreen::wheel(double notches) {
    interface_->push(WheelTurned{0, notches, {}});
    settle(0.05);
}

void Offscreen::click(const Vec2& at, int button) {
    move(at);
    interface_->push(ButtonChanged{button, true, {}});
    settle(0.05);
    interface_->push(ButtonChanged{button, false, {}});
    settle();
}

void Offscreen::double_click(const Vec2& at) {
    move(at);
    for (const bool down : {true, false, true, false}) interface_->push(ButtonChanged{0, down, {}});
    settle();
}

void Offscreen::drag(const Vec2& from, const Vec2& to, int steps) {
    move(from);
    interface_->push(ButtonChanged{0, true, {}});
    settle(0.05);
    for (int i = 1; i <= steps; ++i) move(from + (to - from) * i / steps);
    interface_->push(ButtonChanged{0, false, {}});
    settle();
}

void Offscreen::press(Key key, Mods mods) {
    interface_->push(KeyChanged{key, true, mods});
    settle(0.05);
    interface_->push(KeyChanged{key, false, mods});
    interface_->push(KeyChanged{Key::none, false, {}});
    settle();
}

void Offscreen::type(const std::string& text) {
    interface_->push(TextTyped{text});
    settle();
}

Image Offscreen::picture() {
    draw();
    Image upside_down(target_->width, target_->height), image = upside_down;
    target_->bind();
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, image.width, image.height, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.rgba.data());
    const std::size_t row = static_cast<std::size_t>(4) * image.width;
    for (int y = 0; y < image.height; ++y)
        std::copy_n(upside_down.pixel(0, image.height - 1 - y), row, image.pixel(0, y));
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;  // a window has no holes
    return image;
}

}  // namespace eigenscape
