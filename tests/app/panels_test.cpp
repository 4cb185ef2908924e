// The interface driven by hand, without a display: events are put in, and the explorer and the pictures are looked at.
// Controls are found by their words, so that moving one breaks no test.
#include "app/model/picture_clipboard.h"
#include "app/panels/commands.h"
#include "app/panels/layout.h"
#include "app/panels/palette.h"
#include "app/window_preferences.h"
#include "tests/app/desk.h"
#include "viz/image/file.h"
#include "viz/oklab.h"
#include "viz/theme.h"

#include <doctest/doctest.h>
#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <tuple>

using namespace eigenscape;

namespace fs = std::filesystem;
using eigenscape::testing::Desk;
using eigenscape::testing::Folder;
using eigenscape::testing::says;

TEST_CASE("a click in the library opens the scene, and a preset changes it") {
    Desk desk("transform");
    desk.offscreen.click("Eigenvectors");
    CHECK(desk.explorer.scene().words.id == "eigenvectors");
    const State before = desk.explorer.state();
    const Preset& preset = desk.explorer.scene().presets.at(1);
    desk.offscreen.click(preset.name);
    CHECK(desk.explorer.state() != before);
}

TEST_CASE("the open scene is in sight in the library, whichever way it was opened") {
    Desk desk("network");
    const auto in_sight = [&] {
        const Vec2 row = desk.offscreen.middle_of(desk.explorer.scene().words.title);
        return row.y() > desk.offscreen.middle_of("What hurts?").y() + 30 &&
               row.y() < desk.offscreen.middle_of(desk.explorer.scene().presets.at(0).name).y() - 40;
    };
    CHECK(in_sight());
    desk.open("transform");
    desk.offscreen.settle(0.1);
    CHECK(in_sight());
}

TEST_CASE("a matrix entry is typed exactly, refused in words when out of range, and undone") {
    Desk desk("transform");
    const Value before = desk.value("A");
    desk.offscreen.click("A 1");
    desk.offscreen.type("0.123456789");
    desk.offscreen.press(Key::enter);
    CHECK(desk.number("A", 1) == 0.123456789);
    desk.offscreen.click("A 0");
    desk.offscreen.type("1e300");
    desk.offscreen.press(Key::enter);
    CHECK(desk.number("A", 0) == numbers_of(before)[0]);
    desk.offscreen.press(Key::escape);
    desk.offscreen.press(Key::z, {true, false, false});
    CHECK(desk.value("A") == before);
}

TEST_CASE("a number is dragged sideways, one drag is one step of undo, and a double click on the name resets") {
    Desk desk("transform");
    const double before = desk.number("A", 0);
    const Vec2 at = desk.offscreen.middle_of("A 0");
    desk.offscreen.drag(at, at + Vec2(60, 0));
    CHECK(desk.number("A", 0) > before);
    desk.offscreen.drag(at, at + Vec2(30, 0));
    desk.offscreen.press(Key::z, {true, false, false});
    desk.offscreen.press(Key::z, {true, false, false});
    CHECK(desk.number("A", 0) == before);
    desk.offscreen.drag(at, at + Vec2(60, 0));
    desk.offscreen.double_click(desk.offscreen.middle_of("Name A"));
    CHECK(desk.number("A", 0) == before);
}

TEST_CASE("a slider follows the pointer to both ends of its range") {
    Desk desk("gradient-descent");
    const Param& rate =
        desk.explorer.scene().params[static_cast<std::size_t>(desk.explorer.scene().find_param("rate"))];
    const Vec2 middle = desk.offscreen.middle_of("Slider rate");
    desk.offscreen.drag(middle, middle + Vec2(600, 0));
    CHECK(desk.number("rate") == doctest::Approx(rate.range.max));
    desk.offscreen.drag(desk.offscreen.middle_of("Slider rate"), middle - Vec2(600, 0));
    CHECK(desk.number("rate") == doctest::Approx(rate.range.min));
}

TEST_CASE("a formula is followed while it is typed, and a broken one keeps the last good picture") {
    Desk desk("loss-surface");
    const std::string first = std::get<Formula>(desk.value("f")).text;
    desk.offscreen.click("Formula f");
    desk.offscreen.press(Key::a, {true, false, false});
    desk.offscreen.type("x^2 + y^2");
    CHECK(std::get<Formula>(desk.value("f")).text == "x^2 + y^2");
    desk.offscreen.type(" +");
    CHECK(std::get<Formula>(desk.value("f")).text == "x^2 + y^2");
    desk.offscreen.press(Key::escape);
    CHECK(std::get<Formula>(desk.value("f")).text == first);
}

TEST_CASE("keys: play and pause, hide the panels, themes, none of them while a text is typed") {
    Desk desk("transform");
    desk.offscreen.press(Key::comma, {false, true, false});
    desk.offscreen.interface().push(KeyChanged{Key::space, true, {}});
    desk.offscreen.settle(0.1);
    CHECK(desk.explorer.timeline().playing);
    desk.offscreen.interface().push(KeyChanged{Key::space, true, {}});
    desk.offscreen.settle(0.1);
    CHECK(!desk.explorer.timeline().playing);
    const Rect with_panels = desk.offscreen.interface().canvas_pixels();
    desk.offscreen.press(Key::h);
    CHECK(desk.offscreen.interface().canvas_pixels() == Rect{0, 0, 1280, 720});
    desk.offscreen.press(Key::escape);
    CHECK(desk.offscreen.interface().canvas_pixels() == with_panels);
    desk.offscreen.press(Key::two);
    CHECK(desk.explorer.theme() == "light");
    const bool calm_before = desk.offscreen.interface().preferences().reduced_motion;
    desk.offscreen.press(Key::m);
    CHECK(desk.offscreen.interface().preferences().reduced_motion == !calm_before);
    desk.offscreen.click("A 0");
    desk.offscreen.press(Key::h);
    desk.offscreen.press(Key::one);
    CHECK(desk.explorer.theme() == "light");
    CHECK(desk.offscreen.interface().canvas_pixels() == with_panels);
}

TEST_CASE("a handle on the canvas is dragged by the pointer") {
    Desk desk("transform");
    const Rect canvas = desk.offscreen.interface().canvas_pixels();
    const Frame& frame = desk.explorer.frame();
    const Panel& panel = frame.panels().front();
    REQUIRE(!panel.handles.empty());
    const Vec2 at =
        camera_of(panel, desk.explorer.views(), desk.explorer.canvas()).to_screen(panel.handles.front().at) +
        Vec2(canvas.x, canvas.y);
    const State before = desk.explorer.state();
    desk.offscreen.move(at);
    CHECK(desk.offscreen.interface().cursor() == Cursor::hand);
    desk.offscreen.drag(at, at + Vec2(40, -30));
    CHECK(desk.explorer.state() != before);
    desk.offscreen.press(Key::z, {true, false, false});
    CHECK(desk.explorer.state() == before);
}

TEST_CASE("losing the window with the button down ends the gesture") {
    Desk desk("transform");
    const Rect canvas = desk.offscreen.interface().canvas_pixels();
    desk.offscreen.move({canvas.x + 30, canvas.y + 400});
    desk.offscreen.interface().push(ButtonChanged{0, true, {}});
    desk.offscreen.settle(0.1);
    CHECK(desk.explorer.dragging());
    desk.offscreen.interface().push(FocusLost{});
    desk.offscreen.settle(0.1);
    CHECK(!desk.explorer.dragging());
}

TEST_CASE("the screenshot key makes new files, each reopening its picture, foreign files are refused politely") {
    Desk desk("eigenvectors");
    REQUIRE(!desk.explorer.set_settings({"A=[[0,-1],[1,0.5]]"}));
    desk.offscreen.settle();
    const Document shown = desk.explorer.document();
    desk.offscreen.press(Key::f12);
    desk.offscreen.press(Key::f12, {false, true, false});
    const auto pictures = desk.files(".png");
    REQUIRE(pictures.size() == 2);
    CHECK(says(desk, "Saved"));
    const Rect canvas = desk.offscreen.interface().canvas_pixels();
    std::vector<int> widths;
    for (const fs::path& path : pictures) widths.push_back(read_png(read_file(path).bytes).image.width);
    std::ranges::sort(widths);
    CHECK(widths == std::vector{static_cast<int>(canvas.width), 2 * static_cast<int>(canvas.width)});

    desk.open("transform");
    desk.offscreen.interface().push(PathsDropped{pictures.front().string(), 1});
    desk.offscreen.settle();
    CHECK(desk.explorer.scene().words.id == "eigenvectors");
    CHECK(desk.explorer.state() == shown.state);

    const fs::path foreign = desk.folder.path / "foreign.doc";
    std::ofstream(foreign) << "hello";
    desk.offscreen.interface().push(PathsDropped{foreign.string(), 3});
    desk.offscreen.settle(0.2);
    CHECK(says(desk, "foreign.doc"));
    CHECK(says(desk, "only the first"));
    CHECK(desk.explorer.state() == shown.state);
}

TEST_CASE("a folder that cannot be written to is said in words, and the program goes on") {
    Desk desk("transform");
    inject_file_faults([](std::string_view call) { return call == "write" ? 28 : 0; });  // ENOSPC
    desk.offscreen.press(Key::f12);
    inject_file_faults({});
    CHECK(says(desk, "not saved"));
    CHECK(desk.files(".png").empty());
    desk.offscreen.press(Key::f12);
    CHECK(desk.files(".png").size() == 1);
}

TEST_CASE(
    "every theme, size and scale draws, an interface of no size draws nothing, the picture is at rest afterwards") {
    Desk desk("transform");
    for (const auto& [w, h, scale] : {std::tuple{1280, 720, 1.0},
                                      {320, 240, 1.0},
                                      {640, 360, 2.0},
                                      {1, 1, 1.0},
                                      {900, 40, 3.0},
                                      {2000, 1000, 0.75}}) {
        desk.offscreen.resize(w, h, scale);
        for (const Theme& theme : themes()) {
            desk.explorer.set_theme(theme.name);
            desk.offscreen.settle(0.1);
        }
        const Rect canvas = desk.offscreen.interface().canvas_pixels();
        CHECK(canvas.x >= 0);
        CHECK(canvas.x + canvas.width <= w);
        CHECK(canvas.y + canvas.height <= h);
    }
    desk.offscreen.resize(0, 0, 1);
    desk.offscreen.settle(0.1);
    CHECK(std::isinf(desk.offscreen.interface().draw(1000)));
    desk.offscreen.interface().resize(40000, 40000, 1);  // larger than any driver's picture
    CHECK(!desk.offscreen.interface().can_be_drawn());
    CHECK(std::isinf(desk.offscreen.interface().draw(1000)));
    desk.offscreen.resize(800, 600, 1);
    desk.offscreen.settle(2);
    CHECK(std::isinf(desk.offscreen.interface().draw(1001)));
}

TEST_CASE("no control lies outside the window or under another panel at 1280 by 720 and at 4K with scale 2") {
    for (const auto& [w, h, scale] : {std::tuple{1280, 720, 1.0}, {3840, 2160, 2.0}})
        for (const Scene& scene : all_scenes()) {
            Desk desk(scene.words.id.c_str(), w, h, scale);
            const Rect canvas = desk.offscreen.interface().canvas_pixels();
            for (const auto& [name, place] : desk.offscreen.interface().places()) {
                INFO(scene.words.id << ": " << name);
                CHECK(place.x >= 0);
                CHECK(place.x + place.width <= w);
                const bool apart = place.x + place.width <= canvas.x || place.x >= canvas.x + canvas.width ||
                                   place.y + place.height <= canvas.y || place.y >= canvas.y + canvas.height;
                const bool within = place.x >= canvas.x && place.x + place.width <= canvas.x + canvas.width &&
                                    place.y >= canvas.y && place.y + place.height <= canvas.y + canvas.height;
                CHECK((name.starts_with("Canvas ") ? within : apart));  // a formula's live numbers are on the canvas
            }
        }
}

TEST_CASE("the keyboard reaches every panel, and its ring opens a scene") {
    Desk desk("transform");
    desk.offscreen.press(Key::f6);  // the bar
    desk.offscreen.press(Key::f6);  // the library, where the first control asks what hurts
    desk.offscreen.press(Key::down);
    desk.offscreen.press(Key::down);
    desk.offscreen.press(Key::down);
    desk.offscreen.press(Key::enter);
    CHECK(desk.explorer.scene().words.id == all_scenes()[2].words.id);
    const State before = desk.explorer.state();
    for (std::size_t i = 0; i < all_scenes().size() - 1; ++i)
        desk.offscreen.press(Key::down);  // past the last scene, to its presets
    desk.offscreen.press(Key::enter);
    CHECK(desk.explorer.state() != before);
    desk.offscreen.press(Key::escape);
    desk.offscreen.press(Key::two);
    CHECK(desk.explorer.theme() == "light");
}

TEST_CASE("words about a control wait for a pointer that stays, and then the window is at rest again") {
    Desk desk("transform");
    const auto with_tip = [&] { return desk.offscreen.picture().rgba; };
    desk.offscreen.move(desk.offscreen.middle_of("Undo"));
    const auto before = with_tip();
    desk.offscreen.settle(0.1);
    CHECK(with_tip() == before);
    desk.offscreen.settle(1);
    CHECK(with_tip() != before);
    CHECK(std::isinf(desk.offscreen.interface().draw(1000)));
}

TEST_CASE("the picture goes to the clipboard as a PNG that opens it again, and what is missing is said") {
    Desk desk("eigenvectors");
    REQUIRE(!desk.explorer.set_settings({"A=[[0,-1],[1,0.5]]"}));
    desk.offscreen.press(Key::c, {true, false, false});
    REQUIRE(desk.copied.size() == 1);
    const DocumentOutcome opened = document_from_png(desk.copied.front(), desk.explorer.scenes());
    REQUIRE(std::holds_alternative<Document>(opened));
    CHECK(std::get<Document>(opened).state == desk.explorer.document().state);
    CHECK(says(desk, "on the clipboard"));
    desk.cannot_copy = "It needs a program that is not installed.";
    desk.offscreen.press(Key::c, {true, false, false});
    CHECK(says(desk, "not copied: It needs a program"));
    desk.offscreen.click("A 1");
    desk.offscreen.press(Key::c, {true, false, false});  // the field's own copy
    CHECK(desk.copied.size() == 2);
}

TEST_CASE("the wl-copy and xclip that are found get the bytes and the words, one that fails is quoted") {
    const Folder folder;
    const auto write = [&](const char* name, const std::string& script) {
        const fs::path path = folder.path / name;
        std::ofstream(path) << "#!/bin/sh\n" << script;
        fs::permissions(path, fs::perms::owner_all);
    };
    const std::string path = std::getenv("PATH");
    const auto environment = [](const char* name, const std::string& value) {
        if (value.empty()) ::unsetenv(name);
        else ::setenv(name, value.c_str(), 1);
    };
    const char *display = std::getenv("DISPLAY"), *wayland = std::getenv("WAYLAND_DISPLAY");
    const std::string display_before = display ? display : "", wayland_before = wayland ? wayland : "";
    const std::string told = (folder.path / "told").string();
    const Bytes png{0x89, 'P', 'N', 'G', 0, 255};
    environment("PATH", folder.path.string());

    environment("DISPLAY", ":77"), environment("WAYLAND_DISPLAY", "");
    CHECK(copy_png(png).find("package is called xclip") != std::string::npos);
    write("xclip", "echo \"$@\" > '" + told + "'; /bin/cat > '" + told + ".png'\n");
    CHECK(copy_png(png) == "");
    std::string words;
    std::getline(std::ifstream(told), words);
    CHECK(words == "-selection clipboard -t image/png -i");
    CHECK(read_file(told + ".png").bytes == png);
    write("xclip", "echo no such display >&2; exit 1\n");
    CHECK(copy_png(png) == "xclip ended with status 1: no such display\n");

    environment("WAYLAND_DISPLAY", "wayland-0"), environment("DISPLAY", "");
    CHECK(copy_png(png).find("package is called wl-clipboard") != std::string::npos);
    write("wl-copy", "/bin/cat > /dev/null\n");
    CHECK(copy_png(png) == "");
    write("wl-copy", "exec 0<&-\nexit 0\n");
    CHECK(copy_png(Bytes(4'000'000)).find("did not take the whole picture") != std::string::npos);
    environment("WAYLAND_DISPLAY", "");
    CHECK(copy_png(png).find("no desktop") != std::string::npos);

    environment("PATH", path), environment("DISPLAY", display_before), environment("WAYLAND_DISPLAY", wayland_before);
}

TEST_CASE("the interface reads on its grounds in every theme") {
    CHECK(contrast(rgb(0x000000), rgb(0xffffff)) == doctest::Approx(21));
    CHECK(contrast(rgb(0x777777), rgb(0xffffff)) ==
          doctest::Approx(4.48).epsilon(0.005));  // the well-known grey just below AA
    for (const Theme& theme : themes()) {
        CAPTURE(std::string(theme.name));
        const Palette p = palette_of(theme);
        for (const Color& ground : {p.panel, p.raised, p.track}) {
            CHECK(contrast(p.text, ground) > 7);
            CHECK(contrast(p.soft, ground) > 4.5);
            CHECK(contrast(p.bad, ground) > 4.5);
        }
        CHECK(contrast(p.focus, p.panel) > 3);
        CHECK(contrast(p.fill, p.panel) > 3);
        std::vector<Color> columns;
        for (const Ink ink : {Ink::first, Ink::second, Ink::third}) {
            columns.push_back(legible(p, ink));
            CHECK(contrast(columns.back(), p.track) >= 4.5);
            CHECK(distance(columns.back(), theme[ink]) < 0.25);  // still the role's colour
        }
        CHECK(distance(columns[0], columns[1]) > 0.11);
    }
}

TEST_CASE("a panel for which there is no room is told in words, and the finder still sets values") {
    Desk desk("transform", 427, 240);
    desk.offscreen.press(Key::i);
    desk.offscreen.press(Key::i);
    CHECK(says(desk, "too small for the inspector"));
    CHECK(desk.offscreen.knows("Find or do anything"));
    desk.offscreen.press(Key::k, {true, false, false});
    desk.offscreen.type("A 2,1,1,2");
    desk.offscreen.press(Key::enter);
    CHECK(desk.number("A", 1) == 1);
}

TEST_CASE("the scale of the interface and of the screen change while a drag is under way") {
    Desk desk("transform");
    const Rect canvas = desk.offscreen.interface().canvas_pixels();
    desk.offscreen.move({canvas.x + 30, canvas.y + 400});
    desk.offscreen.interface().push(ButtonChanged{0, true, {}});
    desk.offscreen.settle(0.1);
    for (const double scale : {2.0, 0.5, 4.0, undefined, -1.0, 0.0, 1.0}) {
        desk.offscreen.resize(1280, 720, scale);
        desk.offscreen.move({canvas.x + 40, canvas.y + 380});
    }
    desk.offscreen.interface().push(ButtonChanged{0, false, {}});
    desk.offscreen.settle();
    CHECK(!desk.explorer.dragging());
    for (int i = 0; i < 20; ++i) desk.offscreen.press(Key::plus, {true, false, false});
    CHECK(desk.offscreen.interface().preferences().scale == largest_scale);
    for (int i = 0; i < 30; ++i) desk.offscreen.press(Key::minus, {true, false, false});
    CHECK(desk.offscreen.interface().preferences().scale == smallest_scale);
    desk.offscreen.press(Key::zero, {true, false, false});
    CHECK(desk.offscreen.interface().preferences().scale == 1);
    CHECK(desk.offscreen.interface().canvas_pixels() == canvas);
}

TEST_CASE("ten megabytes pasted into a number, and a stuck key, cost no state and no growing queue") {
    Desk desk("transform");
    desk.pasted = std::string(10'000'000, '7');
    const State before = desk.explorer.state();
    desk.offscreen.click("A 1");
    desk.offscreen.press(Key::v, {true, false, false});
    desk.offscreen.press(Key::enter);
    CHECK(desk.explorer.state() == before);
    desk.offscreen.press(Key::escape);
    for (int i = 0; i < 20'000; ++i) desk.offscreen.interface().push(KeyChanged{Key::right, true, {}, true});
    desk.offscreen.settle(0.1);
    CHECK(desk.offscreen.interface().waiting_events() < 5000);
}

TEST_CASE("the shortcut table: no chord twice, and every command that is shown has words and a key") {
    for (const bool of_question : {true, false}) {
        std::vector<std::string> chords;
        for (const CommandRow& row : command_table())
            for (const Chord& chord : row.chords)
                if (chord.key != Key::none && (row.group == of_questions) == of_question)
                    chords.push_back(key_words(chord));
        std::ranges::sort(chords);
        CHECK(!chords.empty());
        CHECK(std::ranges::adjacent_find(chords) == chords.end());
    }
    for (const CommandRow& row : command_table()) CHECK(!keys_of(row.command).empty());
    CHECK(command_for({Key::z, {true, false, false}}, false, false) == Command::undo);
    CHECK(command_for({Key::z, {true, false, false}}, true, false) == Command::none);
    CHECK(command_for({Key::f12, {}}, true, false) == Command::screenshot);
    CHECK(command_for({Key::space, {}}, false, true) == Command::none);
    CHECK(command_for({Key::one, {}}, false, false) == Command::theme_1);
    CHECK(command_for({Key::one, {}}, false, false, true) == Command::first_answer);
    CHECK(command_for({Key::one, {}}, true, false, true) == Command::none);
    CHECK(command_for({Key::space, {}}, false, true, true) == Command::none);
    CHECK(command_for({Key::v, {}}, false, false) == Command::none);
}

TEST_CASE("the layout stays inside the window and keeps the canvas's room") {
    for (const double w : {1.0, 200.0, 500.0, 800.0, 1280.0, 1920.0, undefined})
        for (const double h : {1.0, 100.0, 720.0, undefined}) {
            const Layout layout = layout_of(w, h, {});
            CHECK(layout.canvas.width >= 1);
            CHECK(layout.canvas.height >= 1);
            CHECK(layout.canvas.x + layout.canvas.width <= std::max(1.0, std::isfinite(w) ? w : 1.0));
        }
    CHECK(!layout_of(700, 720, {}).shows(layout_of(700, 720, {}).library));
}

TEST_CASE("preferences come back, damaged ones cost nothing but themselves, unknown keys are kept") {
    const Folder folder;
    const std::string path = (folder.path / "deep" / "preferences.json").string();
    Preferences first;
    first.welcomed = false;
    CHECK(remembered_preferences(path).preferences == first);
    Preferences mine;
    mine.theme = "print";
    mine.scale = 1.5;
    mine.library = false;
    CHECK(remember(path, mine, R"({"later": [1, 2]})").empty());
    const RememberedPreferences back = remembered_preferences(path);
    CHECK(back.preferences == mine);
    CHECK(back.unknown.find("later") != std::string::npos);
    for (const char* text : {"", "{", "[]", "null", "{\"scale\": 1e999}", "\xff\xfe"}) {
        std::ofstream(path) << text;
        CHECK(remembered_preferences(path).preferences == Preferences{});
    }
    std::ofstream(path) << R"({"theme": 7, "width": -1, "height": 1e300, "scale": 99, "inspector": false})";
    const Preferences bent = remembered_preferences(path).preferences;
    CHECK(bent.theme == "dark");
    CHECK(bent.width == 1280);
    CHECK(bent.height == 720);
    CHECK(bent.scale == largest_scale);
    CHECK(!bent.inspector);
    std::ofstream(path) << R"({"width": 0, "height": 100000})";  // B22: neither reaches the window system
    CHECK(remembered_preferences(path).preferences.width == 1280);
    CHECK(remembered_preferences(path).preferences.height == 16384);
    CHECK(!remember("", mine, "{}").empty());
    std::ofstream(path) << "{";
    CHECK(remembered_preferences(path).trouble ==
          "The preferences in " + path + " are damaged; the usual ones are used.");
    CHECK(remembered_preferences(folder.path.string()).trouble ==
          "Cannot read " + folder.path.string() + ": this is a folder; the usual ones are used.");
    CHECK(remember("/proc/nowhere/preferences.json", mine, "{}")
              .starts_with("The preferences were not saved: Cannot write /proc/nowhere/preferences.json: "));
}

TEST_CASE("F89: changing between all scenes again and again keeps no more of OpenGL than the first time") {
    Desk desk("transform");
    const auto round = [&] {
        for (const Scene& scene : all_scenes()) {
            desk.open(scene.words.id.c_str());
            desk.offscreen.settle(0.3);
        }
    };
    // Drivers count names on, so those that are alive are counted.
    const auto alive = [] {
        std::array<GLuint, 3> next{};
        glGenTextures(1, &next[0]), glGenBuffers(1, &next[1]), glGenVertexArrays(1, &next[2]);
        glDeleteTextures(1, &next[0]), glDeleteBuffers(1, &next[1]), glDeleteVertexArrays(1, &next[2]);
        std::array<int, 3> count{};
        for (GLuint name = 1; name < next[0]; ++name) count[0] += glIsTexture(name);
        for (GLuint name = 1; name < next[1]; ++name) count[1] += glIsBuffer(name);
        for (GLuint name = 1; name < next[2]; ++name) count[2] += glIsVertexArray(name);
        return count;
    };
    for (int i = 0; i < 4; ++i) round();  // until what is kept for the next picture has its usual size
    const auto before = alive();
    CHECK(before[1] > 0);
    for (int i = 0; i < 3; ++i) round();
    const auto after = alive();
    for (std::size_t i = 0; i < after.size(); ++i) CHECK(after[i] <= before[i]);
}

TEST_CASE("N puts the picture into today's note, and says where") {
    Desk desk("transform");
    desk.offscreen.press(Key::n);
    CHECK(says(desk, "Added to"));
    CHECK(desk.files(".md").size() == 1);
    CHECK(desk.files(".png").size() == 1);
}
