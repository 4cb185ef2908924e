// The four themes. Each row names a role and its colour; each ramp is a walk through OKLab of evenly rising lightness.
// Change a colour here and tests/viz/theme_test.cpp says whether the roles still stay apart for colour-blind eyes.
#include "viz/theme.h"

#include "viz/oklab.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace eigenscape {
namespace {

constexpr std::array<std::string_view, ink_count> ink_names = {
    "paper",   "text",     "faint",    "axis",    "still",    "still_minor", "moving",   "moving_minor",
    "first",   "second",   "third",    "subject", "image",    "special",     "gradient", "positive",
    "negative", "ghost",   "contour",  "sheet",   "racer_1",  "racer_2",     "racer_3",  "racer_4",
    "racer_5", "racer_6",  "racer_7",  "racer_8"};

using Inks = std::array<std::uint32_t, ink_count>;  // in the order of Ink

// Near-black paper; light, clear colours that glow on it.
constexpr Inks dark_inks = {
    0x0d0f13, 0xf4f2ec, 0x969ca6, 0xe6e8ea,  // paper text faint axis
    0x3c424b, 0x22262d, 0x3aa3d8, 0x1d506e,  // still still_minor moving moving_minor
    0x8ed16f, 0xff5f57, 0x5b8cff,            // first second third
    0xd7a6ff, 0xff8fc4, 0xffd54a, 0xff9f45,  // subject image special gradient
    0x57b8ff, 0xff6d5e, 0x8b919b, 0xf0efe8, 0x8fb8d8,  // positive negative ghost contour sheet
    0xffd54a, 0x4fb3ff, 0xff6d5e, 0x7fe0b0, 0xc79bff, 0xff9f45, 0xf5b5dc, 0xb9c2cc};

constexpr Inks light_inks = {
    0xfaf9f6, 0x1c1e22, 0x6a6f78, 0x3a3e45,
    0xc6c8cc, 0xe3e4e6, 0x2a7fb4, 0xa9cde3,
    0x3d8a2a, 0xd02a2a, 0x2a4fc8,
    0x7a35b8, 0xc2297f, 0xb07800, 0xc8590a,
    0x1769b5, 0xc62f22, 0x8e939b, 0x3a3e45, 0x5d87a8,
    0xb07800, 0x1769b5, 0xc62f22, 0x1d8f62, 0x7a35b8, 0xd9700f, 0xcf4f9a, 0x4d535b};

constexpr Inks print_inks = {
    0xffffff, 0x000000, 0x4a4a4a, 0x000000,
    0xb8b8b8, 0xdcdcdc, 0x4f86a8, 0xb5cbd8,
    0x1f6b12, 0xb00000, 0x0c2f9a,
    0x4d1380, 0x98105c, 0x7a5200, 0x8f3a00,
    0x0b4a8a, 0x9a1408, 0x8a8a8a, 0x303030, 0x6a8ba3,
    0x7a5200, 0x0b4a8a, 0xb00000, 0x0f6b46, 0x4d1380, 0xb85500, 0xa8307a, 0x333333};

constexpr Inks contrast_inks = {
    0x000000, 0xffffff, 0xd0d0d0, 0xffffff,
    0x6a6a6a, 0x3a3a3a, 0x29b6ff, 0x116a9c,
    0x7dff4d, 0xff4a4a, 0x6f8dff,
    0xdc9bff, 0xff7ec6, 0xffe600, 0xff9a1f,
    0x3dc0ff, 0xff5a45, 0xb0b0b0, 0xffffff, 0xa8d4f5,
    0xffe600, 0x3dc0ff, 0xff5a45, 0x6dffb8, 0xc58dff, 0xff9a1f, 0xffb3e0, 0xd0d0d0};

// Hue in degrees and chroma along a ramp; lightness is not given: it runs straight from `from` to `to`.
struct Hue {
    double angle, chroma;
};
struct Ramp {
    double from, to;
    std::array<Hue, 6> hues;
};

constexpr Ramp dark_ramp = {0.27, 0.93, {{{287, 0.115}, {272, 0.125}, {245, 0.105}, {205, 0.090}, {172, 0.085}, {112, 0.075}}}};
constexpr Ramp light_ramp = {0.36, 0.94, {{{285, 0.120}, {268, 0.125}, {245, 0.105}, {210, 0.085}, {172, 0.075}, {110, 0.060}}}};
constexpr Ramp print_ramp = {0.45, 0.97, {{{270, 0.085}, {258, 0.080}, {240, 0.070}, {215, 0.055}, {185, 0.040}, {120, 0.025}}}};
constexpr Ramp contrast_ramp = {0.22, 0.97, {{{285, 0.130}, {270, 0.150}, {245, 0.125}, {205, 0.110}, {170, 0.110}, {110, 0.110}}}};

Hue hue_at(const Ramp& ramp, double t) {
    const double place = t * (ramp.hues.size() - 1);
    const std::size_t i = std::min<std::size_t>(static_cast<std::size_t>(place), ramp.hues.size() - 2);
    const double part = place - static_cast<double>(i);
    const auto between = [&](double Hue::*what) { return (1 - part) * ramp.hues[i].*what + part * ramp.hues[i + 1].*what; };
    return {between(&Hue::angle), between(&Hue::chroma)};
}

std::array<Color, ramp_size> colors_of(const Ramp& ramp) {
    std::array<Color, ramp_size> colors;
    for (int i = 0; i < ramp_size; ++i) {
        const double t = static_cast<double>(i) / (ramp_size - 1);
        const Hue hue = hue_at(ramp, t);
        const double angle = hue.angle * pi / 180;
        colors[i] = color_of({ramp.from + (ramp.to - ramp.from) * t, hue.chroma * std::cos(angle), hue.chroma * std::sin(angle)});
    }
    return colors;
}

Theme made(std::string_view name, std::string_view title, bool dark, const Inks& inks, const Ramp& ramp) {
    Theme theme{name, title, dark, {}, colors_of(ramp)};
    std::transform(inks.begin(), inks.end(), theme.inks.begin(), rgb);
    return theme;
}

}  // namespace

std::span<const Theme> themes() {
    static const std::array<Theme, 4> all = {
        made("dark", "Dark", true, dark_inks, dark_ramp), made("light", "Light", false, light_inks, light_ramp),
        made("print", "Print", false, print_inks, print_ramp),
        made("contrast", "High contrast", true, contrast_inks, contrast_ramp)};
    return all;
}

const Theme* find_theme(std::string_view name) {
    for (const Theme& theme : themes())
        if (theme.name == name) return &theme;
    return nullptr;
}

const Theme& default_theme() { return themes().front(); }

Color mixed(const Color& a, const Color& b, double t) {
    const auto one = [t](float from, float to) { return static_cast<float>(from + t * (to - from)); };
    return {one(a.r, b.r), one(a.g, b.g), one(a.b, b.b)};
}

Color ramp_at(const Theme& theme, double value) {
    if (std::isnan(value)) return theme[Ink::paper];
    const double place = std::clamp(value, 0.0, 1.0) * (ramp_size - 1);
    const int i = std::min(static_cast<int>(place), ramp_size - 2);
    return mixed(theme.ramp[i], theme.ramp[i + 1], place - i);
}

std::string_view name_of(Ink ink) { return ink_names[static_cast<std::size_t>(ink)]; }

}  // namespace eigenscape
