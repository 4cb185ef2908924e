// The first minute, done by hand and by the keyboard: each gesture is ticked off when it was done, and not before.
#include "app/window_preferences.h"
#include "tests/app/desk.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace eigenscape;
using eigenscape::testing::Desk;
using eigenscape::testing::Folder;

namespace {

constexpr const char* gestures[] = {"Take hold", "Change a number", "Look around", "Let time pass", "Take a picture"};

int done(Desk& desk) {
    int count = 0;
    for (const char* gesture : gestures) count += desk.offscreen.knows(std::string(gesture) + ": done");
    return count;
}

bool shown(Desk& desk) { return desk.offscreen.knows("Welcome"); }

void show(Desk& desk) {
    desk.offscreen.press(Key::f1, {false, true, false});
    REQUIRE(shown(desk));
    CHECK(done(desk) == 0);
}

Vec2 empty_place(Desk& desk) {
    const Rect canvas = desk.offscreen.interface().canvas_pixels();
    return {canvas.x + 40, canvas.y + canvas.height / 2};
}

}  // namespace

TEST_CASE("the first steps are taken by hand, one after the other, and then are over") {
    Desk desk("transform");
    CHECK_FALSE(shown(desk));
    show(desk);
    const Vec2 at = desk.offscreen.middle_of("A 0");
    desk.offscreen.drag(at, at + Vec2(30, 0));
    CHECK(desk.offscreen.knows("Change a number: done"));
    CHECK(done(desk) == 1);
    desk.offscreen.drag(empty_place(desk), empty_place(desk) + Vec2(20, 30));
    CHECK(desk.offscreen.knows("Look around: done"));
    CHECK(done(desk) == 2);
    desk.offscreen.press(Key::space);
    desk.offscreen.settle(0.2);
    desk.offscreen.press(Key::space);
    CHECK(desk.offscreen.knows("Let time pass: done"));
    desk.offscreen.press(Key::f12);
    CHECK(desk.offscreen.knows("Take a picture: done"));
    CHECK(done(desk) == 4);
    desk.offscreen.press(Key::tab);
    CHECK(done(desk) == 4);
    desk.offscreen.press(Key::right);
    CHECK(done(desk) == 5);
    desk.offscreen.click("Done");
    CHECK_FALSE(shown(desk));
}

TEST_CASE("a number that is dragged in the formula on the canvas counts, and a change by undo counts for nothing") {
    Desk desk("transform");
    std::string number;
    for (const auto& [name, place] : desk.offscreen.interface().places())
        if (name.starts_with("Canvas A")) number = name;
    REQUIRE(!number.empty());
    const Vec2 at = desk.offscreen.middle_of(number);
    desk.offscreen.drag(at, at + Vec2(30, 0));
    show(desk);
    desk.offscreen.press(Key::z, {true, false, false});
    CHECK(done(desk) == 0);
    desk.offscreen.drag(at, at + Vec2(30, 0));
    CHECK(desk.offscreen.knows("Change a number: done"));
    CHECK(done(desk) == 1);
}

TEST_CASE("the first steps come by themselves the first time only, and Escape skips them for good") {
    Folder folder;
    const std::string path = (folder.path / "preferences.json").string();
    const RememberedPreferences first = remembered_preferences(path);
    CHECK_FALSE(first.preferences.welcomed);
    Explorer explorer;
    Offscreen offscreen(explorer, first.preferences, 1280, 720);
    CHECK(offscreen.knows("Welcome"));
    offscreen.press(Key::escape);
    CHECK_FALSE(offscreen.knows("Welcome"));
    CHECK(remember(path, offscreen.interface().preferences(), "{}").empty());
    CHECK(remembered_preferences(path).preferences.welcomed);
    std::ofstream(path) << R"({"format": 1, "theme": "light"})";  // of an earlier version: no newcomer
    CHECK(remembered_preferences(path).preferences.welcomed);
}

TEST_CASE("the first steps are found again, hide with the panels, and stay inside a small window") {
    Desk desk("transform", 746, 672);
    desk.offscreen.press(Key::k, {true, false, false});
    desk.offscreen.type("first steps");
    desk.offscreen.press(Key::enter);
    REQUIRE(shown(desk));
    const Rect strip = desk.offscreen.interface().places().at("Welcome");
    const Rect canvas = desk.offscreen.interface().canvas_pixels();
    CHECK(strip.x >= canvas.x);
    CHECK(strip.y >= canvas.y);
    CHECK(strip.x + strip.width <= canvas.x + canvas.width);
    CHECK(strip.y + strip.height <= canvas.y + canvas.height);
    desk.offscreen.press(Key::h);
    CHECK_FALSE(shown(desk));
    desk.offscreen.press(Key::h);
    CHECK(shown(desk));
    desk.offscreen.press(Key::escape);
    desk.offscreen.press(Key::f1);
    desk.offscreen.click("First steps");
    CHECK(shown(desk));
}
