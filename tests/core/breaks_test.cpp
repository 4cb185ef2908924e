// Breaks between two points: poles of either kind, jumps, holes; and none where f is only steep.
#include "core/calculus/breaks.h"

#include <doctest/doctest.h>

using namespace eigenscape;

namespace {

bool breaks(const char* formula, const Vec2& a, const Vec2& b) {
    const auto f = scalar_field(formula);
    REQUIRE(f);
    return breaks_between(*f, a, b);
}

}  // namespace

TEST_CASE("a step across a pole, a jump or a hole is a break") {
    CHECK(breaks("1/x", {-1, 0.3}, {1.3, 0.2}));
    CHECK(breaks("1/x", {-0.001, 0}, {2, 0}));
    CHECK(breaks("1/x^2", {-1, 0.3}, {1.3, 0.2}));
    CHECK(breaks("1/(x*y)", {1.5, 1.5}, {-2.7, -2.3}));
    CHECK(breaks("tan(x) + y", {1, 0}, {2.1, 0}));
    CHECK(breaks("floor(x) + y", {0.2, 0}, {1.7, 0.3}));
    CHECK(breaks("sqrt(x^2 - 1)", {-2, 0}, {2, 0}));
    CHECK(breaks("log(x)", {1, 0}, {-1, 0}));
}

TEST_CASE("steep, bent or level ground is no break") {
    CHECK_FALSE(breaks("1/x", {0.01, 0}, {3, 0}));
    CHECK_FALSE(breaks("tanh(50*x)", {-1, 0}, {1.2, 0}));
    CHECK_FALSE(breaks("himmelblau", {-5, -5}, {5, 4}));
    CHECK_FALSE(breaks("rosenbrock", {-2, -1}, {2, 3}));
    CHECK_FALSE(breaks("x^2 - y^2", {-1, 1}, {1, -1}));
    CHECK_FALSE(breaks("abs(x)", {-1, 0}, {2, 0}));
    CHECK_FALSE(breaks("exp(-100*(x^2 + y^2))", {-1, 0.1}, {1, -0.2}));
    CHECK_FALSE(breaks("3 + 0*x", {-1, 0}, {1, 0}));
    CHECK_FALSE(breaks("himmelblau", {1, 2}, {1, 2}));
}
