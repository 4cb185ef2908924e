// Series of formulas, secants of one variable, and the graph of backpropagation, against derivatives taken exactly.
// Reference values are run by truth_check.
#include "core/calculus/taylor.h"
#include "core/calculus/computation_graph.h"
#include "core/calculus/univariate.h"
#include "core/types.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

namespace {

Expression formula(std::string_view text, std::vector<std::string> variables = {"x"}) {
    const auto parsed = Expression::parse(text, variables);
    REQUIRE_MESSAGE(parsed, text);
    return *parsed.expression;
}

}  // namespace

TEST_CASE("coefficients are derivatives over factorials, for every function and operation") {
    for (const char* text : {"sin(x)",
                             "cos(x^2)",
                             "tan(x)",
                             "asin(x/3)",
                             "acos(x/4)",
                             "atan(2x)",
                             "atan2(x, 2 - x)",
                             "sinh(x)",
                             "cosh(x)",
                             "tanh(3x)",
                             "exp(-x^2)",
                             "ln(2 + x)",
                             "log(3 + x)",
                             "log2(3 + x)",
                             "sqrt(1 + x)",
                             "cbrt(x - 3)",
                             "abs(x - 5)",
                             "sigmoid(2x)",
                             "softplus(x)",
                             "relu(x) + relu(-x)",
                             "x^3.5",
                             "(1 + x)^(-2)",
                             "x^x",
                             "2^x",
                             "1/(1 + x^2)",
                             "max(x, 0.2) * min(x, 9)",
                             "mod(x, 3)",
                             "floor(x) + ceil(x) + sign(x)",
                             "x/(1 + x)/(2 + x) - 3",
                             "pi x e"}) {
        CAPTURE(text);
        const double a = 0.7;
        const Taylor series = taylor(formula(text), a, 5);
        REQUIRE(series.problem == "");
        Expression derivative = formula(text);
        double factorial = 1;
        for (int k = 0; k <= 5; ++k) {
            factorial *= std::max(k, 1);
            const double want = value_at(derivative, a) / factorial;
            CHECK(std::abs(series.coefficients[static_cast<std::size_t>(k)] - want) < 1e-12 * (1 + std::abs(want)));
            derivative = derivative.derivative(0);
        }
    }
}

TEST_CASE("tanh and sigmoid far out, high degrees, and degrees beyond the limit stay finite") {
    for (const char* text : {"tanh(x)", "sigmoid(x)", "softplus(x)"})
        for (const double a : {-700.0, -30.0, 30.0, 700.0})
            CHECK(taylor(formula(text), a, 10).status == TaylorStatus::smooth);
    const Taylor sine = taylor(formula("sin(x)"), 0, 60);
    CHECK(sine(3) == doctest::Approx(std::sin(3)).epsilon(1e-14));
    CHECK(sine(3, 1) == 3);
    CHECK(taylor(formula("exp(x)"), 0, 100'000).coefficients.size() == highest_taylor_degree + 1);
    CHECK(taylor(formula("exp(x)"), 0, -3).coefficients.size() == 1);
}

TEST_CASE("the radius is the distance to the nearest complex singularity that counts") {
    const auto radius = [](const char* text, double a) { return taylor(formula(text), a, 6).radius; };
    CHECK(radius("1/(1 + x^2)", 2) == doctest::Approx(std::sqrt(5.0)).epsilon(1e-13));
    CHECK(radius("ln(x)", 3) == doctest::Approx(3).epsilon(1e-13));
    CHECK(radius("tan(x)", 1) == doctest::Approx(pi / 2 - 1).epsilon(1e-13));
    CHECK(radius("tanh(2x)", 0) == doctest::Approx(pi / 4).epsilon(1e-13));
    CHECK(radius("sigmoid(x)", 0) == doctest::Approx(pi).epsilon(1e-13));
    CHECK(radius("sqrt(x^2 + 4)", 0) == doctest::Approx(2).epsilon(1e-13));
    CHECK(radius("1/(x - 1)^2", 0) == doctest::Approx(1).epsilon(1e-13));
    CHECK(radius("1/(exp(x) - 2)", 0) == doctest::Approx(std::log(2.0)).epsilon(1e-13));
    CHECK(radius("exp(x) sin(x) + x^5", 3) == infinity);
    CHECK(radius("1/exp(x)", 0) == infinity);
    CHECK(radius("sin(x)/x", 1) == infinity);  // the gap at 0 is no singularity
    CHECK(radius("abs(x)", 1) == infinity);    // the series of x; the kink is |x|'s, not the series'
    CHECK(radius("1/(x - 1e-3)", 0) == doctest::Approx(1e-3).epsilon(1e-12));
}

TEST_CASE("kinks, gaps, flatness and places without a value are told apart") {
    for (const char* kink :
         {"abs(x)", "relu(x)", "sqrt(x^2)", "cbrt(x)", "max(x, -x)", "floor(x)", "sign(x)", "x^2.5 + abs(x)"})
        CHECK(taylor(formula(kink), 0, 3).status != TaylorStatus::smooth);
    CHECK(taylor(formula("abs(x)"), 0, 3).problem.find("Not differentiable") == 0);
    for (const char* none : {"1/x", "ln(x)", "ln(x - 1)", "sqrt(x - 1)", "asin(x + 2)", "0/0"}) {
        const Taylor series = taylor(formula(none), 0, 3);
        CHECK(series.status == TaylorStatus::no_value);
        CHECK(series.coefficients.empty());
        CHECK(std::isnan(series(1)));
    }
    const Taylor gap = taylor(formula("sin(x)/x"), 0, 4);
    CHECK(gap.removable);
    CHECK(gap.coefficients[2] == doctest::Approx(-1.0 / 6));
    CHECK(taylor(formula("(1 - cos(x))/x^2"), 0, 2).coefficients[0] == 0.5);
    CHECK(taylor(formula("exp(-1/x^2)"), 0, 6).flat);
    CHECK(taylor(formula("exp(1/x^2)"), 0, 6).status == TaylorStatus::no_value);
    CHECK(taylor(formula("exp(-1/x)"), 0, 6).status == TaylorStatus::no_value);
    CHECK(taylor(formula("abs(x^2)"), 0, 3).coefficients[2] == 1);
    CHECK(taylor(formula("sqrt(x^4)"), 0, 3).coefficients[2] == 1);
    CHECK(taylor(formula("x + y", {"x", "y"}), 0, 3).status == TaylorStatus::no_value);
    CHECK(taylor(formula("x"), undefined, 3).status == TaylorStatus::no_value);
}

TEST_CASE("secants: the error falls with h as theory says until rounding takes over") {
    const Expression f = formula("exp(x)");
    for (const double h : {1e-2, 1e-3, 1e-4}) {
        const SecantSlope s = secant_slope(f, 1, h);
        CHECK(s.forward_error == doctest::Approx(std::exp(1) * h / 2).epsilon(0.01));
        CHECK(s.central_error == doctest::Approx(std::exp(1) * h * h / 6).epsilon(0.01));
        CHECK(s.central_expected == doctest::Approx(s.central_error).epsilon(0.01));
    }
    const double widths[] = {1e-1, 1e-6, 1e-15};
    const auto all = secant_slopes(f, 1, widths);
    CHECK(std::abs(all[1].forward_error) < std::abs(all[0].forward_error));
    CHECK(std::abs(all[1].forward_error) < std::abs(all[2].forward_error));
    CHECK(best_widths(f, 1).forward == doctest::Approx(2.1e-8).epsilon(0.01));
    CHECK(std::isnan(secant_slope(formula("abs(x)"), 0, 0.1).forward_error));
    CHECK(secant_slope(formula("abs(x)"), 0, 0.1).central == 0);
    CHECK(best_widths(formula("3x"), 1).forward == infinity);
    const std::vector<double> x{-1, 0, 2};
    CHECK(values_at(formula("x^2"), x) == std::vector<double>{1, 0, 4});
}

TEST_CASE("the graph's value has the formula's bits, its gradient agrees with the exact derivative") {
    const std::vector<std::string> names{"x", "y"};
    for (const char* text :
         {"x y + sin(x y)", "(x + y)^2/(1 + x^2)", "exp(-x) tanh(y) - sigmoid(x - y)", "atan2(x, y) + mod(5x, y)",
          "max(x, y, 0.1) + min(x^3, y) relu(x) - abs(y - 3)", "ln(x) log(y) log2(x + y) sqrt(x) cbrt(y)",
          "x^y + y^x + 2^x", "asin(x/2) acos(y/3) atan(x) tan(x) cosh(y) sinh(x)",
          "softplus(x) floor(y) + ceil(x) sign(x)", "-x - y - 3", "y"}) {
        CAPTURE(text);
        const Expression f = formula(text, names);
        const double at[] = {0.8, 1.3};
        const ComputationGraph graph = computation_graph(f, at);
        CHECK(graph.nodes[graph.root].value == f(at));
        CHECK(graph.nodes[graph.root].gradient == 1);
        for (std::size_t v = 0; v < 2; ++v)
            CHECK(graph.gradient[v] == doctest::Approx(f.derivative(v)(at)).epsilon(1e-13));
    }
}

TEST_CASE("a shared part is one node, where what flows back is added") {
    const double at[] = {2.0, 3.0};
    const ComputationGraph graph = computation_graph(formula("x y + sin(x y)", {"x", "y"}), at);
    int products = 0;
    for (const auto& node : graph.nodes) {
        for (const Index a : node.args) CHECK(graph.nodes[a].layer < node.layer);
        if (node.label != "×") continue;
        ++products;
        CHECK(node.uses == 2);
        CHECK(node.gradient == doctest::Approx(1 + std::cos(6.0)));
        CHECK(node.flow[0] == doctest::Approx(node.gradient * 3));
    }
    CHECK(products == 1);
    const double zero[] = {0.0};
    CHECK(std::isnan(computation_graph(formula("abs(x)"), zero).gradient[0]));
    CHECK(computation_graph(formula("x^2"), zero).gradient[0] == 0);
    CHECK(computation_graph(formula("5"), zero).gradient == std::vector<double>{0});
    CHECK(computation_graph(formula("2.5 x"), zero).nodes[0].label == "2.5");
}
