// The same interface without a display: an off-screen context, events put in by hand, pictures read back.
// For tests and for pictures of the whole interface; one at a time per thread.
#pragma once

#include "app/panels/interface.h"
#include "viz/gl/offscreen_context.h"
#include "viz/gl/render_image.h"
#include "viz/image/image.h"

#include <memory>
#include <optional>
#include <string>

namespace eigenscape {

class Offscreen {
  public:
    Offscreen(Explorer& explorer, const Preferences& preferences, int width, int height, double content_scale = 1,
              Host host = {});
    ~Offscreen();

    Interface& interface() { return *interface_; }
    void resize(int width, int height, double content_scale);

    void settle(double seconds = 1);  // lets time pass and draws until nothing more happens
    bool knows(const std::string& control) const;
    Vec2 middle_of(const std::string& control) const;  // pixels; throws std::out_of_range with what there is
    void move(const Vec2& to);
    void wheel(double notches);  // where the pointer is
    void click(const Vec2& at, int button = 0);
    void click(const std::string& control) { click(middle_of(control)); }
    void double_click(const Vec2& at);
    void drag(const Vec2& from, const Vec2& to, int steps = 8);
    void press(Key key, Mods mods = {});
    void type(const std::string& text);
    Image picture();  // of the whole interface

  private:
    gl::OffscreenContext context_;
    std::optional<gl::ImageTarget> target_;
    std::unique_ptr<Interface> interface_;
    double now_ = 0;
    void draw();
};

}  // namespace eigenscape
