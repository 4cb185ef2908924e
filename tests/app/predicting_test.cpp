// Predictions by hand and by keyboard: the picture stays before the change, the guess is dragged, and then it is seen.
#include "app/study/progress.h"
#include "app/study/review.h"
#include "tests/app/desk.h"
#include "tests/app/keys.h"
#include "tests/app/scene_state.h"
#include "viz/view.h"

#include <doctest/doctest.h>

using namespace eigenscape;
using eigenscape::testing::ctrl;
using eigenscape::testing::Desk;
using eigenscape::testing::says;
using eigenscape::testing::state_with;

namespace {

const Prediction& first_guess(const char* scene) {
    for (const Prediction& each : lesson_of(scene)->predictions)
        if (each.guess) return each;
    throw std::out_of_range(scene);
}

// Where a point of a panel is on the screen.
Vec2 pixel_of(Desk& desk, const std::string& panel, const Vec2& world) {
    const Rect canvas = desk.offscreen.interface().canvas_pixels();
    for (const Panel& each : desk.explorer.frame().panels())
        if (each.name == panel)
            return camera_of(each, desk.explorer.views(), desk.explorer.canvas()).to_screen({world.x(), world.y(), 0}) +
                   Vec2(canvas.x, canvas.y);
    throw std::out_of_range(panel);
}

bool knows_words(Desk& desk, const std::string& part) {
    for (const auto& [name, place] : desk.offscreen.interface().places())
        if (name.find(part) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("a point is guessed by dragging, the picture stays before the change, and the distance is told") {
    Desk desk("eigenvectors");
    const Prediction& p = first_guess("eigenvectors");
    desk.offscreen.press(Key::p);
    REQUIRE(desk.offscreen.knows("Prediction question"));
    CHECK(desk.explorer.target() == state_with("eigenvectors", p.start));
    REQUIRE(desk.offscreen.knows("Ghost"));
    const Vec2 goal = pixel_of(desk, "plane", {-0.5, 2});
    desk.offscreen.drag(desk.offscreen.middle_of("Ghost"), goal);
    CHECK((desk.offscreen.middle_of("Ghost") - goal).norm() < 2);
    CHECK(desk.explorer.target() == state_with("eigenvectors", p.start));  // nothing else was dragged
    CHECK(desk.explorer.views().empty());
    CHECK(!desk.offscreen.knows("Explanation"));
    desk.offscreen.click("See");
    CHECK(desk.explorer.target() == state_with("eigenvectors", p.answer));
    CHECK(desk.offscreen.knows("Just there: you saw it coming."));
    CHECK(desk.offscreen.knows("Explanation"));
    desk.offscreen.press(Key::escape);
    CHECK(!desk.offscreen.knows("Strip"));
    CHECK(desk.explorer.target() == state_with("eigenvectors", p.answer));
}

TEST_CASE("a far guess is told how far and where to, and never that it is wrong") {
    Desk desk("transform");
    desk.offscreen.press(Key::p);
    for (int i = 0; i < 6; ++i) desk.offscreen.press(Key::left);
    desk.offscreen.press(Key::down);
    desk.offscreen.press(Key::space);
    CHECK(knows_words(desk, "It is 2."));
    CHECK(knows_words(desk, "from your guess"));
    CHECK(knows_words(desk, "further right and"));
    CHECK(knows_words(desk, "higher."));
    CHECK(!knows_words(desk, "rong"));
}

TEST_CASE("a number is guessed on a scale, by sliding, typing and arrows") {
    Desk desk("bayes");
    desk.offscreen.press(Key::p);
    REQUIRE(desk.offscreen.knows("Guess"));
    CHECK(!desk.offscreen.knows("Ghost"));
    desk.offscreen.click("Guessed number");
    desk.offscreen.type("7");
    desk.offscreen.press(Key::enter);
    CHECK(says(desk, "Your guess"));  // out of range: said in the words of every number
    REQUIRE(desk.offscreen.knows("Strip"));
    desk.offscreen.click("Guessed number");
    desk.offscreen.type("0.69");
    desk.offscreen.press(Key::enter);
    desk.offscreen.click("See");
    CHECK(desk.offscreen.knows("Just that: you said 0.69, and it is 0.69."));

    desk.offscreen.press(Key::escape);
    Desk other("multicollinearity");
    other.offscreen.press(Key::p);
    other.offscreen.press(Key::right, {false, true, false});
    other.offscreen.press(Key::space);
    CHECK(other.offscreen.knows("You said 6.4, and it is 5.0, 1.4 less."));
}

TEST_CASE("an answer is chosen by its number, and the one that happens is ticked, then the next one follows") {
    Desk desk("svd");
    desk.offscreen.press(Key::p);
    desk.offscreen.press(Key::space);  // the guess
    desk.offscreen.press(Key::space);  // the next: answers to choose from
    REQUIRE(desk.offscreen.knows("Option 3"));
    desk.offscreen.press(Key::space);  // an answer has to be chosen first
    CHECK(!desk.offscreen.knows("Explanation"));
    desk.offscreen.press(Key::one);
    CHECK(desk.offscreen.knows("It goes another way: the ticked one."));
    CHECK(desk.offscreen.knows("Explanation"));
    CHECK(desk.explorer.theme() == "dark");
    desk.offscreen.press(Key::space);
    desk.offscreen.click("Option 1");
    CHECK(desk.offscreen.knows("You saw it coming."));
    desk.offscreen.press(Key::z, ctrl);
    CHECK(desk.explorer.target() != state_with("svd", lesson_of("svd")->predictions.back().answer));
}

TEST_CASE("what was predicted is written down and ticked on the page of the lesson") {
    const testing::Folder folder;
    Host host;
    host.progress_file = (folder.path / "progress.json").string();
    Explorer explorer;
    REQUIRE(!explorer.open("transform"));
    Preferences calm = Desk::calm();
    calm.lesson = true;
    Offscreen offscreen(explorer, calm, 1280, 3000, 1, host);
    const Lesson& lesson = *lesson_of("transform");
    const std::string all = std::to_string(lesson.predictions.size());
    CHECK(offscreen.knows("Predictions: 0 of " + all + " made"));
    offscreen.click("Prediction 1");
    offscreen.click("See");
    CHECK(offscreen.knows("Predictions: 1 of " + all + " made"));
    CHECK(remembered_progress(host.progress_file).progress.predicted ==
          std::set<std::string>{id_of(lesson, lesson.predictions[0])});
    offscreen.press(Key::escape);
    offscreen.press(Key::p);
    CHECK(offscreen.knows("Prediction 2 of " + all));  // the first that was not made yet
}

TEST_CASE("another scene, a challenge or a card put a prediction away") {
    Desk desk("transform", 1280, 3000);
    desk.offscreen.press(Key::p);
    desk.offscreen.click("Loss surface");
    CHECK(!desk.offscreen.knows("Prediction question"));
    desk.offscreen.press(Key::p);
    desk.offscreen.press(Key::c);
    CHECK(!desk.offscreen.knows("Prediction question"));
    CHECK(desk.offscreen.knows("Card question"));
    desk.offscreen.press(Key::e);
    desk.offscreen.press(Key::p);
    CHECK(!desk.offscreen.knows("Card question"));
    desk.offscreen.click("Challenge 1");
    CHECK(!desk.offscreen.knows("Prediction question"));
    CHECK(desk.offscreen.knows("Challenge not yet met"));
}
