// Preferences are written while the program runs: within some seconds of a change, and not more often.
#include "app/window_preferences.h"

#include "viz/image/file.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <thread>

using namespace eigenscape;
namespace fs = std::filesystem;

namespace {

struct PreferencesPlace {
    fs::path folder = fs::temp_directory_path() / ("eigenscape_preferences_" + std::to_string(::getpid()));
    std::string path = (folder / "deep" / "preferences.json").string();
    ~PreferencesPlace() { fs::remove_all(folder); }
};

// Asks until the writing under way is done; gives what was said meanwhile.
std::string after_writing(PreferencesFile& file, const Preferences& now, double seconds) {
    std::string words;
    for (int i = 0; i < 400; ++i) {
        words += file.keep(now, seconds);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        if (!words.empty()) break;
    }
    return words;
}

}  // namespace

TEST_CASE("a change is in the file two seconds later, without an end of the program") {
    const PreferencesPlace place;
    PreferencesFile file(place.path, remembered_preferences(place.path));
    Preferences now = remembered_preferences(place.path).preferences;
    CHECK(file.keep(now, 0).empty());
    now.theme = "light";
    CHECK(file.keep(now, 10).empty());
    CHECK(file.keep(now, 11.9).empty());
    CHECK(!fs::exists(place.path));
    CHECK(file.keep(now, 12.1).empty());
    CHECK(after_writing(file, now, 12.2).empty());
    CHECK(remembered_preferences(place.path).preferences == now);
}

TEST_CASE("a window that is dragged larger for long is written now and then, and its last size for sure") {
    const PreferencesPlace place;
    PreferencesFile file(place.path, remembered_preferences(place.path));
    Preferences now;
    for (int i = 0; i < 50; ++i) {
        now.width = 1000 + i;
        CHECK(file.keep(now, 0.1 * i).empty());
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    CHECK(remembered_preferences(place.path).preferences.width > 1000);
    CHECK(file.end(now).empty());
    CHECK(remembered_preferences(place.path).preferences.width == 1049);
}

TEST_CASE("a full disk is said once, and the preferences on it stay") {
    const PreferencesPlace place;
    Preferences now;
    REQUIRE(remember(place.path, now, "{}").empty());
    PreferencesFile file(place.path, remembered_preferences(place.path));
    inject_file_faults([](std::string_view call) { return call == "fsync" ? ENOSPC : 0; });
    now.theme = "print";
    file.keep(now, 0), file.keep(now, 3);
    const std::string first = after_writing(file, now, 3.1);
    CHECK(first.starts_with("The preferences were not saved: "));
    now.theme = "light";
    file.keep(now, 10), file.keep(now, 13);
    CHECK(after_writing(file, now, 13.1).empty());
    inject_file_faults({});
    CHECK(remembered_preferences(place.path).preferences.theme == "dark");
}
