// Derivatives against differences in the complex plane's stead: central differences refined by Richardson's rule,
// on random points; simplified forms as a person would write them; and NaN exactly where there is no slope.
#include "core/calculus/expression.h"
#include "tests/core/expression_random.h"
#include "tests/core/expression_samples.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

namespace {

double at(const Expression& e, double x, double y = 0) {
    const double point[]{x, y};
    return e(point);
}

struct Estimate {
    double value, doubt;
};

// Richardson's extrapolation of central differences; `doubt` is how much the last two estimates differ.
Estimate slope(const Expression& e, std::size_t variable, double x, double y) {
    double rows[2][7];
    double h = 0.02;
    Estimate best{NAN, INFINITY};
    for (int k = 0; k < 7; ++k, h /= 2) {
        double* const row = rows[k % 2];
        const double dx = variable == 0 ? h : 0, dy = variable == 1 ? h : 0;
        row[0] = (at(e, x + dx, y + dy) - at(e, x - dx, y - dy)) / (2 * h);
        double factor = 4;
        for (int j = 1; j <= k; ++j, factor *= 4) {
            row[j] = (factor * row[j - 1] - rows[(k + 1) % 2][j - 1]) / (factor - 1);
            const double doubt = std::max(std::abs(row[j] - row[j - 1]), std::abs(row[j] - rows[(k + 1) % 2][j - 1]));
            if (doubt < best.doubt) best = {row[j], doubt};
        }
    }
    return best;
}

std::string d(const std::string& text) { return parsed(text).derivative(0).text(); }

}  // namespace

TEST_CASE("derivative: agrees with refined differences on a corpus at random points") {
    const char* const corpus[]{"x^3*y - 2*x/y",
                               "sin(x*y)",
                               "cos(x)^3",
                               "tan(x/2)",
                               "asin(x/4)",
                               "acos(x*y/9)",
                               "atan(x*y)",
                               "atan2(y, x)",
                               "sinh(x)*cosh(y)",
                               "tanh(x*y)",
                               "exp(-x^2/2)*y",
                               "ln(1+x^2)",
                               "log(2+y^2+x)",
                               "log2(x^2+y^2)",
                               "sqrt(x^2+y^2+1)",
                               "cbrt(x)*y",
                               "abs(x*y)",
                               "x^y",
                               "2^(x*y)",
                               "e^(x-y)",
                               "x^2.5",
                               "x^(1/3)",
                               "x^-2",
                               "1/(x^2+y)",
                               "(x+1)/(x-y)",
                               "sigmoid(3*x-y)",
                               "softplus(x*y)",
                               "relu(x-y)*x",
                               "min(x, y^2)",
                               "max(x^2, y, x*y)",
                               "mod(x, 9+y)",
                               "floor(x)*y",
                               "sign(x)*y",
                               "x^x",
                               "ceil(y)*x",
                               "(1-x)^2+100*(y-x^2)^2",
                               "(x^2+y-11)^2+(x+y^2-7)^2",
                               "-20*exp(-0.2*sqrt((x^2+y^2)/2))-exp((cos(2*pi*x)+cos(2*pi*y))/2)+e+20",
                               "x*y*(x+1)*(y+1)*sin(x)*cos(y)*exp(x)*(x-y)*(x+y)",
                               "(x*y)^3/(x+y)^2",
                               "sqrt(sqrt(x))",
                               "abs(abs(x)-1)"};
    RandomFormulas random(5);
    for (const char* text : corpus) {
        const Expression f = parsed(text), fx = f.derivative(0), fy = f.derivative(1);
        CAPTURE(text);
        CAPTURE(fx.text());
        int compared = 0;
        for (int k = 0; k < 60; ++k) {
            const double x = random.number(3), y = random.number(3);
            for (const std::size_t variable : {0u, 1u}) {
                const Estimate want = slope(f, variable, x, y);
                const double got = at(variable == 0 ? fx : fy, x, y);
                if (!std::isfinite(want.value) || want.doubt > 1e-9 * std::max(1.0, std::abs(want.value))) continue;
                ++compared;
                CAPTURE(x);
                CAPTURE(y);
                CAPTURE(variable);
                REQUIRE(got == doctest::Approx(want.value).epsilon(1e-7).scale(0.1));
            }
        }
        CHECK(compared > 20);
    }
}

TEST_CASE("derivative: of random formulas, wherever differences can be trusted") {
    RandomFormulas random(6);
    int compared = 0;
    for (int k = 0; k < 3000; ++k) {
        const std::string text = random.next(3);
        const Expression f = parsed(text), fx = f.derivative(0);
        const double x = random.number(2), y = random.number(2);
        const Estimate want = slope(f, 0, x, y);
        if (text.find("mod") != text.npos) continue;  // a tiny modulus jumps more often than differences can see
        if (!std::isfinite(at(f, x, y)) || !(want.doubt < 1e-10) || std::abs(want.value) > 1e4) continue;
        const double got = at(fx, x, y);
        if (std::isnan(got)) continue;  // "not differentiable here" is never a wrong number
        CAPTURE(text);
        CAPTURE(fx.text());
        CAPTURE(x);
        CAPTURE(y);
        ++compared;
        REQUIRE(got == doctest::Approx(want.value).epsilon(1e-6).scale(1));
    }
    CHECK(compared > 1000);
}

TEST_CASE("derivative: simplified as a person would write it") {
    CHECK(d("x^2") == "2*x");
    CHECK(d("x^6/6") == "x^5");
    CHECK(d("3*x^2 + 2*x + 1") == "6*x + 2");
    CHECK(d("sin(2*pi*x)") == "2*pi*cos(2*pi*x)");
    CHECK(d("exp(-x^2)") == "-2*x*exp(-x^2)");
    CHECK(d("ln(x)") == "1/x");
    CHECK(d("1/x^2") == "-2/x^3");
    CHECK(d("sqrt(x)") == "1/(2*sqrt(x))");
    CHECK(d("x^(1/3)") == "1/(3*x^(2/3))");
    CHECK(d("y^2") == "0");
    CHECK(d("x + x + x") == "3");
    CHECK(d("e^x") == "e^x");
    CHECK(d("0.4*sin(2.1*x)") == "0.84*cos(2.1*x)");
    CHECK(d("(1-x)^2+100*(y-x^2)^2") == "-2*(1 - x) - 400*x*(y - x^2)");
    CHECK(parsed("x^4").derivative(0).derivative(0).text() == "12*x^2");
}

TEST_CASE("derivative: NaN exactly at kinks, jumps and tips") {
    struct Kink {
        const char* text;
        double x, y;
    };
    for (const Kink& kink : {Kink{"abs(x)", 0, 0},
                             {"relu(x)", 0, 0},
                             {"sign(x)", 0, 0},
                             {"floor(x)", 2, 0},
                             {"ceil(x)", -1, 0},
                             {"max(x, y)", 1, 1},
                             {"min(x, y)", 1, 1},
                             {"max(x, 2, y)", 2, 0},
                             {"mod(x, 2)", 4, 0},
                             {"sqrt(x^2 + y^2)", 0, 0},
                             {"x^x", 0, 0},
                             {"atan2(x, y)", 0, -1},
                             {"abs(x - y)*3", 2, 2},
                             {"y*abs(x)", 0, 5},
                             {"-20*exp(-0.2*sqrt((x^2+y^2)/2))-exp((cos(2*pi*x)+cos(2*pi*y))/2)+e+20", 0, 0}}) {
        CAPTURE(kink.text);
        CHECK(std::isnan(at(parsed(kink.text).derivative(0), kink.x, kink.y)));
        CHECK(std::isfinite(at(parsed(kink.text), kink.x, kink.y)));
    }
    CHECK_FALSE(std::isfinite(at(parsed("sqrt(x)").derivative(0), 0)));
    CHECK_FALSE(std::isfinite(at(parsed("cbrt(x)").derivative(0), 0)));
    CHECK(at(parsed("abs(x)").derivative(0), -3) == -1);
    CHECK(at(parsed("abs(x)").derivative(0).derivative(0), -3) == 0);
    CHECK(std::isnan(at(parsed("abs(x)").derivative(0).derivative(0), 0)));
    CHECK(at(parsed("max(x, 1, y)").derivative(0), 2, 1.5) == 1);
    CHECK(at(parsed("max(x, 1, y)").derivative(0), 0.5, 1.5) == 0);
    CHECK(at(parsed("abs(x)*x").derivative(0), -3) == 6);
}

TEST_CASE("derivative: simplifying keeps the places where a formula is undefined") {
    CHECK(std::isnan(at(parsed("x/x").with_constant(1, 0), 0)));
    CHECK(std::isnan(at(parsed("y*ln(x)").with_constant(1, 0), -1)));
    CHECK(std::isnan(at(parsed("ln(x)-ln(x)").with_constant(1, 0), -1)));
    CHECK(at(parsed("y*x^2").with_constant(1, 0), 5) == 0);
    CHECK(parsed("y*sin(x)").with_constant(1, 0).text() == "0");
}
