// Pictures of the whole interface, for people to look at: not a test of pixels.
// EIGENSCAPE_UI_SHOTS=folder app_tests --no-skip -tc="pictures of the interface" writes SCENE-THEME-WIDTH.png for all
// of them; -tc="pictures of what one does" writes the interface while something is done with it.
#include "app/model/explorer.h"
#include "app/offscreen.h"
#include "viz/image/file.h"
#include "viz/theme.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <functional>
#include <string>
#include <tuple>

using namespace eigenscape;

namespace {

std::string folder() {
    const char* named = std::getenv("EIGENSCAPE_UI_SHOTS");
    REQUIRE_MESSAGE(named != nullptr, "EIGENSCAPE_UI_SHOTS names the folder to write to");
    return named;
}

void shoot(const std::string& name, const char* scene, Preferences preferences, int width, int height, double scale,
           const std::function<void(Offscreen&)>& deed) {
    Explorer explorer;
    REQUIRE(!explorer.open(scene));
    Offscreen offscreen(explorer, preferences, width, height, scale);
    deed(offscreen);
    CHECK(write_file_atomic(folder() + "/" + name + ".png", write_png(offscreen.picture())));
}

void nothing(Offscreen&) {}

Preferences themed(const char* theme, double scale = 1) {
    Preferences preferences;
    preferences.theme = theme;
    preferences.scale = scale;
    return preferences;
}

}  // namespace

TEST_CASE("pictures of the interface" * doctest::skip()) {
    for (const auto& [width, height, scale] : {std::tuple{1280, 720, 1.0}, {3840, 2160, 2.0}})
        for (const Theme& theme : themes())
            for (const Scene& scene : all_scenes()) {
                const std::string name = scene.words.id + "-" + std::string(theme.name) + "-" + std::to_string(width);
                shoot(name, scene.words.id.c_str(), themed(theme.name.data()), width, height, scale, nothing);
            }
}

TEST_CASE("pictures of what one does" * doctest::skip()) {
    constexpr Mods ctrl{true, false, false};
    const auto typed = [](const char* words) {
        return [words](Offscreen& o) {
            o.press(Key::k, ctrl);
            o.type(words);
        };
    };
    shoot("do-find-nothing-typed", "gradient-descent", themed("dark"), 1280, 720, 1, typed(""));
    shoot("do-find-rate", "gradient-descent", themed("light"), 1280, 720, 1, typed("rate"));
    shoot("do-find-set", "gradient-descent", themed("contrast"), 1280, 720, 1, typed("rate 0.01"));
    shoot("do-find-refused", "gradient-descent", themed("print"), 1280, 720, 1, typed("rate 1e9"));
    shoot("do-find-none", "transform", themed("dark"), 1280, 720, 1, typed("qqqq"));
    shoot("do-help", "transform", themed("dark"), 1280, 720, 1, [](Offscreen& o) { o.press(Key::f1); });
    shoot("do-help-light", "transform", themed("light"), 1920, 1080, 1, [](Offscreen& o) { o.press(Key::f1); });
    shoot("do-open", "transform", themed("light"), 1280, 720, 1, [](Offscreen& o) { o.press(Key::o, ctrl); });
    shoot("do-hidden", "eigenvectors", themed("dark"), 1280, 720, 1, [](Offscreen& o) { o.press(Key::h); });
    shoot("do-type-refused", "transform", themed("dark"), 1280, 720, 1, [](Offscreen& o) {
        o.click("A 1");
        o.type("1e9");
        o.press(Key::enter);
    });
    shoot("do-formula-broken", "loss-surface", themed("light"), 1280, 720, 1, [](Offscreen& o) {
        o.click("Formula f");
        o.press(Key::a, ctrl);
        o.type("x^2 + sinn(y)");
    });
    shoot("do-choose", "transform", themed("dark"), 1280, 720, 1, [](Offscreen& o) { o.click("Choice motion"); });
    shoot("do-tooltip", "transform", themed("light"), 1280, 720, 1, [](Offscreen& o) {
        o.move(o.middle_of("Undo"));
        o.settle(1);
    });
    shoot("do-toasts", "transform", themed("dark"), 1280, 720, 1, [](Offscreen& o) {
        o.interface().push(PathsDropped{"/nowhere/at all.png", 2});
        o.settle(0.2);
    });
    shoot("do-keyboard", "eigenvectors", themed("light"), 1280, 720, 1, [](Offscreen& o) {
        o.press(Key::f6);
        o.press(Key::f6);
        o.press(Key::down);
    });
    shoot("do-scale-075", "gradient-descent", themed("dark", 0.75), 1280, 720, 1, nothing);
    shoot("do-scale-2", "transform", themed("light", 2), 1280, 720, 1, nothing);
    shoot("do-scale-3", "transform", themed("dark", 3), 1280, 720, 1, nothing);
    shoot("do-scale-3-find", "transform", themed("dark", 3), 1280, 720, 1, typed("a"));
    shoot("do-scale-3-large", "eigenvectors", themed("light", 3), 1920, 1080, 1, nothing);
    shoot("do-small", "transform", themed("dark"), 640, 400, 1, nothing);
    shoot("do-wide", "gradient-descent", themed("light"), 1920, 1080, 1, nothing);
}

TEST_CASE("pictures of the first steps" * doctest::skip()) {
    const auto begin = [](Offscreen& o) { o.press(Key::f1, {false, true, false}); };
    const auto half_way = [](Offscreen& o) {
        o.press(Key::f1, {false, true, false});
        const Vec2 at = o.middle_of("A 0");
        o.drag(at, at + Vec2(30, 0));
        o.press(Key::tab);
        o.press(Key::right);
    };
    shoot("first-steps-dark", "transform", themed("dark"), 1280, 720, 1, begin);
    for (const char* theme : {"light", "print", "contrast"})
        shoot(std::string("first-steps-") + theme, "transform", themed(theme), 1280, 720, 1, half_way);
    shoot("first-steps-small", "transform", themed("dark"), 746, 672, 1, begin);
}

// EIGENSCAPE_UI_SHOTS=folder app_tests --no-skip -tc="pictures of lessons"
TEST_CASE("pictures of lessons" * doctest::skip()) {
    for (const auto& [width, height, scale] : {std::tuple{1280, 720, 1.0}, {3840, 2160, 2.0}})
        for (const Theme& theme : themes()) {
            Preferences preferences = themed(theme.name.data());
            preferences.lesson = true;
            const std::string end = "-" + std::string(theme.name) + "-" + std::to_string(width);
            preferences.layer = theme.dark ? "plain" : "formal";
            shoot("lesson" + end, "eigenvectors", preferences, width, height, scale, nothing);
            preferences.reduced_motion = true;
            preferences.layer = "see";
            shoot("lesson-story" + end, "eigenvectors", preferences, width, height, scale, [](Offscreen& o) {
                for (int i = 0; i < 3; ++i) o.click("Story next");
                o.move(o.middle_of("Term special"));
                o.settle();
            });
        }
    Preferences preferences = themed("dark");
    preferences.lesson = preferences.reduced_motion = true;
    shoot("lesson-long", "transform", preferences, 1280, 2400, 1, [](Offscreen& o) {
        o.click("Challenge 1");
        o.click("A hint");
    });
}
