// How surfaces are lit: one soft key light that travels with the viewer, the same in the GL shader and in the SVG.
// `lit` is the formula; shaders/mesh.frag repeats it word for word.
#pragma once

#include "viz/theme.h"
#include "viz/view.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {

struct Light {
    Vec3 direction{0, 0, 1};  // towards the light, unit, in world axes scaled to the shown box
    Vec3 half{0, 0, 1};       // half way between light and eye, unit: where a gleam would be
};

inline constexpr double light_ambient = 0.58;  // brightness of a face turned away from the light
inline constexpr double light_diffuse = 0.46;  // added for a face turned to it
inline constexpr double light_gleam = 0.10;    // white added where it mirrors the light
inline constexpr double light_gleam_power = 24;

// From above the viewer's left shoulder, so that relief reads from every side.
inline Light light_of(const Camera& camera) {
    const Vec3 eye = camera.eye.normalized();
    Vec3 right(-eye.y(), eye.x(), 0);
    right = right.norm() > 1e-9 ? right.normalized() : Vec3(1, 0, 0);
    const Vec3 up(eye.y() * right.z() - eye.z() * right.y(), eye.z() * right.x() - eye.x() * right.z(),
                  eye.x() * right.y() - eye.y() * right.x());
    Light light;
    light.direction = (0.55 * eye - 0.55 * right + 0.45 * up + Vec3(0, 0, 0.75)).normalized();
    light.half = (light.direction + eye).normalized();
    return light;
}

// The colour of a surface point. Both sides of a face are lit alike: the normal is turned towards the eye.
inline Color lit(const Color& base, Vec3 normal, const Light& light, const Vec3& eye) {
    if (normal.dot(eye) < 0) normal = -normal;
    const double towards = std::max(0.0, normal.dot(light.direction));
    const double brightness = light_ambient + light_diffuse * towards;
    const double mirrored = std::max(0.0, normal.dot(light.half));
    static_assert(light_gleam_power == 24);
    const double cube = mirrored * mirrored * mirrored, sixth = cube * cube, twelfth = sixth * sixth;
    const double gleam = light_gleam * twelfth * twelfth;
    const auto one = [&](float c) { return static_cast<float>(std::clamp(c * brightness + gleam, 0.0, 1.0)); };
    return {one(base.r), one(base.g), one(base.b)};
}

}  // namespace eigenscape
