// What the roles look like: a theme gives every ink a colour and every height a colour of its ramp.
// Ask for a theme by name; colours are sRGB in [0, 1], ready for the screen (no conversion).
#pragma once

#include "viz/ink.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace eigenscape {

struct Color {
    float r = 0, g = 0, b = 0;
    bool operator==(const Color&) const = default;
};

constexpr Color rgb(std::uint32_t hex) {
    return {static_cast<float>(hex >> 16 & 255) / 255, static_cast<float>(hex >> 8 & 255) / 255,
            static_cast<float>(hex & 255) / 255};
}

inline constexpr int ramp_size = 256;

struct Theme {
    std::string_view name;   // dark, light, print, contrast
    std::string_view title;  // as shown: "Dark"
    bool dark = true;        // is the paper darker than the ink?
    std::array<Color, ink_count> inks;
    std::array<Color, ramp_size> ramp;  // by height, lightness rising (or falling) evenly from 0 to 1

    const Color& operator[](Ink ink) const { return inks[static_cast<std::size_t>(ink)]; }
    bool operator==(const Theme&) const = default;
};

std::span<const Theme> themes();                 // dark first: the default
const Theme* find_theme(std::string_view name);  // null when there is none
const Theme& default_theme();

Color ramp_at(const Theme& theme, double value);  // value in [0, 1]; outside is clamped, NaN is the paper
Color mixed(const Color& a, const Color& b, double t);

std::string_view name_of(Ink ink);  // "first", "moving_minor"
std::optional<Ink> ink_named(std::string_view name);

// The theme while one role is looked at: the other roles fade towards the paper by `amount` in [0, 1], words and the
// still grid stay. Colour is a role, so this lights up a term of a formula and the thing that it names alike.
Theme lit(const Theme& theme, Ink role, double amount);
bool is_role(Ink ink);  // does the ink name a thing (first, gradient …), not the ground it stands on?

}  // namespace eigenscape
