// The easing curve's ends and the short way round.
#include "viz/ease.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

TEST_CASE("easing starts and ends at rest: no velocity, no acceleration") {
    CHECK(smooth(0) == 0);
    CHECK(smooth(1) == 1);
    CHECK(smooth(-3) == 0);
    CHECK(smooth(7) == 1);
    CHECK(smooth(undefined) == 0);
    CHECK(smooth(0.5) == doctest::Approx(0.5));
    const double h = 1e-3;
    for (const double end : {0.0, 1.0}) {
        const double inside = end == 0 ? h : 1 - h, farther = end == 0 ? 2 * h : 1 - 2 * h;
        const double velocity = (smooth(inside) - smooth(end)) / h;
        const double acceleration = (smooth(farther) - 2 * smooth(inside) + smooth(end)) / (h * h);
        CHECK(std::abs(velocity) < 2e-5);      // 10 h²
        CHECK(std::abs(acceleration) < 0.07);  // 60 h
    }
    for (double t = 0; t < 1; t += 0.01) CHECK(smooth(t + 0.01) > smooth(t));
    CHECK(smooth(0.3) + smooth(0.7) == doctest::Approx(1));
}

TEST_CASE("values in between hit both ends exactly") {
    CHECK(lerp(0.1, 0.7, 0.0) == 0.1);
    CHECK(lerp(0.1, 0.7, 1.0) == 0.7);
    CHECK(lerp(Vec2(0, 2), Vec2(4, 0), 0.25) == Vec2(1, 1.5));
}

TEST_CASE("angles go the short way round") {
    CHECK(lerp_angle(3.0, -3.0, 0.5) == doctest::Approx(pi).epsilon(1e-12));
    CHECK(lerp_angle(0.1, 0.3, 0.5) == doctest::Approx(0.2));
    CHECK(wrapped_angle(3 * pi) == doctest::Approx(pi));
    CHECK(wrapped_angle(-pi) == doctest::Approx(pi));
    for (double from = -9; from < 9; from += 0.7)
        for (double to = -9; to < 9; to += 0.7) CHECK(std::abs(lerp_angle(from, to, 0.5) - from) <= pi / 2 + 1e-9);
}
