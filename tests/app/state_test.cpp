// States: settings by text, clamping, what lies between two states, random states and corners.
// `between` is what every ease shows, so its ends must be exact and a half turn must not collapse.
#include "app/model/state.h"
#include "app/model/numbers.h"
#include "tests/app/workbench.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

std::string problem_of(std::string_view setting) {
    const Outcome outcome = set(workbench(), workbench().defaults, setting);
    const auto* problem = std::get_if<BadValue>(&outcome);
    return problem ? problem->message : "accepted";
}

State with_setting(std::string_view setting) {
    return std::get<State>(set(workbench(), workbench().defaults, setting));
}

// A scene whose rule ties one parameter to another.
struct Tied {
    double low = 0, high = 1;
    static Words words() { return {"tied", "Tied", "Tests", "", ""}; }
    static Params<Tied> params() {
        return {{"low", "Low", &Tied::low, {0, 10, "the lower end"}},
                {"high", "High", &Tied::high, {0, 10, "the upper end"}}};
    }
    static std::vector<Preset> presets() { return {}; }
    void settle() { high = std::max(low, high); }
    void draw(Frame&) const {}
    bool operator==(const Tied&) const = default;
};

}  // namespace

TEST_CASE("a setting is a name, an equals sign and a value") {
    CHECK(held<double>(workbench(), with_setting("rate=0.5"), "rate") == 0.5);
    CHECK(held<double>(workbench(), with_setting(" rate = 0.5"), "rate") == 0.5);
    CHECK(held<Formula>(workbench(), with_setting("f=x^2"), "f").text == "x^2");
    CHECK(problem_of("rate") == "\"rate\" is not a setting. Write a name, an equals sign and a value: v=[1,0.5].");
    CHECK(problem_of("rat=1") ==
          "The scene workbench has no parameter \"rat\". Did you mean rate? It has: v, A, t, rate, radius, angle, "
          "count, shown, curve, w, B, data, f, trouble.");
    CHECK(problem_of("velocity=1") ==
          "The scene workbench has no parameter \"velocity\". It has: v, A, t, rate, radius, angle, count, "
          "shown, curve, w, B, data, f, trouble.");
    CHECK(problem_of("rate=2") == "rate: 2 is out of range. It must be a number from 0.0001 to 1.");
}

TEST_CASE("settings are all applied or none") {
    const std::vector<std::string> good{"rate=0.5", "t=0"}, bad{"rate=0.5", "t=9"};
    CHECK(held<double>(workbench(), std::get<State>(set_all(workbench(), workbench().defaults, good)), "t") == 0);
    CHECK(std::holds_alternative<BadValue>(set_all(workbench(), workbench().defaults, bad)));
}

TEST_CASE("dragged values are clamped where typed ones are refused") {
    const Scene& scene = workbench();
    const int v = index_of(scene, "v");
    CHECK(held<Vec2>(scene, with(scene, scene.defaults, v, Vec2(9, -9)), "v") == Vec2(4, -4));
    CHECK(held<Vec2>(scene, with(scene, scene.defaults, v, Vec2(undefined, 0)), "v") == Vec2(1, 0.5));
    CHECK(held<Vec2>(scene, with(scene, scene.defaults, v, Vec2(infinity, 0)), "v") == Vec2(4, 0));
    CHECK(held<Vec2>(scene, with(scene, scene.defaults, v, 3.0), "v") == Vec2(1, 0.5));  // of another kind
    CHECK(held<Choice>(scene, with(scene, scene.defaults, index_of(scene, "curve"), Choice{7}), "curve") == Choice{0});
    CHECK(held<Formula>(scene, with(scene, scene.defaults, index_of(scene, "f"), Formula{"("}), "f").text ==
          "x^2 + y^2");
}

TEST_CASE("a scene's own rule is applied after every change") {
    const Scene scene = scene_of<Tied>();
    CHECK(std::get<State>(set(scene, scene.defaults, "low=5")) == State{5.0, 5.0});
    CHECK(with(scene, scene.defaults, 0, 7.0) == State{7.0, 7.0});
}

TEST_CASE("between hits both ends exactly") {
    const Scene& scene = workbench();
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const State a = random_state(scene, seed), b = random_state(scene, seed + 1000);
        CHECK(between(scene, a, b, 0) == a);
        CHECK(between(scene, a, b, -1) == a);
        CHECK(between(scene, a, b, 1) == b);
        CHECK(between(scene, a, b, 2) == b);
    }
}

TEST_CASE("between goes evenly, in the logarithm where the scale is, and switches what has no middle") {
    const Scene& scene = workbench();
    const State a = scene.defaults;
    State b = with_setting("v=[3,-1.5]");
    b = std::get<State>(set(scene, b, "rate=0.001"));
    b = std::get<State>(set(scene, b, "count=9"));
    b = std::get<State>(set(scene, b, "curve=line"));
    b = std::get<State>(set(scene, b, "data=[[0,0]]"));
    const State middle = between(scene, a, b, 0.5);
    CHECK(held<Vec2>(scene, middle, "v") == Vec2(2, -0.5));
    CHECK(held<double>(scene, middle, "rate") == doctest::Approx(0.01));
    CHECK(held<int>(scene, middle, "count") == 9);
    CHECK(held<Choice>(scene, middle, "curve") == Choice{1});
    CHECK(held<Points>(scene, middle, "data") == Points{{0, 0}});
}

TEST_CASE("a half turn between matrices turns instead of collapsing") {
    const Scene& scene = workbench();
    const State a = with_setting("A=[[1,0],[0,1]]"), b = with_setting("A=[[-1,0],[0,-1]]");
    for (const double t : {0.25, 0.5, 0.75})
        CHECK(determinant<2>(held<Mat2>(scene, between(scene, a, b, t), "A")) == doctest::Approx(1));
    const State mirrored = with_setting("A=[[1,0],[0,-1]]"), turned = with_setting("A=[[-1,0],[0,1]]");
    CHECK(determinant<2>(held<Mat2>(scene, between(scene, mirrored, turned, 0.5), "A")) == doctest::Approx(-1));
    CHECK(held<Mat2>(scene, between(scene, a, mirrored, 0.5), "A") == Mat2{{1, 0}, {0, 0}});  // entry by entry
    State cube = scene.defaults, half = scene.defaults;
    const auto B = static_cast<std::size_t>(index_of(scene, "B"));
    half[B] = Mat3{{-1, 0, 0}, {0, -1, 0}, {0, 0, 1}};
    CHECK(determinant<3>(held<Mat3>(scene, between(scene, cube, half, 0.5), "B")) == doctest::Approx(1));
}

TEST_CASE("between is continuous") {
    const Scene& scene = workbench();
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const State a = random_state(scene, seed), b = random_state(scene, seed + 50);
        Mat2 last = held<Mat2>(scene, a, "A");
        double longest = 0;
        for (int i = 1; i <= 200; ++i) {
            const Mat2 now = held<Mat2>(scene, between(scene, a, b, i / 200.0), "A");
            longest = std::max(longest, (now - last).norm());
            last = now;
        }
        CAPTURE(text_of(scene, a));
        CAPTURE(text_of(scene, b));
        CHECK(longest < 0.2);
    }
}

TEST_CASE("random states are in range, settled and the same everywhere") {
    const Scene& scene = workbench();
    CHECK(random_state(scene, 7) == random_state(scene, 7));
    CHECK(random_state(scene, 7) != random_state(scene, 8));
    // SplitMix64's first number for the seed 1 is 0x910a2dec89025cc1.
    CHECK(held<Vec2>(scene, random_state(scene, 1), "v").x() == -4 + 8 * (0x910a2dec89025cc1 >> 11) * 0x1p-53);
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const State state = random_state(scene, seed);
        for (std::size_t i = 0; i < state.size(); ++i) CHECK(!refusal(scene.params[i], state[i]));
    }
}

TEST_CASE("corner states lie on the edges of the ranges") {
    const Scene& scene = workbench();
    const std::vector<State> corners = corner_states(scene, 64);
    CHECK(corners.size() <= 64);
    CHECK(corners.size() > 20);
    CHECK(held<Vec2>(scene, corners[0], "v") == Vec2(-4, -4));
    CHECK(held<Vec2>(scene, corners[1], "v") == Vec2(4, 4));
    for (const State& state : corners)
        for (std::size_t i = 0; i < state.size(); ++i) CHECK(!refusal(scene.params[i], state[i]));
}

TEST_CASE("presets of the workbench apply to the defaults") {
    const Outcome outcome = preset_state(workbench(), workbench().presets[0]);
    REQUIRE(std::holds_alternative<State>(outcome));
    CHECK(held<Mat2>(workbench(), std::get<State>(outcome), "A") == Mat2{{0, -1}, {1, 0}});
}
