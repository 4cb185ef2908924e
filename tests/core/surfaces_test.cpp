// The library of surfaces: every formula is understood, and its start and rate do what they promise.
// Known minima are where the literature puts them.
#include "core/calculus/surfaces.h"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

using namespace eigenscape;

TEST_CASE("surfaces: each can be typed by name, with words and a title of its own") {
    std::set<std::string> names, titles;
    for (const Surface& s : surfaces()) {
        CAPTURE(s.name);
        CHECK_FALSE(check_formula(s.name));
        CHECK(scalar_field(s.name));
        CHECK(find_surface(s.name) == &s);
        CHECK((s.home.lo.array() < s.home.hi.array()).all());
        CHECK(s.words.size() > 20);
        CHECK(s.words.back() == '.');
        names.insert(s.name);
        titles.insert(s.title);
    }
    CHECK(names.size() == 12);
    CHECK(titles.size() == 12);
    CHECK(find_surface("nonesuch") == nullptr);
}

TEST_CASE("surfaces: a hundred steps of descent go down and stay at home") {
    for (const Surface& s : surfaces()) {
        CAPTURE(s.name);
        const auto f = scalar_field(s.name);
        REQUIRE(s.home.contains(s.start));
        Vec2 p = s.start;
        const double first = (*f)(p);
        double last = first;
        for (int step = 0; step < 100; ++step) {
            p -= s.rate * f->gradient(p);
            REQUIRE(s.home.contains(p));
            const double now = (*f)(p);
            REQUIRE(now <= last + 1e-12 * std::max(1.0, std::abs(last)));
            last = now;
        }
        CHECK(last < first - 0.05 * std::abs(first));
    }
}

TEST_CASE("surfaces: the known minima") {
    struct Minimum {
        const char* name;
        Vec2 at;
        double value;
    };
    for (const Minimum& m : {Minimum{"himmelblau", {3, 2}, 0},
                             {"rosenbrock", {1, 1}, 0},
                             {"beale", {3, 0.5}, 0},
                             {"booth", {1, 3}, 0},
                             {"three_hump_camel", {0, 0}, 0},
                             {"styblinski_tang", {-2.903534027771177, -2.903534027771177}, -78.33233140754282},
                             {"rastrigin", {0, 0}, 0},
                             {"bowl", {0, 0}, 0},
                             {"plateau", {0, 0}, 0}}) {
        const auto f = scalar_field(m.name);
        CAPTURE(m.name);
        CHECK((*f)(m.at) == doctest::Approx(m.value).scale(1));
        CHECK(f->gradient(m.at).norm() < 1e-9);
        const Mat2 H = f->hessian(m.at);
        CHECK(H(0, 0) > 0);
        CHECK(H(0, 0) * H(1, 1) > H(0, 1) * H(1, 0));
    }
    CHECK((*scalar_field("ackley"))({0, 0}) == doctest::Approx(0).scale(1));
    CHECK(scalar_field("monkey_saddle")->hessian({0, 0}).norm() == 0);
}
