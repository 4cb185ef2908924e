// Live formulas on the canvas, driven by hand without a display: their numbers are dragged, turned and typed, and terms
// light up what they name.
#include "app/offscreen.h"

#include "app/model/explorer.h"
#include "app/model/numbers.h"
#include "tests/app/changed_pixels.h"
#include "tests/app/desk.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace eigenscape;
using eigenscape::testing::changed_pixels;
using eigenscape::testing::Desk;

TEST_CASE("a number of the formula is dragged, and the whole drag is one step of undo") {
    Desk desk("transform");
    const double before = desk.number("A", 1);
    const Vec2 at = desk.offscreen.middle_of("Canvas A 1");
    desk.offscreen.drag(at, at + Vec2(60, 0));
    CHECK(desk.number("A", 1) > before);
    CHECK(desk.number("A", 0) == 1.5);
    desk.offscreen.press(Key::z, {true, false, false});
    CHECK(desk.number("A", 1) == before);
}

TEST_CASE("the wheel steps a number of the formula instead of zooming the picture") {
    Desk desk("transform");
    const double before = desk.number("A", 2);
    desk.offscreen.move(desk.offscreen.middle_of("Canvas A 2"));
    desk.offscreen.wheel(1);
    CHECK(desk.number("A", 2) > before);
    CHECK(desk.explorer.views().empty());
}

TEST_CASE("a number of the formula is typed exactly, and refused in words when out of range") {
    Desk desk("eigenvectors");
    desk.offscreen.click("Canvas A 3");
    desk.offscreen.type("0.625");
    desk.offscreen.press(Key::enter);
    CHECK(desk.number("A", 3) == 0.625);
    desk.offscreen.click("Canvas A 3");
    desk.offscreen.type("1e9");
    desk.offscreen.press(Key::enter);
    CHECK(desk.number("A", 3) == 0.625);
}

TEST_CASE("the pointer on a term lights up what it names, and away from it everything is as before") {
    Desk desk("transform");
    desk.offscreen.move({5, 715});
    const Image before = desk.offscreen.picture();
    desk.offscreen.move(desk.offscreen.middle_of("Canvas A 0"));  // in the colour of the first unit vector
    const Image lit = desk.offscreen.picture();
    CHECK(changed_pixels(before, lit) > 20000);  // the rest of the picture has faded
    desk.offscreen.move({5, 715});
    CHECK(changed_pixels(before, desk.offscreen.picture()) == 0);
}

TEST_CASE("numbers that nobody can change are no controls") {
    Desk desk("transform");
    CHECK(desk.offscreen.knows("Canvas A 0"));
    CHECK(!desk.offscreen.knows("Canvas determinant 0"));
}
