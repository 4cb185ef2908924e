// TeX as books set it: fractions, powers, roots, parentheses only where they are needed.
// Each row is a typed formula and its TeX.
#include "core/calculus/expression.h"

#include <doctest/doctest.h>

#include <utility>

using namespace eigenscape;

namespace {

std::string tex(const char* text, int derivatives = 0) {
    const std::vector<std::string> names{"x", "y", "theta", "x_1", "rate", "w2"};
    auto result = Expression::parse(text, names);
    REQUIRE_MESSAGE(result, result.error.message);
    Expression e = *result.expression;
    for (int k = 0; k < derivatives; ++k) e = e.derivative(0);
    return e.tex();
}

}  // namespace

TEST_CASE("tex: arithmetic") {
    const std::pair<const char*, const char*> rows[]{{"x^2 + y^2", "x^{2} + y^{2}"},
                                                     {"x - (y - 1)", "x - \\left(y - 1\\right)"},
                                                     {"2*x*y", "2 x y"},
                                                     {"2*3*x", "2 \\cdot 3 x"},
                                                     {"x*2", "x \\cdot 2"},
                                                     {"(x+1)*(y-2)", "\\left(x + 1\\right) \\left(y - 2\\right)"},
                                                     {"x/2", "\\frac{x}{2}"},
                                                     {"(x+1)/(2*y)", "\\frac{x + 1}{2 y}"},
                                                     {"-x/y", "-\\frac{x}{y}"},
                                                     {"-2*x/y", "-\\frac{2 x}{y}"},
                                                     {"-x^2", "-x^{2}"},
                                                     {"(-x)^2", "\\left(-x\\right)^{2}"},
                                                     {"(x+y)^2", "\\left(x + y\\right)^{2}"},
                                                     {"x^(y+1)", "x^{y + 1}"},
                                                     {"(x/y)^2", "\\left(\\frac{x}{y}\\right)^{2}"},
                                                     {"x*-y", "x \\left(-y\\right)"},
                                                     {"1.5e-7*x", "1.5 \\cdot 10^{-7} x"},
                                                     {"2^x*3^x", "2^{x} \\cdot 3^{x}"}};
    for (const auto& [text, want] : rows) CHECK(tex(text) == want);
}

TEST_CASE("tex: functions and names") {
    const std::pair<const char*, const char*> rows[]{{"sin(x)", "\\sin x"},
                                                     {"sin(2*x)", "\\sin\\left(2 x\\right)"},
                                                     {"sin(x)^2", "\\sin^{2} x"},
                                                     {"sin(x)*cos(y)", "\\sin x \\cos y"},
                                                     {"sin(x)*y", "\\sin\\left(x\\right) y"},
                                                     {"exp(-x^2)", "e^{-x^{2}}"},
                                                     {"exp(x)^2", "\\left(e^{x}\\right)^{2}"},
                                                     {"sqrt(x+1)", "\\sqrt{x + 1}"},
                                                     {"cbrt(x)", "\\sqrt[3]{x}"},
                                                     {"abs(x-y)", "\\left|x - y\\right|"},
                                                     {"floor(x)", "\\left\\lfloor x\\right\\rfloor "},
                                                     {"ln(x)/log2(y)", "\\frac{\\ln x}{\\log_{2} y}"},
                                                     {"max(x, y)", "\\max\\left(x, y\\right)"},
                                                     {"sigmoid(x)", "\\sigma\\left(x\\right)"},
                                                     {"pi*theta", "\\pi \\theta"},
                                                     {"x_1 + w2", "x_{1} + w_{2}"},
                                                     {"rate*x", "\\mathrm{rate} x"}};
    for (const auto& [text, want] : rows) CHECK(tex(text) == want);
}

TEST_CASE("tex: derivatives, where gaps at single points are left unsaid") {
    CHECK(tex("abs(x)", 1) == "\\frac{\\left|x\\right|}{x}");
    CHECK(tex("mod(x, 2)", 1) == "1");
    CHECK(tex("sqrt(x^2 + y^2)", 1) == "\\frac{x}{\\sqrt{x^{2} + y^{2}}}");
    CHECK(tex("sin(x)^2", 1) == "2 \\sin x \\cos x");
}
