// Theorems about descents: when they converge, how fast, what does not change them, and what ends them.
// Every ending is met once, and its words are read.
#include "core/optimize/descend.h"
#include "core/optimize/gradient_flow.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

namespace {

const char* rosenbrock = "(1-x)^2+100*(y-x^2)^2";
const char* himmelblau = "(x^2+y-11)^2+(x+y^2-7)^2";

Run run(const char* formula, Method method, Settings settings, const Vec2& start, int steps, const Stop& stop = {}) {
    const auto f = scalar_field(formula);
    REQUIRE(f);
    return descend(*f, method, settings, start, steps, stop);
}

Settings rate(double value) {
    Settings settings;
    settings.rate = value;
    return settings;
}

bool says(const Run& r, const char* words) { return r.words.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("on a quadratic, gradient descent converges exactly below the rate 2/L") {
    // Eigenvalues 1 and 10: each coordinate is multiplied by 1 − rate·λ at every step.
    for (const double eta : {0.01, 0.1, 0.15, 0.19, 0.199, 0.201, 0.21, 0.3}) {
        const Run r = run("(x^2+10*y^2)/2", Method::gradient_descent, rate(eta), {10, 1}, 40, Stop::never());
        REQUIRE(r.points.size() == 41);
        for (int k : {1, 7, 40}) {
            CHECK(r.points[k].x() == doctest::Approx(10 * std::pow(1 - eta, k)));
            CHECK(r.points[k].y() == doctest::Approx(std::pow(1 - 10 * eta, k)).epsilon(1e-9));
        }
        CHECK((std::abs(r.points[40].y()) < 1) == (eta < 0.2));
    }
}

TEST_CASE("Newton solves any quadratic in one step, also to a saddle") {
    for (const char* f : {"(x+2*y-7)^2+(2*x+y-5)^2", "1e6*(x-1)^2+1e-3*(y-3)^2", "(x-1)^2-5*(y-3)^2+x*y-3*x-y"}) {
        const Run r = run(f, Method::newton, {}, {-5, 5}, 3);
        CHECK((r.points[1] - Vec2(1, 3)).norm() < 1e-9);
    }
}

TEST_CASE("Newton converges quadratically where the Hessian is regular and by 2/3 where it is not") {
    const Run regular = run(himmelblau, Method::newton, {}, {3.4, 2.3}, 8);
    std::vector<double> error;
    for (const Vec2& p : regular.points) error.push_back((p - Vec2(3, 2)).norm());
    CHECK(error[1] < 2 * error[0] * error[0]);
    CHECK(error[2] < 2 * error[1] * error[1]);
    const Run quartic = run("x^4+y^4", Method::newton, {}, {1, -2}, 10);
    for (int k = 0; k < 10; ++k) CHECK(quartic.points[k + 1].x() / quartic.points[k].x() == doctest::Approx(2.0 / 3));
}

TEST_CASE("damping turns Newton's full step towards a short gradient step") {
    Settings s;
    s.damping = 1e9;
    const Run r = run(rosenbrock, Method::newton, s, {-1.2, 1}, 1);
    const Vec2 small = r.points[1] - r.points[0];
    CHECK((small + r.gradients[0] / 1e9).norm() < 1e-5 * small.norm());
}

TEST_CASE("momentum of zero is gradient descent, to the bit") {
    Settings s = rate(0.001);
    s.momentum = 0;
    const Run plain = run(rosenbrock, Method::gradient_descent, s, {-1.2, 1}, 100);
    CHECK(run(rosenbrock, Method::momentum, s, {-1.2, 1}, 100).points == plain.points);
    CHECK(run(rosenbrock, Method::nesterov, s, {-1.2, 1}, 100).points == plain.points);
}

TEST_CASE("Adam does not see the scale of f, gradient descent sees it as a rate") {
    Settings s = rate(0.1);
    s.eps = 1e-300;
    const Run one = run(himmelblau, Method::adam, s, {0, 0}, 30);
    const Run scaled = run("1024*((x^2+y-11)^2+(x+y^2-7)^2)", Method::adam, s, {0, 0}, 30);
    for (int k = 0; k <= 30; ++k) CHECK((one.points[k] - scaled.points[k]).norm() < 1e-10);
    const Run a = run(himmelblau, Method::gradient_descent, rate(0.01), {0, 0}, 30);
    const Run b = run("4*((x^2+y-11)^2+(x+y^2-7)^2)", Method::gradient_descent, rate(0.0025), {0, 0}, 30);
    for (int k = 0; k <= 30; ++k) CHECK((a.points[k] - b.points[k]).norm() < 1e-12);
}

TEST_CASE("turning the ravine turns the path of gradient descent and breaks that of RMSProp") {
    const char* straight = "(x^2+30*y^2)/2";
    const char* turned = "((0.6*x+0.8*y)^2+30*(0.6*y-0.8*x)^2)/2";  // u = 0.6x + 0.8y, v = 0.6y − 0.8x
    const Vec2 start(5, 1), turned_start(0.6 * 5 - 0.8 * 1, 0.8 * 5 + 0.6 * 1);
    const auto gap = [&](Method method, double eta) {
        const Run a = run(straight, method, rate(eta), start, 20), b = run(turned, method, rate(eta), turned_start, 20);
        const Vec2 p = b.points[20];
        return (Vec2(0.6 * p.x() + 0.8 * p.y(), 0.6 * p.y() - 0.8 * p.x()) - a.points[20]).norm();
    };
    CHECK(gap(Method::gradient_descent, 0.05) < 1e-12);
    CHECK(gap(Method::momentum, 0.01) < 1e-12);
    CHECK(gap(Method::rmsprop, 0.05) > 0.05);
}

TEST_CASE("a descent that explodes stops before the view does and says at which step") {
    const Run r = run(rosenbrock, Method::gradient_descent, rate(0.01), {-1.2, 1}, 50);
    CHECK(r.ending == Ending::diverged);
    CHECK(r.at_step == 4);
    CHECK(r.points.size() == 4);
    CHECK(r.anatomy.size() == 4);  // the refused step is still there to be explained
    CHECK(says(r, "Diverged at step 4"));
    for (const Vec2& p : r.points) CHECK(p.norm() <= 1e6);
    const Run further = run(rosenbrock, Method::gradient_descent, rate(0.01), {-1.2, 1}, 50, Stop::never());
    CHECK(further.ending == Ending::not_finite);
    CHECK(further.at_step == 8);
    CHECK(says(further, "overflowed"));
}

TEST_CASE("a function without a bottom is told from a rate that is too large") {
    const Run r = run("-x^2-2*y^2", Method::gradient_descent, rate(0.1), {0.1, 0.1}, 200);
    CHECK(r.ending == Ending::diverged);
    CHECK(says(r, "no bottom"));
}

TEST_CASE("a start where the gradient is zero is said, with what is there") {
    for (const auto method : {Method::gradient_descent, Method::adam, Method::momentum}) {
        const Run r = run("x^2+y^2", method, rate(0.1), {0, 0}, 50);
        CHECK(r.ending == Ending::at_rest);
        CHECK(r.at_step == 0);
        CHECK(r.points.size() == 1);
        CHECK(r.point(50) == Vec2(0, 0));
        CHECK(says(r, "zero at the start, which is a minimum"));
    }
    CHECK(says(run("x^2-y^2", Method::gradient_descent, rate(0.1), {0, 0}, 5), "a saddle"));
}

TEST_CASE("a momentum that passes over a zero of the gradient does not stop there") {
    Settings s = rate(0.25);
    s.momentum = 1;
    const Run r = run("x^2", Method::momentum, s, {1, 0}, 4);  // 1, 0.5, −0.25, ...
    CHECK(r.ending == Ending::out_of_steps);
    CHECK(r.points.size() == 5);
}

TEST_CASE("Newton that arrives at a maximum says so") {
    const Run r = run(himmelblau, Method::newton, {}, {-0.2, -0.9}, 50);
    CHECK(r.at_step < 8);
    CHECK(says(r, "a maximum"));
    CHECK((r.points.back() - Vec2(-0.2708445906673476, -0.9230385564799815)).norm() < 1e-12);
}

TEST_CASE("a singular Hessian is reported, not divided by") {
    const Run r = run("x^3-3*x*y^2", Method::newton, {}, {0, 0}, 50);
    CHECK(r.ending == Ending::singular_hessian);
    CHECK(r.at_step == 1);
    CHECK(r.points == Points{{0, 0}});
    CHECK(says(r, "singular"));
    CHECK(run("x^2", Method::newton, {}, {1, 1}, 5).ending == Ending::singular_hessian);
}

TEST_CASE("where there is no gradient, or no value, the words tell which") {
    const char* ackley = "-20*exp(-0.2*sqrt((x^2+y^2)/2))-exp((cos(2*pi*x)+cos(2*pi*y))/2)+e+20";
    const Run kink = run(ackley, Method::gradient_descent, rate(0.1), {0, 0}, 5);
    CHECK(kink.ending == Ending::undefined_gradient);
    CHECK(kink.at_step == 1);
    CHECK(says(kink, "not differentiable at (0, 0)"));
    const Run outside = run("sqrt(x)+y^2", Method::gradient_descent, rate(0.1), {-1, 0}, 5);
    CHECK(outside.ending == Ending::undefined_gradient);
    CHECK(says(outside, "not defined"));
    const Run leaves = run("sqrt(x)", Method::gradient_descent, rate(1), {0.1, 0}, 50);
    CHECK(leaves.ending == Ending::undefined_gradient);
    CHECK(leaves.at_step > 1);
}

TEST_CASE("a plateau is crossed without 0/0") {
    for (const auto& row : methods()) {
        const Run r = run("exp(-1000*(x^2+y^2))", row.method, row.defaults, {5, 5}, 20);
        for (const Vec2& p : r.points) CHECK(p.allFinite());
        CHECK_FALSE(r.words.empty());
    }
}

TEST_CASE("every ordinary run keeps its books in step") {
    for (const auto& row : methods()) {
        Settings s = row.defaults;
        const Run r = run(himmelblau, row.method, s, {0.5, 0.25}, 4, Stop::never());
        REQUIRE(r.points.size() == 5);
        CHECK(r.values.size() == 5);
        CHECK(r.gradients.size() == 5);
        REQUIRE(r.anatomy.size() == 4);
        for (std::size_t k = 0; k < 4; ++k) {
            CHECK((r.points[k] + r.anatomy[k].step - r.points[k + 1]).norm() < 1e-12);
            CHECK(r.anatomy[k].gradient == r.gradients[k]);
        }
        CHECK(r.ending == Ending::out_of_steps);
        CHECK(says(r, "After 4 steps"));
    }
}

TEST_CASE("the gradient flow follows the exact solution on a quadratic and never climbs") {
    const auto f = scalar_field("(x^2+10*y^2)/2");
    const GradientFlow flow = gradient_flow(*f, {10, 1}, 2, 1e-9);
    CHECK(flow.finished);
    CHECK(flow.times.back() == 2);
    for (std::size_t i = 0; i < flow.points.size(); ++i) {
        const double t = flow.times[i];
        CHECK(flow.points[i].x() == doctest::Approx(10 * std::exp(-t)).epsilon(1e-7));
        CHECK(std::abs(flow.points[i].y() - std::exp(-10 * t)) < 1e-7);
    }
    const auto valley = scalar_field(rosenbrock);
    const GradientFlow down = gradient_flow(*valley, {-1.2, 1}, 20);
    CHECK(down.finished);
    for (std::size_t i = 1; i < down.points.size(); ++i)
        CHECK((*valley)(down.points[i]) <= (*valley)(down.points[i - 1]) + 1e-6);
}

TEST_CASE("small steps of gradient descent follow the flow") {
    const auto f = scalar_field(himmelblau);
    const GradientFlow flow = gradient_flow(*f, {0, 0}, 0.1, 1e-9);
    double last = infinity;
    for (const int steps : {10, 100, 1000}) {
        const Run r = descend(*f, Method::gradient_descent, rate(0.1 / steps), {0, 0}, steps, Stop::never());
        const double gap = (r.points.back() - flow.points.back()).norm();
        CHECK(gap < last / 5);  // first order: ten times smaller steps, about ten times smaller error
        last = gap;
    }
}

TEST_CASE("a flow that cannot go on says that it did not finish") {
    CHECK_FALSE(gradient_flow(*scalar_field("-x^4"), {1, 0}, 10).finished);
    CHECK_FALSE(gradient_flow(*scalar_field("sqrt(x)"), {0.5, 0}, 10).finished);
    const GradientFlow still = gradient_flow(*scalar_field("x^2+y^2"), {0, 0}, 10);
    CHECK(still.points == Points{{0, 0}});
}
