// Conversions between sRGB, linear light and OKLab, and simulated colour-blind sight; see oklab.h for the sources.
// Everything is in double and pure.
#include "viz/oklab.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {

Vec3 linear_rgb(const Color& color) {
    const auto one = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return {one(color.r), one(color.g), one(color.b)};
}

Color srgb_of(const Vec3& linear) {
    const auto one = [](double c) {
        c = std::clamp(c, 0.0, 1.0);
        return static_cast<float>(c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055);
    };
    return {one(linear.x()), one(linear.y()), one(linear.z())};
}

Oklab oklab(const Color& color) {
    const Vec3 c = linear_rgb(color);
    const double l = std::cbrt(0.4122214708 * c.x() + 0.5363325363 * c.y() + 0.0514459929 * c.z());
    const double m = std::cbrt(0.2119034982 * c.x() + 0.6806995451 * c.y() + 0.1073969566 * c.z());
    const double s = std::cbrt(0.0883024619 * c.x() + 0.2817188376 * c.y() + 0.6299787005 * c.z());
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

Color color_of(const Oklab& lab) {
    const auto cube = [](double x) { return x * x * x; };
    const double l = cube(lab.L + 0.3963377774 * lab.a + 0.2158037573 * lab.b);
    const double m = cube(lab.L - 0.1055613458 * lab.a - 0.0638541728 * lab.b);
    const double s = cube(lab.L - 0.0894841775 * lab.a - 1.2914855480 * lab.b);
    return srgb_of({4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
                    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                    -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s});
}

double distance(const Color& one, const Color& other) {
    const Oklab p = oklab(one), q = oklab(other);
    return std::hypot(p.L - q.L, p.a - q.a, p.b - q.b);
}

Color as_seen(const Color& color, Sight sight) {
    Mat3 matrix = Mat3::Identity();
    switch (sight) {
        case Sight::full: return color;
        case Sight::protanopia:
            matrix << 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998;
            break;
        case Sight::deuteranopia:
            matrix << 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881;
            break;
        case Sight::tritanopia:
            matrix << 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900;
            break;
        case Sight::grey: matrix.rowwise() = Eigen::RowVector3d(0.2126, 0.7152, 0.0722); break;
    }
    return srgb_of(matrix * linear_rgb(color));
}

}  // namespace eigenscape
