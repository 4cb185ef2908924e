// Several pictures on one page are seen as each would be alone; ghosts stand behind and change nothing else.
#include "viz/page.h"
#include "viz/ghost.h"
#include "viz/window.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace eigenscape;

namespace {

Frame drawn(const Vec2& size, const Views& views = {}, double at = 1) {
    Frame frame(Stage{size, views});
    Panel& left = frame.plane("left", {{-2, -1}, {2, 1}}, {0, 0, 0.5, 1});
    left.line(Vec2(-2, 0), Vec2(2, 0), {.ink = Ink::still});
    left.line(Vec2(0, 0), Vec2(at, 0.5), {.ink = Ink::first});
    left.dot(Vec2(at, 0.5), Ink::subject);
    left.label(Vec2(at, 0.5), "here", Ink::text);
    frame.space("right", {{-1, -1, -1}, {1, 1, 1}}, {0.5, 0, 0.5, 1});
    frame.fact("reach", at);
    frame.describe("A line.");
    return frame;
}

}  // namespace

TEST_CASE("a picture on a page is seen as on a canvas of its own, moved") {
    const Vec2 part(300, 200), size(800, 600), corner(40, 350);
    const Views views = {{"left", View2{{0, 0}, {1, 1}}}};
    const Frame alone = drawn(part, views);
    Page page(size);
    page.put(alone, views, {corner.x(), corner.y(), part.x(), part.y()}, "b/");
    REQUIRE(page.frame.panels().size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        const Panel &mine = page.frame.panels()[i], &its = alone.panels()[i];
        CHECK(mine.name == "b/" + its.name);
        CHECK(mine.window == its.window);
        const Camera here = camera_of(mine, page.views, size), there = camera_of(its, views, part);
        for (const Vec3& p : {Vec3(0, 0, 0), Vec3(0.3, -0.8, 0), Vec3(0.5, 0.5, 0.5)})
            CHECK((here.to_screen(p) - there.to_screen(p) - corner).norm() < 1e-9);
    }
    CHECK(page.frame.alt_text() == "A line.");
}

TEST_CASE("words on a page stay within their place, and tell how many lines do not fit") {
    std::vector<Panel::Note> lines;
    for (int i = 0; i < 30; ++i) lines.push_back({"A line of words", Ink::text, 16});
    CHECK(written_height(lines, 400) > 30 * 16);
    CHECK(written_height(lines, 40) > 1.5 * written_height(lines, 400));  // broken at spaces
    Page page({800, 600});
    page.write(lines, {0, 0, 400, 200}, "words");
    const auto& notes = page.frame.panels()[0].notes;
    CHECK(written_height(notes, 400) <= 200);
    REQUIRE(notes.size() > 2);
    CHECK(notes.back().text == "… and " + std::to_string(31 - notes.size()) + " more");
    lines.resize(notes.size() + 1);
    CHECK(written_height(lines, 400) > 200);  // one more would not have fitted
    CHECK(written_height({}, 400) == 0);
}

TEST_CASE("rules stand within their place") {
    Page page({800, 600});
    page.rule({100, 300, 400, 200}, 40, "rules");
    const Panel& panel = page.frame.panels()[0];
    CHECK(panel.strokes.size() == 4);
    const Camera camera = camera_of(panel, {}, page.size);
    for (const Vec3& p : panel.points) {
        const Vec2 at = camera.to_screen(p);
        CHECK(Rect{100, 300, 400, 200}.contains(at));
    }
    CHECK(camera.points_per_unit() == doctest::Approx(1));
}

TEST_CASE("a ghost is what moved, in the ghost's ink, behind what is") {
    const Frame now = drawn({800, 600}, {}, 1), before = drawn({800, 600}, {}, 0.25), both = haunted(now, before);
    const Panel &panel = both.panels()[0], &own = now.panels()[0];
    REQUIRE(panel.strokes.size() == own.strokes.size() + 1);  // the grid that never moves has no ghost
    CHECK(panel.strokes[0].pen.ink == Ink::still);
    CHECK(panel.strokes[1].pen.ink == Ink::ghost);
    CHECK(panel.strokes[1].pen.dash == Dash::dashed);
    CHECK(panel.points[panel.strokes[1].first + 1].x() == 0.25);
    CHECK(panel.strokes[2].pen.ink == Ink::first);
    CHECK(panel.points[panel.strokes[2].first + 1].x() == 1);
    CHECK(panel.dots.size() == 2);
    CHECK(panel.labels == own.labels);
    CHECK(panel.window == own.window);
    CHECK(both.facts() == now.facts());
}
