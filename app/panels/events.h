// What hands do to the interface, as plain data: the window translates GLFW into these, tests write them down.
// One queue, so that a click that comes and goes between two pictures is never lost.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace eigenscape {

enum class Key : std::uint8_t {
    none,
    tab,
    left,
    right,
    up,
    down,
    page_up,
    page_down,
    home,
    end,
    insert,
    erase,
    backspace,
    space,
    enter,
    escape,
    a,
    b,
    c,
    d,
    e,
    f,
    g,
    h,
    i,
    j,
    k,
    l,
    m,
    n,
    o,
    p,
    q,
    r,
    s,
    t,
    u,
    v,
    w,
    x,
    y,
    z,
    zero,
    one,
    two,
    three,
    four,
    five,
    six,
    seven,
    eight,
    nine,
    plus,
    minus,
    comma,
    period,
    left_bracket,
    right_bracket,
    slash,
    question,
    f1,
    f2,
    f3,
    f4,
    f5,
    f6,
    f7,
    f8,
    f9,
    f10,
    f11,
    f12,
    count_
};

struct Mods {
    bool ctrl = false, shift = false, alt = false;
    bool operator==(const Mods&) const = default;
};

struct PointerMoved {
    double x = 0, y = 0;
};  // pixels, from the upper left corner
struct ButtonChanged {
    int button = 0;
    bool down = false;
    Mods mods;
};  // 0 left, 1 right, 2 middle
struct WheelTurned {
    double x = 0, y = 0;
    Mods mods;
};
// Key::none: only the modifiers changed.
struct KeyChanged {
    Key key = Key::none;
    bool down = false;
    Mods mods;
    bool repeat = false;
};
struct TextTyped {
    std::string text;
};  // UTF-8
struct FocusLost {};
struct PathsDropped {
    std::string first;
    int count = 1;
};  // one file is opened; more are mentioned

using Event = std::variant<PointerMoved, ButtonChanged, WheelTurned, KeyChanged, TextTyped, FocusLost, PathsDropped>;

}  // namespace eigenscape
