// Two classes of points in the plane for a network to tell apart: made to order, or the user's own.
// Example i depends on its number alone, so more points or more noise leave the others where they are.
#pragma once

#include "core/learn/training.h"

namespace eigenscape {

enum class ClassData { blobs, ring, xor_, spiral, own };

struct LabelledPoints {
    MatX x;  // n x 2
    VecX t;  // 0 or 1
    Examples examples() const { return {x, t}; }
};

LabelledPoints made_points(ClassData kind, int count, double noise);

/// Rows x, y, class (above a half: 1); coordinates are divided by `reach`.
LabelledPoints own_points(const Points3& rows, double reach);

}  // namespace eigenscape
