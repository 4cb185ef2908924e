// A vector field as arrows on a lattice that keeps its distance on the screen: readable at every zoom.
// Directions are exact; lengths are compressed, so that weak and strong places can be seen in one picture.
#pragma once

#include "viz/frame.h"

#include <functional>

namespace eigenscape {

struct FieldArrows {
    Ink ink = Ink::gradient;
    double opacity = 0.85;
    double spacing_points = 36;  // about: the lattice steps in powers of √2
};

// In the part of the box that the window shows, on a canvas of this size. Points where the field is not finite stay
// empty. The typical length (the median over the lattice) is drawn half as long as the longest arrow can be; the
// scene must say that lengths are compressed. Returns that typical length, NaN when there is no arrow.
double vector_field(Panel& panel, const Box2& box, const Vec2& canvas_points,
                    const std::function<Vec2(const Vec2&)>& field, const FieldArrows& arrows = {});

}  // namespace eigenscape
