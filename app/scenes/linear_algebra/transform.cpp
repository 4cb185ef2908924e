// Matrix transform: a 2×2 matrix moves the whole plane, and two arrows tell how.
// Drag where the unit vectors land, play the motion, and watch the grid, the area and a letter or picture follow.
#include "app/scenes/linear_algebra/fold.h"
#include "app/scenes/linear_algebra/matrix_facts.h"
#include "app/scenes/linear_algebra/pictures.h"
#include "app/scenes/list.h"
#include "core/linalg/determinant.h"
#include "core/linalg/polar.h"
#include "core/linalg/rank.h"
#include "viz/number.h"
#include "viz/shapes/angle.h"
#include "viz/shapes/arrow.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/figure.h"
#include "viz/shapes/grid.h"

#include <cmath>

namespace eigenscape {
namespace {

enum class Motion { polar, entrywise };
enum class Carried { letter, picture, outline, nothing };

struct Transform {
    Mat2 A{{1.5, -0.5}, {0.5, 1}};
    double t = 1;
    Motion motion = Motion::polar;
    Carried carried = Carried::letter;
    Picture photo;
    Points outline{{-2.5, 0.5}, {-1.5, 0.5}, {-1.5, 1.25}, {-2, 1.75}, {-2.5, 1.25}};

    static Words words() {
        return {"transform", "Matrix transform", "Linear algebra", "What does a matrix do to the plane?",
                "linear map transformation columns basis determinant area rotation shear reflection grid"};
    }
    static Params<Transform> params() {
        using S = Transform;
        return {
            {"A", "A", &S::A, {-10, 10, "The matrix. Its columns are where the unit vectors land."}},
            {"t", "Time", &S::t, {0, 1, "From the identity (0) to A (1)."}, plays(3)},
            {"motion",
             "Motion",
             &S::motion,
             {{"polar", "entrywise"},
              "How to get from the identity to A: turning while stretching (polar), or each entry in a straight "
              "line."}},
            {"carried",
             "Carried along",
             &S::carried,
             {{"letter", "picture", "outline", "nothing"},
              "What the map carries along: the letter F, a picture, or an outline of your own."}},
            {"photo", "Your picture", &S::photo,
             Range("A PNG or JPEG of your own to carry along; without one, a small drawing is."),
             Along{{"carried=picture"}}},
            {"outline", "Your outline", &S::outline, {-10, 10, "The corners of your own outline, before the map."}}};
    }
    static std::vector<Preset> presets() {
        return {
            {"Quarter turn", "The columns are the unit vectors, turned by 90°; no area changes.", {"A=[[0,-1],[1,0]]"}},
            {"Half turn",
             "Entry by entry the plane would collapse to a point halfway; turning does not.",
             {"A=[[-1,0],[0,-1]]"}},
            {"Shear", "One direction stays, the rest slides along it; area 1.", {"A=[[1,1],[0,1]]"}},
            {"Stretch", "Areas grow by 2 · 1.5 = 3.", {"A=[[2,0],[0,1.5]]"}},
            {"Reflection", "The letter F reads backwards: the determinant is negative.", {"A=[[0,1],[1,0]]"}},
            {"Projection", "The plane lands on a line; what was lost cannot be undone.", {"A=[[0.5,0.5],[0.5,0.5]]"}},
            {"Almost singular", "A small area and a large condition number.", {"A=[[1,1],[1,1.05]]"}},
            {"Small but harmless",
             "The determinant is tiny, yet nothing is nearly lost: look at the condition number.",
             {"A=[[0.1,0],[0,0.1]]"}},
            {"A picture",
             "Pixels go where their places go; turned over, the house stands on the other side.",
             {"carried=picture", "A=[[0.8,0.6],[0.5,-0.9]]"}},
            {"Your outline", "Drag the corners of the outline, then the columns.", {"carried=outline"}}};
    }

    Mat2 at_time() const { return motion == Motion::polar ? polar_path(A, t) : entrywise_path(A, t); }

    void draw(Frame& frame) const {
        const Mat2 M = at_time();
        Panel& plane = frame.plane("plane", {{-4.2, -3}, {4.2, 3}});
        still_grid(plane);
        moving_grid(plane, M, lit_side(M));
        if (motion == Motion::polar) fold_line(plane, A, t);
        axis_numbers(plane);
        carry(plane, M);
        unit_square(plane, M);
        basis(plane, M);
        plane.formula("A = " + live_matrix("A") + "\\qquad \\det A = \\color{" +
                      (determinant(A) < 0 ? "negative" : "positive") + "}{\\num{determinant:.2f}}");
        explain(plane, M);
        matrix_facts(frame, A);
        frame.fact("area_now", determinant(M), "Area of the unit square now");
        frame.fact("path", motion == Motion::polar ? polar_path_name(A) : std::string("entrywise"),
                   "Path from the identity");
        frame.describe(alt_text(M));
    }

    void basis(Panel& plane, const Mat2& M) const {
        ghost_vector(plane, {1, 0}, Ink::first);
        ghost_vector(plane, {0, 1}, Ink::second);
        const double sweep = std::atan2(determinant(M), M.col(0).dot(M.col(1)));
        const double radius = 0.3 * std::min(M.col(0).norm(), M.col(1).norm());
        if (radius > 0.02)
            angle_arc(plane, {0, 0}, M.col(0), sweep, radius, {.ink = sweep < 0 ? Ink::negative : Ink::positive});
        vector(plane, M.col(0), Ink::first, "\\hat\\imath");
        vector(plane, M.col(1), Ink::second, "\\hat\\jmath");
        plane.handle(Vec2(M.col(0)), "A", "Drag where the first unit vector lands: the first column of A", Ink::first);
        plane.handle(Vec2(M.col(1)), "A", "Drag where the second unit vector lands: the second column of A",
                     Ink::second);
    }

    void carry(Panel& plane, const Mat2& M) const {
        if (carried == Carried::nothing) return;
        if (carried == Carried::picture) return carry_picture(plane, M);
        const Figure rings = carried == Carried::outline ? Figure{outline} : shifted_letter();
        ghost_figure(plane, rings);
        figure(plane, rings, M, Ink::subject);
        if (carried == Carried::outline)
            for (const Vec2& corner : outline)
                plane.handle(Vec2(M * corner), "outline", "Drag a corner of your outline", Ink::subject);
    }

    // Pixels lie where M takes their places. Flattened, only the frame is left: a line, or a point.
    void carry_picture(Panel& plane, const Mat2& M) const {
        const auto pixels = photo.image ? photo.image : drawing_of_a_house();
        const double longest = std::max(pixels->width, pixels->height);
        const Vec2 size = 1.5 * Vec2(pixels->width, pixels->height) / longest, corner(-2.1, 0.25);
        const Figure frame = {{corner, corner + Vec2(size.x(), 0), corner + size, corner + Vec2(0, size.y())}};
        ghost_figure(plane, frame);
        plane.photo(pixels, M * corner, size.x() * M.col(0), size.y() * M.col(1));
        figure(plane, frame, M, Ink::subject, 0);
    }

    // Left of the unit square, so that neither hides the other.
    static Figure shifted_letter() {
        Figure rings = letter_f();
        for (Vec2& p : rings.front()) p = 1.4 * p + Vec2(-2.2, 0.4);
        return rings;
    }

    void explain(Panel& plane, const Mat2& M) const {
        const double area = determinant(M);
        if (rank_numeric(M) == 2)
            plane.note("Every area becomes " + fixed(std::abs(area)) + " times as large" +
                           (area < 0 ? ", and the plane is turned over." : "."),
                       area < 0 ? Ink::negative : Ink::positive);
        else plane.note(flat_words(rank_numeric(M)), Ink::special);
        plane.note(t < 1 ? path_words() : "Drag the tip of an arrow: the two are the columns of A.", Ink::faint);
    }

    // A itself may be flat, or only the way to it.
    std::string flat_words(int rank) const {
        const std::string where = rank == 1 ? "onto a line" : "into a point";
        if (rank_numeric(A) < 2)
            return "The plane has collapsed " + where + (rank == 1 ? ": no map can undo this." : ".");
        if (determinant(A) < 0) return "For a moment the plane is folded flat, on its way to being turned over.";
        return "For a moment the plane has collapsed " + where + ": that is the fault of this path, not of A.";
    }

    std::string path_words() const {
        if (motion == Motion::entrywise) return "Each entry of the matrix moves in a straight line (entrywise).";
        return polar_path_words(A);
    }

    std::string alt_text(const Mat2& M) const {
        const auto point = [](const Vec2& p) { return "(" + fixed(p.x()) + ", " + fixed(p.y()) + ")"; };
        return "The plane under a 2 by 2 matrix. The first unit vector lands on " + point(M.col(0)) +
               ", the second on " + point(M.col(1)) + ". The unit square becomes a parallelogram of signed area " +
               fixed(determinant(M)) + ".";
    }

    bool operator==(const Transform&) const = default;
};

}  // namespace

Scene transform() { return scene_of<Transform>(); }

}  // namespace eigenscape
