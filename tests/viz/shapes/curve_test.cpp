// Curves: gaps where there is nothing, no walls at poles, all of the window reached, honesty when they cannot be shown.
#include "viz/shapes/curve.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace eigenscape;

namespace {

const Box2 window{{-4, -4}, {4, 4}};

SampledCurve graph(const std::function<double(double)>& f) {
    return sample_curve([&](double x) { return Vec2(x, f(x)); }, -4, 4, window);
}

double longest_step(const SampledCurve& curve) {
    double longest = 0;
    for (const auto& run : curve.runs)
        for (std::size_t i = 1; i < run.size(); ++i) longest = std::max(longest, (run[i] - run[i - 1]).norm());
    return longest;
}

}  // namespace

TEST_CASE("smooth curves are followed closely") {
    const SampledCurve curve = graph([](double x) { return 3 * std::sin(4 * x); });
    REQUIRE(curve.runs.size() == 1);
    CHECK_FALSE(curve.under_sampled);
    double worst = 0;
    const auto& run = curve.runs[0];
    for (std::size_t i = 1; i < run.size(); ++i) {
        const Vec2 middle = 0.5 * (run[i] + run[i - 1]);
        const double slope = 12 * std::cos(4 * middle.x());
        worst = std::max(worst, std::abs(3 * std::sin(4 * middle.x()) - middle.y()) / std::hypot(1, slope));
    }
    CHECK(worst < 8.0 / 1000);
    CHECK(run.front().x() == -4);
    CHECK(run.back().x() == 4);
}

TEST_CASE("poles and jumps are gaps, not walls") {
    for (const auto& f : {std::function<double(double)>([](double x) { return 1 / x; }),
                          {[](double x) { return std::tan(x); }},
                          {[](double x) { return std::floor(x); }},
                          {[](double x) { return x < 0.3 ? -1.0 : 1.0; }}}) {
        const SampledCurve curve = graph(f);
        CHECK(curve.runs.size() >= 2);
        CHECK_FALSE(curve.under_sampled);
        for (const auto& run : curve.runs)
            for (std::size_t i = 1; i < run.size(); ++i) {
                const Vec2 step = run[i] - run[i - 1];
                // Nothing runs straight up through a large part of the window.
                REQUIRE_FALSE((std::abs(step.y()) > 0.4 && std::abs(step.x()) < 1e-3));
            }
    }
}

TEST_CASE("a curve ends where its function does") {
    const SampledCurve curve = graph([](double x) { return std::sqrt(x * x - 4); });
    REQUIRE(curve.runs.size() == 2);
    CHECK(curve.runs[0].back().x() == doctest::Approx(-2).epsilon(1e-6));
    CHECK(curve.runs[1].front().x() == doctest::Approx(2).epsilon(1e-6));
    CHECK(graph([](double) { return undefined; }).runs.empty());
}

TEST_CASE("infinite and huge values stay out of the picture") {
    for (const auto& f : {std::function<double(double)>([](double x) { return std::exp(1000 * x); }),
                          {[](double x) { return 1e300 * x; }},
                          {[](double x) { return x > 0 ? infinity : -infinity; }}}) {
        for (const auto& run : graph(f).runs)
            for (const Vec2& p : run) {
                REQUIRE(p.allFinite());
                REQUIRE(p.cwiseAbs().maxCoeff() < 10);
            }
    }
}

TEST_CASE("what wiggles too fast is said to be under-sampled, within the budget") {
    int calls = 0;
    const auto counted = [&](const std::function<double(double)>& f) {
        calls = 0;
        return sample_curve([&](double x) { return ++calls, Vec2(x, f(x)); }, -4, 4, window).under_sampled;
    };
    CHECK(counted([](double x) { return std::sin(1e6 * x); }));
    CHECK(calls < 9000);
    CHECK(counted([](double x) { return 2 * std::fmod(std::floor(1e9 * x), 2.0); }));
    CHECK(calls < 9000);
    CHECK_FALSE(counted([](double x) { return x * x; }));
    CHECK(calls < 1500);
    Frame frame;
    Panel& panel = frame.plane("p", {{-4, -4}, {4, 4}});
    CHECK_FALSE(curve(panel, [](double x) { return std::sin(1e6 * x); }, {}));
    REQUIRE(panel.notes.size() == 1);
    CHECK(panel.notes[0].text.find("Under-sampled") == 0);
    CHECK(panel.fills.size() == 1);  // the band from −1 to 1
    for (const Vec3& p : panel.points) CHECK(std::abs(p.y()) <= 1);
}

TEST_CASE("parametric curves close") {
    const SampledCurve circle =
        sample_curve([](double t) { return Vec2(2 * std::cos(t), 2 * std::sin(t)); }, 0, 2 * pi, window);
    REQUIRE(circle.runs.size() == 1);
    CHECK((circle.runs[0].front() - circle.runs[0].back()).norm() < 1e-9);
    CHECK(longest_step(circle) < 0.3);
    for (const Vec2& p : circle.runs[0]) CHECK(p.norm() == doctest::Approx(2));
}
