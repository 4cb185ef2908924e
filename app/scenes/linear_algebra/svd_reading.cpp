#include "app/scenes/linear_algebra/svd_reading.h"

#include "app/scenes/linear_algebra/matrix_facts.h"
#include "app/scenes/linear_algebra/turns.h"
#include "core/linalg/rank.h"
#include "viz/number.h"

#include <cmath>

namespace eigenscape {
namespace {

constexpr double frame_found_within = 1;  // degrees: the frame counts as turned onto the singular directions
constexpr double nearly_equal = 0.05;     // of σ₁: closer than this, the directions are hardly determined

std::string tinted_entry(double value, const char* role) {
    const std::string number = fixed(value);
    return "\\color{" + std::string(role) + "}{" + number + "}";
}

}  // namespace

double SvdReading::off_axes() const {
    return stages.determined ? std::remainder(angle + stages.turn_of_vt / degree, 90) : undefined;
}

bool SvdReading::found() const { return std::abs(off_axes()) < frame_found_within; }

double SvdReading::image_angle() const {
    return std::abs(angle_between(A * direction(angle), A * direction(angle + 90)));
}

std::string SvdReading::frame_words() const {
    if (stages.s(0) == 0) return "Both arms land on the origin: there is no angle between them.";
    if (!stages.determined) return "Every right-angled frame keeps its right angle here.";
    if (rank_numeric(A) < 2)
        return found() ? "One arm lands on the origin, the other on the segment: this frame is $V$."
                       : "Turn the frame until one arm lands on the origin.";
    if (found()) return "The image is right-angled too: this frame is $V$, and its image lies along $U$.";
    return "Turn the frame until its image is right-angled.";
}

std::string SvdReading::numbers() const {
    const auto bracket = [](const std::string& a, const std::string& b, const std::string& c, const std::string& d) {
        return "\\begin{bmatrix}" + a + "&" + b + "\\\\" + c + "&" + d + "\\end{bmatrix}";
    };
    const auto live = [](const char* place) { return "\\num{A" + std::string(place) + ": .2f}"; };
    const Mat2 &U = stages.U, &V = stages.V;
    return bracket(live("[0][0]"), live("[0][1]"), live("[1][0]"), live("[1][1]")) + "=" +
           bracket(tinted_entry(U(0, 0), "first"), tinted_entry(U(0, 1), "second"), tinted_entry(U(1, 0), "first"),
                   tinted_entry(U(1, 1), "second")) +
           bracket(tinted_entry(stages.s(0), "first"), "0", "0", tinted_entry(stages.s(1), "second")) +
           bracket(tinted_entry(V(0, 0), "first"), tinted_entry(V(1, 0), "first"), tinted_entry(V(0, 1), "second"),
                   tinted_entry(V(1, 1), "second"));
}

std::string SvdReading::stage_words() const {
    if (t <= 0) return "Play the time: three stages take the circle to its ellipse.";
    if (t <= 1)
        return "$V^{\\mathsf T}$ turns by " + fixed(stages.turn_of_vt / degree, 1) +
               "°: $\\vec v_1$ and $\\vec v_2$ come to lie on the axes.";
    if (t <= 2)
        return "$\\Sigma$ stretches along the axes, by " + fixed(stages.s(0)) + " and " + fixed(stages.s(1)) + ".";
    if (t < 3)
        return "$U$ turns by " + fixed(stages.turn_of_u / degree, 1) + "°" +
               (stages.flip ? ", and folds the plane over the line of $\\vec u_1$." : ".");
    return stages.determined ? "Drag a tip of the ellipse's axes and A is solved for; point at a factor of the "
                               "formula and it plays alone."
                             : "Play the time to see the stages.";
}

bool SvdReading::hardly_determined() const {
    return stages.determined && stages.s(0) - stages.s(1) < nearly_equal * stages.s(0);
}

std::string SvdReading::directions_words() const {
    if (stages.s(0) == 0) return "Everything lands on the origin; any frame will do.";
    if (!stages.determined)
        return "$\\sigma_1 = \\sigma_2$: the directions are not determined. Any frame will do for $V$.";
    if (hardly_determined())
        return "$\\sigma_1$ and $\\sigma_2$ are nearly equal: the directions are hardly determined.";
    if (stages.s(1) == 0) return "$\\sigma_2 = 0$: the circle lands on a segment. The rank is 1.";
    if (rank_numeric(A) < 2) return "$\\sigma_2$ is 0 up to rounding: the circle all but lands on a segment.";
    return {};
}

void SvdReading::facts(Frame& frame) const {
    matrix_facts(frame, A);
    vectors(frame);
    frame.fact("flip", stages.flip, "U contains a flip");
    frame.fact("directions",
               std::string(!stages.determined    ? "not determined"
                           : hardly_determined() ? "hardly determined"
                                                 : "determined"),
               "Singular directions");
    const Vec2 p = A * direction(angle), q = A * direction(angle + 90);
    frame.fact("image_lengths", Vec2(p.norm(), q.norm()), "Lengths of Ap and Aq");
    if (const double between = image_angle(); std::isfinite(between))
        frame.fact("image_angle", between, "Angle between Ap and Aq (degrees)");
    else
        frame.undefined_fact("image_angle", "An arm of the frame lands on the origin, which has no direction.",
                             "Angle between Ap and Aq (degrees)");
    frame.describe("The unit circle and the ellipse that A makes of it, with semi-axes of length " +
                   fixed(stages.s(0)) + " and " + fixed(stages.s(1)) + ". V transposed turns by " +
                   fixed(stages.turn_of_vt / degree, 1) + " degrees, U by " + fixed(stages.turn_of_u / degree, 1) +
                   (stages.flip ? " and flips" : "") + ". A chart shows the length of Av for every direction.");
}

// The vectors and turns, or why there is no saying.
void SvdReading::vectors(Frame& frame) const {
    const auto state = [&](const char* name, const auto& value, const char* title) {
        if (stages.determined) frame.fact(name, value, title);
        else
            frame.undefined_fact(
                name, "Not determined: the singular values are equal, so any right-angled frame will do.", title);
    };
    state("right_vectors", Mat2(stages.V), "V (columns v₁, v₂)");
    state("left_vectors", Mat2(stages.U), "U (columns u₁, u₂)");
    state("turn_of_vt", stages.turn_of_vt / degree, "Turn of V transposed (degrees)");
    state("turn_of_u", stages.turn_of_u / degree, "Turn of U (degrees)");
    state("off_axes", off_axes(), "Frame off the singular directions (degrees)");
}

}  // namespace eigenscape
