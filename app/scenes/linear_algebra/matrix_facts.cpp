// The facts of a 2×2 matrix, from core/linalg; see matrix_facts.h.
// Undefined ones say why, in the words of core.
#include "app/scenes/linear_algebra/matrix_facts.h"

#include "core/linalg/determinant.h"
#include "core/linalg/eigen.h"
#include "core/linalg/inverse.h"
#include "core/linalg/polar.h"
#include "core/linalg/rank.h"
#include "core/linalg/svd.h"

namespace eigenscape {
namespace {

void inverse_facts(Frame& frame, const Mat2& A) {
    const Inverse<2> inverted = inverse(A);
    if (std::isfinite(inverted.condition)) frame.fact("condition_number", inverted.condition);
    else
        frame.undefined_fact("condition_number",
                             "Infinite: the matrix is singular, so some direction is lost for good.");
    if (inverted.exists()) frame.fact("inverse", inverted.matrix);
    else frame.undefined_fact("inverse", inverted.problem);
}

// An invertible matrix of tiny entries may have a determinant below the smallest double: 0 would mean something else.
void determinant_fact(Frame& frame, const Mat2& A) {
    if (const double det = determinant(A); det != 0 || determinant_sign(A) == 0) frame.fact("determinant", det);
    else
        frame.undefined_fact("determinant",
                             "Too small to show: not zero, but below the smallest number a double can hold.");
}

void rotation_fact(Frame& frame, const Mat2& A) {
    const Angle turn = rotation_angle(A);
    if (turn.reason.empty()) frame.fact("rotation_angle", turn.radians, "Rotation angle (radians)");
    else frame.undefined_fact("rotation_angle", turn.reason, "Rotation angle (radians)");
}

}  // namespace

void matrix_facts(Frame& frame, const Mat2& A) {
    const Vec2 s = singular_values(A);
    frame.fact("matrix", A, "A");
    determinant_fact(frame, A);
    frame.fact("trace", trace(A));
    frame.fact("rank", std::int64_t{rank_numeric(A)});
    frame.fact("eigenvalues", eigen(A).values());
    frame.fact("singular_values", std::vector<double>{s(0), s(1)});
    rotation_fact(frame, A);
    inverse_facts(frame, A);
}

std::string live_matrix(std::string_view name) {
    const auto entry = [&](const char* role, int row, int column) {
        return "\\color{" + std::string(role) + "}{\\num{" + std::string(name) + "[" + std::to_string(row) + "][" +
               std::to_string(column) + "]: .2f}}";
    };
    return "\\begin{bmatrix}" + entry("first", 0, 0) + "&" + entry("second", 0, 1) + "\\\\" + entry("first", 1, 0) +
           "&" + entry("second", 1, 1) + "\\end{bmatrix}";
}

std::string live_vector(std::string_view name) {
    const std::string number = "\\num{" + std::string(name);
    return "\\begin{bmatrix}" + number + "[0]: .2f}\\\\" + number + "[1]: .2f}\\end{bmatrix}";
}

}  // namespace eigenscape
