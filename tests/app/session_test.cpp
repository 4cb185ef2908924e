// Sessions: what comes back, what damage costs, and who owns the folder. Programs that die are played by a SessionFile
// that is dropped without `end`.
#include "app/model/session_file.h"

#include "app/model/explorer.h"
#include "app/model/state.h"
#include "tests/app/program.h"

#include <doctest/doctest.h>

using namespace eigenscape;
using eigenscape::testing::Folder;
using eigenscape::testing::text_of;

namespace {

LastSession everything() {
    LastSession session;
    session.open = all_scenes().back().words.id;
    for (std::size_t i = 0; i < all_scenes().size(); ++i) {
        Document& one = session.scenes.emplace_back();
        one.scene = all_scenes()[i].words.id;
        one.state = random_state(all_scenes()[i], 5 + i);
        one.views["plane"] = View2{{-1, -2}, {3, 4.5}};
        one.theme = "light";
    }
    return session;
}

LastSession read_session(const std::string& text) {
    const auto outcome = session_from_text(text);
    REQUIRE(std::holds_alternative<LastSession>(outcome));
    return std::get<LastSession>(outcome);
}

void put(const Folder& folder, const std::string& text) { std::ofstream(folder / "session.json") << text; }

// A whole life of the program in that folder; what it says at its start.
std::vector<std::string> live(const Folder& folder, Explorer& explorer, double seconds, bool clean,
                              bool fresh = false) {
    SessionFile session(folder.path);
    auto words = session.restore(explorer, fresh);
    for (double now = 0; now <= seconds; now += 0.5) session.keep(explorer, now);
    if (clean) CHECK(session.end(explorer).empty());
    return words;
}

bool any_says(const std::vector<std::string>& said, const std::string& words) {
    for (const std::string& one : said)
        if (one.find(words) != std::string::npos) return true;
    return false;
}

void set_first_number(Explorer& explorer, const char* setting) { REQUIRE(!explorer.set_settings({setting})); }

}  // namespace

TEST_CASE("a session read back is the session that was written, every scene of it") {
    LastSession session = everything();
    LastSession again = read_session(to_text(session));
    CHECK(again.remarks.empty());
    for (Document& document : again.scenes) document.made_by.clear();
    CHECK(again == session);
    CHECK(to_text(again) == to_text(session));
}

TEST_CASE("scenes that this program does not have are kept and written back") {
    LastSession session = everything();
    session.foreign = {R"({"format":"eigenscape","version":1,"scene":"from-tomorrow","parameters":{"q":1e-7}})"};
    const LastSession again = read_session(to_text(session));
    REQUIRE(again.foreign.size() == 1);
    CHECK(again.foreign[0].find("from-tomorrow") != std::string::npos);
    CHECK(again.foreign[0].find("1e-07") != std::string::npos);
    CHECK(again.remarks.empty());
}

TEST_CASE("a session that was cut off anywhere is refused, and flipped bytes never do harm") {
    LastSession session;
    session.open = "transform";
    Document& one = session.scenes.emplace_back();
    one.scene = "transform";
    one.state = all_scenes().front().defaults;
    const std::string text = to_text(session);
    for (std::size_t length = 0; length + 1 < text.size(); ++length)
        CHECK(std::holds_alternative<BadSession>(session_from_text(text.substr(0, length))));
    for (std::size_t at = 0; at < text.size(); ++at)
        for (const char mask : {'\x01', '\x10', '\x80'}) {
            std::string damaged = text;
            damaged[at] ^= mask;
            const auto outcome = session_from_text(damaged);
            if (const auto* bad = std::get_if<BadSession>(&outcome)) CHECK(!bad->message.empty());
            else CHECK(std::get<LastSession>(outcome).scenes.size() <= 1);
        }
    CHECK(std::holds_alternative<BadSession>(session_from_text(std::string(1u << 20, '['))));
    const auto newer = session_from_text(R"({"format":"eigenscape session","version":2,"scenes":[]})");
    REQUIRE(std::holds_alternative<BadSession>(newer));
    CHECK(std::get<BadSession>(newer).newer);
}

TEST_CASE("every scene comes back as it was left, the open one open and with nothing to undo") {
    const Folder folder;
    Explorer first;
    SUBCASE("after a clean end") {
        REQUIRE(!first.open("eigenvectors"));
        set_first_number(first, "A=3,1,0.25,2");
        first.open("transform");
        set_first_number(first, "A=2,0,0,-1");
        CHECK(live(folder, first, 0, true).empty());
    }
    SUBCASE("after the program was killed") {
        SessionFile session(folder.path);
        CHECK(session.restore(first).empty());
        REQUIRE(!first.open("eigenvectors"));
        set_first_number(first, "A=3,1,0.25,2");
        first.open("transform");
        set_first_number(first, "A=2,0,0,-1");
        CHECK(session.keep(first, 100).empty());
    }
    Explorer second;
    second.open("eigenvectors");
    CHECK(live(folder, second, 0, true).empty());
    CHECK(second.scene().words.id == "transform");
    CHECK(second.state() == first.state());
    CHECK_FALSE(second.can_undo());
    first.open("eigenvectors");
    second.open("eigenvectors");
    CHECK(second.state() == first.state());
    CHECK(second.views() == first.views());
}

TEST_CASE("what changes is written two seconds after the last writing, and at once when a gesture ends") {
    const Folder folder;
    Explorer explorer;
    SessionFile session(folder.path);
    session.restore(explorer);
    // Asks at one moment, again and again while a writing is under way.
    const auto kept_at = [&](double now, int patience) {
        for (int i = 0; i < patience; ++i, ::usleep(1000)) {
            session.keep(explorer, now);
            const auto outcome = session_from_text(text_of(folder / "session.json"));
            const auto* held = std::get_if<LastSession>(&outcome);
            if (held && held->scenes.front().state == explorer.state()) return true;
        }
        return false;
    };
    REQUIRE(kept_at(10, 20'000));
    set_first_number(explorer, "A=0.4375,0,0,1");
    CHECK_FALSE(kept_at(11.5, 200));
    CHECK(kept_at(12, 20'000));
    explorer.begin_gesture();
    explorer.set(0, Value(Mat2{{7, 0}, {0, 1}}));
    CHECK_FALSE(kept_at(12.5, 200));
    explorer.end_gesture();
    CHECK(kept_at(12.6, 20'000));
}

TEST_CASE("damage is set aside with a name and said once, a newer session is left alone") {
    const Folder folder;
    Explorer explorer;
    put(folder, "{ half of it");
    CHECK(any_says(live(folder, explorer, 0, true), "session-1.json"));
    CHECK(text_of(folder / "session-1.json") == "{ half of it");
    CHECK(live(folder, explorer, 0, true).empty());

    const std::string newer = R"({"format":"eigenscape session","version":9,"scenes":[]})";
    put(folder, newer);
    CHECK(any_says(live(folder, explorer, 10, true), "newer"));
    CHECK(text_of(folder / "session.json") == newer);
    CHECK(any_says(live(folder, explorer, 0, true, true), "session-2.json"));  // --fresh makes room
    CHECK(text_of(folder / "session-2.json") == newer);
    CHECK(live(folder, explorer, 0, true).empty());
}

TEST_CASE("after two starts that died the third is without the session, which is set aside") {
    const Folder folder;
    Explorer explorer;
    set_first_number(explorer, "A=5,0,0,1");
    live(folder, explorer, 0, true);
    const std::string kept = text_of(folder / "session.json");
    for (int start = 0; start < 2; ++start) {
        Explorer dying;
        CHECK(live(folder, dying, 1, false).empty());
        CHECK(dying.state() == explorer.state());
    }
    Explorer third;
    CHECK(any_says(live(folder, third, 0, true), "session-1.json"));
    CHECK(third.state() == all_scenes().front().defaults);
    CHECK(text_of(folder / "session-1.json") == kept);
    for (int start = 0; start < 4; ++start) {  // dying after a good start counts for nothing
        Explorer living;
        CHECK(live(folder, living, 8, false).empty());
    }
}

TEST_CASE("a second program does not touch the first one's session, and a dead one's is taken over") {
    const Folder folder;
    Explorer one, two;
    {
        SessionFile first(folder.path), second(folder.path);
        CHECK(first.restore(one).empty());
        first.keep(one, 0);
        set_first_number(one, "A=4,0,0,1");
        CHECK(any_says(second.restore(two), "another window"));
        CHECK_FALSE(second.keeps());
        set_first_number(two, "A=9,0,0,1");
        second.keep(two, 5);
        CHECK(second.end(two).empty());
        CHECK(first.end(one).empty());
        CHECK(read_session(text_of(folder / "session.json")).scenes.front().state == one.state());
    }
    std::ofstream(folder / "running") << "0\nleft by a program that is gone\n";
    Explorer three;
    CHECK(live(folder, three, 0, true).empty());
    CHECK(three.state() == one.state());
}

TEST_CASE("no home, a file in the way, a full disk: the program runs and says once what is not kept") {
    Explorer explorer;
    SessionFile homeless{std::filesystem::path()};
    CHECK(any_says(homeless.restore(explorer), "HOME"));
    CHECK(homeless.keep(explorer, 9).empty());
    CHECK(homeless.end(explorer).empty());

    const Folder folder;
    std::ofstream(folder / "state") << "a file";
    SessionFile blocked(folder.path / "state" / "eigenscape");
    CHECK(any_says(blocked.restore(explorer), "not kept"));

    const Folder full;
    SessionFile session(full.path);
    session.restore(explorer);
    inject_file_faults([](std::string_view call) { return call == "write" ? ENOSPC : 0; });
    int said = 0;
    for (double now = 0; now < 20; now += 0.5) {
        said += !session.keep(explorer, now).empty();
        ::usleep(2000);
    }
    inject_file_faults({});
    CHECK(said == 1);
    CHECK(session.end(explorer).empty());
    CHECK(!text_of(full / "session.json").empty());
}
