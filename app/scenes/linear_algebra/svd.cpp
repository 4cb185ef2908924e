// Singular values: any matrix turns the circle, stretches it along two right-angled axes, and turns it again.
// Play the three stages, drag the axes of the ellipse, or turn a right-angled frame until its image is right-angled
// too.
#include "app/scenes/linear_algebra/fold.h"
#include "app/scenes/linear_algebra/svd_factors.h"
#include "app/scenes/linear_algebra/svd_reading.h"
#include "app/scenes/linear_algebra/three_stages.h"
#include "app/scenes/linear_algebra/turns.h"
#include "app/scenes/list.h"
#include "viz/number.h"
#include "viz/shapes/angle.h"
#include "viz/shapes/arrow.h"
#include "viz/shapes/axes.h"
#include "viz/shapes/curve.h"
#include "viz/shapes/figure.h"
#include "viz/shapes/grid.h"
#include "viz/shapes/line.h"
#include "viz/shapes/round.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {
namespace {

struct SingularValues {
    Mat2 A{{1, 2}, {-1, 1}};
    double angle = 30;
    double t = 3;

    static Words words() {
        return {"svd", "Singular values", "Linear algebra",
                "How does any matrix come apart into two turns and a stretch?",
                "SVD singular value decomposition ellipse rotation stretch orthogonal rank condition number U Sigma V"};
    }
    static Params<SingularValues> params() {
        using S = SingularValues;
        return {{"A", "A", &S::A, {-10, 10, "The matrix. The circle becomes its ellipse."}},
                {"angle",
                 "Frame",
                 &S::angle,
                 {-360, 360, "How far your right-angled frame is turned. Turn it until its image is right-angled too.",
                  "°"}},
                {"t",
                 "Time",
                 &S::t,
                 {0, 3, "The three stages: V transposed turns (0 to 1), Σ stretches (1 to 2), U turns (2 to 3)."},
                 plays(6)}};
    }
    static std::vector<Preset> presets() {
        return {
            {"Two turns and a stretch",
             "No real eigenvectors, yet two perpendicular directions stay perpendicular.",
             {"A=[[1,2],[-1,1]]"}},
            {"Shear", "Both eigenvalues are 1, but the singular values are 1.62 and 0.62.", {"A=[[1,1],[0,1]]"}},
            {"Rotation", "Every direction is stretched alike, so V is not determined.", {"A=[[0.6,-0.8],[0.8,0.6]]"}},
            {"Reflection", "Singular values are never negative: the flip is in U.", {"A=[[1.5,1],[1,-1]]"}},
            {"Rank 1", "One singular value is 0: the ellipse is a segment.", {"A=[[1.6,0.8],[0.8,0.4]]"}},
            {"Symmetric", "U and V are the same turn: singular vectors are eigenvectors.", {"A=[[2,1],[1,1.5]]"}},
            {"Negative eigenvalue",
             "Symmetric, with eigenvalues 1 and −2: the singular values are 2 and 1.",
             {"A=[[-0.5,1.5],[1.5,-0.5]]"}},
            {"Nearly equal",
             "Almost a circle: a tiny change of A turns the directions a lot.",
             {"A=[[1.5,-0.03],[0.03,1.46]]"}},
            {"Almost singular",
             "A thin ellipse: the condition number is the ratio of its axes.",
             {"A=[[2,1],[1,0.55]]"}}};
    }

    void draw(Frame& frame) const {
        const SvdReading now{A, angle, t, three_stages(A)};
        const ThreeStages& stages = now.stages;
        Panel& plane = frame.plane("plane", {{-3.2, -2.7}, {3.2, 3.7}}, {0, 0, 0.64, 1});
        Panel& before = frame.plane("circle", {{-1.5, -1.35}, {1.5, 1.95}}, {0.64, 0, 0.36, 0.5});
        Panel& lengths =
            frame.chart("lengths", {{0, 0}, {180, std::max(3.0, 1.2 * stages.s(0))}}, {0.64, 0.5, 0.36, 0.5});
        draw_plane(plane, now);
        draw_circle(before, now);
        draw_lengths(lengths, now);
        now.facts(frame);
    }

    void draw_plane(Panel& plane, const SvdReading& now) const {
        const ThreeStages& stages = now.stages;
        const Mat2 M = stages.at(t);
        still_grid(plane);
        moving_grid(plane, M, 0.6 * lit_side(M));
        axis_numbers(plane);
        if (stages.flip && t > 2 && t < 3)
            line_through_origin(plane, stages.fold_line(t),
                                {.ink = Ink::special, .width_points = 2, .dash = Dash::dashed}, "\\text{fold line}");
        circle(plane, {0, 0}, 1, {.ink = Ink::ghost, .width_points = 1.5, .dash = Dash::dashed});
        ellipse(plane, {0, 0}, M, {.ink = Ink::image, .width_points = 2.5}, 0.12);
        figure(plane, small_letter(), M, Ink::text, 0.5);
        image_of_frame(plane, M, now.found());
        for (int i = 0; i < 2; ++i) axis(plane, M * stages.V.col(i), stages, i, name_now(i));
        if (t == 3 && stages.determined)
            for (int i = 0; i < 2; ++i) grips(plane, stages, i);
        for (const auto& [tex, size] : {std::pair(svd_factors(t), 30.0), std::pair(now.numbers(), 19.0)})
            plane.formula(tex, size);
        explain(plane, now);
    }

    // Inside the circle, so that turning and flipping are seen.
    static Figure small_letter() {
        Figure rings = letter_f();
        for (Vec2& p : rings.front()) p = 0.42 * p + Vec2(-0.78, -0.3);
        return rings;
    }

    // An axis with a head at both ends, since its sign is free; one choice of many is dashed.
    static void axis(Panel& panel, const Vec2& tip, const ThreeStages& stages, int i, std::string name) {
        const Pen pen{.ink = i == 0 ? Ink::first : Ink::second,
                      .width_points = 3.5,
                      .dash = stages.determined ? Dash::solid : Dash::dashed,
                      .opacity = stages.determined ? 1 : 0.6};
        two_headed(panel, Vec2(0, 0), tip, pen, std::move(name));
    }

    // What the axis is called at the end of a stage; on the way it has no name of its own.
    std::string name_now(int i) const {
        const std::string index = std::to_string(i + 1);
        if (t == 0) return "\\vec v_" + index;
        if (t == 1) return "\\vec e_" + index;
        if (t == 2) return "\\sigma_" + index + "\\vec e_" + index;
        return t == 3 ? "\\sigma_" + index + "\\vec u_" + index : "";
    }

    // Where the axes end. The other singular value and V stay; the same words at all four tips, so that a tip may be
    // dragged past the other length.
    static void grips(Panel& plane, const ThreeStages& stages, int i) {
        const Vec2 v = stages.V.col(i);
        for (const double side : {1.0, -1.0})
            plane
                .handle(Vec2(side * stages.s(i) * stages.U.col(i)), "A",
                        "Drag the tip of an axis: the other length and V stay, A is solved for",
                        i == 0 ? Ink::first : Ink::second)
                .holds = {stages.s(1 - i), v.x() * v.x() - v.y() * v.y(), 2 * v.x() * v.y()};
    }

    void image_of_frame(Panel& plane, const Mat2& M, bool found) const {
        const Vec2 p = M * direction(angle), q = M * direction(angle + 90);
        const Pen pen{.ink = Ink::image, .width_points = 2.5};
        vector(plane, p, pen, t == 3 ? "A\\vec p" : "");
        vector(plane, q, pen, t == 3 ? "A\\vec q" : "");
        const double between = angle_between(p, q), radius = 0.35 * std::min(p.norm(), q.norm());
        if (!(radius > 0.05)) return;
        if (std::abs(std::abs(between) - 90) < 0.05)
            right_angle(plane, {0, 0}, p, q, radius / 2, {.ink = t == 3 && found ? Ink::special : Ink::image});
        else
            angle_arc(plane, {0, 0}, p, between * degree, radius, {.ink = Ink::image},
                      fixed(std::abs(between), 1) + "^\\circ");
    }

    void draw_circle(Panel& before, const SvdReading& now) const {
        const ThreeStages& stages = now.stages;
        still_grid(before);
        circle(before, {0, 0}, 1, {.ink = Ink::subject, .width_points = 1.5, .opacity = 0.7});
        for (int i = 0; i < 2; ++i) axis(before, stages.V.col(i), stages, i, "\\vec v_" + std::to_string(i + 1));
        const Vec2 p = direction(angle), q = direction(angle + 90);
        const Pen pen{.ink = Ink::subject, .width_points = 2.5};
        right_angle(before, {0, 0}, p, q, 0.18, pen);
        vector(before, p, pen, "\\vec p");
        vector(before, q, pen, "\\vec q");
        for (const Vec2& tip : {p, q}) before.handle(tip, "angle", "Turn the right-angled frame", Ink::subject);
        before.note(now.frame_words(), now.found() ? Ink::special : Ink::faint);
    }

    void draw_lengths(Panel& lengths, const SvdReading& now) const {
        const ThreeStages& stages = now.stages;
        chart_axes(lengths, {.x_title = "direction of $\\vec v$ in degrees", .y_title = "length of $A\\vec v$"});
        const bool room_below = stages.s(1) > 0.15 * lengths.home.hi.y();
        for (int i = 0; i < 2; ++i) {
            const Ink ink = i == 0 ? Ink::first : Ink::second;
            lengths.line(Vec2(0, stages.s(i)), Vec2(180, stages.s(i)),
                         {.ink = ink, .width_points = 1.5, .dash = Dash::dashed});
            lengths.label(Vec2(180, stages.s(i)), "\\sigma_" + std::to_string(i + 1) + " = " + fixed(stages.s(i)), ink,
                          Vec2(-1, i == 1 && room_below ? -1 : 1));
        }
        curve(lengths, [this](double degrees) { return (A * direction(degrees)).norm(); },
              {.ink = Ink::image, .width_points = 2.5});
        for (const double arm : {angle, angle + 90}) {
            const double at = arm - 180 * std::floor(arm / 180);
            const Vec2 place(at, (A * direction(arm)).norm());
            lengths.dot(place, now.found() ? Ink::special : Ink::subject, 11, arm == angle ? Mark::disc : Mark::square);
            lengths
                .handle(place, "angle", "Drag an arm of the frame along the curve, to its top or bottom", Ink::subject)
                .follows = Follows::across;
        }
    }

    void explain(Panel& plane, const SvdReading& now) const {
        const ThreeStages& stages = now.stages;
        plane.note(now.stage_words(), t == 3 ? Ink::text : Ink::special);
        if (const std::string words = now.directions_words(); !words.empty()) plane.note(words, Ink::special);
        if (stages.flip && !(t > 2 && t < 3))
            plane.note("$\\det A$ is negative, so $U$ contains a flip.", Ink::negative);
    }

    bool operator==(const SingularValues&) const = default;
};

}  // namespace

Scene svd_scene() { return scene_of<SingularValues>(); }

}  // namespace eigenscape
