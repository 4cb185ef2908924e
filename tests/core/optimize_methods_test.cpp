// One step of each optimiser against numbers worked by hand from PyTorch's formulas, and the table of methods.
// Whole trajectories are replayed by truth_check.
#include "core/optimize/methods.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

namespace {

Vec2 after(Method method, const Settings& settings, std::vector<Vec2> gradients, Vec2 point = {0, 0}) {
    OptimizerState state;
    for (const Vec2& g : gradients) take_step(method, settings, g, Mat2::Identity(), state, point);
    return point;
}

bool near(const Vec2& got, const Vec2& want, double tolerance = 1e-14) { return (got - want).norm() <= tolerance; }

}  // namespace

TEST_CASE("the table of methods is in the order of the enumeration and names round-trip") {
    CHECK(methods().size() == 8);
    for (const auto& row : methods()) {
        CHECK(&info(row.method) == &row);
        CHECK(find_method(row.name) == row.method);
        CHECK_FALSE(row.title.empty());
        CHECK_FALSE(row.tex.empty());
        CHECK_FALSE(row.words.empty());
    }
    CHECK_FALSE(find_method("adamant"));
}

TEST_CASE("defaults are PyTorch's") {
    CHECK(info(Method::gradient_descent).defaults.rate == 1e-3);
    CHECK(info(Method::adagrad).defaults.rate == 1e-2);
    CHECK(info(Method::adagrad).defaults.eps == 1e-10);
    CHECK(info(Method::rmsprop).defaults.rate == 1e-2);
    CHECK(info(Method::rmsprop).defaults.alpha == 0.99);
    CHECK(info(Method::adam).defaults.rate == 1e-3);
    CHECK(info(Method::adam).defaults.beta1 == 0.9);
    CHECK(info(Method::adam).defaults.beta2 == 0.999);
    CHECK(info(Method::adam).defaults.eps == 1e-8);
    CHECK(info(Method::adamw).defaults.weight_decay == 1e-2);
}

TEST_CASE("two steps of each method, by hand") {
    Settings s;
    s.rate = 0.1;
    s.momentum = 0.5;
    const Vec2 g1(2, -4), g2(1, 1);
    CHECK(near(after(Method::gradient_descent, s, {g1, g2}), {-0.3, 0.3}));
    CHECK(near(after(Method::momentum, s, {g1, g2}), {-0.2 - 0.1 * 2, 0.4 - 0.1 * -1}));
    // Nesterov: b₁ = g₁, step g₁ + μ b₁; then b₂ = (2, −1), step g₂ + μ b₂.
    CHECK(near(after(Method::nesterov, s, {g1, g2}), {-0.3 - 0.2, 0.6 - 0.05}));
    s.eps = 0;
    CHECK(near(after(Method::adagrad, s, {g1, g2}), {-0.1 - 0.1 / std::sqrt(5.0), 0.1 - 0.1 / std::sqrt(17.0)}));
    s.alpha = 0.75;
    CHECK(near(after(Method::rmsprop, s, {g1, g2}), {-0.2 - 0.1, 0.2 - 0.1 / std::sqrt(3.25)}));
}

TEST_CASE("AdaGrad and Adam first step by exactly the rate along the signs, RMSProp ten times that") {
    Settings s;
    s.rate = 0.1;
    s.eps = 1e-300;
    for (const Vec2& g : {Vec2(1e-6, -1e6), Vec2(-3, 0.01)}) {
        const Vec2 signs(g.x() > 0 ? 1 : -1, g.y() > 0 ? 1 : -1);
        CHECK(near(after(Method::adagrad, s, {g}), -0.1 * signs));
        CHECK(near(after(Method::adam, s, {g}), -0.1 * signs, 1e-12));
        CHECK(near(after(Method::rmsprop, s, {g}), -1.0 * signs, 1e-12));
    }
}

TEST_CASE("a vanishing gradient divides by nothing") {
    for (const auto& row : methods()) {
        if (row.method == Method::newton) continue;
        CHECK(near(after(row.method, row.defaults, {Vec2(0, 0), Vec2(0, 0)}), {0, 0}, 0));
    }
}

TEST_CASE("AdamW shrinks the point and then steps as Adam does") {
    Settings s;
    s.rate = 0.1;
    s.weight_decay = 0.5;
    const Vec2 start(4, -2), g(1, 2);
    const Vec2 adam = after(Method::adam, s, {g}, start) - start;
    CHECK(near(after(Method::adamw, s, {g}, start), start * 0.95 + adam));
    OptimizerState state;
    Vec2 point = start;
    const auto anatomy = take_step(Method::adamw, s, g, Mat2::Zero(), state, point);
    REQUIRE(anatomy);
    CHECK(near(anatomy->decay, -0.05 * start));
    CHECK(near(start + anatomy->step, point));
}

TEST_CASE("the anatomy of Adam's steps shows the bias correction") {
    Settings s;
    s.rate = 0.1;
    OptimizerState state;
    Vec2 point(0, 0);
    const Vec2 g(3, -1);
    for (int t = 1; t <= 5; ++t) {
        const auto anatomy = take_step(Method::adam, s, g, Mat2::Zero(), state, point);
        REQUIRE(anatomy);
        CHECK(near(anatomy->corrected_velocity, g, 1e-12));  // a constant gradient is seen without bias from the start
        CHECK(near(anatomy->corrected_second, g.array().square(), 1e-12));
        CHECK(near(anatomy->velocity, g * (1 - std::pow(0.9, t)), 1e-12));
    }
}

TEST_CASE("Newton divides by H + damping, and refuses what is singular") {
    const auto step = [](const Mat2& hessian, const Vec2& g, double damping = 0) -> std::optional<Vec2> {
        Settings s;
        s.damping = damping;
        OptimizerState state;
        Vec2 point(0, 0);
        const auto anatomy = take_step(Method::newton, s, g, hessian, state, point);
        if (!anatomy) CHECK(point == Vec2(0, 0));
        return anatomy ? std::optional(point) : std::nullopt;
    };
    const Mat2 h{{2, 1}, {1, 3}};
    CHECK(near(step(h, h * Vec2(1, -2)).value(), {-1, 2}));
    CHECK(near(step(h, (h + 4 * Mat2::Identity()) * Vec2(1, -2), 4).value(), {-1, 2}));
    CHECK(near(step(1e-200 * h, 1e-200 * (h * Vec2(1, 1))).value(), {-1, -1}));
    CHECK(near(step(1e300 * h, 1e300 * (h * Vec2(1, 1))).value(), {-1, -1}));
    CHECK(near(step(Mat2{{0, 1}, {1, 0}}, {2, 3}).value(), {-3, -2}));
    CHECK_FALSE(step(Mat2{{2, 0}, {0, 0}}, {1, 1}));
    CHECK_FALSE(step(Mat2{{0.1, 0.3}, {0.3, 0.9}}, {1, 1}));  // singular to working precision
    CHECK_FALSE(step(Mat2::Zero(), {0, 0}));
    CHECK(step(Mat2{{2, 0}, {0, 0}}, {1, 1}, 0.1));
}
