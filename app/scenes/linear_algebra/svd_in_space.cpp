// Singular values in space: a 3×3 matrix turns the ball, stretches it along three right-angled axes, and turns it
// again. Play the three stages, or drag where a unit vector lands; flat matrices leave a disc, a stick or a point.
#include "app/scenes/linear_algebra/space_stages.h"
#include "app/scenes/linear_algebra/svd_factors.h"
#include "app/scenes/list.h"
#include "core/linalg/rank.h"
#include "viz/number.h"
#include "viz/shapes/arrow.h"
#include "viz/shapes/ball.h"
#include "viz/shapes/box_axes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenscape {
namespace {

constexpr std::array<Ink, 3> inks = {Ink::first, Ink::second, Ink::third};
constexpr std::array<const char*, 3> roles = {"first", "second", "third"};

struct SingularValuesInSpace {
    Mat3 A{{1.4, 0.6, 0}, {-0.3, 1, 0.8}, {0.5, -0.4, 0.7}};
    double t = 3;

    static Words words() {
        return {"svd-space", "Singular values in space", "Linear algebra", "What does a 3×3 matrix make of a ball?",
                "SVD singular value decomposition ellipsoid sphere 3-D rotation stretch rank U Sigma V"};
    }
    static Params<SingularValuesInSpace> params() {
        using S = SingularValuesInSpace;
        return {{"A", "A", &S::A, {-4, 4, "The matrix. The ball becomes its ellipsoid."}},
                {"t",
                 "Time",
                 &S::t,
                 {0, 3, "The three stages: V transposed turns (0 to 1), Σ stretches (1 to 2), U turns (2 to 3)."},
                 plays(8)}};
    }
    static std::vector<Preset> presets() {
        return {
            {"Turn, stretch, turn",
             "Three axes at right angles, three lengths.",
             {"A=[[1.4,0.6,0],[-0.3,1,0.8],[0.5,-0.4,0.7]]"}},
            {"A turn about the diagonal",
             "All three lengths are 1: the ball stays a ball.",
             {"A=[[0,0,1],[1,0,0],[0,1,0]]"}},
            {"A pancake",
             "One length is 0: the ball is pressed into a disc, and the rank is 2.",
             {"A=[[1.5,0.5,0],[0.3,0.9,0],[0.9,0.7,0]]"}},
            {"A stick",
             "Two lengths are 0: only one direction is left, and the rank is 1.",
             {"A=[[1,0.5,-0.5],[0.8,0.4,-0.4],[0.6,0.3,-0.3]]"}},
            {"A needle",
             "One direction is stretched far more than the others.",
             {"A=[[2,1.4,1],[1.5,1.3,0.7],[1,0.6,0.8]]"}},
            {"Turned inside out",
             "The determinant is negative: U contains a flip.",
             {"A=[[1.2,0.3,0],[0.2,-0.9,0.4],[0,0.5,0.8]]"}},
            {"Everything to one point", "The zero matrix: all three lengths are 0.", {"A=[[0,0,0],[0,0,0],[0,0,0]]"}}};
    }

    void draw(Frame& frame) const {
        const SpaceStages stages = space_stages(A);
        const Mat3 M = stages.at(t);
        const double half = std::max(1.6, 1.15 * stages.s(0));
        View3 view;
        view.zoom = 0.9;
        view.pan.y() = -0.06;
        Panel& space = frame.space("space", {Vec3::Constant(-half), Vec3::Constant(half)}, {0, 0, 1, 1}, view);
        space.proportions = {1, 1, 1};
        box_axes(space, {.x = "x", .y = "y", .z = "z", .z_ticks = {}});
        wire_ball(space, Mat3::Identity(),
                  {.ink = Ink::ghost, .width_points = 1.2, .dash = Dash::dashed, .depth = Depth::on_top});
        ball(space, M);
        wire_ball(space, M, {.ink = Ink::image, .width_points = 1.4, .opacity = 0.8});
        for (int i = 0; i < 3; ++i) arm(space, stages, M, i);
        if (t == 3)
            for (int i = 0; i < 3; ++i) column(space, i);
        space.formula(svd_factors(t), 30);
        space.formula(matrix(), 19);
        space.note(stage_words(stages), t == 3 ? Ink::text : Ink::special);
        if (const std::string words = rank_words(stages); !words.empty()) space.note(words, Ink::special);
        if (stages.flip) space.note("$\\det A$ is negative, so $U$ contains a flip.", Ink::negative);
        facts(frame, stages);
    }

    // Half an axis, where it is at this time: v_i, then e_i, then σ_i e_i, then σ_i u_i.
    void arm(Panel& space, const SpaceStages& stages, const Mat3& M, int i) const {
        const Vec3 tip = M * stages.V.col(i);
        const auto k = static_cast<std::size_t>(i);
        const std::string number = std::to_string(i + 1);
        const std::string name = t <= 0                        ? "\\vec v_" + number
                                 : t < 3 || stages.s(i) < 1e-9 ? ""
                                                               : "\\sigma_" + number + "\\vec u_" + number;
        arrow(space, Vec3(0, 0, 0), tip, {.ink = inks[k], .width_points = 4, .depth = Depth::on_top}, name);
    }

    void column(Panel& space, int i) const {
        const Vec3 at = A.col(i);
        space.dot(at, Ink::subject, 9, Mark::diamond).depth = Depth::on_top;
        space.handle(
            at, "A",
            "Drag where unit vector " + std::to_string(i + 1) + " lands: column " + std::to_string(i + 1) + " of A",
            Ink::subject);
    }

    static std::string matrix() {
        std::string tex = "A = \\begin{bmatrix}";
        for (int row = 0; row < 3; ++row)
            for (int column = 0; column < 3; ++column)
                tex += std::string(column ? "&"
                                   : row  ? "\\\\"
                                          : "") +
                       "\\num{A[" + std::to_string(row) + "][" + std::to_string(column) + "]: .2f}";
        return tex + "\\end{bmatrix}";
    }

    std::string stage_words(const SpaceStages& stages) const {
        if (t <= 0) return "Play the time: three stages take the ball to its ellipsoid.";
        if (t <= 1)
            return "$V^{\\mathsf T}$ turns by " + fixed(stages.turn_of_vt * 180 / pi, 1) +
                   "°: the three directions $\\vec v_i$ come to lie on the axes.";
        if (t <= 2)
            return "$\\Sigma$ stretches along the axes, by " + fixed(stages.s(0)) + ", " + fixed(stages.s(1)) +
                   " and " + fixed(stages.s(2)) + ".";
        if (t < 3)
            return "$U$ turns by " + fixed(stages.turn_of_u * 180 / pi, 1) + "°" +
                   (stages.flip ? ", and turns the third direction round." : ".");
        return "$\\sigma_1 = " + fixed(stages.s(0)) + "$, $\\sigma_2 = " + fixed(stages.s(1)) +
               "$, $\\sigma_3 = " + fixed(stages.s(2)) +
               "$: half the axes of the ellipsoid. Drag a column, or play the time.";
    }

    std::string rank_words(const SpaceStages& stages) const {
        if (stages.s(0) == 0) return "Everything lands on the origin: the rank is 0.";
        switch (rank_numeric(A)) {
            case 1: return "Two lengths are 0: the ball is pressed into a segment. The rank is 1.";
            case 2: return "One length is 0: the ball is pressed flat, into an ellipse. The rank is 2.";
            default: return {};
        }
    }

    static void turn(Frame& frame, const SpaceStages& stages, const char* name, double radians, const char* title) {
        if (stages.determined) frame.fact(name, radians * 180 / pi, title);
        else
            frame.undefined_fact(
                name, "Not determined: some singular values are equal, so other turns would do as well.", title);
    }

    void facts(Frame& frame, const SpaceStages& stages) const {
        const int rank = rank_numeric(A);
        frame.fact("singular_values", std::vector<double>{stages.s(0), stages.s(1), stages.s(2)});
        frame.fact("rank", std::int64_t{rank});
        frame.fact("determinant", stages.determinant, "Determinant");
        frame.fact("flip", stages.flip, "U contains a flip");
        turn(frame, stages, "turn_of_vt", stages.turn_of_vt, "Turn of V transposed (degrees)");
        turn(frame, stages, "turn_of_u", stages.turn_of_u, "Turn of U (degrees)");
        if (rank == 3) frame.fact("condition_number", stages.s(0) / stages.s(2));
        else
            frame.undefined_fact("condition_number",
                                 "Infinite: the matrix is singular, so some direction is lost for good.");
        constexpr std::array<const char*, 4> shapes = {"a point", "a segment", "a flat ellipse", "an ellipsoid"};
        frame.fact("shape", std::string(shapes[static_cast<std::size_t>(rank)]), "What the ball becomes");
        frame.describe("The unit ball and what A makes of it: " + std::string(shapes[static_cast<std::size_t>(rank)]) +
                       " with half axes of length " + fixed(stages.s(0)) + ", " + fixed(stages.s(1)) + " and " +
                       fixed(stages.s(2)) + ". V transposed turns by " + fixed(stages.turn_of_vt * 180 / pi, 1) +
                       " degrees, U by " + fixed(stages.turn_of_u * 180 / pi, 1) + (stages.flip ? " and flips." : "."));
    }

    bool operator==(const SingularValuesInSpace&) const = default;
};

}  // namespace

Scene svd_in_space() { return scene_of<SingularValuesInSpace>(); }

}  // namespace eigenscape
