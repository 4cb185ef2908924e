// Terms of a formula that play a part of the motion while the pointer is on them, driven by hand without a display.
// Nothing of it is a step of undo, and whoever changes the state meanwhile has the last word.
#include "app/panels/formula_play.h"
#include "tests/app/desk.h"
#include "tests/app/every_scene.h"
#include "viz/place_head.h"
#include "viz/tex/portable.h"

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

// The middle of the term that plays this, in pixels of the window.
Vec2 term(Desk& desk, const std::string& plays) {
    const Frame& frame = desk.explorer.frame();
    const Rect canvas = desk.offscreen.interface().canvas_pixels();
    for (const Panel& panel : frame.panels()) {
        const PlacedHead head = place_head(panel, camera_of(panel, desk.explorer.views(), desk.explorer.canvas()));
        for (const HeadPart& part : parts_of(head))
            if (part.part->number == plays)
                return {canvas.x + part.place.x + part.place.width / 2,
                        canvas.y + part.place.y + part.place.height / 2};
    }
    FAIL("no term plays " << plays);
    return {0, 0};
}

double t(Desk& desk) { return desk.number("t"); }

}  // namespace

TEST_CASE("pointing at a factor plays its stage to the end, and leaving brings everything back") {
    Desk desk("svd");
    const State before = desk.explorer.state();
    for (const auto& [plays, end] : {std::pair("t=0..1", 1.0), std::pair("t=1..2", 2.0)}) {
        desk.offscreen.move(term(desk, plays));
        desk.offscreen.settle(4);
        CHECK(t(desk) == end);  // it waits there
        desk.offscreen.move({desk.offscreen.interface().canvas_pixels().x + 400, 500});
        desk.offscreen.settle(2);
        CHECK(desk.explorer.state() == before);
    }
    CHECK(!desk.explorer.can_undo());
}

TEST_CASE("on the way from one factor to the next, the state from the very beginning is kept") {
    Desk desk("svd-space");
    const State before = desk.explorer.state();
    desk.offscreen.move(term(desk, "t=0..1"));
    desk.offscreen.settle(4);
    desk.offscreen.move(term(desk, "t=1..2"));
    desk.offscreen.settle(4);
    CHECK(t(desk) == 2);
    desk.offscreen.move({desk.offscreen.interface().canvas_pixels().x + 400, 500});
    desk.offscreen.settle(2);
    CHECK(desk.explorer.state() == before);
}

TEST_CASE("who changes the state meanwhile has the last word") {
    Desk desk("svd");
    desk.offscreen.move(term(desk, "t=0..1"));
    desk.offscreen.settle(4);
    CHECK(!desk.explorer.set_settings({"A=[[2,0],[0,1]]", "t=2.5"}));
    desk.offscreen.settle(1);
    desk.offscreen.move({desk.offscreen.interface().canvas_pixels().x + 400, 500});
    desk.offscreen.settle(2);
    CHECK(t(desk) == 2.5);
    CHECK(desk.number("A") == 2);
}

TEST_CASE("every scene: what a term of a formula plays is a real parameter within its range") {
    int found = 0;
    for_each_scene([&](const Scene& scene) {
        const Frame frame = drawn(scene, scene.defaults);
        for (const Panel& panel : frame.panels())
            for (const Equation& equation : panel.formulas)
                for (const SetPart& part : typeset(equation.tex, equation.size_points)->parts) {
                    if (!plays(part)) continue;
                    INFO(part.number);
                    const auto stretch = stretch_of(scene, part.number);
                    REQUIRE(stretch);
                    CHECK(stretch->seconds > 0.5);
                    ++found;
                }
    });
    CHECK(found == 6);
}

TEST_CASE("what names no real parameter plays nothing, and other programs see only the term") {
    const Scene& svd = *find_scene("svd");
    for (const char* plays : {"", "t", "t=0", "t=0..", "t=a..1", "t=0..9", "A=0..1", "nobody=0..1", "..="})
        CHECK(!stretch_of(svd, plays));
    CHECK(stretch_of(svd, "t=1..2")->seconds == doctest::Approx(2));
    CHECK(stretch_of(svd, "angle=0..45")->seconds == 1);
    CHECK(portable_tex("A = \\play{t=2..3}{U}") == "A = {U}");
    CHECK(typeset("\\play{t=0..1}{V}", 20)->width == typeset("V", 20)->width);
    CHECK(typeset("\\play{t=0..1}{V}", 20)->spoken == "V");
    REQUIRE(typeset("\\play{t=0..1}", 20)->errors.size() > 0);
}
