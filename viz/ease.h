// Motion without jerks: how far along one is at time t, and values in between.
// Ease anything by lerp(from, to, smooth(t)); angles by lerp_angle, which takes the short way round.
#pragma once

#include "core/types.h"

namespace eigenscape {

// From 0 to 1 with zero velocity and zero acceleration at both ends; t outside [0, 1] is clamped.
double smooth(double t);

// Values between numbers, vectors and matrices; exact at both ends.
template <class T>
T lerp(const T& from, const T& to, double t) {
    if (t <= 0) return from;
    if (t >= 1) return to;
    return T((1 - t) * from + t * to);
}

// The angle between two angles, in radians, the short way round; a half turn goes counter-clockwise.
double lerp_angle(double from, double to, double t);

// The same angle within (-π, π].
double wrapped_angle(double angle);

}  // namespace eigenscape
