// What there is to say about a 2×2 matrix: the numbers that every matrix scene states, with reasons where undefined.
// Call it once in `draw`; it draws nothing.
#pragma once

#include "core/types.h"
#include "viz/frame.h"

namespace eigenscape {

// determinant, trace, rank, condition_number, eigenvalues, singular_values, rotation_angle (radians), inverse.
void matrix_facts(Frame& frame, const Mat2& A);

}  // namespace eigenscape
