// Points of a parameter under a hand: where one lies on the screen, which is nearest, where a new one would be.
// Functions of a panel that takes points (Panel::takes), its camera and the parameter's value; nothing is kept.
#pragma once

#include "app/model/scene.h"
#include "viz/frame.h"

#include <optional>
#include <vector>

namespace eigenscape {

enum class Tool : std::uint8_t { hand, brush, eraser };

// A panel that takes points, seen by a camera.
struct PaintedPanel {
    const Panel* panel = nullptr;
    const Param* param = nullptr;
    Camera camera;

    std::size_t width() const { return param->kind == Kind::points ? 2 : 3; }
    Vec2 on_screen(std::span<const double> row) const;  // NaN: not to be seen
    // The row under that place of the screen; `third` is its class, or in a space how high it lies. As few digits as a
    // pixel tells apart. Nothing outside the panel's box.
    std::optional<std::vector<double>> row_under(const Vec2& screen, double third) const;
    bool in_range(std::span<const double> row) const;
    double third_of_new(int class_of_points) const;
};

inline constexpr double brush_spacing_points = 16, eraser_radius_points = 14;

// The row nearest to that place, at most so far away.
std::optional<std::size_t> nearest_row(const PaintedPanel& canvas, const Value& points, const Vec2& screen,
                                       double most_points_away);

// Without the rows about the way from one place to the other; the last one always stays.
Value erased(const PaintedPanel& canvas, const Value& points, const Vec2& from, const Vec2& to);

}  // namespace eigenscape
