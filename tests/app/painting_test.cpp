// Points painted, dragged and erased on panels that take them, in a plane and in a space, each stroke one step of undo.
// The scene is made for it: nothing but points, so that what comes out can be counted.
#include "app/model/explorer.h"
#include "app/model/literal.h"
#include "app/model/numbers.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;

namespace {

struct PaintedCloud {
    Points3 rows{{0, 0, 0}, {2, 1, 1}};
    Points3 deep{{0, 0, 0.5}};

    static Words words() { return {"cloud", "Cloud", "Tests", "Where are the points?", "test"}; }
    static Params<PaintedCloud> params() {
        using S = PaintedCloud;
        return {{"rows", "Rows", &S::rows, {-3, 3, "points"}, TableColumns{{"x", "y", "class"}, 2, {}}},
                {"deep", "Deep", &S::deep, {-1, 1, "points in space"}, TableColumns{{"x", "y", "z"}, -1, {}}}};
    }
    static std::vector<Preset> presets() { return {}; }
    void draw(Frame& frame) const {
        Panel& plane = frame.plane("plane", {{-4, -3}, {4, 3}}, {0, 0, 0.5, 1});
        for (const Vec3& row : rows) plane.dot(Vec2(row.x(), row.y()), Ink::subject);
        plane.takes("rows");
        Panel& space = frame.space("space", {{-1, -1, -1}, {1, 1, 1}}, {0.5, 0, 0.5, 1});
        for (const Vec3& row : deep) space.dot(row, Ink::subject);
        space.takes("deep", 0.25);
    }
    bool operator==(const PaintedCloud&) const = default;
};

const std::vector<Scene>& painted_scenes() {
    static const std::vector<Scene> all{scene_of<PaintedCloud>()};
    return all;
}

struct PaintingDesk {
    Explorer explorer{painted_scenes()};
    PaintingDesk() {
        explorer.set_canvas({1600, 600});
        explorer.frame();
    }
    const Points3& rows() const { return std::get<Points3>(explorer.state()[0]); }
    const Points3& deep() const { return std::get<Points3>(explorer.state()[1]); }
    Vec2 at(const Vec3& world, std::size_t panel = 0) {
        const Panel& shown = explorer.frame().panels()[panel];
        return camera_of(shown, explorer.views(), explorer.canvas()).to_screen(world);
    }
    void stroke(const Vec2& from, const Vec2& to, int moves = 10) {
        explorer.pointer_moved(from);
        explorer.pressed(Button::left);
        for (int i = 1; i <= moves; ++i) explorer.pointer_moved(from + (to - from) * (double(i) / moves));
        explorer.released(Button::left);
    }
};

}  // namespace

TEST_CASE("the brush paints one point at a press, more along a drag, all of them one step of undo") {
    PaintingDesk desk;
    desk.explorer.set_tool(Tool::brush, 1);
    const Vec2 start = desk.at({-2, -1, 0});
    desk.stroke(start, start, 0);
    REQUIRE(desk.rows().size() == 3);
    CHECK(desk.rows()[2] == Vec3(-2, -1, 1));
    desk.stroke(start, start + Vec2(5.5 * brush_spacing_points, 0));
    REQUIRE(desk.rows().size() == 9);
    for (std::size_t i = 4; i < 9; ++i)
        CHECK((desk.at(desk.rows()[i]) - desk.at(desk.rows()[i - 1])).norm() ==
              doctest::Approx(brush_spacing_points).epsilon(0.1));
    CHECK(desk.explorer.undo_words() == "Paint Rows");
    desk.explorer.undo();
    CHECK(std::get<Points3>(desk.explorer.target()[0]).size() == 3);
    desk.explorer.undo();
    CHECK(std::get<Points3>(desk.explorer.target()[0]).size() == 2);
    CHECK(!desk.explorer.can_undo());
}

TEST_CASE("a stroke is the same however often the pointer reports") {
    PaintingDesk often, seldom;
    for (PaintingDesk* desk : {&often, &seldom}) desk->explorer.set_tool(Tool::brush);
    const Vec2 from = often.at({-2, 0, 0}), to = from + Vec2(10.5 * brush_spacing_points, 0);
    often.stroke(from, to, 300);
    seldom.stroke(from, to, 1);
    CHECK(often.rows().size() == seldom.rows().size());
}

TEST_CASE("nothing is painted outside the range, nor more points than fit") {
    PaintingDesk desk;
    desk.explorer.set_tool(Tool::brush);
    const Vec2 outside = desk.at({3.6, 0, 0});
    desk.stroke(outside, outside, 0);
    CHECK(desk.rows().size() == 2);
    CHECK(!desk.explorer.can_undo());
    desk.explorer.set(0, Points3(most_points, Vec3(1, 1, 0)));
    desk.explorer.tick(1);
    desk.stroke(desk.at({-2, 0, 0}), desk.at({2, 0, 0}));
    CHECK(desk.rows().size() == most_points);
}

TEST_CASE("the eraser takes what lies on its way, and leaves the last point") {
    PaintingDesk desk;
    desk.explorer.set_tool(Tool::eraser);
    desk.stroke(desk.at({1.5, 1, 0}), desk.at({2.5, 1, 0}), 1);
    REQUIRE(desk.rows().size() == 1);
    CHECK(desk.rows()[0] == Vec3(0, 0, 0));
    CHECK(desk.explorer.undo_words() == "Erase Rows");
    desk.stroke(desk.at({-1, 0, 0}), desk.at({1, 0, 0}));
    CHECK(desk.rows().size() == 1);
    desk.explorer.undo();
    CHECK(std::get<Points3>(desk.explorer.target()[0]).size() == 2);
}

TEST_CASE("the hand drags the nearest point, which keeps its class, and leaves the others") {
    PaintingDesk desk;
    const Vec2 near = desk.at({2, 1, 0}) + Vec2(6, -5);
    desk.explorer.pointer_moved(near);
    CHECK(desk.explorer.cursor() == CanvasCursor::hand);
    desk.stroke(near, near + desk.at({1, -1, 0}) - desk.at({2, 1, 0}));
    CHECK(desk.rows()[0] == Vec3(0, 0, 0));
    CHECK((desk.rows()[1] - Vec3(1, -1, 1)).norm() < 0.02);
    CHECK(desk.explorer.undo_words() == "Drag Rows");
    desk.explorer.pointer_moved(desk.at({-3, -2, 0}));
    CHECK(desk.explorer.cursor() == CanvasCursor::arrow);
}

TEST_CASE("a point that is dragged stays within its range") {
    PaintingDesk desk;
    desk.stroke(desk.at({2, 1, 0}), desk.at({3.8, 0.5, 0}));
    CHECK(desk.rows()[1].x() == 3);
    CHECK(desk.rows()[1].y() == doctest::Approx(0.5).epsilon(0.02));
}

TEST_CASE("a drag that is given up leaves everything as it was") {
    for (const Tool tool : {Tool::hand, Tool::brush, Tool::eraser}) {
        PaintingDesk desk;
        desk.explorer.set_tool(tool);
        const State before = desk.explorer.state();
        desk.explorer.pointer_moved(desk.at({2, 1, 0}));
        desk.explorer.pressed(Button::left);
        desk.explorer.pointer_moved(desk.at({2.5, -1, 0}));
        CHECK(desk.explorer.state() != before);
        desk.explorer.cancel();
        CHECK(desk.explorer.state() == before);
        CHECK(!desk.explorer.can_undo());
        CHECK(!desk.explorer.dragging());
    }
}

TEST_CASE("in a space points are painted at a height, moved at their own, and the background still turns") {
    PaintingDesk desk;
    desk.stroke(desk.at({0, 0, 0.5}, 1), desk.at({0.5, -0.25, 0.5}, 1));
    CHECK((desk.deep()[0] - Vec3(0.5, -0.25, 0.5)).norm() < 0.02);
    const Views before = desk.explorer.views();
    desk.stroke(desk.at({-0.8, 0.8, -1}, 1), desk.at({-0.5, 0.8, -1}, 1));
    CHECK(!(desk.explorer.views() == before));
    desk.explorer.set_tool(Tool::brush);
    const Vec2 place = desk.at({-0.5, 0.25, 0.25}, 1);
    desk.stroke(place, place, 0);
    REQUIRE(desk.deep().size() == 2);
    CHECK((desk.deep()[1] - Vec3(-0.5, 0.25, 0.25)).norm() < 0.02);
}

TEST_CASE("what is painted has no more digits than a pixel tells apart") {
    PaintingDesk desk;
    desk.explorer.set_tool(Tool::brush);
    desk.stroke({333.3, 222.2}, {333.3, 222.2}, 0);
    REQUIRE(desk.rows().size() == 3);
    CHECK(number_text(desk.rows()[2].x()).size() <= 5);
    CHECK(number_text(desk.rows()[2].y()).size() <= 5);
}

TEST_CASE("two quick presses are two points, Shift still pans, another scene brings the hand back") {
    PaintingDesk desk;
    desk.explorer.set_tool(Tool::brush);
    desk.explorer.pointer_moved(desk.at({-2, 2, 0}));
    desk.explorer.double_clicked();
    CHECK(desk.rows().size() == 3);
    desk.explorer.pressed(Button::left, true);
    desk.explorer.pointer_moved(desk.at({-1, 2, 0}));
    desk.explorer.released(Button::left);
    CHECK(desk.rows().size() == 3);
    CHECK(!desk.explorer.views().empty());
    CHECK(desk.explorer.painted_param() == 0);
}

TEST_CASE("ten thousand points are still dragged at once") {
    PaintingDesk desk;
    Points3 many;
    for (std::size_t i = 0; i < most_points; ++i)
        many.emplace_back(3 * std::sin(double(i)), 2.5 * std::cos(1.7 * double(i)), double(i % 2));
    desk.explorer.set(0, many);
    desk.explorer.tick(1);
    const Vec2 from = desk.at(many[10]);
    desk.stroke(from, from + Vec2(30, 0));
    std::size_t moved = 0;
    for (std::size_t i = 0; i < many.size(); ++i) moved += desk.rows()[i] != many[i];
    CHECK(moved == 1);
}
