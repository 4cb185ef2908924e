// Ctrl+K: what is found and in which order, without a window; then the sheet itself, driven by keys and clicks.
#include "app/panels/finder.h"

#include "app/panels/search.h"
#include "tests/app/desk.h"
#include "tests/app/keys.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace eigenscape;
using eigenscape::testing::ctrl;
using eigenscape::testing::Desk;
using eigenscape::testing::says;

namespace {

const Scene& scene(const char* id) { return *find_scene(id); }

std::vector<Answer> answers(std::string_view typed, const char* open = "gradient-descent",
                            const std::vector<std::string>& recent = {}) {
    return find_all(typed, all_scenes(), scene(open), recent);
}

}  // namespace

TEST_CASE("words match by beginnings, abbreviations and with one slip, and in any order") {
    const Said title[] = {{"Gradient descent", 8}, {"optimiser learning rate diverge", 4}};
    for (const char* typed :
         {"", "gradient", "GRAD", "desc grad", "gd", "graddes", "gradeint", "learning", "diverge descent"}) {
        CAPTURE(typed);
        CHECK(match(title, typed) > 0);
    }
    for (const char* typed : {"matrix", "gx", "descent matrix", "ldr"}) {
        CAPTURE(typed);
        CHECK(match(title, typed) == 0);
    }
    CHECK(match(title, "gradient") > match(title, "grad"));
    CHECK(match(title, "grad") > match(title, "gradeint"));
    CHECK(match(title, "gradient") > match(title, "learning"));
    CHECK(match(title, std::string(100'000, 'x')) == 0);  // and it takes no time
    CHECK(match({}, "x") == 0);
}

TEST_CASE("scenes, presets, parameters and actions are found by their words") {
    CHECK(answers("eigenvektor").front().scene_id == "eigenvectors");
    CHECK(answers("DESCENT").front().scene_id == "gradient-descent");
    CHECK(answers("qqqqzzzz").empty());
    const Answer shear = answers("shear defective").front();
    CHECK(shear.kind == Answer::preset);
    CHECK(shear.scene_id == "eigenvectors");
    CHECK(scene("eigenvectors").presets[static_cast<std::size_t>(shear.index)].name == shear.title);
    const Answer rate = answers("learning rate").front();
    CHECK(rate.kind == Answer::parameter);
    CHECK(rate.title == "Learning rate");
    const Answer light = answers("theme light").front();
    CHECK(light.kind == Answer::action);
    CHECK(light.command == Command::theme_2);
    CHECK(light.keys == "2");
    CHECK(answers("full").front().command == Command::full_screen);
}

TEST_CASE("like stands beside like under one heading, and every action of the table is there once") {
    for (const char* typed : {"", "a", "e", "grad", "1"}) {
        CAPTURE(typed);
        std::set<std::string_view> seen;
        std::string_view last;
        std::set<std::string> names;
        for (const Answer& found : answers(typed)) {
            if (heading_of(found) != last) CHECK(seen.insert(last = heading_of(found)).second);
            CHECK(!found.title.empty());
            if (found.kind != Answer::setting) CHECK(names.insert(found.name()).second);
        }
    }
    std::set<Command> listed;
    for (const Answer& found : answers(""))
        if (found.kind == Answer::action) listed.insert(found.command);
    for (const Command command :
         {Command::play, Command::loop, Command::undo, Command::screenshot, Command::copy_picture, Command::theme_4,
          Command::larger, Command::help, Command::quit})
        CHECK(listed.contains(command));
    CHECK(!listed.contains(Command::find));
    CHECK(!listed.contains(Command::nudge_left));
}

TEST_CASE("what was chosen lately stands first, the latest before all") {
    std::vector<std::string> recent;
    const Answer undo = answers("undo").front(), saddle = answers("a saddle").front();
    remember_choice(recent, undo);
    remember_choice(recent, saddle);
    remember_choice(recent, undo);
    REQUIRE(recent.size() == 2);
    const auto all = answers("", "loss-surface", recent);
    CHECK(all[0].name() == undo.name());
    CHECK(all[0].recent);
    CHECK(all[1].name() == saddle.name());
    CHECK(!all[2].recent);
    CHECK(!answers("und", "loss-surface", recent).front().recent);
    for (int i = 0; i < 20; ++i) {
        Answer one;
        one.kind = Answer::preset;
        one.index = i;
        remember_choice(recent, one);
    }
    CHECK(recent.size() == 6);
}

TEST_CASE("a name and a value set the open scene's parameter, a bad value is refused in its own words") {
    for (const char* typed : {"rate 0.01", "rate=0.01", "RATE  =  0.01", "learning rate 0.01"}) {
        CAPTURE(typed);
        const Answer found = answers(typed).front();
        CHECK(found.kind == Answer::setting);
        CHECK(found.title == "Set Learning rate to 0.01");
        CHECK(!found.refused);
    }
    const Answer far = answers("rate 1e9").front();
    CHECK(far.refused);
    CHECK(far.words.find("out of range") != std::string::npos);
    CHECK(answers("A 2,1,1,2", "eigenvectors").front().title == "Set A to [[2,1],[1,2]]");
    CHECK(answers("f x^2 + y^2", "loss-surface").front().kind == Answer::setting);
    CHECK(answers("a saddle", "eigenvectors").front().kind == Answer::preset);  // the matrix A cannot be "saddle"
    for (const Answer& found : answers("rate 0.01", "eigenvectors")) CHECK(found.kind != Answer::setting);
}

TEST_CASE("Ctrl+K opens the finder, arrows choose, Enter does it, Escape closes it") {
    Desk desk("transform");
    desk.offscreen.press(Key::k, ctrl);
    REQUIRE(desk.offscreen.knows("Find line"));
    desk.offscreen.type("eigenvectors");
    CHECK(desk.offscreen.knows("Found Eigenvectors"));
    CHECK(!desk.offscreen.knows("Found Loss surface"));
    desk.offscreen.press(Key::enter);
    CHECK(desk.explorer.scene().words.id == "eigenvectors");
    CHECK(!desk.offscreen.knows("Find line"));

    desk.offscreen.press(Key::k, ctrl);
    desk.offscreen.press(Key::down);
    desk.offscreen.press(Key::down);
    desk.offscreen.press(Key::up);
    desk.offscreen.press(Key::enter);  // the second row: the first scene under "Recent: Eigenvectors"
    CHECK(desk.explorer.scene().words.id == "transform");

    desk.offscreen.press(Key::slash);
    REQUIRE(desk.offscreen.knows("Find line"));
    desk.offscreen.type("h");  // a letter, not the key that hides the panels
    desk.offscreen.press(Key::escape);
    CHECK(!desk.offscreen.knows("Find line"));
    CHECK(desk.offscreen.knows("Undo"));
    desk.offscreen.click("Find or do anything");
    CHECK(desk.offscreen.knows("Find line"));
    desk.offscreen.press(Key::k, ctrl);
    CHECK(!desk.offscreen.knows("Find line"));
}

TEST_CASE("the finder opens a preset of another scene, does actions, sets values and undoes them") {
    Desk desk("transform");
    desk.offscreen.press(Key::k, ctrl);
    desk.offscreen.type("it explodes");
    desk.offscreen.press(Key::enter);
    CHECK(desk.explorer.scene().words.id == "gradient-descent");
    const double exploding = desk.number("rate");
    CHECK(exploding !=
          numbers_of(
              desk.explorer.scene().defaults[static_cast<std::size_t>(desk.explorer.scene().find_param("rate"))])[0]);

    desk.offscreen.press(Key::k, ctrl);
    desk.offscreen.type("rate 0.0123");
    desk.offscreen.press(Key::enter);
    CHECK(desk.number("rate") == 0.0123);
    desk.offscreen.press(Key::z, ctrl);
    CHECK(desk.number("rate") == exploding);

    desk.offscreen.press(Key::k, ctrl);
    desk.offscreen.type("rate 1e9");
    desk.offscreen.press(Key::enter);
    CHECK(desk.number("rate") == exploding);
    CHECK(desk.offscreen.knows("Find line"));  // to be corrected
    desk.offscreen.press(Key::a, ctrl);
    desk.offscreen.type("theme light");
    desk.offscreen.click("Found Theme: light");
    CHECK(desk.explorer.theme() == "light");
}

TEST_CASE("a parameter chosen in the finder gets the keyboard, also when the inspector was hidden") {
    Desk desk("gradient-descent");
    desk.offscreen.press(Key::i);
    CHECK(!desk.offscreen.knows("Slider rate"));
    desk.offscreen.press(Key::k, ctrl);
    desk.offscreen.type("learning rate");
    desk.offscreen.press(Key::enter);
    desk.offscreen.type("0.02");
    desk.offscreen.press(Key::enter);
    CHECK(desk.number("rate") == 0.02);

    desk.offscreen.press(Key::k, ctrl);
    desk.offscreen.type("f(x");
    desk.offscreen.press(Key::enter);
    desk.offscreen.press(Key::a, ctrl);
    desk.offscreen.type("x^2 + 3*y^2");
    CHECK(std::get<Formula>(desk.value("f")).text == "x^2 + 3*y^2");
    desk.offscreen.press(Key::enter);

    const int nesterov = desk.explorer.scene().find_param("nesterov");
    REQUIRE(nesterov >= 0);
    const bool before = std::get<bool>(desk.value("nesterov"));
    desk.offscreen.press(Key::k, ctrl);
    desk.offscreen.type("nesterov");
    const auto all = answers("nesterov");
    const auto at = std::ranges::find_if(
        all, [](const Answer& found) { return found.kind == Answer::parameter && found.title == "Nesterov"; });
    REQUIRE(at != all.end());
    for (auto row = all.begin(); row != at; ++row) desk.offscreen.press(Key::down);
    desk.offscreen.press(Key::enter);
    desk.offscreen.press(Key::space);
    CHECK(std::get<bool>(desk.value("nesterov")) != before);
}

TEST_CASE("an open finder is at rest, and no key reaches the picture beneath it") {
    Desk desk("transform");
    desk.offscreen.press(Key::f1);
    desk.offscreen.press(Key::space);
    CHECK(!desk.explorer.timeline().playing);
    desk.offscreen.press(Key::k, ctrl);
    CHECK(desk.offscreen.knows("Find line"));
    desk.offscreen.type("qqqqzzzz");
    desk.offscreen.press(Key::down);
    desk.offscreen.press(Key::enter);
    CHECK(desk.offscreen.knows("Find line"));
    desk.offscreen.settle(2);
    CHECK(std::isinf(desk.offscreen.interface().draw(1000)));
}
