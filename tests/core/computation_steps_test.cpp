// Steps of a formula as on paper: numbers, signs and reciprocals folded into the steps that use them.
// Values and gradients must be those of the graph with every part.
#include "core/calculus/computation_steps.h"
#include "tests/core/expression_samples.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

namespace {

std::vector<std::string> rules(const ComputationSteps& steps) {
    std::vector<std::string> all;
    for (const ComputationStep& step : steps.steps) all.push_back(step.input.empty() ? step.rule.text() : step.input);
    return all;
}

using Rules = std::vector<std::string>;

}  // namespace

TEST_CASE("numbers are part of the step that uses them") {
    const double at[] = {2.0, 3.0};
    CHECK(rules(computation_steps(parsed("x^2"), at)) == Rules{"x", "u^2"});
    CHECK(rules(computation_steps(parsed("sin(3x + 1)"), at)) == Rules{"x", "3*u", "u + 1", "sin(u)"});
    CHECK(rules(computation_steps(parsed("x*sqrt(2)"), at)) == Rules{"x", "u*sqrt(2)"});
    const ComputationSteps square = computation_steps(parsed("x^2"), at);
    CHECK(square.steps[1].local == std::vector<double>{4});
    CHECK(square.steps[1].args == std::vector<Index>{0});
}

TEST_CASE("a sign in a sum and a reciprocal in a product belong to them when nobody else uses them") {
    const double at[] = {2.0, 4.0};
    const ComputationSteps minus = computation_steps(parsed("x - y"), at);
    CHECK(rules(minus) == Rules{"x", "y", "u - v"});
    CHECK(minus.steps[2].local == std::vector<double>{1, -1});
    CHECK(minus.steps[2].flow == std::vector<double>{1, -1});
    const ComputationSteps over = computation_steps(parsed("x/y"), at);
    CHECK(rules(over) == Rules{"x", "y", "u/v"});
    CHECK(over.steps[2].local[0] == doctest::Approx(0.25));
    CHECK(over.steps[2].local[1] == doctest::Approx(-2.0 / 16));
    CHECK(rules(computation_steps(parsed("1/x"), at)) == Rules{"x", "1/u"});
    CHECK(rules(computation_steps(parsed("-x"), at)) == Rules{"x", "-u"});
    // 1/y is shared: a step of its own
    CHECK(rules(computation_steps(parsed("x*sin(1/y) + exp(1/y)"), at)) ==
          Rules{"x", "y", "1/u", "sin(u)", "u*v", "exp(u)", "u + v"});
}

TEST_CASE("an argument that a step uses twice is one edge, its slopes added") {
    const double at[] = {3.0, 5.0};
    const ComputationSteps twice = computation_steps(parsed("x*y*x"), at);
    REQUIRE(twice.steps.size() == 3);
    CHECK(twice.steps[2].args.size() == 2);
    CHECK(twice.steps[0].uses == 1);
    CHECK(twice.steps[2].local[0] == doctest::Approx(2 * 3 * 5));
    CHECK(twice.gradient[0] == doctest::Approx(30));
}

TEST_CASE("steps have the graph's value and gradient, and rules say what each step does") {
    for (const char* text : {"x y + sin(x y)", "(x - y)^2/(1 + x^2)", "exp(-x) tanh(y) - sigmoid(x - y)", "x/y - y/x",
                             "max(x, y, 0.1) + min(x^3, y) relu(x) - abs(y - 3)", "x^y + 2^x", "-x - y - 3", "y"}) {
        CAPTURE(text);
        const Expression f = parsed(text);
        const double at[] = {0.8, 1.3};
        const ComputationSteps steps = computation_steps(f, at);
        CHECK(steps.steps.back().value == f(at));
        CHECK(steps.steps.back().gradient == 1);
        std::vector<double> arrived(steps.steps.size(), 0);
        for (const ComputationStep& step : steps.steps) {
            std::vector<double> inputs;
            for (const Index a : step.args) inputs.push_back(steps.steps[a].value);
            if (!step.input.empty()) continue;
            CHECK(step.rule(inputs) == doctest::Approx(step.value).epsilon(1e-14));
            for (std::size_t k = 0; k < step.args.size(); ++k) {
                CHECK(step.rule.derivative(k)(inputs) == doctest::Approx(step.local[k]).epsilon(1e-13));
                CHECK(step.flow[k] == doctest::Approx(step.local[k] * step.gradient).epsilon(1e-13));
                arrived[step.args[k]] += step.flow[k];
            }
        }
        for (std::size_t i = 0; i + 1 < arrived.size(); ++i)
            CHECK(arrived[i] == doctest::Approx(steps.steps[i].gradient).epsilon(1e-13));
        for (std::size_t v = 0; v < 2; ++v)
            CHECK(steps.gradient[v] == doctest::Approx(f.derivative(v)(at)).epsilon(1e-13));
    }
}

TEST_CASE("a formula without variables is one step, and undefined stays undefined") {
    const double at[] = {0.0, 0.0};
    const ComputationSteps five = computation_steps(parsed("2 + 3"), at);
    REQUIRE(five.steps.size() == 1);
    CHECK(five.steps[0].value == 5);
    CHECK(five.steps[0].args.empty());
    const double outside[] = {2.0, -1.0};
    const ComputationSteps none = computation_steps(parsed("x*ln(y)"), outside);
    for (const ComputationStep& step : none.steps) CHECK(std::isnan(step.gradient));
    for (const double gradient : none.gradient) CHECK(std::isnan(gradient));
    CHECK(std::isnan(none.steps[2].local[0]));  // 1/u has a value, but ln has none there to be the slope of
    const ComputationSteps kink = computation_steps(parsed("abs(x) + y"), at);
    CHECK(std::isnan(kink.gradient[0]));
    CHECK(kink.gradient[1] == 1);
}

TEST_CASE("all of a formula as one step: the inputs it stands on, its value and its gradients") {
    const double at[] = {2.0, 3.0};
    const ComputationSteps all = computation_steps(parsed("x*sin(y) + x^2"), at),
                           one = as_one_step(parsed("x*sin(y) + x^2"), at);
    REQUIRE(one.steps.size() == 3);
    CHECK(one.steps[0].input == "x");
    CHECK(one.steps[1].input == "y");
    CHECK(one.gradient == all.gradient);
    CHECK(one.steps[2].value == all.steps.back().value);
    CHECK(one.steps[2].local == all.gradient);
    CHECK(one.steps[1].gradient == all.gradient[1]);
    const ComputationSteps second = as_one_step(parsed("y^2"), at);
    REQUIRE(second.steps.size() == 2);
    CHECK(second.steps[1].rule.variables() == std::vector<std::string>{"y"});
    const double other[] = {5.0};
    CHECK(second.steps[1].rule(other) == 25);
    CHECK(as_one_step(parsed("3"), at).steps.size() == 1);
    CHECK(std::isnan(as_one_step(parsed("ln(-x)"), at).gradient[0]));
}
