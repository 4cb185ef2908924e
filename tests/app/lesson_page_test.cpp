// The lesson beside the picture, driven by hand without a display: layers, numbers in sentences, coloured words, the
// story and the challenges.
#include "app/panels/story_player.h"
#include "app/study/progress.h"
#include "app/study/story.h"
#include "app/window_preferences.h"
#include "tests/app/changed_pixels.h"
#include "tests/app/desk.h"
#include "viz/image/file.h"

#include <cmath>

using namespace eigenscape;
using eigenscape::testing::changed_pixels;
using eigenscape::testing::Desk;
using eigenscape::testing::says;

namespace {

// The desk with the lesson open, in a window high enough to show much of it.
struct Reader : Desk {
    explicit Reader(const char* scene, const std::string& layer = "see") : Desk(scene, 1280, 2000) {
        offscreen.press(Key::e);
        if (layer == "plain") offscreen.click("In plain words");
        if (layer == "formal") offscreen.click("Formally");
    }
    const Preferences& preferences() { return offscreen.interface().preferences(); }
    Story story() { return story_of(explorer.scene(), lesson_of(explorer.scene().words.id)->story); }
};

}  // namespace

TEST_CASE("the inspector turns to the lesson and back, by key and by hand") {
    Desk desk("transform");
    CHECK(desk.offscreen.knows("A 1"));
    desk.offscreen.press(Key::e);
    CHECK(!desk.offscreen.knows("A 1"));
    CHECK(desk.offscreen.knows("In plain words"));
    desk.offscreen.click("Parameters");
    CHECK(desk.offscreen.knows("A 1"));
    CHECK(!desk.offscreen.interface().preferences().lesson);
}

TEST_CASE("switching layers shows other words, and the layer is remembered") {
    Reader desk("transform");
    const Image see = desk.offscreen.picture();
    desk.offscreen.click("Formally");
    CHECK(desk.preferences().layer == "formal");
    CHECK(changed_pixels(see, desk.offscreen.picture()) > 5000);
    const std::string file = (desk.folder.path / "preferences.json").string();
    CHECK(remember(file, desk.preferences(), "{}").empty());
    CHECK(remembered_preferences(file).preferences.layer == "formal");
    CHECK(remembered_preferences(file).preferences.lesson);
}

TEST_CASE("a number is dragged in a sentence, and the whole drag is one step of undo") {
    Reader desk("gradient-descent");
    const double before = desk.number("rate");
    const Vec2 at = desk.offscreen.middle_of("Lesson rate 0");
    desk.offscreen.drag(at, at + Vec2(60, 0));
    CHECK(desk.number("rate") > before);
    desk.offscreen.press(Key::z, {true, false, false});
    CHECK(desk.number("rate") == before);
}

TEST_CASE("a coloured word lights up what it names in the picture") {
    Reader desk("eigenvectors");
    desk.offscreen.move({600, 1990});
    const Image before = desk.offscreen.picture();
    desk.offscreen.move(desk.offscreen.middle_of("Term image"));
    desk.offscreen.settle();
    CHECK(changed_pixels(before, desk.offscreen.picture()) > 20000);  // the rest of the picture has faded
    desk.offscreen.move({600, 1990});
    desk.offscreen.settle();
    CHECK(changed_pixels(before, desk.offscreen.picture()) == 0);
}

TEST_CASE("a link in the lesson goes to its state") {
    Reader desk("eigenvectors");
    desk.offscreen.click("Link every line is turned");
    CHECK(desk.number("A", 0) == 0.5);
    CHECK(desk.number("A", 1) == -0.75);
}

TEST_CASE("next and back reach the states of the story") {
    Reader desk("eigenvectors");
    const Story story = desk.story();
    REQUIRE(story.beats.size() >= 3);
    for (std::size_t i = 0; i < story.beats.size(); ++i) {
        desk.offscreen.click("Story next");
        CHECK(desk.explorer.state() == story.beats[i].to);
    }
    desk.offscreen.click("Story back");
    CHECK(desk.explorer.state() == story.beats[story.beats.size() - 2].to);
}

TEST_CASE("a story lets go when somebody takes hold of the picture, and finds its way back") {
    Explorer explorer;
    REQUIRE(!explorer.open("eigenvectors"));
    StoryPlayer player(explorer.scene(), lesson_of("eigenvectors")->story);
    const auto pass = [&](double seconds) {
        for (double t = 0; t < seconds; t += 0.05) explorer.tick(0.05), player.tick(explorer, 0.05);
    };
    player.play(explorer);
    pass(2);
    CHECK(player.playing());
    const int v = explorer.scene().find_param("v");
    explorer.set(v, Vec2(-1, 1));
    pass(0.1);
    CHECK(!player.playing());
    const double second = player.second();
    pass(1);
    CHECK(player.second() == second);
    player.play(explorer);
    pass(1);
    CHECK(player.second() > second);
    pass(player.story().seconds());
    CHECK(!player.playing());
    CHECK(explorer.state() == player.story().beats.back().to);
}

TEST_CASE("the seconds of a story that played are one step of undo") {
    Explorer explorer;
    REQUIRE(!explorer.open("eigenvectors"));
    StoryPlayer player(explorer.scene(), lesson_of("eigenvectors")->story);
    const State before = explorer.state();
    player.scrub(explorer, player.story().seconds());
    CHECK(explorer.state() == player.story().beats.back().to);
    explorer.undo();
    while (!explorer.idle() && explorer.state() != explorer.target()) explorer.tick(0.1);
    CHECK(explorer.state() == before);
}

TEST_CASE("a challenge is marked when it is met, its hints come one by one, and it is written down") {
    Reader desk("transform");
    desk.offscreen.click("Challenge 1");
    CHECK(desk.offscreen.knows("Challenge not yet met"));
    CHECK(!desk.offscreen.knows("Hint 1"));
    desk.offscreen.click("A hint");
    CHECK(desk.offscreen.knows("Hint 1"));
    CHECK(!desk.offscreen.knows("Hint 2"));
    REQUIRE(!desk.explorer.set_settings(lesson_of("transform")->challenges[0].answer));
    desk.offscreen.move({600, 1990});
    CHECK(desk.offscreen.knows("Solved 1"));
    CHECK(desk.offscreen.knows("Challenge met"));
    CHECK(says(desk, "Solved"));
    desk.explorer.reset();
    desk.offscreen.move({600, 1980});
    CHECK(desk.offscreen.knows("Solved 1"));  // once and for all
    CHECK(desk.offscreen.knows("Challenge not yet met"));
}

TEST_CASE("a challenge that was solved is still solved another day") {
    const testing::Folder folder;
    const std::string file = (folder.path / "progress.json").string();
    Host host;
    host.progress_file = file;
    const auto solve = [&](bool first) {
        Explorer explorer;
        REQUIRE(!explorer.open("transform"));
        Preferences calm;
        calm.reduced_motion = calm.lesson = true;
        Offscreen offscreen(explorer, calm, 1280, 2000, 1, host);
        if (first) {
            offscreen.click("Challenge 1");
            REQUIRE(!explorer.set_settings(lesson_of("transform")->challenges[0].answer));
        }
        offscreen.move({600, 1990});
        CHECK(offscreen.knows("Solved 1"));
    };
    solve(true);
    CHECK(remembered_progress(file).progress.met.size() == 1);
    solve(false);
}

TEST_CASE("a lesson that is only read draws nothing anew") {
    Reader desk("eigenvectors", "formal");
    desk.offscreen.settle();
    CHECK(!std::isfinite(desk.offscreen.interface().draw(1e6)));
}
