// Pictures of the whole interface, for people to look at: not a test of pixels.
// EIGENSCAPE_UI_SHOTS=folder app_tests --no-skip -tc="pictures of the interface" writes SCENE-THEME-SIZE.png for all of them.
#include "app/offscreen.h"

#include "app/model/explorer.h"
#include "viz/image/file.h"
#include "viz/theme.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <tuple>

using namespace eigenscape;

TEST_CASE("pictures of the interface" * doctest::skip()) {
    const char* folder = std::getenv("EIGENSCAPE_UI_SHOTS");
    REQUIRE_MESSAGE(folder != nullptr, "EIGENSCAPE_UI_SHOTS names the folder to write to");
    for (const auto& [width, height, scale] : {std::tuple{1280, 720, 1.0}, {3840, 2160, 2.0}})
        for (const Theme& theme : themes())
            for (const Scene& scene : all_scenes()) {
                Explorer explorer;
                REQUIRE(!explorer.open(scene.words.id));
                Preferences preferences;
                preferences.theme = theme.name;
                Offscreen offscreen(explorer, preferences, width, height, scale);
                const std::string name = scene.words.id + "-" + std::string(theme.name) + "-" + std::to_string(width) + ".png";
                CHECK(write_file_atomic(std::string(folder) + "/" + name, write_png(offscreen.picture())));
            }
}
