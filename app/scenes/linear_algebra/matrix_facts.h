// What there is to say about a 2×2 matrix: the numbers that every matrix scene states, with reasons where undefined,
// and the matrix as a formula whose numbers are alive. Nothing here draws.
#pragma once

#include "core/types.h"
#include "viz/frame.h"

#include <string>
#include <string_view>

namespace eigenscape {

// determinant, trace, rank, condition_number, eigenvalues, singular_values, rotation_angle (radians), inverse.
void matrix_facts(Frame& frame, const Mat2& A);

// The 2×2 matrix parameter of that name as TeX: live numbers, each column in the colour of the unit vector that lands
// there.
std::string live_matrix(std::string_view name);
// The 2-vector of that name, a parameter or a fact, as a column of live numbers.
std::string live_vector(std::string_view name);

}  // namespace eigenscape
