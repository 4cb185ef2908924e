// The fold of a reflection, drawn; see fold.h.
// The numbers are core/linalg/polar.h's: this file only chooses inks and words.
#include "app/scenes/linear_algebra/fold.h"

#include "core/linalg/determinant.h"
#include "core/linalg/polar.h"
#include "core/linalg/svd.h"
#include "viz/ease.h"
#include "viz/shapes/line.h"
#include "viz/tex/typeset.h"

#include <algorithm>

namespace eigenscape {

void fold_line(Panel& panel, const Mat2& A, double t) {
    if (!(t > 0 && t < 1)) return;
    const auto fold = fold_of(A);
    if (!fold) return;
    const Pen pen{
        .ink = Ink::special, .width_points = 2, .dash = Dash::dashed, .opacity = std::min(1.0, 8 * t * (1 - t))};
    line_through_origin(panel, fold->along, pen, tex_words(fold->mirror ? "mirror line" : "fold line"));
}

double lit_side(const Mat2& M) {
    const Vec2 s = singular_values(M);
    if (!(s(0) > 0) || determinant_sign(M) >= 0) return 1;
    return 1 - 0.4 * smooth(3 * s(1) / s(0));  // fully dimmed from a third of the way up from flat
}

std::string polar_path_words(const Mat2& A) {
    if (determinant_sign(A) < 0) return "Polar motion: A turns the plane over, so it folds through a line.";
    return "Polar motion: it turns and stretches at a steady pace.";
}

std::string polar_path_name(const Mat2& A) { return determinant_sign(A) < 0 ? "polar, folding" : "polar, turning"; }

}  // namespace eigenscape
