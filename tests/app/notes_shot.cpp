// Pictures of the notebook and of what is written out, for people to look at: not a test of pixels.
// EIGENSCAPE_UI_SHOTS=folder app_tests --no-skip -tc="pictures of the notebook" writes them.
#include "tests/app/desk.h"
#include "viz/image/file.h"
#include "viz/theme.h"

#include <cstdlib>
#include <tuple>

using namespace eigenscape;

namespace {

void save(Offscreen& offscreen, const std::string& name) {
    const char* named = std::getenv("EIGENSCAPE_UI_SHOTS");
    REQUIRE_MESSAGE(named != nullptr, "EIGENSCAPE_UI_SHOTS names the folder to write to");
    CHECK(write_file_atomic(std::string(named) + "/" + name + ".png", write_png(offscreen.picture())));
}

}  // namespace

TEST_CASE("pictures of the notebook" * doctest::skip()) {
    const testing::Folder folder;
    Host host;
    host.notes_folder = (folder.path / "notes").string();
    host.data_folder = (folder.path / "data").string();
    for (const auto& [width, height, scale] : {std::tuple{1280, 720, 1.0}, {3840, 2160, 2.0}})
        for (const Theme& theme : themes()) {
            Preferences preferences;
            preferences.theme = theme.name;
            preferences.reduced_motion = preferences.notes = true;
            const std::string end = "-" + std::string(theme.name) + "-" + std::to_string(width);
            Explorer explorer;
            REQUIRE(!explorer.open("eigenvectors"));
            Offscreen offscreen(explorer, preferences, width, height, scale, host);
            save(offscreen, "notes-list" + end);
            if (width == 1280 && theme.name == "dark") offscreen.press(Key::n);
            offscreen.press(Key::n);
            if (!offscreen.knows("Note text")) offscreen.press(Key::n, {false, true, false});
            offscreen.click("Note text");
            offscreen.press(Key::end, {true, false, false});
            offscreen.type(
                "An eigenvector keeps its line: the map only stretches it. I tried to find a third one and could not, "
                "because two lines already fill the plane.");
            save(offscreen, "notes-write" + end);
            offscreen.click("Read");
            offscreen.settle(8);
            save(offscreen, "notes-read" + end);
            offscreen.click("All notes");
            offscreen.click("Search notes");
            offscreen.type("line");
            save(offscreen, "notes-search" + end);
        }
}
