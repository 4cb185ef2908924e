// A scene for tests only: one parameter of every kind, handles in a plane and in a space, amounts to hold, time.
// It is small enough that a test can compute by hand what must come out.
#pragma once

#include "app/model/scene.h"
#include "core/linalg/determinant.h"

#include <cmath>
#include <new>
#include <stdexcept>

namespace eigenscape::testing {

enum class Curve { ring, line };

struct Workbench {
    Vec2 v{1, 0.5};
    Mat2 A{{2, 1}, {1, 2}};
    double t = 1;
    double rate = 0.1;
    double radius = 1;
    double angle = 0.3;
    int count = 3;
    bool shown = true;
    Curve curve = Curve::ring;
    Vec3 w{0.2, 0.1, 0.4};
    Mat3 B = Mat3::Identity();
    Points data{{0, 1}, {1, -1}};
    Formula f{"x^2 + y^2"};
    double trouble = 0;  // above 1 the drawing fails

    static Words words() { return {"workbench", "Workbench", "Tests", "Does everything work?", "test"}; }
    static Params<Workbench> params() {
        using S = Workbench;
        return {{"v", "A vector", &S::v, {-4, 4, "a vector"}},
                {"A", "A matrix", &S::A, {-4, 4, "a matrix"}},
                {"t", "Time", &S::t, {0, 1, "time"}, plays(2)},
                {"rate", "Learning rate", &S::rate, {1e-4, 1, "a rate", "", Scale::log}},
                {"radius", "Radius", &S::radius, {0.5, 2, "a radius"}},
                {"angle", "Angle", &S::angle, {-pi, pi, "an angle", "rad"}},
                {"count", "Count", &S::count, {1, 100, "how many"}},
                {"shown", "Shown", &S::shown, Range("is it shown?")},
                {"curve", "Curve", &S::curve, {{"ring", "line"}, "which curve"}},
                {"w", "A point in space", &S::w, {-1, 1, "a point in space"}},
                {"B", "A large matrix", &S::B, {-2, 2, "a large matrix"}},
                {"data", "Data", &S::data, {-3, 3, "points"}},
                {"f", "Function", &S::f, Range("a function")},
                {"trouble", "Trouble", &S::trouble, {0, 3, "above 1 the drawing fails"}}};
    }
    static std::vector<Preset> presets() {
        return {{"Quarter turn", "turned by a right angle", {"A=[[0,-1],[1,0]]", "t=1"}},
                {"Small", "a short vector", {"v=[0.25,0]"}}};
    }

    void draw(Frame& frame) const {
        if (trouble > 2) throw std::bad_alloc();
        if (trouble > 1) throw std::runtime_error("the test wanted it");
        Panel& plane = frame.plane("plane", {{-4, -3}, {4, 3}}, {0, 0, 0.5, 1});
        const Mat2 M = (1 - t) * Mat2::Identity() + t * A;
        const Pen pen{.ink = Ink::subject, .width_points = 1 + rate};
        plane.line(Vec2(0, 0), v, pen);
        plane.line(Vec2(0, 0), Vec2(M * Vec2(1, 0)), pen);
        plane.line(Vec2(0, 0), Vec2(M * Vec2(0, 1)), pen);
        const Vec2 spot =
            curve == Curve::ring ? Vec2(radius * std::cos(angle), radius * std::sin(angle)) : Vec2(angle, radius);
        plane.dot(spot, Ink::special, 4 + count / 20.0);
        plane.handle(v, "v", "Drag the vector", Ink::subject);                     // 0
        plane.handle(Vec2(M.col(0)), "A", "Drag the first column", Ink::first);    // 1
        plane.handle(Vec2(M.col(1)), "A", "Drag the second column", Ink::second);  // 2
        plane.handle(spot, "angle", "Drag round the ring", Ink::special);          // 3
        plane.handle(Vec2(-3, 2), "radius", "Never moves", Ink::ghost);            // 4
        plane.handle(Vec2(-3, 1), "curve", "Not a number", Ink::ghost);            // 5
        // The image of (1, 1), with the determinant and the lower row held.
        plane.handle(Vec2(M * Vec2(1, 1)), "A", "Drag the image of (1, 1)", Ink::image).holds = {
            determinant<2>(A)};                                                            // 6
        for (const Vec2& p : data) plane.handle(p, "data", "Drag a point", Ink::racer_1);  // 7, 8
        if (shown) plane.label(Vec2(1, 1), "shown", Ink::text);
        Panel& space = frame.space("space", {{-1, -1, -1}, {1, 1, 1}}, {0.5, 0, 0.5, 1});
        space.dot(w, Ink::subject);
        space.handle(Vec3(w.x(), w.y(), w.x() * w.x() - w.y() * w.y()), "w", "Drag over the saddle", Ink::special);
        frame.fact("determinant", determinant<2>(A));
        frame.fact("trace_3", B.trace(), "Trace of the large matrix");
        frame.fact("count", std::int64_t{count});
        frame.fact("shown", shown);
        frame.fact("roots", std::vector<Complex>{{1, -2}});
        frame.fact("sum", B.sum());
        frame.fact("formula", f.text);
        frame.fact("v", v);
        frame.fact("A", A);
        frame.undefined_fact("inverse", "It has none, because \"A\" is singular.");
        frame.describe("A workbench.");
    }
    bool operator==(const Workbench&) const = default;
};

inline const std::vector<Scene>& workbench_scenes() {
    static const std::vector<Scene> scenes = [] {
        std::vector<Scene> list{scene_of<Workbench>()};
        Scene other = list[0];
        other.words.id = "second";
        other.words.title = "Second";
        list.push_back(other);
        return list;
    }();
    return scenes;
}

inline const Scene& workbench() { return workbench_scenes().front(); }

inline int index_of(const Scene& scene, std::string_view name) {
    const int index = scene.find_param(name);
    if (index < 0) throw std::invalid_argument("no parameter " + std::string(name));
    return index;
}

template <class T>
const T& held(const Scene& scene, const State& state, std::string_view name) {
    return std::get<T>(state[static_cast<std::size_t>(index_of(scene, name))]);
}

}  // namespace eigenscape::testing
