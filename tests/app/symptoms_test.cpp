// From what hurts to the picture that does the same: on the sheet, in the finder, from the first steps and the library.
#include "app/panels/finder.h"
#include "app/study/finder.h"
#include "tests/app/desk.h"
#include "tests/app/keys.h"

#include <doctest/doctest.h>

using namespace eigenscape;
using eigenscape::testing::ctrl;
using eigenscape::testing::Desk;

namespace {

// The state that the symptom promises, whatever was there before.
bool shows(Desk& desk, const Symptom& symptom) {
    const Scene& scene = desk.explorer.scene();
    const Outcome promised = set_all(scene, scene.defaults, symptom.at.settings);
    return scene.words.id == symptom.at.scene && desk.explorer.target() == std::get<State>(promised);
}

}  // namespace

TEST_CASE("my loss is nan: typed in own words, it leads to the scene that explodes") {
    Desk desk("transform");
    desk.offscreen.press(Key::w);
    REQUIRE(desk.offscreen.knows("What hurts line"));
    desk.offscreen.type("my loss is nan");
    const Symptom& best = *find_symptoms("my loss is nan").front();
    CHECK(best.words.find("NaN") != std::string::npos);
    CHECK(desk.offscreen.knows("Hurts: " + best.words));
    desk.offscreen.press(Key::enter);
    CHECK(!desk.offscreen.knows("What hurts line"));
    CHECK(desk.explorer.scene().words.id == "gradient-descent");
    CHECK(shows(desk, best));
    CHECK(desk.offscreen.knows("Strip"));
    CHECK(desk.offscreen.knows(best.words));  // what to look at is told below the picture
    desk.offscreen.press(Key::escape);
    CHECK(!desk.offscreen.knows("Strip"));
    CHECK(shows(desk, best));
    desk.offscreen.press(Key::z, ctrl);
    CHECK(desk.explorer.target() == desk.explorer.scene().defaults);
}

TEST_CASE("every symptom of every lesson can be chosen with the arrows and shows what it promises") {
    Desk desk("transform");
    const auto all = find_symptoms("");
    REQUIRE(all.size() > 30);
    for (const std::size_t i : {std::size_t{0}, std::size_t{7}, all.size() - 1}) {
        desk.offscreen.press(Key::w);
        for (std::size_t step = 0; step < i; ++step) desk.offscreen.press(Key::down);
        desk.offscreen.press(Key::enter);
        CAPTURE(all[i]->words);
        CHECK(shows(desk, *all[i]));
    }
    desk.offscreen.press(Key::w);
    desk.offscreen.press(Key::up);  // round to the last
    desk.offscreen.press(Key::enter);
    CHECK(shows(desk, *all.back()));
}

TEST_CASE("words that nothing speaks of are answered with a way on") {
    Desk desk("transform");
    desk.offscreen.press(Key::w);
    desk.offscreen.type("zzqqxy");
    CHECK(desk.offscreen.knows("Show everything that hurts"));
    desk.offscreen.press(Key::enter);
    CHECK(desk.offscreen.knows("What hurts line"));
    desk.offscreen.click("Show everything that hurts");
    CHECK(desk.offscreen.knows("Hurts: " + find_symptoms("").front()->words));
    desk.offscreen.press(Key::escape);
    CHECK(!desk.offscreen.knows("What hurts line"));
    CHECK(desk.explorer.scene().words.id == "transform");
}

TEST_CASE("the finder answers what hurts in a group of its own, after what has every word") {
    const auto answers = [](std::string_view typed) { return find_all(typed, all_scenes(), *find_scene("transform")); };
    const auto nan = answers("my loss is nan");
    REQUIRE(!nan.empty());
    CHECK(nan.front().kind == Answer::symptom);
    CHECK(nan.front().scene_id == "gradient-descent");
    CHECK(heading_of(nan.front()) == "What hurts");
    CHECK(answers("it explodes").front().kind == Answer::preset);
    CHECK(answers("it explodes").back().kind == Answer::symptom);
    long symptoms = 0;
    for (const Answer& one : answers("the")) symptoms += one.kind == Answer::symptom;
    CHECK(symptoms <= 5);

    Desk desk("transform");
    desk.offscreen.press(Key::k, ctrl);
    desk.offscreen.type("my loss is nan");
    desk.offscreen.press(Key::enter);
    CHECK(shows(desk, *find_symptoms("my loss is nan").front()));
    CHECK(desk.offscreen.knows("Strip"));
}

TEST_CASE("who opens the program for the first time is asked what hurts at once, and the library asks always") {
    Explorer explorer;
    Preferences first;
    first.welcomed = false;
    first.reduced_motion = true;
    Offscreen offscreen(explorer, first, 1280, 720);
    REQUIRE(offscreen.knows("Welcome"));
    CHECK(offscreen.knows("What hurts?"));
    offscreen.click("Or say what hurts");
    REQUIRE(offscreen.knows("What hurts line"));
    offscreen.type("gradient is zero");
    offscreen.press(Key::enter);
    CHECK(!offscreen.knows("Welcome"));
    CHECK(offscreen.knows("Strip"));
    offscreen.click("What hurts?");
    CHECK(offscreen.knows("What hurts line"));
    offscreen.press(Key::w);
    offscreen.press(Key::escape);
    offscreen.click("Something else hurts");
    CHECK(offscreen.knows("What hurts line"));
}

TEST_CASE("the advice goes when another scene is opened, and stays inside a small window") {
    Desk desk("transform", 746, 672);
    desk.offscreen.press(Key::w);
    desk.offscreen.type("nan");
    desk.offscreen.press(Key::enter);
    REQUIRE(desk.offscreen.knows("Strip"));
    const Rect strip = desk.offscreen.interface().places().at("Strip"),
               canvas = desk.offscreen.interface().canvas_pixels();
    CHECK(strip.x >= canvas.x);
    CHECK(strip.x + strip.width <= canvas.x + canvas.width);
    CHECK(strip.y >= canvas.y + canvas.height - 1);  // beside the picture, not over it
    CHECK(strip.height < canvas.height);
    CHECK(strip.y + strip.height <= 672);
    desk.open("svd");
    desk.offscreen.move({300, 300});
    CHECK(!desk.offscreen.knows("Strip"));
}
