// Where a surface is torn: cells that a jump or a pole runs through. No wall is drawn there, where f has none.
#pragma once

#include "core/calculus/scalar_field.h"
#include "viz/shapes/relief.h"

namespace eigenscape {

struct Tears {
    const Grid& grid;
    const Samples& z;  // how high its nodes are drawn; NaN: f has no value there
    const Relief& relief;
    const ScalarField* field;  // null: only what looks like a jump from afar is taken for one
    double low, high;          // of what is drawn

    // `rise`: between the lowest and the highest corner of that cell.
    bool run_through(int column, int row, double rise) const {
        return rise > least_jump() && (jumps(column, row, 1, 0) || jumps(column, row + 1, 1, 0) ||
                                       jumps(column, row, 0, 1) || jumps(column + 1, row, 0, 1));
    }

  private:
    double least_jump() const { return (field ? 0.03 : 0.2) * (high - low); }
    bool jumps(int column, int row, int dc, int dr) const;
    double height(int column, int row) const { return z[static_cast<std::size_t>(row) * grid.columns + column]; }
    bool has(int column, int row) const { return column >= 0 && row >= 0 && column < grid.columns && row < grid.rows; }
    double rise_or_zero(int column, int row, int dc, int dr) const;
    bool opposite(int column, int row, int dc, int dr, double rise) const;
    bool stays_apart(Vec2 p, Vec2 q, double a, double b) const;
};

}  // namespace eigenscape
