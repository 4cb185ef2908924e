// Pictures of a learner's tools, for people to look at: not a test of pixels.
// EIGENSCAPE_UI_SHOTS=folder app_tests --no-skip -tc="pictures of learning" writes them, in every theme.
#include "app/model/explorer.h"
#include "app/offscreen.h"
#include "viz/image/file.h"
#include "viz/theme.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <functional>
#include <string>

using namespace eigenscape;

namespace {

struct LearningLook {
    const char* theme = "dark";
    int width = 1280, height = 720;
    double scale = 1;
};

void shoot(const std::string& name, const char* scene, const LearningLook& look,
           const std::function<void(Offscreen&)>& deed) {
    const char* folder = std::getenv("EIGENSCAPE_UI_SHOTS");
    REQUIRE_MESSAGE(folder != nullptr, "EIGENSCAPE_UI_SHOTS names the folder to write to");
    Explorer explorer;
    REQUIRE(!explorer.open(scene));
    Preferences preferences;
    preferences.theme = look.theme;
    preferences.scale = look.scale;
    preferences.reduced_motion = true;
    preferences.welcomed = name.find("welcome") == std::string::npos;
    Host host;
    host.today = [] { return 20'781; };
    Offscreen offscreen(explorer, preferences, look.width, look.height, 1, host);
    deed(offscreen);
    const std::string file = std::string(folder) + "/" + name + "-" + look.theme + "-" + std::to_string(look.width);
    CHECK(write_file_atomic(file + ".png", write_png(offscreen.picture())));
}

void grade_all(Offscreen& o, int count) {
    for (int i = 0; i < count; ++i) {
        o.press(Key::space);
        o.press(Key::three);
    }
}

void shoot_all(const LearningLook& look) {
    shoot("learn-welcome", "transform", look, [](Offscreen&) {});
    shoot("learn-keys", "transform", look, [](Offscreen& o) { o.press(Key::f1); });
    shoot("learn-hurts", "transform", look, [](Offscreen& o) { o.press(Key::w); });
    shoot("learn-hurts-typed", "transform", look, [](Offscreen& o) {
        o.press(Key::w);
        o.type("my loss is nan");
    });
    shoot("learn-hurts-none", "transform", look, [](Offscreen& o) {
        o.press(Key::w);
        o.type("zzqqxy");
    });
    shoot("learn-hurts-led", "transform", look, [](Offscreen& o) {
        o.press(Key::w);
        o.type("my loss is nan");
        o.press(Key::enter);
    });
    shoot("learn-find", "transform", look, [](Offscreen& o) {
        o.press(Key::k, {true, false, false});
        o.type("my loss is nan");
    });
    shoot("learn-card", "transform", look, [](Offscreen& o) { o.press(Key::c); });
    shoot("learn-card-answer", "bayes", look, [](Offscreen& o) {
        o.press(Key::c);
        o.click("This scene");
        o.press(Key::space);
    });
    shoot("learn-card-look", "gradient-descent", look, [](Offscreen& o) {
        o.press(Key::c);
        o.press(Key::v);
    });
    shoot("learn-card-look-answer", "gradient-descent", look, [](Offscreen& o) {
        o.press(Key::c);
        o.press(Key::v);
        o.press(Key::space);
    });
    shoot("learn-card-done", "transform", look, [](Offscreen& o) {
        o.press(Key::c);
        grade_all(o, 10);
    });
}

}  // namespace

TEST_CASE("pictures of learning" * doctest::skip()) {
    const char* only = std::getenv("EIGENSCAPE_UI_THEME");  // one theme, when it is named
    for (const Theme& theme : themes())
        if (!only || theme.name == only) shoot_all({theme.name.data()});
    if (only) return;
    shoot_all({"dark", 3840, 2160, 2});
    shoot_all({"light", 746, 672});
}
