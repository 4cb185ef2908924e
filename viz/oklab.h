// OKLab, a colour space in which distance is what the eye sees, and how colour-blind eyes see a colour.
// Used to make ramps perceptually even and, in tests, to show that roles stay apart.
#pragma once

#include "core/types.h"
#include "viz/theme.h"

namespace eigenscape {

// Lightness L in [0, 1], a (green to red), b (blue to yellow). Björn Ottosson, "A perceptual color space for image
// processing", 2020.
struct Oklab {
    double L = 0, a = 0, b = 0;
};

Vec3 linear_rgb(const Color& color);  // sRGB's transfer function undone (IEC 61966-2-1)
Color srgb_of(const Vec3& linear);    // clipped to the gamut
Oklab oklab(const Color& color);
Color color_of(const Oklab& lab);
double distance(const Color& one, const Color& other);  // in OKLab; 0.02 is about the least that one notices

enum class Sight { full, deuteranopia, protanopia, tritanopia, grey };

// Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency", 2009,
// severity 1.0, in linear RGB; grey is a printer's luminance.
Color as_seen(const Color& color, Sight sight);

}  // namespace eigenscape
