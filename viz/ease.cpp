// The one easing curve of the program, and angles in between.
// See ease.h; a reduced-motion setting simply asks for t = 1.
#include "viz/ease.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {

// The quintic smoothstep 6t⁵ − 15t⁴ + 10t³, written in s = 1 − t so that both ends are exact.
double smooth(double t) {
    if (!(t > 0)) return 0;
    if (t >= 1) return 1;
    const double s = 1 - t;
    return t * t * t * (10 * s * s + 5 * s * t + t * t);
}

double wrapped_angle(double angle) {
    const double turned = std::remainder(angle, 2 * pi);
    return turned <= -pi ? pi : turned;
}

double lerp_angle(double from, double to, double t) {
    if (t <= 0) return from;
    if (t >= 1) return to;
    return from + t * wrapped_angle(to - from);
}

}  // namespace eigenscape
