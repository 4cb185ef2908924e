// The polygons of marks; see arrow_head.h.
// A star has five points, a cross is a thick ×.
#include "viz/arrow_head.h"

#include <cmath>

namespace eigenscape {
namespace {

using MarkOutline = std::vector<std::array<double, 2>>;

MarkOutline regular(int corners, double radius, double first_angle) {
    MarkOutline ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = first_angle + 2 * pi * i / corners;
        ring.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    return ring;
}

MarkOutline star() {
    MarkOutline ring;
    for (int i = 0; i < 10; ++i) {
        const double radius = i % 2 == 0 ? 0.66 : 0.29, angle = pi / 2 + pi * i / 5;
        ring.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    return ring;
}

MarkOutline cross() {
    constexpr double arm = 0.58, half = 0.13;  // a plus, turned by 45°
    const MarkOutline plus = {{arm, -half}, {arm, half},   {half, half},   {half, arm},   {-half, arm}, {-half, half},
                              {-arm, half}, {-arm, -half}, {-half, -half}, {-half, -arm}, {half, -arm}, {half, -half}};
    MarkOutline ring;
    const double c = std::sqrt(0.5);
    for (const auto& [x, y] : plus) ring.push_back({c * (x - y), c * (x + y)});
    return ring;
}

}  // namespace

std::vector<std::array<double, 2>> mark_corners(Mark mark) {
    switch (mark) {
        case Mark::square: return regular(4, 0.63, pi / 4);
        case Mark::diamond: return regular(4, 0.63, 0);
        case Mark::triangle: return regular(3, 0.64, pi / 2);
        case Mark::triangle_down: return regular(3, 0.64, -pi / 2);
        case Mark::cross: return cross();
        case Mark::star: return star();
        case Mark::disc:
        case Mark::ring: break;
    }
    return {};
}

}  // namespace eigenscape
