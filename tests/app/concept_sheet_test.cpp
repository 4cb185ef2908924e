// The map of concepts: browsed by its links, opened from there, and with what is done marked.
#include "app/study/progress.h"
#include "app/study/review.h"
#include "tests/app/desk.h"

#include <doctest/doctest.h>

using namespace eigenscape;
using eigenscape::testing::Desk;

namespace {

std::string in_the_middle(Offscreen& offscreen) {
    const std::string beginning = "Concept in the middle: ";
    for (const auto& [name, place] : offscreen.interface().places())
        if (name.starts_with(beginning)) return name.substr(beginning.size());
    return {};
}

// As a hand does it: the list is turned until the row is in sight.
void choose_row(Offscreen& offscreen, const std::string& title) {
    const std::string row = "Map row " + title;
    REQUIRE(offscreen.knows(row));
    for (int turns = 0; turns < 40; ++turns) {
        const Rect place = offscreen.interface().places().at(row);
        if (place.y > 60 && place.y + place.height < 600) break;
        offscreen.move({place.x + 0.5 * place.width, 320});
        offscreen.wheel(place.y > 320 ? -1 : 1);
        offscreen.settle();
    }
    offscreen.click(row);
}

}  // namespace

TEST_CASE("the map begins at the open scene, its neighbours lead on, and a scene is opened from it") {
    Desk desk("eigenvectors");
    desk.offscreen.press(Key::g);
    CHECK(in_the_middle(desk.offscreen) == "Eigenvectors");
    REQUIRE(desk.offscreen.knows("Near Matrix transform"));
    desk.offscreen.click("Near Matrix transform");
    CHECK(in_the_middle(desk.offscreen) == "Matrix transform");
    CHECK(desk.explorer.scene().words.id == "eigenvectors");  // looked at, not opened yet
    CHECK(desk.offscreen.knows("Near Eigenvectors"));
    desk.offscreen.click("Open this scene");
    CHECK(desk.explorer.scene().words.id == "transform");
    CHECK(in_the_middle(desk.offscreen).empty());
    desk.offscreen.press(Key::g);
    choose_row(desk.offscreen, "Bayes' rule");
    CHECK(in_the_middle(desk.offscreen) == "Bayes' rule");
    desk.offscreen.press(Key::g);
    CHECK(in_the_middle(desk.offscreen).empty());
}

TEST_CASE("challenges that are met are counted on the map") {
    const testing::Folder folder;
    const std::string file = (folder.path / "progress.json").string();
    const Lesson& lesson = *lesson_of("transform");
    Progress progress;
    for (const Challenge& each : lesson.challenges) progress.met.insert(id_of(lesson, each));
    REQUIRE(remember_progress(file, progress).empty());
    Host host;
    host.progress_file = file;
    Explorer explorer;
    REQUIRE(!explorer.open("transform"));
    Offscreen offscreen(explorer, Desk::calm(), 1280, 720, 1, host);
    offscreen.press(Key::g);
    const std::string all = std::to_string(lesson.challenges.size());
    CHECK(offscreen.knows(all + " of " + all + " challenges met"));
    offscreen.click("Near Eigenvectors");
    CHECK(offscreen.knows("0 of " + std::to_string(lesson_of("eigenvectors")->challenges.size()) + " challenges met"));
}

TEST_CASE("every concept of the map can stand in the middle, wide and narrow") {
    for (const int width : {1280, 520}) {
        Desk desk("transform", width, 720);
        desk.offscreen.press(Key::g);
        const Scene* last = &all_scenes().back();
        for (const Scene& scene : all_scenes()) {
            if (!desk.offscreen.knows("Map row " + scene.words.title)) continue;
            choose_row(desk.offscreen, scene.words.title);
            CHECK(in_the_middle(desk.offscreen) == scene.words.title);
            last = &scene;
        }
        CHECK(in_the_middle(desk.offscreen) == last->words.title);
        desk.offscreen.settle(2);
        CHECK(std::isinf(desk.offscreen.interface().draw(1000)));
    }
}
