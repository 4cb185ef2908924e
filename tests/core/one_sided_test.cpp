// One-sided limits and slopes against functions whose behaviour is known from any textbook.
// Each row is a formula, a place and what it does there.
#include "core/calculus/one_sided.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace eigenscape;

namespace {

LocalBehaviour at(const std::string& text, double a) {
    const std::vector<std::string> x = {"x"};
    const auto f = Expression::parse(text, x);
    REQUIRE(f);
    return behaviour_at(*f.expression, f.expression->derivative(0), a);
}

}  // namespace

TEST_CASE("one-sided behaviour: what a function does at a point") {
    struct Row {
        const char* f;
        double a;
        Behaviour kind;
    };
    for (const Row& row : std::vector<Row>{{"x^2", 1, Behaviour::smooth},
                                           {"exp(x)", 10, Behaviour::smooth},
                                           {"abs(x)", 0, Behaviour::corner},
                                           {"abs(x)", 0.1, Behaviour::smooth},
                                           {"relu(x - 2)", 2, Behaviour::corner},
                                           {"1000 + abs(sin(3x))", 0, Behaviour::corner},
                                           {"abs(x)*abs(x)", 0, Behaviour::smooth},
                                           {"cbrt(x)", 0, Behaviour::vertical},
                                           {"cbrt(x)^2", 0, Behaviour::cusp},
                                           {"sqrt(abs(x))", 0, Behaviour::cusp},
                                           {"floor(x)", 2, Behaviour::jump},
                                           {"sign(x)", 0, Behaviour::jump},
                                           {"1/x", 0, Behaviour::pole},
                                           {"1/x^2", 0, Behaviour::pole},
                                           {"ln(x)", 0, Behaviour::pole},
                                           {"exp(1/x)", 0, Behaviour::pole},
                                           {"tan(x)", 0, Behaviour::smooth},
                                           {"sin(x)/x", 0, Behaviour::hole},
                                           {"x^2*sin(1/x)", 0, Behaviour::hole},
                                           {"sin(1/x)", 0, Behaviour::wild},
                                           {"sqrt(x)", 0, Behaviour::edge},
                                           {"x^1.5", 0, Behaviour::smooth},
                                           {"ln(x)", -1, Behaviour::outside},
                                           {"sqrt(x)", -1, Behaviour::outside}}) {
        CAPTURE(row.f);
        CAPTURE(row.a);
        CHECK(static_cast<int>(at(row.f, row.a).kind) == static_cast<int>(row.kind));
    }
}

TEST_CASE("one-sided behaviour: the slopes of the two sides") {
    const LocalBehaviour v = at("abs(x) + x^2 + 3x", 0);
    CHECK(v.left_slope.value == doctest::Approx(2).epsilon(1e-6));
    CHECK(v.right_slope.value == doctest::Approx(4).epsilon(1e-6));
    CHECK(std::isnan(v.slope));
    const LocalBehaviour step = at("floor(x) + x/2", 3);
    CHECK(step.left_value.value == doctest::Approx(3.5));
    CHECK(step.right_value.value == doctest::Approx(4.5));
    CHECK(step.left_slope.value == doctest::Approx(0.5));
    CHECK(at("cbrt(x)", 0).right_slope.how == Tends::to_plus_infinity);
    CHECK(at("1/x", 0).left_value.how == Tends::to_minus_infinity);
    CHECK(at("sin(x)/x", 0).left_value.value == doctest::Approx(1));
    CHECK(at("abs(x)*abs(x)", 0).slope == doctest::Approx(0));
}

TEST_CASE("one-sided behaviour: x^2 sin(1/x) has a slope from both sides, though its derivative swings") {
    const LocalBehaviour b = at("x^2*sin(1/x)", 0);
    CHECK(b.left_slope.finite());
    CHECK(std::abs(b.right_slope.value) < 1e-5);
}
