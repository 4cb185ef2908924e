// Fields from text: values, exact gradients and Hessians, grids that do not depend on the number of threads,
// the memory of recent fields, and the messages a scene shows.
#include "core/calculus/scalar_field.h"
#include "core/calculus/surfaces.h"
#include "tests/core/same_bits.h"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <thread>

using namespace eigenscape;

namespace {

bool same_grid(const Grid& a, const Grid& b) {
    if (!(a.box == b.box) || a.columns != b.columns || a.rows != b.rows || a.values.size() != b.values.size())
        return false;
    for (std::size_t i = 0; i < a.values.size(); ++i)
        if (!same(a.values[i], b.values[i])) return false;
    return true;
}

}  // namespace

TEST_CASE("scalar field: value, gradient and Hessian of Rosenbrock's function") {
    const auto f = scalar_field("(1-x)^2 + 100*(y-x^2)^2");
    REQUIRE(f);
    const Vec2 p(-1.2, 1);
    CHECK((*f)(p) == doctest::Approx(24.2).epsilon(1e-13));
    CHECK((f->gradient(p) - Vec2(-215.6, -88)).norm() < 1e-10);
    CHECK((f->hessian(p) - Mat2{{1330, 480}, {480, 200}}).norm() < 1e-9);
    CHECK(f->hessian(p)(0, 1) == f->hessian(p)(1, 0));
}

TEST_CASE("scalar field: undefined derivatives are NaN, never a wrong number") {
    const auto undefined_at = [](const char* text, Vec2 p) {
        const auto f = scalar_field(text);
        REQUIRE(f);
        CAPTURE(text);
        CHECK(f->gradient(p).array().isNaN().any());
        CHECK(f->hessian(p).array().isNaN().any());
    };
    undefined_at("ackley", {0, 0});
    undefined_at("abs(x) + y^2", {0, 1});
    undefined_at("sqrt(x)", {0, 1});
    undefined_at("sqrt(x) + y^2", {-1, 1});
    undefined_at("ln(x)", {-1, 1});
    undefined_at("1/(x^2 + y^2)", {0, 0});
    undefined_at("x^x", {0, 0});
    CHECK(scalar_field("abs(x) + y^2")->gradient({0, 1}).y() == 2);  // y's slope exists although x's does not
    CHECK((*scalar_field("ackley"))({0, 0}) == doctest::Approx(0).scale(1));
}

TEST_CASE("scalar field: grids hold the values of single points and do not depend on threads") {
    for (const char* text : {"sin(x*y) + x/3", "himmelblau", "abs(x)*ln(y)", "x", "2"}) {
        const auto f = scalar_field(text);
        REQUIRE(f);
        CAPTURE(text);
        const Box2 box{{-1, -2}, {2.5, 3}};
        const Grid grid = f->on_grid(box, 133, 90);
        const auto with = f->with_gradient_on_grid(box, 133, 90);
        CHECK(grid.point(0, 0) == box.lo);
        CHECK(grid.point(132, 89) == box.hi);
        CHECK(same_grid(grid, with.value));
        for (int row = 0; row < 90; row += 7)
            for (int column = 0; column < 133; column += 11) {
                const Vec2 p = grid.point(column, row), g = f->gradient(p);
                REQUIRE(same(grid.at(column, row), (*f)(p)));
                REQUIRE(same(with.dx.at(column, row), g.x()));
                REQUIRE(same(with.dy.at(column, row), g.y()));
            }
        for (const int threads : {2, 3, 7, 200}) {
            CHECK(same_grid(grid, f->on_grid(box, 133, 90, threads)));
            const auto again = f->with_gradient_on_grid(box, 133, 90, threads);
            CHECK(same_grid(again.dx, with.dx));
            CHECK(same_grid(again.dy, with.dy));
        }
    }
    CHECK(scalar_field("x+y")->on_grid({{0, 0}, {1, 1}}, 1, 1).values == Samples{0});
    CHECK(scalar_field("x+y")->on_grid({{0, 0}, {1, 1}}, 0, 0).values.empty());
}

TEST_CASE("scalar field: constants are named, part of what is remembered, and default for library surfaces") {
    CHECK((*scalar_field("a*x + b", {{"a", 2}, {"b", 1}}))({3, 0}) == 7);
    CHECK((*scalar_field("a*x + b", {{"a", 5}, {"b", 1}}))({3, 0}) == 16);
    CHECK((*scalar_field("bowl"))({2, 1}) == doctest::Approx(0.5 * (4 + 10)));
    CHECK((*scalar_field("bowl", {{"kappa", 3}}))({2, 1}) == doctest::Approx(0.5 * (4 + 3)));
    CHECK((*scalar_field("bowl", {{"kappa", 3}, {"phi", pi / 2}}))({2, 1}) == doctest::Approx(0.5 * (1 + 3 * 4)));
    CHECK(scalar_field("x*y") == scalar_field("x*y"));
    CHECK_FALSE(scalar_field("x*q"));
    const auto kept = scalar_field("x + 0.125*y");
    for (int k = 0; k < 100; ++k) scalar_field("x + " + std::to_string(k));
    CHECK((*kept)({1, 8}) == 2);  // forgotten by the memory, kept by its owner
}

TEST_CASE("scalar field: messages for a formula a scene is given") {
    CHECK_FALSE(check_formula("x^2 + sin(3*y)"));
    CHECK_FALSE(check_formula("rosenbrock"));
    CHECK_FALSE(check_formula(" himmelblau "));
    CHECK_FALSE(check_formula("a*x", {"a"}));
    CHECK_FALSE(check_formula("bowl", {"kappa", "phi"}));
    CHECK(check_formula("himelblau")->message == "Unknown name \"himelblau\". Did you mean \"himmelblau\"?");
    CHECK(check_formula("a*x")->message == "Unknown name \"a\". Names here are x, y, pi, e and tau.");
    CHECK(check_formula("x", {"sin"})->message == "The name \"sin\" is taken: it is a function. Choose another name.");
    CHECK(check_formula("")->message == "Type a formula, for example x^2 + y^2.");
    CHECK(check_formula("x+")->column == 3);
}

TEST_CASE("scalar field: several threads may share one field and the memory") {
    std::vector<std::jthread> threads;
    std::vector<double> results(8);
    for (std::size_t k = 0; k < results.size(); ++k)
        threads.emplace_back([&results, k] {
            for (int i = 0; i < 50; ++i) {
                const auto f = scalar_field("x^2 + " + std::to_string(i % 40) + "*y");
                results[k] +=
                    (*f)({1, 2}) + f->gradient({1, 2}).sum() + f->on_grid({{0, 0}, {1, 1}}, 40, 40, 2).values[7];
            }
        });
    threads.clear();
    for (const double result : results) CHECK(same(result, results[0]));
}
