// Films from the window: ordered on a sheet, made beside it, told of in a message; cancelled without a trace.
#include "desk.h"

#include "app/panels/film_sheet.h"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

// Lets the film's own threads work while the window goes on; false when it takes too long.
bool waited_for(Desk& desk, const std::string& words) {
    for (int i = 0; i < 1200; ++i) {
        desk.offscreen.settle(0.05);
        if (says(desk, words)) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

void order(Desk& desk) {
    desk.offscreen.press(Key::e, {true, false, false});
    desk.offscreen.click("GIF");
    desk.offscreen.click("720p");
    desk.offscreen.click("2 s");
    desk.offscreen.click("Make it");
}

}  // namespace

TEST_CASE("a film is ordered, made and told of, and lies beside the pictures") {
    Desk desk("transform");
    order(desk);
    REQUIRE(desk.offscreen.knows("Cancel film"));
    REQUIRE(waited_for(desk, ".gif"));
    CHECK(desk.files(".gif").size() == 1);
    CHECK(!desk.offscreen.knows("Cancel film"));
}

TEST_CASE("a film that is cancelled leaves nothing") {
    Desk desk("transform");
    order(desk);
    desk.offscreen.click("Cancel film");
    REQUIRE(waited_for(desk, "ancelled"));
    CHECK(desk.files(".gif").empty());
}

TEST_CASE("a scene without a timeline offers what it can sweep, and nothing is made before it is asked for") {
    Desk desk("loss-surface");
    desk.offscreen.press(Key::e, {true, false, false});
    REQUIRE(desk.offscreen.knows("What moves"));
    desk.offscreen.press(Key::escape);
    CHECK(!desk.offscreen.knows("What moves"));
    CHECK(desk.files(".gif").empty());
}
