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
    "paper",        "text",     "faint",    "axis",    "still",   "still_minor", "moving",
    "moving_minor", "first",    "second",   "third",   "subject", "image",       "special",
    "gradient",     "positive", "negative", "ghost",   "contour", "sheet",       "racer_1",
    "racer_2",      "racer_3",  "racer_4",  "racer_5", "racer_6", "racer_7",     "racer_8"};

using Inks = std::array<std::uint32_t, ink_count>;  // in the order of Ink

// Near-black paper; light, clear colours that glow on it. The coloured inks of all themes were moved, as little as
// possible, until those that appear together lie 0.085 apart in OKLab for every kind of colour-blind sight.
constexpr Inks dark_inks = {
    0x0d0f13, 0xf4f2ec, 0x969ca6, 0xe6e8ea,            // paper text faint axis
    0x3c424b, 0x22262d, 0x00aaeb, 0x1d506e,            // still still_minor moving moving_minor
    0x91d170, 0xff5d53, 0x6a7eff,                      // first second third
    0xd2b9ff, 0xfd8eb3, 0xffdb40, 0xffa044,            // subject image special gradient
    0x56a7fb, 0xfa6a5b, 0x8b919b, 0xf0efe8, 0x8fb8d8,  // positive negative ghost contour sheet
    0xf6e767, 0x40aeff, 0xff6a60, 0x88e4a8, 0xc887cd, 0xffa046, 0xffb3ed, 0xb2b6b2  // racers
};

constexpr Inks light_inks = {
    0xfaf9f6, 0x1c1e22, 0x6a6f78, 0x3a3e45,            // paper text faint axis
    0xc6c8cc, 0xe3e4e6, 0x2481b7, 0xa9cde3,            // still still_minor moving moving_minor
    0x71a000, 0xcc5868, 0x274dda,                      // first second third
    0x722ca5, 0xbc0a77, 0x9e6800, 0xd1675f,            // subject image special gradient
    0x2771b8, 0xab283d, 0x8e939b, 0x3a3e45, 0x5d87a8,  // positive negative ghost contour sheet
    0x9f9066, 0x2c54c2, 0xc62f23, 0x008681, 0x7e3893, 0xe96a00, 0xca5cac, 0x4d535b  // racers
};

constexpr Inks print_inks = {
    0xffffff, 0x000000, 0x4a4a4a, 0x000000,            // paper text faint axis
    0xb8b8b8, 0xdcdcdc, 0x4c82a4, 0xb5cbd8,            // still still_minor moving moving_minor
    0x294e00, 0xc83752, 0x003cb2,                      // first second third
    0x480c79, 0x970d5c, 0x755f00, 0x732e00,            // subject image special gradient
    0x194f8d, 0x99194d, 0x8a8a8a, 0x303030, 0x6a8ba3,  // positive negative ghost contour sheet
    0x605041, 0x124595, 0xaf0000, 0x217e5e, 0x4e046d, 0xc15700, 0xa5489a, 0x2a3536  // racers
};

constexpr Inks contrast_inks = {
    0x000000, 0xffffff, 0xd0d0d0, 0xffffff,            // paper text faint axis
    0x6a6a6a, 0x3a3a3a, 0x71d2ee, 0x116a9c,            // still still_minor moving moving_minor
    0x68ff8b, 0xff4f4d, 0x6d85ff,                      // first second third
    0xbe99ff, 0xfc79b6, 0xfbd900, 0xff9a1f,            // subject image special gradient
    0x71d3f1, 0xff5b46, 0xb0b0b0, 0xffffff, 0xa8d4f5,  // positive negative ghost contour sheet
    0xf8f133, 0x60b6d1, 0xff5a45, 0x79ffb4, 0xba85ff, 0xff9b22, 0xffbafd, 0xc6c8bb  // racers
};

// Hue in degrees and chroma along a ramp; lightness is not given: it runs straight from `from` to `to`.
struct Hue {
    double angle, chroma;
};
struct Ramp {
    double from, to;
    std::array<Hue, 6> hues;
};

constexpr Ramp dark_ramp = {
    0.31, 0.92, {{{287, 0.115}, {272, 0.125}, {245, 0.105}, {205, 0.090}, {172, 0.085}, {112, 0.075}}}};
constexpr Ramp light_ramp = {
    0.60, 0.96, {{{285, 0.120}, {268, 0.125}, {245, 0.105}, {210, 0.085}, {172, 0.075}, {110, 0.060}}}};
constexpr Ramp print_ramp = {
    0.66, 0.98, {{{270, 0.085}, {258, 0.080}, {240, 0.070}, {215, 0.055}, {185, 0.040}, {120, 0.025}}}};
constexpr Ramp contrast_ramp = {
    0.22, 0.97, {{{285, 0.130}, {270, 0.150}, {245, 0.125}, {205, 0.110}, {170, 0.110}, {110, 0.110}}}};

Hue hue_at(const Ramp& ramp, double t) {
    const double place = t * (ramp.hues.size() - 1);
    const std::size_t i = std::min<std::size_t>(static_cast<std::size_t>(place), ramp.hues.size() - 2);
    const double part = place - static_cast<double>(i);
    const auto between = [&](double Hue::*what) {
        return (1 - part) * ramp.hues[i].*what + part * ramp.hues[i + 1].*what;
    };
    return {between(&Hue::angle), between(&Hue::chroma)};
}

std::array<Color, ramp_size> colors_of(const Ramp& ramp) {
    std::array<Color, ramp_size> colors;
    for (int i = 0; i < ramp_size; ++i) {
        const double t = static_cast<double>(i) / (ramp_size - 1);
        const Hue hue = hue_at(ramp, t);
        const double angle = hue.angle * pi / 180;
        colors[i] = color_of(
            {ramp.from + (ramp.to - ramp.from) * t, hue.chroma * std::cos(angle), hue.chroma * std::sin(angle)});
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
    static const std::array<Theme, 4> all = {made("dark", "Dark", true, dark_inks, dark_ramp),
                                             made("light", "Light", false, light_inks, light_ramp),
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

std::optional<Ink> ink_named(std::string_view name) {
    const auto found = std::find(ink_names.begin(), ink_names.end(), name);
    if (found == ink_names.end()) return std::nullopt;
    return static_cast<Ink>(found - ink_names.begin());
}

bool is_role(Ink ink) { return ink >= Ink::first && ink != Ink::ghost && ink != Ink::contour && ink < Ink::count_; }

Theme lit(const Theme& theme, Ink role, double amount) {
    constexpr double most_faded = 0.72;  // what is not looked at can still be seen
    Theme result = theme;
    for (int i = 0; i < ink_count; ++i) {
        const Ink ink = static_cast<Ink>(i);
        if (ink == role || !(is_role(ink) || ink == Ink::moving || ink == Ink::moving_minor)) continue;
        result.inks[static_cast<std::size_t>(i)] =
            mixed(theme[ink], theme[Ink::paper], most_faded * std::clamp(amount, 0.0, 1.0));
    }
    return result;
}

}  // namespace eigenscape
