// A framebuffer object in the place of the window, and a clock that only moves when told.
// Every gesture is pushed as the window would push it, then drawn until the interface is at rest.
#include "app/offscreen.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace eigenscape {

Offscreen::Offscreen(Explorer& explorer, const Preferences& preferences, int width, int height, double content_scale,
                     Host host) {
    target_.emplace(width, height);
    interface_ = std::make_unique<Interface>(explorer, preferences, std::move(host));
    interface_->resize(width, height, content_scale);
    settle();
}

Offscreen::~Offscreen() = default;

void Offscreen::resize(int width, int height, double content_scale) {
    if (width > 0 && height > 0) target_.emplace(width, height);
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
    Image image = target_->pixels();
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;  // a window has no holes
    return image;
}

}  // namespace eigenscape
