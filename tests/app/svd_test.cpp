// The three stages of a matrix and the picture of them: the product is A, nothing jumps while A is dragged (through
// singular matrices too), and a tip that is dragged keeps what it promises.
#include "core/linalg/svd.h"
#include "app/model/drag.h"
#include "app/model/state.h"
#include "app/scenes/linear_algebra/three_stages.h"
#include "core/linalg/determinant.h"
#include "tests/app/every_scene.h"

#include <doctest/doctest.h>
#include <Eigen/LU>

#include <cmath>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

const std::vector<Mat2> plane_samples = {
    Mat2{{1, 2}, {-1, 1}},        Mat2{{1, 1}, {0, 1}},     Mat2{{0.6, -0.8}, {0.8, 0.6}},  Mat2{{0, 1}, {1, 0}},
    Mat2{{1.6, 0.8}, {0.8, 0.4}}, Mat2{{2, 1}, {1, 1.5}},   Mat2{{-0.5, 1.5}, {1.5, -0.5}}, Mat2{{0, 0}, {0, 0}},
    Mat2{{0, 2}, {0, 0}},         Mat2{{-10, 10}, {10, 9}}, Mat2{{1e-9, 0}, {0, -3}},       Mat2{{2, -1}, {-1, 2}}};

Mat2 diagonal(const Vec2& s) { return Mat2{{s(0), 0}, {0, s(1)}}; }

// The largest distance by which a point of the unit circle's picture moves between two matrices, seen as a set: the
// picture and its half turn are the same ellipse, grid and axes.
double moved(const Mat2& a, const Mat2& b) { return std::min((a - b).norm(), (a + b).norm()); }

// The two axes as lines: an arrow has a head at both ends.
double line_turned(const Vec2& a, const Vec2& b) {
    return std::abs(std::atan((a.x() * b.y() - a.y() * b.x()) / a.dot(b)));
}

}  // namespace

TEST_CASE("the three stages multiply to A, start at the identity and pass through their factors") {
    for (const Mat2& A : plane_samples) {
        CAPTURE(A);
        const ThreeStages stages = three_stages(A);
        const double size = 1 + A.norm();
        CHECK(stages.s == singular_values(A));
        CHECK((stages.U * diagonal(stages.s) * stages.V.transpose() - A).norm() < 1e-13 * size);
        CHECK(std::abs(stages.V.determinant() - 1) < 1e-13);
        CHECK((stages.U.transpose() * stages.U - Mat2::Identity()).norm() < 1e-13);
        CHECK(stages.flip == (determinant_sign(A) < 0));
        CHECK((stages.at(0) - Mat2::Identity()).norm() < 1e-13);
        CHECK((stages.at(1) - stages.V.transpose()).norm() < 1e-13);
        CHECK((stages.at(2) - diagonal(stages.s) * stages.V.transpose()).norm() < 1e-13 * size);
        CHECK((stages.at(3) - A).norm() < 1e-13 * size);
    }
}

TEST_CASE("the plane moves smoothly through the three stages, and folds flat just once when U contains a flip") {
    for (const Mat2& A : plane_samples) {
        CAPTURE(A);
        const ThreeStages stages = three_stages(A);
        int turned_over = 0;
        for (int k = 1; k <= 3000; ++k) {
            const Mat2 before = stages.at((k - 1) * 1e-3), now = stages.at(k * 1e-3);
            CHECK((now - before).norm() < 0.01 * (1 + A.norm()));
            turned_over += before.determinant() > 0 && now.determinant() <= 0 && stages.s(1) > 0;
        }
        CHECK(turned_over == (stages.flip ? 1 : 0));
    }
}

TEST_CASE("the stages do not jump where A becomes singular and is turned over") {
    for (const Mat2& A : {Mat2{{1.6, 0.8}, {0.8, 0.4}}, Mat2{{0, 2}, {0, 0}}, Mat2{{-1, 2}, {-2, 4}}})
        for (const Mat2& E :
             {Mat2{{1, 0}, {0, 0}}, Mat2{{0, 1}, {0, 0}}, Mat2{{0, 0}, {1, 0}}, Mat2{{0.6, -0.3}, {0.4, -0.7}}})
            for (double t = 0; t <= 3; t += 0.25) {
                CAPTURE(A);
                CAPTURE(t);
                CHECK((three_stages(A + 1e-6 * E).at(t) - three_stages(A - 1e-6 * E).at(t)).norm() < 1e-4);
            }
}

TEST_CASE("no axis of the ellipse jumps while a matrix is dragged, unless its singular values meet") {
    int steps = 0;
    for (const Mat2& A : plane_samples)
        for (const Mat2& E :
             {Mat2{{1, 0}, {0, 0}}, Mat2{{0, 1}, {0, 0}}, Mat2{{0, 0}, {1, 0}}, Mat2{{0.6, -0.3}, {0.4, -0.7}}})
            for (int k = -300; k < 300; ++k) {
                const Mat2 here = A + k * 1e-3 * E, next = A + (k + 1) * 1e-3 * E;
                const ThreeStages a = three_stages(here), b = three_stages(next);
                const double gap = std::min(a.s(0) - a.s(1), b.s(0) - b.s(1));
                if (gap < 0.01) continue;  // the truth: there the directions turn as fast as you like
                CAPTURE(here);
                CHECK(line_turned(a.V.col(0), b.V.col(0)) < 0.3);
                CHECK(line_turned(a.U.col(0), b.U.col(0)) < 0.3);
                for (const double t : {1.0, 2.0, 3.0}) CHECK(moved(a.at(t), b.at(t)) < 0.6);
                ++steps;
            }
    CHECK(steps > 20000);
}

TEST_CASE("a dragged tip of the ellipse keeps the other length and V, also past it") {
    const Scene& scene = *find_scene("svd");
    const Stage stage;
    for (const char* matrix : {"A=[[1,2],[-1,1]]", "A=[[2,1],[1,1.5]]", "A=[[1.5,1],[1,-1]]"}) {
        CAPTURE(matrix);
        State state = std::get<State>(set(scene, scene.defaults, matrix));
        const int A = scene.find_param("A");
        const ThreeStages before = three_stages(std::get<Mat2>(state[static_cast<std::size_t>(A)]));
        const Frame frame = drawn(scene, state, stage);
        const Grip grip{"plane", 0};
        const Camera camera = camera_of(*panel_named(frame, "plane"), {}, stage.canvas_points);
        const Vec2 from = handle_at(frame, grip)->at.head<2>();
        CHECK((from - before.s(0) * before.U.col(0)).norm() < 1e-12);
        Drag drag(scene, frame, grip);
        for (int k = 1; k <= 20; ++k) {  // turned by a third of a right angle while it shrinks below the other length
            const double angle = k * pi / 120, length = before.s(0) + (0.6 * before.s(1) - before.s(0)) * k / 20;
            const Vec2 along = from.normalized();
            const Vec2 goal = length * Vec2(std::cos(angle) * along.x() - std::sin(angle) * along.y(),
                                            std::sin(angle) * along.x() + std::cos(angle) * along.y());
            const Drag::Step step = drag.to(state, camera.to_screen({goal.x(), goal.y(), 0}), stage);
            state = step.state;
            CHECK(step.miss_points < 0.5);
        }
        const ThreeStages now = three_stages(std::get<Mat2>(state[static_cast<std::size_t>(A)]));
        CHECK(std::abs(now.s(0) - before.s(1)) < 0.01);
        CHECK(std::abs(now.s(1) - 0.6 * before.s(1)) < 0.01);
        CHECK(line_turned(now.V.col(0), before.V.col(1)) < 0.01);
        CHECK(now.flip == before.flip);
    }
}

TEST_CASE("a right-angled frame keeps its right angle exactly where it is V") {
    const Scene& scene = *find_scene("svd");
    const auto number = [&](double angle, const char* name) {
        const State state = with(scene, scene.defaults, scene.find_param("angle"), angle);
        return drawn(scene, state).number(name).value();
    };
    const double v1 = -number(0, "turn_of_vt"), s1 = number(v1, "singular_values[0]"),
                 s2 = number(v1, "singular_values[1]");
    for (const double quarter : {0.0, 90.0, 180.0, -90.0})
        CHECK(std::abs(number(v1 + quarter, "image_angle") - 90) < 1e-9);
    CHECK(std::abs(number(v1, "image_lengths[0]") - s1) < 1e-12);
    CHECK(std::abs(number(v1, "image_lengths[1]") - s2) < 1e-12);
    for (const double off : {-40.0, -5.0, 5.0, 40.0}) {
        CHECK(std::abs(number(v1 + off, "image_angle") - 90) > 3);
        CHECK(std::abs(number(v1 + off, "off_axes") - off) < 1e-9);
        CHECK(number(v1 + off, "image_lengths[0]") < s1);
    }
}

TEST_CASE("what is not determined is said, and has no number") {
    const Scene& scene = *find_scene("svd");
    const auto picture = [&](const char* matrix) {
        return drawn(scene, std::get<State>(set(scene, scene.defaults, matrix)));
    };
    const auto said = [](const Frame& frame, const char* words) {
        for (const Panel& panel : frame.panels())
            for (const Panel::Note& note : panel.notes)
                if (note.text.find(words) != std::string::npos) return true;
        return false;
    };
    const auto defined = [](const Frame& frame, const char* name) { return frame.find_fact(name)->value.index() != 0; };
    const Frame rotation = picture("A=[[0.6,-0.8],[0.8,0.6]]");
    CHECK(said(rotation, "not determined"));
    CHECK(said(rotation, "keeps its right angle"));
    CHECK(!defined(rotation, "right_vectors"));
    CHECK(defined(rotation, "image_angle"));
    CHECK(said(picture("A=[[1.5,-0.03],[0.03,1.46]]"), "hardly determined"));
    CHECK(said(picture("A=[[1.5,1],[1,-1]]"), "contains a flip"));
    const Frame flat = picture("A=[[1.6,0.8],[0.8,0.4]]"), nearly = picture("A=[[1.6,0.8],[0.8,0.4000000000000001]]");
    CHECK(said(flat, "The rank is 1"));
    CHECK(said(nearly, "up to rounding"));
    CHECK(defined(flat, "right_vectors"));
    const Frame zero = picture("A=[[0,0],[0,0]]");
    CHECK(said(zero, "no angle between them"));
    CHECK(!said(zero, "keeps its right angle"));
    CHECK(!defined(zero, "image_angle"));
}

TEST_CASE("an arm of the frame follows the pointer along the curve of lengths, also over a place where it is zero") {
    const Scene& scene = *find_scene("svd");
    const Stage stage;
    State state = std::get<State>(
        set_all(scene, scene.defaults, std::vector<std::string>{"A=[[1.6,0.8],[0.8,0.4]]", "angle=20"}));
    const Grip grip{"lengths", 0};
    const Frame frame = drawn(scene, state, stage);
    const Camera camera = camera_of(*panel_named(frame, "lengths"), {}, stage.canvas_points);
    Drag drag(scene, frame, grip);
    const auto angle = [&] { return std::get<double>(state[static_cast<std::size_t>(scene.find_param("angle"))]); };
    // The length is zero at 116.57 degrees; the pointer stays high above the curve there.
    for (const double degrees : {45.0, 80.0, 110.0, 125.0, 160.0, 100.0}) {
        state = drag.to(state, camera.to_screen({degrees, 1.5, 0}), stage).state;
        CHECK(std::abs(angle() - degrees) < 0.5);
    }
}
