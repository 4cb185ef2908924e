// reach on functions whose answers are known: lines, boxes, circles, held amounts, kinks and flat places.
// Outputs are in points, inputs in parts of a box, as for handles.
#include "core/optimize/reach.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

namespace {

using Vector = Eigen::VectorXd;

struct ReachCase {
    std::function<Vector(const Vector&)> f;
    Vector goals;
    int calls = 0;

    Reached run(const Vector& start, Slope slope = {}) {
        ReachProblem problem;
        problem.outputs = [this](const Vector& x, const Vector&, Vector& out) {
            ++calls;
            out = f(x);
            return out.allFinite();
        };
        problem.goals = goals;
        return reach(problem, start, f(start), slope);
    }
};

Vector vector(std::initializer_list<double> numbers) {
    Vector v(static_cast<Eigen::Index>(numbers.size()));
    Eigen::Index i = 0;
    for (const double x : numbers) v[i++] = x;
    return v;
}

}  // namespace

TEST_CASE("reach: a linear map is inverted in a step or two, by the smallest change") {
    ReachCase c{[](const Vector& x) { return vector({500 * x[0] + 500 * x[1], 800 * x[2]}); }, vector({600, 400})};
    const Reached there = c.run(vector({0.5, 0.5, 0.45, 0.3}));
    CHECK(there.miss < 0.05);
    CHECK(there.x[0] == doctest::Approx(0.6));
    CHECK(there.x[1] == doctest::Approx(0.6));
    CHECK(there.x[3] == 0.3);
    CHECK(c.calls <= 6);
}

TEST_CASE("reach: outside the box it ends at the nearest place of the box") {
    ReachCase c{[](const Vector& x) { return vector({1000 * x[0] + 300 * x[1], 1000 * x[1]}); }, vector({1700, 400})};
    const Reached there = c.run(vector({0.5, 0.5}));
    CHECK(there.x[0] == 1);
    // With x0 = 1: least (300 y - 700)² + (1000 y - 400)² is at y = (300·700 + 1000·400) / (300² + 1000²).
    CHECK(there.x[1] == doctest::Approx(610.0 / 1090).epsilon(1e-4));
}

TEST_CASE("reach: on a circle it ends at the nearest place, from inside and from far outside") {
    for (const double radius : {50.0, 250.0, 900.0})
        for (const double angle : {0.4, 1.2, 2.0}) {
            CAPTURE(radius);
            CAPTURE(angle);
            ReachCase c{[](const Vector& x) {
                            return vector({200 * std::cos(6 * x[0]), 200 * std::sin(6 * x[0])});
                        },
                        vector({radius * std::cos(angle), radius * std::sin(angle)})};
            CHECK(6 * c.run(vector({0.15})).x[0] == doctest::Approx(angle).epsilon(0.002));
        }
}

TEST_CASE("reach: what is held stays while there is freedom, and gives way when there is none") {
    const auto product = [](const Vector& x) {
        return vector({1000 * (x[0] + x[1]), 1000 * (x[2] + x[3]), 4 * (x[0] * x[3] - x[1] * x[2])});
    };
    ReachCase c{product, vector({1200, 700, 0.5})};
    const Reached there = c.run(vector({0.6, 0.4, 0.2, 0.5}));
    CHECK(there.miss < 0.05);
    CHECK(there.outputs[2] == doctest::Approx(0.5).epsilon(1e-4));
    c.goals = vector({1900, 1900, 3});  // the product can only be near zero there
    const Reached tight = c.run(vector({0.6, 0.4, 0.2, 0.5}));
    CHECK(tight.miss < 0.5);
}

TEST_CASE("reach: a place that nothing moves is stuck, one at a standstill is not") {
    ReachCase still{[](const Vector&) { return vector({10, 10}); }, vector({50, 50})};
    CHECK(still.run(vector({0.5, 0.5})).stuck);
    ReachCase square{[](const Vector& x) { return vector({4000 * (x[0] - 0.5) * (x[0] - 0.5), 0}); }, vector({100, 0})};
    const Reached there = square.run(vector({0.5}));
    CHECK(!there.stuck);
    CHECK(there.miss < 0.1);
}

TEST_CASE("reach: from the end of a way that ends within the box it goes back") {
    for (const double side : {1.0, -1.0}) {
        const auto place = [=](double x) { return side > 0 ? std::min(x, 0.75) : std::max(x, 0.25); };
        ReachCase way{[=](const Vector& x) { return vector({800 * place(x[0]), 100}); }, vector({400, 120})};
        const Reached back = way.run(vector({side > 0 ? 0.75 : 0.25}));
        CHECK(!back.stuck);
        CHECK(back.x[0] == doctest::Approx(0.5).epsilon(1e-3));
    }
}

TEST_CASE("reach: along a wall and beside a seam it slides on") {
    ReachCase wall{[](const Vector& x) {
                       return x[1] < 0.48 ? vector({undefined, undefined}) : vector({800 * x[0], 800 * x[1]});
                   },
                   vector({700, 100})};
    const Reached slid = wall.run(vector({0.5, 0.48}));
    CHECK(slid.x[0] == doctest::Approx(0.875).epsilon(1e-3));
    ReachCase seam{[](const Vector& x) {
                       return vector({x[0] < 0.5 ? 1000 * x[0] : 1000 * x[0] + 400, 800 * x[1]});
                   },
                   vector({300, 300})};
    CHECK(seam.run(vector({0.4999999, 0.5})).miss < 0.1);
}

TEST_CASE("reach: a remembered slope saves evaluations") {
    Slope slope;
    ReachProblem problem;
    int calls = 0;
    problem.outputs = [&](const Vector& x, const Vector&, Vector& out) {
        return ++calls, out = vector({900 * x[0] + 20 * x[0] * x[1], 700 * x[1]}), true;
    };
    problem.goals = vector({460, 360});
    Reached at = reach(problem, vector({0.5, 0.5}), vector({455, 350}), slope);
    calls = 0;
    for (int i = 1; i <= 20; ++i) {
        problem.goals = vector({460 + 3.0 * i, 360 - 2.0 * i});
        at = reach(problem, at.x, at.outputs, slope);
        CHECK(at.miss < 0.05);
    }
    CHECK(calls <= 30);
}

TEST_CASE("reach: beside 0 on a logarithmic axis it is steep, not torn") {
    ReachCase c{[](const Vector& x) {
                    return vector({60 * std::log10(std::max(x[0], 1e-7)), 0});
                },
                vector({60 * -3.5, 0})};
    const Reached there = c.run(vector({1e-6}));
    CHECK(there.miss < 0.05);
    CHECK(there.x[0] == doctest::Approx(std::pow(10, -3.5)).epsilon(2e-3));
}
