// Jumps and poles between neighbouring nodes; see surface_tears.h.
#include "viz/shapes/surface_tears.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {

bool Tears::jumps(int column, int row, int dc, int dr) const {
    const double a = height(column, row), b = height(column + dc, row + dr);
    const double rise = std::abs(b - a);
    if (!std::isfinite(high - low) || !(rise > least_jump())) return false;
    const double before = rise_or_zero(column - dc, row - dr, dc, dr),
                 after = rise_or_zero(column + dc, row + dr, dc, dr);
    const bool steep = rise > 5 * std::max(before, after);
    const bool through = std::max(a, b) > high && std::min(a, b) < low;
    // A neighbour that falls while this one rises: the two branches of a pole.
    const bool turned =
        through && (opposite(column - dc, row - dr, dc, dr, b - a) || opposite(column + dc, row + dr, dc, dr, b - a));
    if (!steep && !through) return false;
    return field ? stays_apart(grid.point(column, row), grid.point(column + dc, row + dr), a, b) : steep || turned;
}

double Tears::rise_or_zero(int column, int row, int dc, int dr) const {
    if (!has(column, row) || !has(column + dc, row + dr)) return 0;
    const double rise = std::abs(height(column + dc, row + dr) - height(column, row));
    return std::isfinite(rise) ? rise : 0;
}

bool Tears::opposite(int column, int row, int dc, int dr, double rise) const {
    if (!has(column, row) || !has(column + dc, row + dr)) return false;
    return (height(column + dc, row + dr) - height(column, row)) * rise < 0;
}

// Halve the side where the rise is: if it stays when the side is a millionth as long, f jumps.
bool Tears::stays_apart(Vec2 p, Vec2 q, double a, double b) const {
    const double rise = std::abs(b - a);
    for (int i = 0; i < 20; ++i) {
        const Vec2 middle = 0.5 * (p + q);
        const double c = relief.z((*field)(middle));
        if (!std::isfinite(c)) return true;
        if (std::abs(c - a) > std::abs(b - c)) q = middle, b = c;
        else p = middle, a = c;
    }
    return std::abs(b - a) > 0.25 * rise;
}

}  // namespace eigenscape
