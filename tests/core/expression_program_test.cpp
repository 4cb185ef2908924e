// A program computes what the formula says: the same bits for one sample or many, in any place, with any company.
// Printing and parsing give the same formula back; simplifying keeps the values.
#include "core/calculus/expression.h"
#include "core/calculus/grid_program.h"
#include "tests/core/expression_random.h"
#include "tests/core/expression_samples.h"
#include "tests/core/same_bits.h"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>

using namespace eigenscape;

TEST_CASE("expression: text parses back to the same formula") {
    for (const char* text : {"x - (y - 1)", "x*(y*2)",      "x/(y/2)",  "(x^2)^3",           "x^2^3",    "(-x)^2",
                             "-x^2",        "x^-2",         "2^-1*x",   "2^(-(x*y))",        "2^(-1/x)", "x^-y^2",
                             "1/x/y",       "-1/x*y",       "x*-y",     "(x + 1)*(y - 2)/3", "-(x + y)", "x - -3",
                             "3 - 2*x",     "max(x, y, 1)", "1e-300*x", "sin(x)^2",          "0.1 + 0.2"}) {
        const Expression e = parsed(text);
        CAPTURE(text);
        CAPTURE(e.text());
        CHECK(parsed(e.text()) == e);
        CHECK(parsed(e.text()).text() == e.text());
    }
    CHECK(parsed("2 x y").text() == "2*x*y");
    CHECK(parsed("x+y") == parsed(" x + (y) "));
    CHECK_FALSE(parsed("x+y") == parsed("y+x"));
}

TEST_CASE("expression: random formulas survive printing, and programs agree with single values") {
    RandomFormulas random(11);
    constexpr std::size_t count = 37;
    std::vector<double> x(count), y(count);
    for (std::size_t i = 0; i < count; ++i) x[i] = random.number(i % 3 == 0 ? 20 : 2), y[i] = random.number(2);
    x[5] = 0, y[6] = 0, x[7] = y[7] = 1;
    const double* const inputs[]{x.data(), y.data()};
    for (int k = 0; k < 1500; ++k) {
        const std::string text = random.next();
        const Expression e = parsed(text);
        CAPTURE(text);
        CAPTURE(e.text());
        REQUIRE(parsed(e.text()) == e);
        const Expression both[]{e, e.derivative(0)};
        std::vector<double> f(count), fx(count);
        double* const outputs[]{f.data(), fx.data()};
        Program(both).run(inputs, count, outputs);
        for (std::size_t i = 0; i < count; ++i) {
            const double point[]{x[i], y[i]};
            REQUIRE(same(f[i], e(point)));
            REQUIRE(same(fx[i], both[1](point)));
        }
    }
}

TEST_CASE("expression: replacing a variable by a number simplifies without changing values") {
    RandomFormulas random(12);
    int compared = 0;
    for (int k = 0; k < 1500; ++k) {
        const std::string text = random.next();
        const Expression e = parsed(text);
        const double y = k % 4 == 0 ? 0 : k % 4 == 1 ? 1 : random.number(3);
        const Expression fixed = e.with_constant(1, y);
        CAPTURE(text);
        CAPTURE(y);
        CAPTURE(fixed.text());
        REQUIRE_FALSE(fixed.depends_on(1));
        const double x = random.number(3), point[]{x, y}, elsewhere[]{x, -77};
        const double want = e(point), got = fixed(elsewhere);
        // Sums are collected, so rounding differs; a jump or a huge slope may turn that into a large difference.
        const double nearby[]{x * (1 + 1e-14), y}, slope = std::abs(e(nearby) - want);
        if (!std::isfinite(want) || std::abs(want) > 1e8 || !(slope < 1e-9 * std::max(1.0, std::abs(want)))) continue;
        if (text.find("floor") != text.npos || text.find("ceil") != text.npos || text.find("mod") != text.npos ||
            text.find("sign") != text.npos || text.find("atan2") != text.npos || text.find("^(") != text.npos)
            continue;
        ++compared;
        REQUIRE(got == doctest::Approx(want).epsilon(1e-9).scale(1e-3));
    }
    CHECK(compared > 400);
}

TEST_CASE("program: results do not depend on count or position, and outputs may be trivial") {
    const Expression outputs[]{parsed("sin(x)*y^2 - x/3 + exp(-x)"), parsed("x"), parsed("7"), parsed("sin(x)"),
                               parsed("x")};
    const Program program(outputs);
    constexpr std::size_t count = 1003;
    std::vector<double> x(count), y(count);
    RandomFormulas random(3);
    for (std::size_t i = 0; i < count; ++i) x[i] = random.number(9), y[i] = random.number(9);
    const auto run = [&](std::size_t first, std::size_t n) {
        std::vector<std::vector<double>> results(5, std::vector<double>(n + 1, -12345));
        const double* const inputs[]{x.data() + first, y.data() + first};
        std::vector<double*> slots;
        for (auto& result : results) slots.push_back(result.data());
        program.run(inputs, n, slots);
        for (const auto& result : results) CHECK(result[n] == -12345);  // nothing is written behind the end
        return results;
    };
    const auto all = run(0, count);
    CHECK(all[0][10] == doctest::Approx(std::sin(x[10]) * y[10] * y[10] - x[10] / 3 + std::exp(-x[10])));
    for (const auto& [first, n] : {std::pair<std::size_t, std::size_t>{0, 1},
                                   {1, 2},
                                   {3, 8},
                                   {5, 255},
                                   {6, 256},
                                   {7, 257},
                                   {400, 603},
                                   {1002, 1}}) {
        const auto part = run(first, n);
        for (std::size_t o = 0; o < 5; ++o)
            for (std::size_t i = 0; i < n; ++i) REQUIRE(same(part[o][i], all[o][first + i]));
    }
    CHECK(all[1] == all[4]);
    CHECK(all[2][500] == 7);
    run(0, 0);
}

TEST_CASE("grid program: the bits of point by point, whatever depends on x, y, both or neither") {
    RandomFormulas random(21);
    std::vector<double> xs(45), ys(13);
    for (double& x : xs) x = random.number(4);
    for (double& y : ys) y = random.number(4);
    const std::vector<std::string> special{"x",   "y",   "3",       "x^2",     "sin(y)",  "x + y",       "x - y",
                                           "x/y", "y/x", "x*y + y", "x*y - x", "y - x*y", "max(x, 1, y)"};
    for (int k = 0; k < 400; ++k) {
        const std::string text =
            k < static_cast<int>(special.size()) ? special[static_cast<std::size_t>(k)] : random.next();
        CAPTURE(text);
        const Expression outputs[]{parsed(text), parsed(text).derivative(1)};
        std::vector<double> f(xs.size() * ys.size()), fy(f.size());
        double* const slots[]{f.data(), fy.data()};
        GridProgram(outputs).run(xs, ys, slots, 2);
        for (std::size_t row = 0; row < ys.size(); ++row)
            for (std::size_t column = 0; column < xs.size(); ++column) {
                const double point[]{xs[column], ys[row]};
                REQUIRE(same(f[row * xs.size() + column], outputs[0](point)));
                REQUIRE(same(fy[row * xs.size() + column], outputs[1](point)));
            }
    }
}

TEST_CASE("expression: long sums and products differentiate and evaluate without recursion") {
    std::string sum = "x", product = "x", distinct = "(x+1)", powers = "x";
    while (sum.size() < 9990) sum += "+x";
    while (product.size() < 9990) product += "*x";
    for (int k = 2; distinct.size() < 9980; ++k) distinct += "*(x+" + std::to_string(k % 97) + ".5)";
    for (int k = 0; k < 195; ++k) powers = "sin(" + powers + ")";
    for (const std::string& text : {sum, product, distinct, powers, "max(" + sum.substr(0, 4999) + ",y)"}) {
        const Expression e = parsed(text), d = e.derivative(0), dd = d.derivative(0);
        const double point[]{0.9, 0.1};
        CHECK(parsed(e.text()) == e);
        CHECK(std::isfinite(e(point)) == std::isfinite(d(point)));
        CHECK(d.tex().size() < 60'000);
        CHECK(dd.text().size() < 60'000);
    }
    CHECK(parsed(sum).derivative(0).text() == "4996");
}
