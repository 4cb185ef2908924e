// Writing a card about the picture, changing, deleting and putting back; asked among the others.
#include "app/study/own_cards.h"
#include "app/study/progress.h"
#include "tests/app/desk.h"
#include "tests/app/keys.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace eigenscape;
using eigenscape::testing::ctrl;
using eigenscape::testing::Desk;
using eigenscape::testing::Folder;
using eigenscape::testing::shift;

namespace {

struct CardWriter {
    Folder folder;
    std::string file = (folder.path / "cards.json").string();
    Explorer explorer;
    Offscreen offscreen;
    explicit CardWriter(const char* scene, int height = 800)
        : offscreen((explorer.open(scene), explorer), Desk::calm(), 1280, height, 1, host()) {}
    Host host() {
        Host h;
        h.cards_file = file;
        h.progress_file = (folder.path / "progress.json").string();
        h.today = [] { return 20'000; };
        return h;
    }
    std::vector<OwnCard> kept() { return remembered_own_cards(file).own.cards; }
    bool says(const std::string& words) {
        for (const std::string& message : offscreen.interface().messages())
            if (message.find(words) != std::string::npos) return true;
        return false;
    }
    void write(const char* question, const char* answer) {
        offscreen.press(Key::c, shift);
        offscreen.type(question);
        offscreen.click("Answer, in your own words");
        offscreen.type(answer);
        offscreen.press(Key::enter, ctrl);
    }
};

}  // namespace

TEST_CASE("a card is written about the picture, kept in a file, and asked with the others") {
    CardWriter writer("eigenvectors");
    REQUIRE(!writer.explorer.set_settings({"v=[1,1]"}));
    const State state = writer.explorer.target();
    writer.write("What is special about this v?", "It is only stretched, by {stretch_of_v:.1f}.");
    CHECK(!writer.offscreen.knows("Question"));
    CHECK(writer.says("Your card is kept. C asks it with the others."));
    const auto cards = writer.kept();
    REQUIRE(cards.size() == 1);
    CHECK(cards[0].scene == "eigenvectors");
    CHECK(cards[0].question == "What is special about this v?");
    CHECK(cards[0].level == Level::medium);
    const Scene& scene = *find_scene("eigenvectors");
    CHECK(std::get<State>(set_all(scene, scene.defaults, cards[0].card->state)) == state);

    writer.explorer.reset();
    writer.offscreen.press(Key::c);
    writer.offscreen.click("This scene");
    const std::size_t lesson = lesson_of("eigenvectors")->cards.size();
    for (std::size_t i = 0; i < lesson; ++i) {
        writer.offscreen.press(Key::space);
        writer.offscreen.press(Key::three);
    }
    REQUIRE(writer.offscreen.knows("Card question"));
    writer.offscreen.press(Key::v);
    CHECK(writer.explorer.target() == state);
    writer.offscreen.press(Key::space);
    writer.offscreen.press(Key::four);
    CHECK(remembered_progress((writer.folder.path / "progress.json").string()).progress.cards.contains(cards[0].id));
}

TEST_CASE("a card without an answer is not kept, says why, and its draft outlives the sheet") {
    CardWriter writer("transform");
    writer.offscreen.press(Key::c, shift);
    writer.offscreen.type("Why?");
    writer.offscreen.click("Keep the card");
    CHECK(writer.offscreen.knows("A card needs an answer, in your own words."));
    CHECK(writer.kept().empty());
    writer.offscreen.press(Key::escape);
    CHECK(!writer.offscreen.knows("Question"));
    writer.offscreen.press(Key::c, shift);
    writer.offscreen.click("Answer, in your own words");
    writer.offscreen.type("So.");
    writer.offscreen.click("Hard");
    writer.offscreen.click("Keep the card");
    REQUIRE(writer.kept().size() == 1);
    CHECK(writer.kept()[0].question == "Why?");
    CHECK(writer.kept()[0].level == Level::hard);
}

TEST_CASE("a card is changed under its id, deleted, and put back while the sheet is open") {
    CardWriter writer("transform");
    writer.write("One?", "1");
    writer.write("Two?", "2");
    const auto before = writer.kept();
    REQUIRE(before.size() == 2);
    writer.offscreen.press(Key::c, shift);
    writer.offscreen.click("All of yours: 2");
    writer.offscreen.click("Change 1");
    writer.offscreen.press(Key::a, ctrl);
    writer.offscreen.type("One, really?");
    writer.offscreen.click("Keep the card");
    CHECK(writer.says("Your card is changed."));
    CHECK(writer.kept()[0].question == "One, really?");
    CHECK(writer.kept()[0].id == before[0].id);
    writer.offscreen.press(Key::c, shift);
    writer.offscreen.click("All of yours: 2");
    writer.offscreen.click("Delete 1");
    REQUIRE(writer.kept().size() == 1);
    CHECK(writer.kept()[0].question == "Two?");
    writer.offscreen.click("Put back 1");
    CHECK(writer.kept().size() == 2);
}

TEST_CASE("a newer program's cards are left alone, and it is said that what is written now does not last") {
    Folder folder;
    const std::string file = (folder.path / "cards.json").string(), newer = "{\"format\": 9}";
    std::ofstream(file) << newer;
    Host host;
    host.cards_file = file;
    Explorer explorer;
    Offscreen offscreen(explorer, Desk::calm(), 1280, 800, 1, host);
    offscreen.press(Key::c, shift);
    offscreen.type("Why?");
    offscreen.click("Answer, in your own words");
    offscreen.type("So.");
    offscreen.click("Keep the card");
    bool said = false;
    for (const std::string& message : offscreen.interface().messages())
        said = said || message.starts_with("This lasts until the program ends. Your set of cards in ");
    CHECK(said);
    std::ifstream in(file);
    CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == newer);
}

TEST_CASE("nobody's cards are told so, and the sheet fits a small window") {
    CardWriter writer("transform", 560);
    writer.offscreen.press(Key::c, shift);
    writer.offscreen.click("All of yours: 0");
    CHECK(!writer.offscreen.knows("Delete 1"));
    writer.offscreen.settle(2);
    CHECK(std::isinf(writer.offscreen.interface().draw(1000)));
    writer.offscreen.press(Key::escape);
    CHECK(!writer.offscreen.knows("All of yours: 0"));
}
