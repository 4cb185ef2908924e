// The learner's own cards on disk, and as cards among the others.
#include "app/study/own_cards.h"

#include "app/study/review.h"
#include "tests/app/folder.h"
#include "viz/image/file.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>

using namespace eigenscape;
using eigenscape::testing::Folder;
using eigenscape::testing::text_of;
using eigenscape::testing::write_text;
namespace fs = std::filesystem;

namespace {

OwnCard one(const std::string& question = "What is det A here?") {
    OwnCard card;
    card.scene = "transform";
    card.question = question;
    card.answer = "It is {determinant:.2f}, and never {nonsense}. $\\det A$ é";
    card.level = Level::hard;
    card.state = "A=[[2,0],[0,3]] t=1";
    return card;
}

OwnCards two() {
    OwnCards own;
    keep_card(own, one());
    keep_card(own, one("Why?"));
    return own;
}

}  // namespace

TEST_CASE("own cards are saved and come back the same, each under an id that is never given twice") {
    const Folder folder;
    OwnCards own = two();
    CHECK(own.cards[0].id != own.cards[1].id);
    const std::string gone = own.cards[1].id;
    own.cards.pop_back();
    REQUIRE(remember_own_cards(folder / "cards.json", own).empty());
    RememberedOwnCards back = remembered_own_cards(folder / "cards.json");
    CHECK(back.trouble.empty());
    REQUIRE(back.own.cards.size() == 1);
    CHECK(back.own.cards[0].question == one().question);
    CHECK(back.own.cards[0].answer == one().answer);
    CHECK(back.own.cards[0].level == Level::hard);
    CHECK(back.own.cards[0].state == one().state);
    keep_card(back.own, one("Another"));
    CHECK(back.own.cards.back().id != gone);
    back.own.cards[0].question = "Reworded";
    keep_card(back.own, back.own.cards[0]);
    CHECK(back.own.cards.size() == 2);
    CHECK(back.own.cards[0].card->question == "Reworded");
}

TEST_CASE("an own card is asked among the others, of its scene only, and its braces are names only where they name") {
    const OwnCards own = two();
    Progress progress;
    CHECK(due_cards(progress, 5, 1000, {"transform", &own}).size() == lesson_of("transform")->cards.size() + 2);
    for (const DueCard& card : due_cards(progress, 5, 1000, {"svd", &own})) CHECK(card.lesson);
    const Card& card = *own.cards[0].card;
    REQUIRE(card.answer.size() == 1);
    std::string words;
    for (const Span& span : card.answer[0].spans) words += span.kind == Span::live ? "<" + span.text + ">" : span.text;
    CHECK(words.find("<determinant>") != std::string::npos);
    CHECK(words.find("{nonsense}") != std::string::npos);
    CHECK(card.state == std::vector<std::string>{"A=[[2,0],[0,3]]", "t=1"});
}

TEST_CASE("a card of a scene that is not there is kept and not asked") {
    OwnCards own;
    OwnCard foreign = one();
    foreign.scene = "of-another-day";
    keep_card(own, foreign);
    const Folder folder;
    REQUIRE(remember_own_cards(folder / "cards.json", own).empty());
    CHECK(remembered_own_cards(folder / "cards.json").own.cards.size() == 1);
    for (const DueCard& card : due_cards({}, 5, 1000, {{}, &own})) CHECK(card.lesson);
}

TEST_CASE("an empty question or answer is refused in words") {
    OwnCard card = one();
    CHECK(objection(card).empty());
    card.question = " \n";
    CHECK(objection(card) == "A card needs a question.");
    card = one();
    card.answer.clear();
    CHECK(objection(card) == "A card needs an answer, in your own words.");
    card.answer = std::string(30'000, 'x');
    CHECK(objection(card) == "That is more than a card can hold: 20 000 letters.");
}

TEST_CASE("a damaged file of own cards is set aside byte for byte, a newer one is left alone") {
    const Folder folder;
    for (const std::string damage : {"", "{", "[]", "{\"format\": 1, \"cards\": 7}", "\xff"}) {
        write_text(folder / "cards.json", damage);
        const RememberedOwnCards read = remembered_own_cards(folder / "cards.json");
        CHECK(read.may_write);
        CHECK(!fs::exists(folder / "cards.json"));
        const std::size_t at = read.trouble.find("It was kept as ");
        REQUIRE(at != std::string::npos);
        CHECK(read.trouble.starts_with("Your set of cards in " + (folder / "cards.json") + " could not be read: "));
        CHECK(text_of(read.trouble.substr(at + 15, read.trouble.find(", and a new one") - at - 15)) == damage);
    }
    const std::string newer = "{\"format\": 2, \"cards\": []}";
    write_text(folder / "cards.json", newer);
    const RememberedOwnCards read = remembered_own_cards(folder / "cards.json");
    CHECK(!read.may_write);
    CHECK(read.trouble == "Your set of cards in " + (folder / "cards.json") +
                              " was written by a newer Eigenscape. It is left as it is, and nothing new is saved.");
    CHECK(text_of(folder / "cards.json") == newer);
}

TEST_CASE(
    "one damaged card costs that card alone, unknown parts are written back, and a full disk leaves the old file") {
    const Folder folder;
    REQUIRE(remember_own_cards(folder / "cards.json", two()).empty());
    std::string text = text_of(folder / "cards.json");
    text.replace(text.find("\"question\": \"Why?\""), 18, "\"question\": 12345 ");
    text.replace(text.find("\"format\": 1"), 11, "\"colour\": \"red\", \"format\": 1");
    write_text(folder / "cards.json", text);
    const RememberedOwnCards read = remembered_own_cards(folder / "cards.json");
    CHECK(read.own.cards.size() == 1);
    CHECK(read.trouble.find("1 card is damaged.") != std::string::npos);
    CHECK(text_of((folder / "cards.json") + ".damaged-1") == text);
    REQUIRE(remember_own_cards(folder / "cards.json", read.own).empty());
    CHECK(text_of(folder / "cards.json").find("\"colour\": \"red\"") != std::string::npos);
    const std::string before = text_of(folder / "cards.json");
    inject_file_faults([](std::string_view call) { return call == "rename" ? ENOSPC : 0; });
    const std::string trouble = remember_own_cards(folder / "cards.json", OwnCards());
    inject_file_faults({});
    CHECK(trouble.starts_with("Your set of cards was not saved: "));
    CHECK(text_of(folder / "cards.json") == before);
    CHECK(remember_own_cards("", OwnCards()) ==
          "Your set of cards was not saved: neither HOME nor XDG_DATA_HOME is set.");
}
