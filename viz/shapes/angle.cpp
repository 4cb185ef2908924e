// Angle marks; see angle.h.
// A zero direction has no angle and draws nothing.
#include "viz/shapes/angle.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {

void angle_arc(Panel& panel, const Vec2& corner, const Vec2& from, double sweep, double radius, const Pen& pen,
               std::string name) {
    if (!(from.norm() > 0) || !from.allFinite() || !corner.allFinite() || !std::isfinite(sweep)) return;
    const double start = std::atan2(from.y(), from.x()), turn = std::clamp(sweep, -2 * pi, 2 * pi);
    const int pieces = std::max(2, static_cast<int>(std::ceil(std::abs(turn) / 0.05)));
    const auto at = [&](double part, double r) {
        return Vec2(corner + r * Vec2(std::cos(start + part * turn), std::sin(start + part * turn)));
    };
    Points arc;
    for (int i = 0; i <= pieces; ++i) arc.push_back(at(static_cast<double>(i) / pieces, radius));
    panel.stroke(std::span<const Vec2>(arc), pen);
    if (!name.empty()) panel.label(at(0.5, radius), std::move(name), pen.ink, at(0.5, 1) - corner);
}

void right_angle(Panel& panel, const Vec2& corner, const Vec2& along, const Vec2& across, double size, const Pen& pen) {
    if (!(along.norm() > 0) || !(across.norm() > 0) || !corner.allFinite()) return;
    const Vec2 a = size * along.normalized(), b = size * across.normalized();
    const Points bend = {corner + a, corner + a + b, corner + b};
    if (bend[1].allFinite()) panel.stroke(std::span<const Vec2>(bend), pen);
}

}  // namespace eigenscape
