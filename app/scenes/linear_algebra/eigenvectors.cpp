// Eigenvectors: the directions that a matrix stretches without turning.
// Drag v round the circle, an eigen-line, an eigenvalue or the columns of A, and see which lines keep their direction.
#include "app/scenes/linear_algebra/fold.h"
#include "app/scenes/linear_algebra/matrix_facts.h"
#include "app/scenes/list.h"
#include "core/linalg/eigen.h"
#include "core/linalg/polar.h"
#include "core/linalg/power_iteration.h"
#include "viz/number.h"
#include "viz/shapes/arrow.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/curve.h"
#include "viz/shapes/grid.h"
#include "viz/shapes/line.h"
#include "viz/shapes/path.h"
#include "viz/shapes/round.h"

#include <cmath>

namespace eigenscape {
namespace {

constexpr double line_handle_at = 2.6;       // distance from the origin at which an eigen-line can be grabbed
constexpr double aligned_within = pi / 180;  // v and Av count as aligned
constexpr double turn_limit = 90;            // degrees: lines, not arrows, are compared

double turned(const Vec2& from, const Vec2& to) {
    // The angle between two lines, in (-90°, 90°]; NaN where one of them is a point.
    if (from.norm() == 0 || to.norm() == 0) return undefined;
    const double cross = from.x() * to.y() - from.y() * to.x(), dot = from.dot(to);
    return std::atan(cross / dot);
}

Vec2 doubled_angle(const Vec2& axis) {
    // The same for both directions of a line, so it can be held while the line is flipped.
    return {axis.x() * axis.x() - axis.y() * axis.y(), 2 * axis.x() * axis.y()};
}

struct Eigenvectors {
    Mat2 A{{2, 1}, {1, 2}};
    Vec2 v{1.5, -0.4};
    int steps = 0;
    double t = 1;

    static Words words() {
        return {
            "eigenvectors", "Eigenvectors", "Linear algebra", "Which directions does a matrix stretch without turning?",
            "eigenvalue characteristic polynomial diagonalisation power iteration complex defective spiral spectrum"};
    }
    static Params<Eigenvectors> params() {
        using S = Eigenvectors;
        return {{"A", "A", &S::A, {-10, 10, "The matrix. Its columns are where the unit vectors land."}},
                {"v", "v", &S::v, {-10, 10, "A vector to follow. Drag it round until Av lies on the same line."}},
                {"steps",
                 "Power steps",
                 &S::steps,
                 {0, 12,
                  "How often A is applied again to v. Lengths are set back to that of v; only directions are shown."}},
                {"t", "Time", &S::t, {0, 1, "From the identity (0) to A (1)."}, plays(3)}};
    }
    static std::vector<Preset> presets() {
        return {
            {"Symmetric", "The eigen-lines of a symmetric matrix are perpendicular.", {"A=[[2,1],[1,2]]"}},
            {"Saddle", "One direction grows, the other shrinks.", {"A=[[1.5,0.75],[0.25,0.5]]", "v=[1,-0.5]"}},
            {"Flip",
             "A negative eigenvalue: the line is kept, the arrow is turned round.",
             {"A=[[1,2],[2,1]]", "v=[1,-1]"}},
            {"Rotation: no real eigenvectors",
             "Every line is turned; the eigenvalues are complex.",
             {"A=[[0.5,-0.75],[0.75,0.5]]"}},
            {"Shear: defective", "Two equal eigenvalues and only one eigen-line.", {"A=[[1,1],[0,1]]", "v=[1,0.6]"}},
            {"Every direction", "A multiple of the identity: every vector is an eigenvector.", {"A=[[1.5,0],[0,1.5]]"}},
            {"Power iteration",
             "Apply A again and again: the direction of the largest eigenvalue wins.",
             {"A=[[2,1],[1,1.5]]", "v=[1,-1.4]", "steps=8"}},
            {"Projection", "Eigenvalue 0: a whole line is sent to the origin.", {"A=[[0.5,0.5],[0.5,0.5]]"}}};
    }

    void draw(Frame& frame) const {
        const Spectrum<2> spectrum = eigen(A);
        Panel& plane = frame.plane("plane", {{-4, -3.4}, {4, 3.4}}, {0, 0, 0.68, 1});
        Panel& values = frame.plane("eigenvalues", {{-2, -2}, {4, 2}}, {0.68, 0, 0.32, 0.5});
        Panel& turns = frame.chart("turn", {{0, -turn_limit}, {360, turn_limit}}, {0.68, 0.5, 0.32, 0.5});
        draw_plane(plane);
        draw_values(values, spectrum);
        draw_turns(turns);
        plane.formula(formula());
        explain(plane, spectrum);
        state(frame, spectrum);
    }

    void draw_plane(Panel& plane) const {
        const Mat2 M = polar_path(A, t);
        still_grid(plane);
        moving_grid(plane, M, 0.7 * lit_side(M));
        fold_line(plane, A, t);
        axis_numbers(plane);
        eigen_lines(plane);
        circle(plane, {0, 0}, v.norm(), {.ink = Ink::subject, .width_points = 1.5, .opacity = 0.6});
        ellipse(plane, {0, 0}, M * v.norm(), {.ink = Ink::image, .width_points = 1.5, .opacity = 0.6});
        power_trail(plane);
        vector(plane, M.col(0), {.ink = Ink::first, .width_points = 2.5});
        vector(plane, M.col(1), {.ink = Ink::second, .width_points = 2.5});
        vector(plane, v, aligned() ? Ink::special : Ink::subject, "\\vec v");
        vector(plane, M * v, aligned() ? Ink::special : Ink::image, t < 1 ? "" : "A\\vec v");
        plane.handle(Vec2(M.col(0)), "A", "Drag the first column of A", Ink::first);
        plane.handle(Vec2(M.col(1)), "A", "Drag the second column of A", Ink::second);
        plane.handle(v, "v", "Drag v round the circle", Ink::subject);
    }

    void eigen_lines(Panel& plane) const {
        const auto pairs = real_eigenpairs(A);
        if (pairs.size() == 2 && pairs[0].any_direction()) return;  // every line is one: said in words
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const Vec2& axis = pairs[i].axis;
            line_through_origin(plane, axis, Ink::special, "\\lambda = " + fixed(pairs[i].value));
            for (const double side : {1.0, -1.0}) {
                Handle& grip = plane.handle(Vec2(side * line_handle_at * axis), "A",
                                            "Drag an eigen-line: the eigenvalues stay, A is solved for", Ink::special);
                if (pairs.size() == 2) {
                    const Vec2 other = doubled_angle(pairs[1 - i].axis);
                    grip.holds = {pairs[0].value, pairs[1].value, other.x(), other.y()};
                }
            }
        }
    }

    // Where A, A², … send v, each set back to the length of v.
    void power_trail(Panel& plane) const {
        Points tips;
        for (const auto& step : power_iteration(A, v, steps).steps) tips.push_back(v.norm() * step.direction);
        for (std::size_t k = 1; k < tips.size(); ++k)
            arrow(plane, Vec2(0, 0), tips[k],
                  {.ink = Ink::image,
                   .width_points = 2,
                   .opacity = 0.25 + 0.5 * static_cast<double>(k) / static_cast<double>(tips.size())});
        if (tips.size() > 1) trail(plane, std::span<const Vec2>(tips), {.ink = Ink::image, .width_points = 2});
    }

    void draw_values(Panel& values, const Spectrum<2>& spectrum) const {
        still_grid(values);
        axes(values);
        circle(values, {0, 0}, 1, {.ink = Ink::ghost, .width_points = 1.5, .dash = Dash::dashed});
        const auto lambda = spectrum.values();
        values.note("Eigenvalues in the complex plane", Ink::faint);
        for (std::size_t i = 0; i < lambda.size(); ++i) {
            const Vec2 at(lambda[i].real(), lambda[i].imag());
            values.dot(at, Ink::special, 11, spectrum.is_real() ? Mark::disc : Mark::diamond);
            values.handle(at, "A", "Drag an eigenvalue: the eigen-lines stay, A is solved for", Ink::special).holds =
                held_beside(lambda, i);
            if (!values.window.contains(at) && lambda[i].imag() >= 0)
                values.note("Out of the picture: " + in_words(lambda[i]) + ".", Ink::special);
        }
    }

    static std::string in_words(const Complex& z) {
        return fixed(z.real()) + (z.imag() == 0 ? "" : " ± " + fixed(std::abs(z.imag())) + " i");
    }

    // What keeps its place while eigenvalue i is dragged: the other one and both eigen-lines, or, for a complex pair,
    // the shape of the turning, (A − a I)/b.
    std::vector<double> held_beside(const std::vector<Complex>& lambda, std::size_t i) const {
        if (const double b = lambda[i].imag(); b != 0) return {A(1, 0) / b, A(0, 1) / b, (A(0, 0) - A(1, 1)) / b};
        std::vector<double> held{lambda[1 - i].real()};
        for (const auto& pair : real_eigenpairs(A))
            for (const double x : doubled_angle(pair.axis)) held.push_back(x);
        return held;
    }

    void draw_turns(Panel& turns) const {
        chart_axes(turns, {.x_title = "direction of $\\vec v$ in degrees", .y_title = "turned by $A$"});
        turns.line(Vec2(0, 0), Vec2(360, 0), {.ink = Ink::special, .width_points = 1.5});
        const auto turn_at = [this](double degrees) {
            const Vec2 u(std::cos(degrees * pi / 180), std::sin(degrees * pi / 180));
            return turned(u, A * u) * 180 / pi;
        };
        curve(turns, turn_at, {.ink = Ink::image, .width_points = 2.5});
        const double degrees = std::remainder(std::atan2(v.y(), v.x()) * 180 / pi - 180, 360) + 180;
        if (const double turn = turn_at(degrees); v.norm() > 0 && std::isfinite(turn)) {
            turns.dot(Vec2(degrees, turn), aligned() ? Ink::special : Ink::subject, 11);
            turns
                .handle(Vec2(degrees, turn), "v", "Drag v along the curve: where it is zero, v is an eigenvector",
                        Ink::subject)
                .holds = {v.norm()};
        }
    }

    double turn_of_v() const { return turned(v, A * v); }
    bool aligned() const { return v.norm() > 0 && ((A * v).norm() == 0 || std::abs(turn_of_v()) < aligned_within); }

    std::string formula() const {
        const std::string v_ink = aligned() ? "special" : "subject", image_ink = aligned() ? "special" : "image";
        std::string tex = live_matrix("A") + "\\color{" + v_ink + "}{" + live_vector("v") + "} = \\color{" + image_ink +
                          "}{" + live_vector("image_of_v") + "}";
        if (aligned()) tex += " = \\color{special}{\\num{stretch_of_v:.2f}\\,\\vec v}";
        return tex;
    }

    void explain(Panel& plane, const Spectrum<2>& spectrum) const {
        const auto lambda = spectrum.values();
        switch (spectrum.which) {
            case EigenCase::distinct:
                plane.note(spectrum.nearly_defective
                               ? "Two eigen-lines that all but coincide: nearly defective."
                               : "Two real eigenvalues, " + fixed(lambda[0].real()) + " and " +
                                     fixed(lambda[1].real()) + ": two lines keep their direction.",
                           Ink::special);
                break;
            case EigenCase::repeated:
                plane.note("Every vector is an eigenvector: A only scales, by " + fixed(lambda[0].real()) + ".",
                           Ink::special);
                break;
            case EigenCase::defective:
                plane.note("Defective: the eigenvalue " + fixed(lambda[0].real()) +
                               " counts twice but has only one eigen-line. A cannot be diagonalised.",
                           Ink::special);
                break;
            case EigenCase::complex:
                plane.note("No real eigenvectors: every line is turned. In its own oval coordinates A turns by " +
                               fixed(std::abs(std::arg(lambda[0])) * 180 / pi, 1) + "° and scales by " +
                               fixed(std::abs(lambda[0])) + ".",
                           Ink::special);
                break;
            case EigenCase::not_finite: plane.note(spectrum.problem, Ink::negative); break;
        }
        if (aligned())
            plane.note("v lies on an eigen-line: Av is " + fixed(v.dot(A * v) / v.squaredNorm()) + " times v.",
                       Ink::special);
        if (t < 1) plane.note(polar_path_words(A), Ink::faint);
        else if (!aligned() && spectrum.which == EigenCase::distinct)
            plane.note("Turn v by its tip until Av lies along it.", Ink::faint);
    }

    void state(Frame& frame, const Spectrum<2>& spectrum) const {
        matrix_facts(frame, A);
        frame.fact("path", polar_path_name(A), "Path from the identity");
        frame.fact("case", std::string(eigenscape::words(spectrum.which)), "Kind of eigenvalues");
        frame.fact("diagonalisable_over_the_complex_numbers", spectrum.diagonalisable);
        std::vector<std::vector<double>> axes_found;
        for (const auto& pair : real_eigenpairs(A)) axes_found.push_back({pair.axis.x(), pair.axis.y()});
        if (axes_found.empty())
            frame.undefined_fact("eigenvectors",
                                 "No real eigenvectors: the eigenvalues are a complex pair, so every line is turned.");
        else frame.fact("eigenvectors", axes_found);
        frame.fact("image_of_v", Vec2(A * v), "Av");
        if (aligned()) frame.fact("stretch_of_v", v.dot(A * v) / v.squaredNorm(), "Av is so many times v");
        else
            frame.undefined_fact("stretch_of_v", "Av is no multiple of v: v lies on no eigen-line.",
                                 "Av is so many times v");
        if (const double turn = turn_of_v(); std::isfinite(turn))
            frame.fact("turn_of_v", turn, "Angle between the lines of v and Av (radians)");
        else frame.undefined_fact("turn_of_v", "v or Av is the zero vector, which has no direction.");
        const auto trail_of_v = power_iteration(A, v, steps);
        if (!trail_of_v.steps.empty() && std::isfinite(trail_of_v.steps.back().rayleigh))
            frame.fact("rayleigh_quotient", trail_of_v.steps.back().rayleigh,
                       "Rayleigh quotient after the power steps");
        else frame.undefined_fact("rayleigh_quotient", "The zero vector has no direction to compare.");
        frame.describe("A 2 by 2 matrix acting on the plane. Its eigenvalues are " +
                       std::string(eigenscape::words(spectrum.which)) +
                       ". Directions that keep their line: " + std::to_string(axes_found.size()) + " drawn. v is at (" +
                       fixed(v.x()) + ", " + fixed(v.y()) + "), beside it its image Av.");
    }

    bool operator==(const Eigenvectors&) const = default;
};

}  // namespace

Scene eigenvectors() { return scene_of<Eigenvectors>(); }

}  // namespace eigenscape
