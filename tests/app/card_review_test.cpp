// Cards asked on the canvas, by keys and by hand: question, look, answer, grade, the end; and nothing of the learner's
// own picture is lost.
#include "app/study/progress.h"
#include "app/study/review.h"
#include "tests/app/desk.h"
#include "tests/app/keys.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace eigenscape;
using eigenscape::testing::ctrl;
using eigenscape::testing::Folder;

namespace {

constexpr int first_day = 20'000;
struct Learner {
    Folder folder;
    std::string file = (folder.path / "progress.json").string();
    int day = first_day;
    Explorer explorer;
    Offscreen offscreen;
    explicit Learner(const char* scene, int width = 1280, int height = 720)
        : offscreen((explorer.open(scene), explorer), testing::Desk::calm(), width, height, 1, host()) {}
    Host host() {
        Host h;
        h.progress_file = file;
        h.cards_file = (folder.path / "cards.json").string();
        h.today = [this] { return day; };
        return h;
    }
    bool knows(const std::string& words) { return offscreen.knows(words); }
    std::string title() {
        for (const auto& [name, place] : offscreen.interface().places())
            if (name.starts_with("Cards: ")) return name;
        return {};
    }
    void ask_this_scene() {
        offscreen.press(Key::c);
        offscreen.click("This scene");
    }
    void answer(Key grade) {
        offscreen.press(Key::space);
        offscreen.press(grade);
    }
};

}  // namespace

TEST_CASE("a card is asked, turned and graded, and its memory is written down at once") {
    Learner learner("transform");
    learner.offscreen.press(Key::c);
    CHECK(learner.knows("Card question"));
    CHECK(!learner.knows("Card answer"));
    CHECK(!learner.knows("Again"));
    CHECK(learner.title() == "Cards: 0 due, 10 new");
    learner.offscreen.press(Key::three);  // nothing is graded before the answer was seen
    CHECK(remembered_progress(learner.file).progress.cards.empty());
    learner.offscreen.press(Key::space);
    CHECK(learner.knows("Card answer"));
    for (const char* button : {"Again: today", "Hard: 1 day", "Good: 3 days", "Easy: 2 weeks"})
        CHECK(learner.knows(button));
    learner.offscreen.press(Key::three);
    CHECK(!learner.knows("Card answer"));
    CHECK(learner.title() == "Cards: 0 due, 9 new");
    const auto cards = remembered_progress(learner.file).progress.cards;
    REQUIRE(cards.size() == 1);
    CHECK(cards.begin()->second.due_day == first_day + 3);
    CHECK(learner.explorer.theme() == "dark");  // 3 was the question's, not the theme's
    learner.offscreen.press(Key::escape);
    CHECK(!learner.knows("Card question"));
    learner.offscreen.press(Key::two);
    CHECK(learner.explorer.theme() == "light");
}

TEST_CASE("what was forgotten is asked again the same day, after the others, and then the day is done") {
    Learner learner("transform");
    const std::size_t cards = lesson_of("transform")->cards.size();
    REQUIRE(cards >= 4);
    learner.ask_this_scene();
    CHECK(learner.title() == "Cards: 0 due, " + std::to_string(cards) + " new");
    learner.answer(Key::one);
    for (std::size_t i = 1; i < cards; ++i) learner.answer(Key::three);
    CHECK(learner.title() == "Cards: 1 due, 0 new");
    learner.answer(Key::three);
    const std::string done = "Done for today. The next card is due tomorrow.";
    CHECK(learner.knows(done));
    CHECK(!learner.knows("Card question"));
    learner.offscreen.press(Key::space);
    CHECK(!learner.knows("Strip"));
    learner.day += 3;
    learner.offscreen.press(Key::c);
    CHECK(learner.title() == "Cards: " + std::to_string(cards) + " due, 0 new");
}

TEST_CASE("new cards are rationed by the day, over all scenes, and more can be asked for") {
    Learner learner("transform");
    learner.offscreen.press(Key::c);
    for (int i = 0; i < 10; ++i) learner.answer(i == 4 ? Key::one : Key::four);
    learner.answer(Key::four);  // the forgotten one
    CHECK(!learner.knows("Card question"));
    REQUIRE(learner.knows("New ones now"));
    learner.offscreen.press(Key::escape);
    learner.offscreen.press(Key::c);
    CHECK(!learner.knows("Card question"));  // no second helping by closing and opening
    learner.offscreen.click("New ones now");
    CHECK(learner.knows("Card question"));
    CHECK(learner.title() == "Cards: 0 due, 10 new");
    learner.day += 1;
    learner.offscreen.press(Key::c);
    learner.offscreen.press(Key::c);
    CHECK(learner.title().ends_with(" new"));
}

TEST_CASE("looking shows the picture of the card, and afterwards all is as the learner left it, with its undo") {
    Learner learner("gradient-descent");
    const int rate = learner.explorer.scene().find_param("rate");
    REQUIRE(!learner.explorer.set_text(rate, "0.0123"));
    learner.offscreen.press(Key::plus);  // a view of one's own
    const State own = learner.explorer.target();
    const Views views = learner.explorer.views();
    REQUIRE(!views.empty());
    learner.offscreen.press(Key::c);
    const auto first = due_cards({}, first_day, 1).front();
    REQUIRE(first.scene != "gradient-descent");
    learner.offscreen.press(Key::v);
    CHECK(learner.explorer.scene().words.id == first.scene);
    const Scene& there = *find_scene(first.scene);
    CHECK(learner.explorer.target() == std::get<State>(set_all(there, there.defaults, first.card->state)));
    CHECK(learner.knows("Enough seen"));
    CHECK(learner.explorer.documents().size() ==
          1 + (learner.explorer.scenes().front().words.id != "gradient-descent"));
    CHECK(learner.explorer.own_scene().words.id == "gradient-descent");  // what a crash would come back to
    learner.answer(Key::three);                                          // the next card: the picture is veiled again
    CHECK(learner.explorer.scene().words.id == "gradient-descent");
    CHECK(learner.explorer.target() == own);
    learner.offscreen.press(Key::v);
    learner.offscreen.press(Key::escape);
    CHECK(!learner.knows("Strip"));
    CHECK(learner.explorer.target() == own);
    CHECK(learner.explorer.views() == views);
    learner.offscreen.press(Key::z, ctrl);
    CHECK(learner.explorer.target() == learner.explorer.scene().defaults);
}

TEST_CASE("while a card is asked its picture is veiled, and no hand reaches it") {
    Learner learner("transform");
    const State before = learner.explorer.target();
    learner.offscreen.press(Key::c);
    const Rect canvas = learner.offscreen.interface().canvas_pixels();
    const Vec2 middle(canvas.x + canvas.width / 2, canvas.y + 30);
    learner.offscreen.drag(middle, middle + Vec2(60, 10));
    CHECK(learner.explorer.views().empty());
    CHECK(learner.explorer.target() == before);
    learner.offscreen.press(Key::v);
    learner.offscreen.drag(middle, middle + Vec2(60, 10));
    CHECK(!learner.explorer.views().empty());  // looking is with the hands, too
    learner.offscreen.press(Key::v);
    CHECK(learner.explorer.views().empty());
}

TEST_CASE("a scene opened while a card is looked at ends the review and stays open") {
    Learner learner("transform");
    learner.offscreen.press(Key::c);
    learner.offscreen.press(Key::v);
    learner.offscreen.click("Loss surface");
    CHECK(learner.explorer.scene().words.id == "loss-surface");
    CHECK(!learner.explorer.visiting());
    CHECK(!learner.knows("Strip"));
}

TEST_CASE("a challenge that is worked on is neither met nor dropped by looking at a card") {
    Learner learner("transform", 1280, 2000);
    learner.offscreen.press(Key::e);
    learner.offscreen.click("Challenge 1");
    learner.offscreen.press(Key::c);
    for (int i = 0; i < 4; ++i) {
        learner.offscreen.press(Key::v);
        learner.answer(Key::three);
    }
    learner.offscreen.press(Key::escape);
    CHECK(remembered_progress(learner.file).progress.met.empty());
    CHECK(learner.knows("Challenge not yet met"));
}

TEST_CASE("a newer program's progress is left alone: cards are asked, and nothing is written") {
    Folder folder;
    const std::string file = (folder.path / "progress.json").string(), newer = "{\"format\": 99}";
    std::ofstream(file) << newer;
    Host host;
    host.progress_file = file;
    host.today = [] { return first_day; };
    Explorer explorer;
    Offscreen offscreen(explorer, testing::Desk::calm(), 1280, 720, 1, host);
    const auto messages = offscreen.interface().messages();
    REQUIRE(messages.size() == 1);
    CHECK(messages[0] == "Your progress in " + file +
                             " was written by a newer Eigenscape. It is left as it is, and nothing new is saved.");
    offscreen.press(Key::c);
    offscreen.press(Key::space);
    offscreen.press(Key::four);
    CHECK(offscreen.knows("Card question"));
    std::ifstream in(file);
    CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == newer);
}

TEST_CASE("an open card is at rest, and fits a small window") {
    Learner learner("bayes", 746, 672);
    learner.offscreen.press(Key::c);
    learner.offscreen.press(Key::space);
    learner.offscreen.settle(2);
    CHECK(std::isinf(learner.offscreen.interface().draw(1000)));
    const Rect strip = learner.offscreen.interface().places().at("Strip");
    const Rect canvas = learner.offscreen.interface().canvas_pixels();
    CHECK(strip.x >= canvas.x);
    CHECK(strip.y >= canvas.y);
    CHECK(strip.x + strip.width <= canvas.x + canvas.width);
    CHECK(strip.y + strip.height <= canvas.y + canvas.height);
    for (const char* button : {"Again", "Hard", "Good", "Easy"}) {
        const Rect place = learner.offscreen.interface().places().at(button);
        CHECK(place.x + place.width <= strip.x + strip.width);
    }
}
