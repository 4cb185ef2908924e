// Round levels and robust height ranges: what a learner sees on the map of a bowl, a canyon, a pole and a plain.
#include "core/calculus/levels.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace eigenscape;

namespace {

HeightScale scale_of(const char* formula, const Box2& box) {
    const auto f = scalar_field(formula);
    REQUIRE(f);
    return height_scale(f->on_grid(box, 128, 128));
}

}  // namespace

TEST_CASE("nice levels are round multiples inside the range") {
    CHECK(nice_levels(0, 1, 5) == std::vector<double>{0, 0.2, 0.4, 0.6, 0.8, 1});
    CHECK(nice_levels(-0.3, 0.3, 6) == std::vector<double>{-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3});
    CHECK(nice_levels(0, 180, 20).front() == 0);
    CHECK(nice_levels(0, 180, 20).size() == 19);
    CHECK(nice_levels(1e15, 1e15 + 4, 4).size() == 5);
    CHECK(nice_levels(2e-300, 9e-300, 3).size() >= 2);
}

TEST_CASE("impossible ranges have no levels") {
    CHECK(nice_levels(1, 1, 5).empty());
    CHECK(nice_levels(2, 1, 5).empty());
    CHECK(nice_levels(undefined, 1, 5).empty());
    CHECK(nice_levels(-infinity, 1, 5).empty());
    CHECK(nice_levels(-1e308, 1e308 * 1.5, 5).empty());
    CHECK(nice_levels(0, 1, 0).empty());
    CHECK(nice_levels(1e17, 1e17 + 16, 1000).size() <= 17);  // steps below the spacing of doubles
}

TEST_CASE("a bowl is spread evenly, a canyon by ratios") {
    CHECK_FALSE(scale_of("x^2+y^2", {{-2, -2}, {2, 2}}).logarithmic);
    const HeightScale canyon = scale_of("(1-x)^2+100*(y-x^2)^2", {{-2, -1}, {2, 3}});
    CHECK(canyon.logarithmic);
    const auto levels = canyon.levels(20);
    CHECK(levels.size() >= 10);
    CHECK(levels.size() <= 30);
    CHECK(levels.front() < 10);
    CHECK(std::ranges::is_sorted(levels));
    CHECK(std::ranges::count(levels, 100.0) == 1);
}

TEST_CASE("a pole does not set the range") {
    const HeightScale pole = scale_of("1/x", {{-2, -2}, {2, 2}});
    CHECK(pole.hi < 100);
    CHECK(pole.lo > -100);
    const HeightScale even = scale_of("1/(x^2+y^2)", {{-2, -2}, {2, 2}});
    CHECK(even.hi < 100);
    CHECK(scale_of("exp(1000*x)", {{-2, -2}, {2, 2}}).hi < infinity);
}

TEST_CASE("level and undefined surfaces still have a range") {
    const HeightScale level = scale_of("3+0*x", {{-1, -1}, {1, 1}});
    CHECK(level.lo < 3);
    CHECK(level.hi > 3);
    CHECK(level.fraction(3) == doctest::Approx(0.5));
    const HeightScale nothing = scale_of("ln(-1-x^2)", {{-1, -1}, {1, 1}});
    CHECK_FALSE(nothing.has_values);
    CHECK(nothing.lo < nothing.hi);
    CHECK(nothing.levels(10).empty());
}

TEST_CASE("fraction and its inverse agree, in both spacings") {
    for (const HeightScale scale : {HeightScale{-3, 5, false, 0, true}, HeightScale{0.5, 2000, true, 0, true}}) {
        CHECK(scale.fraction(scale.lo) == 0);
        CHECK(scale.fraction(scale.hi) == 1);
        CHECK(scale.fraction(-1e9) == 0);
        CHECK(scale.fraction(infinity) == 1);
        CHECK(std::isnan(scale.fraction(undefined)));
        double last = -1;
        for (double t = 0; t <= 1; t += 0.125) {
            const double value = scale.value_at(t);
            CHECK(scale.fraction(value) == doctest::Approx(t));
            CHECK(value > last - 3);
            last = value;
        }
    }
}
