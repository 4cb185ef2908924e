// Motion: eases that are sent elsewhere on the way, cameras, entrances, and time that plays, loops and is grabbed.
// Every tick is given; velocity and acceleration are measured from the states that the Explorer shows.
#include "app/model/easing.h"
#include "app/model/explorer.h"
#include "app/model/numbers.h"
#include "core/linalg/determinant.h"
#include "tests/app/workbench.h"
#include "tests/app/workbench_desk.h"
#include "viz/ease.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

constexpr double instant = 1.0 / 2000;  // seconds

// The shown numbers of a parameter, tick by tick; `also` is called before each tick with the time.
template <class Also>
std::vector<std::vector<double>> filmed(WorkbenchDesk& desk, std::string_view name, double seconds, const Also& also) {
    std::vector<std::vector<double>> film;
    const auto at = static_cast<std::size_t>(desk.param(name));
    for (int i = 0; i < std::lround(seconds / instant); ++i) {
        also(i * instant);
        desk.explorer.tick(instant);
        film.push_back(numbers_of(desk.explorer.state()[at]));
    }
    return film;
}

double largest_kink(const std::vector<std::vector<double>>& film) {
    double largest = 0;
    for (std::size_t i = 2; i < film.size(); ++i)
        for (std::size_t k = 0; k < film[i].size(); ++k)
            largest = std::max(largest, std::abs(film[i][k] - 2 * film[i - 1][k] + film[i - 2][k]));
    return largest / instant;  // change of velocity within an instant
}

}  // namespace

TEST_CASE("an ease sent elsewhere keeps its velocity, whenever that happens") {
    for (const double when : {0.05, 0.15, 0.25, 0.35, 0.45}) {
        CAPTURE(when);
        WorkbenchDesk desk;
        desk.explorer.set(desk.param("v"), Vec2(3, 0.5));
        bool sent = false;
        double speed = 0, last = 1;
        const auto film = filmed(desk, "v", 1.1, [&](double now) {
            const double x = desk.shown<Vec2>("v").x();
            if (!sent) speed = (x - last) / instant;
            last = x;
            if (!sent && now >= when) desk.explorer.set(desk.param("v"), Vec2(-1, 2)), sent = true;
        });
        if (when > 0.1) CHECK(speed > 0.5);  // it was moving
        CHECK(largest_kink(film) < 0.2);     // and no velocity was lost at once
        CHECK(film.back() == std::vector<double>{-1, 2});
        CHECK(largest_kink({{0}, {0}, {speed * instant}}) >= (when > 0.1 ? 0.5 : 0));  // a stop would have been noticed
    }
}

TEST_CASE("matrices, logarithms and angles bend off without a kink, and a matrix does not collapse") {
    WorkbenchDesk desk;
    desk.explorer.set(desk.param("A"), Mat2{{-1, 0.1}, {-0.1, -1}});
    desk.explorer.set(desk.param("rate"), 0.9);
    int sent = 0;
    double least = infinity;
    const auto film = filmed(desk, "A", 1.6, [&](double now) {
        least = std::min(least, determinant(desk.shown<Mat2>("A")));
        CHECK(desk.shown<double>("rate") >= 1e-4);
        if (sent == 0 && now >= 0.2) desk.explorer.set(desk.param("A"), Mat2{{0, 1.5}, {-1.5, 0}}), ++sent;
        if (sent == 1 && now >= 0.3) desk.explorer.set(desk.param("rate"), 1e-4), ++sent;
        if (sent == 2 && now >= 0.5) desk.explorer.undo(), ++sent;
        if (sent == 3 && now >= 0.6) desk.explorer.redo(), ++sent;
    });
    CHECK(sent == 4);
    CHECK(largest_kink(film) < 0.4);
    CHECK(least > 0.3);
    CHECK(desk.shown<double>("rate") == 1e-4);
    CHECK(desk.shown<Mat2>("A") == Mat2{{0, 1.5}, {-1.5, 0}});
}

TEST_CASE("a key held down sends an ease on and on, and it arrives") {
    WorkbenchDesk desk;
    for (int i = 0; i < 300; ++i) {
        desk.explorer.set(desk.param("v"), Vec2(i % 2 ? 3 : -3, 0.01 * i));
        desk.explorer.tick(1.0 / 240);
        REQUIRE(std::abs(desk.shown<Vec2>("v").x()) <= 3 + 1e-9);
    }
    desk.explorer.set(desk.param("v"), Vec2(1, 1));
    desk.run(0.55);
    CHECK(desk.shown<Vec2>("v") == Vec2(1, 1));
    desk.run(4);
    CHECK(desk.explorer.idle());
}

TEST_CASE("going back to where one is goes there") {
    WorkbenchDesk desk;
    desk.explorer.set(desk.param("v"), Vec2(3, 0.5));
    desk.run(0.25);
    const Vec2 here = desk.shown<Vec2>("v");
    desk.explorer.set(desk.param("v"), here);
    CHECK(desk.shown<Vec2>("v") == here);
    desk.run(0.55);
    CHECK(desk.shown<Vec2>("v") == here);
}

TEST_CASE("what a hand takes stays in the hand while the rest eases on") {
    WorkbenchDesk desk;
    desk.explorer.apply_preset(0);
    desk.run(0.2);
    desk.explorer.begin_gesture();
    desk.explorer.set(desk.param("radius"), 1.5);
    for (int i = 0; i < 30; ++i) {
        desk.explorer.tick(1.0 / 60);
        CHECK(desk.shown<double>("radius") == 1.5);
    }
    desk.explorer.end_gesture();
    CHECK(desk.shown<Mat2>("A") == Mat2{{0, -1}, {1, 0}});
}

TEST_CASE("the way home is eased, a hand takes the view over, and reduced motion cuts") {
    WorkbenchDesk desk;
    desk.explorer.pointer_moved({300, 200});
    desk.explorer.wheel(12);
    const auto size = [&] {
        const Panel& plane = desk.explorer.frame().panels()[0];
        return camera_of(plane, desk.explorer.views(), desk.explorer.canvas()).visible.size().y();
    };
    const double near = size();
    desk.explorer.reset_view();
    CHECK(size() == near);
    CHECK(!desk.explorer.idle());
    double last = near;
    for (int i = 0; i < 15; ++i) {
        desk.explorer.tick(1.0 / 60);
        CHECK(size() >= last * (1 - 1e-12));
        last = size();
    }
    CHECK(last == doctest::Approx(std::sqrt(near * 6)).epsilon(0.02));  // halfway by ratio
    desk.explorer.pan({10, 0});                                         // a hand
    desk.run(0.2);
    CHECK(size() == doctest::Approx(last));
    desk.explorer.double_clicked();
    desk.run(0.55);
    CHECK(desk.explorer.views().empty());
    CHECK(size() == doctest::Approx(6));
    desk.explorer.wheel(12);
    desk.explorer.reset_view();
    desk.run(0.1);
    desk.explorer.set_reduced_motion(true);
    CHECK(desk.explorer.views().empty());
    desk.explorer.wheel(12);
    desk.explorer.reset_view();
    CHECK(desk.explorer.views().empty());
}

TEST_CASE(
    "a scene opened later comes up out of the paper; the first one, and every one with reduced motion, is there") {
    WorkbenchDesk desk;
    CHECK(desk.explorer.appearing() == 1);
    desk.run(5);
    const Frame before = desk.explorer.frame();
    CHECK(!desk.explorer.open("second"));
    CHECK(desk.explorer.appearing() == 0);
    CHECK(desk.explorer.frame() == before);  // the picture itself does not know
    double last = 0;
    for (int i = 0; i < 30; ++i) {
        desk.explorer.tick(1.0 / 60);
        CHECK(desk.explorer.appearing() >= last);
        last = desk.explorer.appearing();
    }
    CHECK(last == 1);
    desk.explorer.set_reduced_motion(true);
    CHECK(!desk.explorer.open("workbench"));
    CHECK(desk.explorer.appearing() == 1);
}

TEST_CASE("time starts and ends at rest, also after a pause, and takes as long as its scene says") {
    WorkbenchDesk desk;
    desk.explorer.play();
    const auto film = filmed(desk, "t", 0.5, [](double) {});
    CHECK(film[10][0] < 1e-5);
    CHECK(largest_kink(film) < 0.01);
    CHECK(film.back()[0] == doctest::Approx(smooth(0.25)).epsilon(1e-6));
    desk.explorer.pause();
    const double paused = desk.shown<double>("t");
    desk.explorer.play();
    desk.explorer.tick(instant);
    CHECK(desk.shown<double>("t") == doctest::Approx(paused).epsilon(1e-6));
    desk.run(2 * (1 - paused) - 0.05);
    CHECK(desk.explorer.timeline().playing);
    desk.run(0.1);
    CHECK(!desk.explorer.timeline().playing);
    CHECK(desk.shown<double>("t") == 1);
}

TEST_CASE("a loop goes back and forth without a jump, and steps that are counted start over") {
    WorkbenchDesk desk;
    desk.explorer.set_loop(true);
    desk.explorer.play();
    CHECK(largest_kink(filmed(desk, "t", 9, [](double) {})) < 0.02);
    CHECK(desk.shown<double>("t") == doctest::Approx(smooth(0.5)));  // 2 s there, 2 back, 2 there, 2 back, 1 there
    CHECK(desk.explorer.timeline().playing);
    desk.explorer.set_loop(false);
    desk.run(1.1);
    CHECK(desk.shown<double>("t") == 1);
    CHECK(!desk.explorer.timeline().playing);

    Explorer steps;
    REQUIRE(!steps.open("gradient-descent"));
    const int param = playing_param(steps.scene());
    const auto at = static_cast<std::size_t>(param);
    const Param& row = steps.scene().params[at];
    REQUIRE(row.kind == Kind::integer);
    steps.set_loop(true);
    steps.set_speed(16);
    steps.to_start();
    steps.play();
    int last = std::get<int>(steps.state()[at]), over = 0;
    for (int i = 0; i < std::lround(2.5 * row.seconds / 16 * 60); ++i) {
        steps.tick(1.0 / 60);
        const int now = std::get<int>(steps.state()[at]);
        if (now < last) {
            ++over;
            CHECK(now <= row.range.min + (row.range.max - row.range.min) / 10);
        }
        last = now;
    }
    CHECK(over == 2);
}

TEST_CASE("a handle grabbed while time plays follows the pointer, time goes on, also after it is let go") {
    WorkbenchDesk desk;
    CHECK(!desk.explorer.set_settings({"t=0.3"}));
    desk.explorer.play();
    desk.run(0.3);
    const Vec2 place = desk.grip(1);
    desk.explorer.pointer_moved(place);
    desk.explorer.pressed(Button::left);
    double t = desk.shown<double>("t");
    for (int i = 0; i < 20; ++i) {
        desk.explorer.pointer_moved(place + Vec2(i, i / 2.0));
        desk.explorer.tick(1.0 / 60);
        CHECK(desk.shown<double>("t") > t);
        t = desk.shown<double>("t");
        CHECK((desk.grip(1) - place - Vec2(i, i / 2.0)).norm() < 0.5);
    }
    desk.explorer.released(Button::left);
    CHECK(desk.explorer.timeline().playing);
    desk.run(0.1);
    CHECK(desk.shown<double>("t") > t);
    desk.explorer.scrub(0.2);  // a hand on the timeline stops it
    CHECK(!desk.explorer.timeline().playing);
    CHECK(desk.shown<double>("t") == 0.2);
}
