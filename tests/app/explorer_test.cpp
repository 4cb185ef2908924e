// The Explorer by itself: hands, time, undo and views, without a window. Every tick is given, so nothing here waits.
// It runs on the workbench; what holds for every scene is in every_scene_test.cpp.
#include "app/model/explorer.h"
#include "tests/app/workbench.h"
#include "tests/app/workbench_desk.h"
#include "viz/ease.h"

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <string>

using namespace eigenscape;
using namespace eigenscape::testing;

TEST_CASE("typed values ease in half a second and are refused in words") {
    WorkbenchDesk desk;
    CHECK(!desk.explorer.set_text(desk.param("v"), "[3,0.5]"));
    CHECK(desk.shown<Vec2>("v") == Vec2(1, 0.5));
    desk.run(0.25);
    CHECK(desk.shown<Vec2>("v").x() == doctest::Approx(2));
    CHECK(held<Vec2>(desk.scene, desk.explorer.target(), "v") == Vec2(3, 0.5));
    desk.run(0.26);
    CHECK(desk.shown<Vec2>("v") == Vec2(3, 0.5));
    CHECK(desk.explorer.set_text(desk.param("rate"), "7")->message ==
          "rate: 7 is out of range. It must be a number from 0.0001 to 1.");
    CHECK(!desk.explorer.set_entry(desk.param("A"), 1, "-2.5"));
    CHECK(held<Mat2>(desk.scene, desk.explorer.target(), "A") == Mat2{{2, -2.5}, {1, 2}});
    CHECK(desk.explorer.set_entry(desk.param("A"), 0, "1e9")->message.starts_with("A: 1000000000 is out of range."));
    CHECK(desk.explorer.set_settings({"rate=0.5", "count=x"})->message.starts_with("count: \"x\" is not a number."));
    CHECK(!desk.explorer.set_settings({"rate=0.5", "count=5"}));
    CHECK(desk.shown<int>("count") == 5);
}

TEST_CASE("an ease is interrupted from wherever it is, and reduced motion cuts") {
    WorkbenchDesk desk;
    desk.explorer.set(desk.param("v"), Vec2(3, 0.5));
    desk.run(0.25);
    desk.explorer.set(desk.param("v"), Vec2(-2, 0));
    const Vec2 before = desk.shown<Vec2>("v");
    desk.explorer.tick(1e-4);
    CHECK((desk.shown<Vec2>("v") - before).norm() < 1e-3);
    desk.run(0.6);
    CHECK(desk.shown<Vec2>("v") == Vec2(-2, 0));
    desk.explorer.set_reduced_motion(true);
    desk.explorer.apply_preset(1);
    CHECK(desk.shown<Vec2>("v") == Vec2(0.25, 0));
}

TEST_CASE("a handle is dragged, undone and redone") {
    WorkbenchDesk desk;
    const State start = desk.explorer.state();
    const Frame picture = desk.explorer.frame();
    desk.drag(desk.grip(0), desk.at(Vec2(2, 2)));
    CHECK((desk.shown<Vec2>("v") - Vec2(2, 2)).norm() < 0.01);
    CHECK(desk.explorer.undo_words() == "Drag A vector");
    desk.explorer.undo();
    CHECK(!desk.explorer.idle());
    desk.run(0.6);
    CHECK(desk.explorer.state() == start);
    CHECK(desk.explorer.frame() == picture);
    CHECK(!desk.explorer.can_undo());
    desk.explorer.redo();
    desk.run(0.6);
    CHECK((desk.shown<Vec2>("v") - Vec2(2, 2)).norm() < 0.01);
}

TEST_CASE("a handle grabbed beside its middle does not jump") {
    WorkbenchDesk desk;
    const Vec2 place = desk.grip(0);
    desk.explorer.pointer_moved(place + Vec2(7, -5));
    CHECK(desk.explorer.cursor() == CanvasCursor::hand);
    CHECK(desk.explorer.tip() == "Drag the vector");
    CHECK(desk.explorer.held_param() == desk.param("v"));
    desk.explorer.pressed(Button::left);
    CHECK(desk.explorer.cursor() == CanvasCursor::grabbing);
    desk.explorer.pointer_moved(place + Vec2(8, -5));
    CHECK((desk.grip(0) - place - Vec2(1, 0)).norm() < 0.5);
    desk.explorer.released(Button::right);  // another button ends nothing
    CHECK(desk.explorer.dragging());
    desk.explorer.released(Button::left);
    CHECK(!desk.explorer.dragging());
}

TEST_CASE("the area that grabs is 24 points wide") {
    WorkbenchDesk desk;
    const Vec2 place = desk.grip(0);
    desk.explorer.pointer_moved(place + Vec2(11.9, 0));
    CHECK(desk.explorer.cursor() == CanvasCursor::hand);
    desk.explorer.pointer_moved(place + Vec2(12.1, 0));
    CHECK(desk.explorer.cursor() == CanvasCursor::arrow);
    CHECK(desk.explorer.tip().empty());
}

TEST_CASE("what cannot move shows that it cannot") {
    WorkbenchDesk desk;
    desk.explorer.pointer_moved(desk.grip(5));
    CHECK(desk.explorer.cursor() == CanvasCursor::blocked);
    desk.explorer.pointer_moved(desk.grip(4));
    CHECK(desk.explorer.cursor() == CanvasCursor::hand);
    desk.explorer.pressed(Button::left);
    desk.explorer.pointer_moved(desk.at(Vec2(-2, 2)));
    CHECK(desk.explorer.cursor() == CanvasCursor::blocked);
    CHECK(desk.explorer.tip() ==
          "Never moves. It cannot move from here: nothing in this picture would change its place.");
    const Panel& rings = desk.explorer.overlay().panels()[0];
    CHECK(std::count_if(rings.dots.begin(), rings.dots.end(), [](const Dot& dot) { return dot.mark == Mark::cross; }) ==
          2);
    desk.explorer.released(Button::left);
    CHECK(!desk.explorer.can_undo());
}

TEST_CASE("escape gives a drag up") {
    WorkbenchDesk desk;
    const State start = desk.explorer.state();
    desk.explorer.pointer_moved(desk.grip(1));
    desk.explorer.pressed(Button::left);
    desk.explorer.pointer_moved(desk.at(Vec2(-1, -1)));
    CHECK(desk.explorer.state() != start);
    desk.explorer.cancel();
    CHECK(desk.explorer.state() == start);
    CHECK(desk.explorer.target() == start);
    CHECK(!desk.explorer.can_undo());
    CHECK(!desk.explorer.dragging());
}

TEST_CASE("a drag goes on while an ease moves the rest, and while time runs") {
    WorkbenchDesk desk;
    desk.explorer.apply_preset(0);  // A turns
    desk.run(0.1);
    const Mat2 early = desk.shown<Mat2>("A");
    const Vec2 grabbed = desk.grip(0);
    desk.explorer.pointer_moved(grabbed);
    desk.explorer.pressed(Button::left);
    const Vec2 goal = desk.at(Vec2(-2, -1));
    desk.explorer.pointer_moved(goal);
    desk.run(0.6);
    CHECK(desk.shown<Mat2>("A") == Mat2{{0, -1}, {1, 0}});
    CHECK(early != desk.shown<Mat2>("A"));
    CHECK((desk.grip(0) - goal).norm() < 0.5);
    desk.explorer.released(Button::left);

    CHECK(!desk.explorer.set_settings({"t=0.3"}));
    desk.explorer.play();
    const Vec2 place = desk.grip(1);
    desk.explorer.pointer_moved(place);
    desk.explorer.pressed(Button::left);
    desk.explorer.pointer_moved(place + Vec2(30, 20));
    for (int i = 0; i < 20; ++i) {
        desk.explorer.tick(1.0 / 60);
        CHECK((desk.grip(1) - place - Vec2(30, 20)).norm() < 0.5);
    }
    CHECK(desk.shown<double>("t") == doctest::Approx(0.3 + 0.7 * smooth(20.0 / 60 / (0.7 * 2))));
    desk.explorer.released(Button::left);
    CHECK(desk.explorer.timeline().playing);
}

TEST_CASE("a slider's gesture is one step of undo") {
    WorkbenchDesk desk;
    desk.run(4);  // the first-visit pulse is over
    desk.explorer.begin_gesture();
    for (int i = 1; i <= 50; ++i) desk.explorer.set(desk.param("angle"), i * 0.01);
    CHECK(desk.shown<double>("angle") == 0.5);  // at once
    CHECK(desk.explorer.idle());
    desk.explorer.end_gesture();
    CHECK(desk.explorer.undo_words() == "Change Angle");
    desk.explorer.undo();
    desk.run(0.6);
    CHECK(desk.shown<double>("angle") == 0.3);
    CHECK(!desk.explorer.can_undo());
}

TEST_CASE("the timeline plays, ends, loops, steps and is undone") {
    WorkbenchDesk desk;
    desk.explorer.play();  // at the end already: from the start
    CHECK(desk.shown<double>("t") == 0);
    desk.run(1);
    CHECK(desk.shown<double>("t") == doctest::Approx(0.5));
    desk.explorer.pause();
    desk.run(1);
    CHECK(desk.shown<double>("t") == doctest::Approx(0.5));
    desk.explorer.set_speed(2);
    desk.explorer.toggle_play();
    desk.run(0.25);
    CHECK(desk.shown<double>("t") == doctest::Approx(0.75));
    desk.run(1);
    CHECK(desk.shown<double>("t") == 1);
    CHECK(!desk.explorer.timeline().playing);
    desk.explorer.set_loop(true);
    desk.explorer.play();
    desk.run(1.25);  // at double speed: 2 s there, half a second of the way back
    CHECK(desk.shown<double>("t") == doctest::Approx(1 - smooth(0.25)));
    desk.explorer.pause();
    CHECK(!desk.explorer.set_settings({"t=0.25"}));
    desk.explorer.step(1);
    CHECK(desk.shown<double>("t") == doctest::Approx(0.25 + 1.0 / 120));
    desk.explorer.to_start();
    CHECK(desk.shown<double>("t") == 0);
    desk.explorer.scrub(5);
    CHECK(desk.shown<double>("t") == 1);
    desk.explorer.scrub(undefined);
    CHECK(desk.shown<double>("t") == 1);
    desk.explorer.set_speed(1e9);
    CHECK(desk.explorer.timeline().speed == 16);
    while (desk.explorer.can_undo()) desk.explorer.undo();
    desk.run(0.6);
    CHECK(desk.explorer.state() == desk.scene.defaults);
}

TEST_CASE("an edit while time runs is undone without turning time back") {
    WorkbenchDesk desk;
    desk.explorer.play();
    desk.run(0.5);
    desk.drag(desk.grip(0), desk.at(Vec2(2, 2)));
    const double t = desk.shown<double>("t");
    desk.explorer.undo();
    desk.run(0.6);
    CHECK(desk.shown<Vec2>("v") == Vec2(1, 0.5));
    CHECK(desk.shown<double>("t") == doctest::Approx(t));
    desk.explorer.undo();
    desk.run(0.6);
    CHECK(desk.shown<double>("t") == 0);
}

TEST_CASE("a plane is panned and zoomed about the pointer, and a double click leads home") {
    WorkbenchDesk desk;
    const Vec2 empty = desk.at(Vec2(-1.5, -2));
    desk.drag(empty, empty + Vec2(40, 30));
    CHECK((desk.at(Vec2(-1.5, -2)) - empty - Vec2(40, 30)).norm() < 1e-9);
    CHECK(!desk.explorer.can_undo());
    desk.explorer.pointer_moved({300, 200});
    const Camera before = camera_of(desk.explorer.frame().panels()[0], desk.explorer.views(), desk.explorer.canvas());
    desk.explorer.wheel(3);
    const Camera after = camera_of(desk.explorer.frame().panels()[0], desk.explorer.views(), desk.explorer.canvas());
    CHECK(after.points_per_unit() > 1.3 * before.points_per_unit());
    CHECK((after.to_plane({300, 200}) - before.to_plane({300, 200})).norm() < 1e-9);
    desk.explorer.pointer_moved({390, 20});
    desk.explorer.double_clicked();
    desk.run(0.6);
    CHECK(desk.explorer.views().empty());
    CHECK((desk.at(Vec2(-1.5, -2)) - empty).norm() < 1e-9);
}

TEST_CASE("a space is orbited with inertia that stops, and panned by the other buttons") {
    WorkbenchDesk desk;
    const Vec2 from(1500, 100);
    desk.explorer.pointer_moved(from);
    desk.explorer.pressed(Button::left);
    for (int i = 1; i <= 10; ++i) {
        desk.explorer.pointer_moved(from - Vec2(10.0 * i, 0));
        desk.explorer.tick(1.0 / 60);
    }
    const View3 held_view = std::get<View3>(desk.explorer.views().at("space"));
    CHECK(held_view.azimuth != View3{}.azimuth);
    desk.explorer.released(Button::left);
    CHECK(!desk.explorer.idle());
    desk.run(0.1);
    const View3 thrown = std::get<View3>(desk.explorer.views().at("space"));
    CHECK(thrown.azimuth > held_view.azimuth);
    desk.run(3);
    desk.explorer.pointer_left();
    desk.run(0.2);
    CHECK(desk.explorer.idle());
    desk.explorer.pointer_moved(from);
    desk.explorer.pressed(Button::right);
    desk.explorer.pointer_moved(from + Vec2(60, 0));
    desk.explorer.released(Button::right);
    CHECK(std::get<View3>(desk.explorer.views().at("space")).pan.x() == doctest::Approx(0.1));
    desk.explorer.reset_view();
    desk.run(0.6);
    CHECK(desk.explorer.views().empty());
}

TEST_CASE("the picture is drawn only when it would differ") {
    WorkbenchDesk desk;
    const std::uint64_t first = desk.explorer.picture();
    for (int i = 0; i < 100; ++i) desk.explorer.frame();
    desk.explorer.pointer_moved({10, 10});
    desk.run(5);
    desk.explorer.overlay();
    CHECK(desk.explorer.picture() == first);
    desk.drag(Vec2(1500, 100), {1400, 120});  // an orbit only projects anew
    desk.run(2);
    desk.explorer.frame();
    CHECK(desk.explorer.picture() == first);
    desk.explorer.set_theme("light");
    desk.explorer.frame();
    CHECK(desk.explorer.picture() == first);
    desk.drag(desk.at(Vec2(-1.5, -2)), desk.at(Vec2(-1.5, -2)) + Vec2(1, 0));  // a pan within the window
    desk.explorer.frame();
    CHECK(desk.explorer.picture() == first);
    desk.drag(desk.at(Vec2(-1.5, -2)), desk.at(Vec2(-1.5, -2)) + Vec2(300, 0));
    desk.explorer.frame();
    CHECK(desk.explorer.picture() > first);
    const std::uint64_t panned_on = desk.explorer.picture();
    desk.explorer.set_canvas({1601, 600});
    desk.explorer.frame();
    CHECK(desk.explorer.picture() == panned_on + 1);
}

TEST_CASE("handles announce themselves for a while, then everything is still") {
    WorkbenchDesk desk;
    CHECK(!desk.explorer.idle());
    desk.explorer.tick(0.3);
    const std::size_t pulsing = desk.explorer.overlay().panels()[0].dots.size();
    desk.run(4);
    CHECK(desk.explorer.overlay().panels()[0].dots.size() < pulsing);
    CHECK(desk.explorer.idle());
    CHECK(!desk.explorer.tick(1.0 / 60));
    desk.explorer.pointer_moved(desk.grip(0));
    CHECK(!desk.explorer.idle());
    desk.run(0.2);
    CHECK(desk.explorer.idle());
    double largest = 0;
    for (const Dot& dot : desk.explorer.overlay().panels()[0].dots) largest = std::max(largest, dot.size_points);
    CHECK(largest == 24);
}

TEST_CASE("the keyboard reaches every handle and moves it in round steps") {
    WorkbenchDesk desk;
    desk.explorer.nudge(1, 0);  // nothing chosen: nothing happens
    CHECK(!desk.explorer.can_undo());
    desk.explorer.next_handle(1);
    CHECK(desk.explorer.tip() == "Drag the vector");
    desk.explorer.nudge(1, 0);
    CHECK((desk.shown<Vec2>("v") - Vec2(1.1, 0.5)).norm() < 1e-12);
    desk.explorer.nudge(0, 1, true);
    CHECK((desk.shown<Vec2>("v") - Vec2(1.1, 1)).norm() < 1e-12);
    CHECK(desk.explorer.undo_words() == "Move A vector");
    desk.explorer.next_handle(-1);
    CHECK(desk.explorer.tip() == "Drag over the saddle");
    const Vec3 w = desk.shown<Vec3>("w");
    desk.explorer.nudge(1, 0);
    CHECK(desk.shown<Vec3>("w") != w);
    desk.explorer.no_handle();
    CHECK(desk.explorer.tip().empty());
}

TEST_CASE("a double click on a handle resets its parameter") {
    WorkbenchDesk desk;
    desk.drag(desk.grip(0), desk.at(Vec2(2, 2)));
    desk.explorer.pointer_moved(desk.grip(0));
    desk.explorer.double_clicked();
    desk.run(0.6);
    CHECK(desk.shown<Vec2>("v") == Vec2(1, 0.5));
    CHECK(desk.explorer.undo_words() == "Reset A vector");
}

TEST_CASE("a drawing that fails keeps the last good picture and says why") {
    WorkbenchDesk desk;
    const Frame good = desk.explorer.frame();
    CHECK(!desk.explorer.set_settings({"trouble=1.5"}));
    CHECK(desk.explorer.frame() == good);
    CHECK(desk.explorer.trouble() ==
          "This picture could not be drawn (the test wanted it). The last good one is shown; undo or change a value.");
    CHECK(!desk.explorer.set_settings({"trouble=2.5"}));
    CHECK(desk.explorer.frame() == good);
    CHECK(desk.explorer.trouble() ==
          "There is not enough memory to draw this picture. The last good one is shown; undo or change a value.");
    CHECK(!desk.explorer.open("second"));  // the others live on
    CHECK(desk.explorer.frame() == good);
    CHECK(desk.explorer.trouble().empty());
    CHECK(!desk.explorer.open("workbench"));
    desk.explorer.frame();
    CHECK(desk.explorer.trouble() ==
          "There is not enough memory to draw this picture. Change a value or reset the scene.");
    desk.explorer.reset();
    desk.run(0.6);
    CHECK(desk.explorer.frame() == good);
    CHECK(desk.explorer.trouble().empty());
}

TEST_CASE("scenes are found as they were left, and unknown ones are named") {
    WorkbenchDesk desk;
    desk.drag(desk.grip(0), desk.at(Vec2(2, 2)));
    const State left = desk.explorer.state();
    CHECK(!desk.explorer.open("second"));
    CHECK(desk.explorer.state() == desk.scene.defaults);
    CHECK(!desk.explorer.can_undo());
    CHECK(!desk.explorer.open("workbench"));
    CHECK(desk.explorer.state() == left);
    CHECK(desk.explorer.can_undo());
    CHECK(desk.explorer.open("workbnech")->message == "There is no scene \"workbnech\". Did you mean workbench?");
    CHECK(desk.explorer.open("zzz")->message == "There is no scene \"zzz\".");
    for (int i = 0; i < 1000; ++i) CHECK(!desk.explorer.open(i % 2 ? "workbench" : "second"));
    CHECK(desk.explorer.state() == left);
}

#ifndef __SANITIZE_ADDRESS__  // which keeps what was given back
TEST_CASE("F89: ten thousand changes of scene and as many steps take no more memory than the first hundreds") {
    const auto resident = [] {  // KiB
        std::ifstream status("/proc/self/status");
        for (std::string line; std::getline(status, line);)
            if (line.starts_with("VmRSS:")) return std::stol(line.substr(6));
        return 0L;
    };
    WorkbenchDesk desk;
    const auto work = [&](int times) {
        for (int i = 0; i < times; ++i) {
            REQUIRE(!desk.explorer.open(i % 2 ? "workbench" : "second"));
            REQUIRE(!desk.explorer.set_text(desk.param("v"), i % 3 ? "[3,0.5]" : "[1,-0.5]"));
            if (i % 10 == 0) desk.run(0.6), desk.explorer.frame();
        }
    };
    work(1000);
    const long before = resident();
    work(10'000);
    CHECK(resident() - before < 8 * 1024);
}
#endif

TEST_CASE("a document reopens exactly what was shown, and can be undone") {
    WorkbenchDesk desk;
    CHECK(!desk.explorer.set_settings({"A=[[0,-1],[1,0]]", "t=0.25", "curve=line"}));
    desk.drag(Vec2(1500, 100), {1400, 160});
    desk.explorer.set_theme("print");
    const Document saved = desk.explorer.document();
    WorkbenchDesk other;
    other.explorer.open(saved);
    CHECK(other.explorer.document() == saved);
    CHECK(other.explorer.frame() == desk.explorer.frame());
    CHECK(other.explorer.theme() == "print");
    other.explorer.undo();
    other.run(0.6);
    CHECK(other.explorer.state() == other.scene.defaults);
}

TEST_CASE("wild events do no harm") {
    WorkbenchDesk desk;
    std::uint64_t seed = 7;
    const auto dice = [&](int sides) {
        return static_cast<int>((seed = seed * 6364136223846793005u + 1442695040888963407u) >> 33) % sides;
    };
    for (int i = 0; i < 4000; ++i) {
        Explorer& e = desk.explorer;
        switch (dice(24)) {
            case 0:
            case 1:
            case 2:
            case 3:
            case 4: e.pointer_moved({dice(2000) - 200.0, dice(800) - 100.0}); break;
            case 5:
            case 6: e.pressed(static_cast<Button>(dice(3)), dice(4) == 0); break;
            case 7:
            case 8: e.released(static_cast<Button>(dice(3))); break;
            case 9: e.wheel(dice(9) - 4); break;
            case 10: e.double_clicked(); break;
            case 11: e.cancel(); break;
            case 12: e.undo(); break;
            case 13: e.redo(); break;
            case 14: e.toggle_play(); break;
            case 15: e.apply_preset(dice(4) - 1); break;
            case 16: e.next_handle(dice(2) ? 1 : -1); break;
            case 17: e.nudge(dice(3) - 1, dice(3) - 1, dice(2)); break;
            case 18:
                e.begin_gesture();
                e.set(dice(13), random_state(desk.scene, seed)[0]);
                e.end_gesture();
                break;
            case 19: e.scrub(dice(100) / 50.0 - 0.5); break;
            case 20: e.open(dice(2) ? "second" : "workbench"); break;
            case 21: e.set_canvas({dice(3) ? 1600.0 : 0.0, dice(3) ? 600.0 : undefined}); break;
            case 22:
                e.pointer_moved({undefined, 0});
                e.wheel(infinity);
                e.zoom(undefined);
                break;
            default: e.pan({dice(200) - 100.0, dice(200) - 100.0}); break;
        }
        e.tick(dice(5) == 0 ? -1.0 : 1.0 / 60);
        if (i % 10 == 0) e.overlay();
        REQUIRE(e.trouble().empty());
        for (std::size_t p = 0; p < e.target().size(); ++p) REQUIRE(!refusal(e.scene().params[p], e.target()[p]));
    }
    desk.explorer.set_canvas({1600, 600});
    desk.explorer.cancel();
    desk.explorer.pause();
    desk.explorer.pointer_left();
    desk.explorer.no_handle();
    desk.run(4);
    CHECK(desk.explorer.idle());
}
