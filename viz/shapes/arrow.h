// Arrows and vectors. An arrow goes from one point to another; a vector starts at the origin.
// Heads shrink with short arrows and a zero vector is a dot; the name stands beyond the tip.
#pragma once

#include "viz/frame.h"

#include <string>

namespace eigenscape {

inline Pen arrow_pen(Ink ink) { return {.ink = ink, .width_points = 4}; }

void arrow(Panel& panel, const Vec2& from, const Vec2& to, const Pen& pen, std::string name = {});
void arrow(Panel& panel, const Vec3& from, const Vec3& to, const Pen& pen, std::string name = {});
inline void arrow(Panel& panel, const Vec2& from, const Vec2& to, Ink ink, std::string name = {}) {
    arrow(panel, from, to, arrow_pen(ink), std::move(name));
}

// An axis whose sign is free: a head at either end, the name beyond the one at middle + arm or, where there is more
// room, beyond the other.
void two_headed(Panel& panel, const Vec2& middle, const Vec2& arm, const Pen& pen, std::string name = {});
void two_headed(Panel& panel, const Vec3& middle, const Vec3& arm, const Pen& pen, std::string name = {});

void vector(Panel& panel, const Vec2& v, const Pen& pen, std::string name = {});
inline void vector(Panel& panel, const Vec2& v, Ink ink, std::string name = {}) {
    vector(panel, v, arrow_pen(ink), std::move(name));
}

// The same, dimmer and dashed: where it was.
void ghost_vector(Panel& panel, const Vec2& v, Ink ink = Ink::ghost, std::string name = {});

}  // namespace eigenscape
