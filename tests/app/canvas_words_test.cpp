// Live formulas on the canvas, driven by hand without a display: their numbers are dragged, turned and typed, and terms
// light up what they name.
#include "app/offscreen.h"

#include "app/model/explorer.h"
#include "app/model/numbers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace eigenscape;

namespace {

struct Desk {
    Explorer explorer;
    Offscreen offscreen;
    explicit Desk(const char* scene) : offscreen((open(scene), explorer), calm(), 1280, 720, 1, {}) {}
    void open(const char* scene) { REQUIRE(!explorer.open(scene)); }
    static Preferences calm() {
        Preferences p;
        p.reduced_motion = true;
        return p;
    }
    double A(std::size_t entry) const {
        return numbers_of(explorer.state()[static_cast<std::size_t>(explorer.scene().find_param("A"))])[entry];
    }
};

long changed_pixels(const Image& a, const Image& b) {
    REQUIRE(a.rgba.size() == b.rgba.size());
    long count = 0;
    for (std::size_t i = 0; i < a.rgba.size(); i += 4)
        if (!std::equal(a.rgba.begin() + static_cast<std::ptrdiff_t>(i),
                        a.rgba.begin() + static_cast<std::ptrdiff_t>(i) + 3,
                        b.rgba.begin() + static_cast<std::ptrdiff_t>(i)))
            ++count;
    return count;
}

}  // namespace

TEST_CASE("a number of the formula is dragged, and the whole drag is one step of undo") {
    Desk desk("transform");
    const double before = desk.A(1);
    const Vec2 at = desk.offscreen.middle_of("Canvas A 1");
    desk.offscreen.drag(at, at + Vec2(60, 0));
    CHECK(desk.A(1) > before);
    CHECK(desk.A(0) == 1.5);
    desk.offscreen.press(Key::z, {true, false, false});
    CHECK(desk.A(1) == before);
}

TEST_CASE("the wheel steps a number of the formula instead of zooming the picture") {
    Desk desk("transform");
    const double before = desk.A(2);
    desk.offscreen.move(desk.offscreen.middle_of("Canvas A 2"));
    desk.offscreen.wheel(1);
    CHECK(desk.A(2) > before);
    CHECK(desk.explorer.views().empty());
}

TEST_CASE("a number of the formula is typed exactly, and refused in words when out of range") {
    Desk desk("eigenvectors");
    desk.offscreen.click("Canvas A 3");
    desk.offscreen.type("0.625");
    desk.offscreen.press(Key::enter);
    CHECK(desk.A(3) == 0.625);
    desk.offscreen.click("Canvas A 3");
    desk.offscreen.type("1e9");
    desk.offscreen.press(Key::enter);
    CHECK(desk.A(3) == 0.625);
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
