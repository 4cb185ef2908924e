// The interface driven by hand, without a display: events are put in, and the explorer and the pictures are looked at.
// Controls are found by their words, so that moving one breaks no test.
#include "app/offscreen.h"

#include "app/model/explorer.h"
#include "app/model/numbers.h"
#include "app/panels/commands.h"
#include "app/panels/layout.h"
#include "app/panels/search.h"
#include "app/window_preferences.h"
#include "viz/image/file.h"
#include "viz/theme.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <tuple>
#include <unistd.h>

using namespace eigenscape;

namespace {

namespace fs = std::filesystem;

struct Folder {
    fs::path path = fs::temp_directory_path() / ("eigenscape_panels_" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
};

struct Desk {
    Folder folder;
    Explorer explorer;
    Offscreen offscreen;
    explicit Desk(const char* scene, int width = 1280, int height = 720, double scale = 1)
        : offscreen((open(scene), explorer), calm(), width, height, scale, host()) {}
    void open(const char* scene) { REQUIRE(!explorer.open(scene)); }
    static Preferences calm() {
        Preferences p;
        p.reduced_motion = true;
        return p;
    }
    Host host() {
        Host h;
        h.pictures_folder = folder.path.string();
        return h;
    }
    const Value& value(const char* name) { return explorer.state()[static_cast<std::size_t>(explorer.scene().find_param(name))]; }
    double number(const char* name, std::size_t entry = 0) { return numbers_of(value(name))[entry]; }
    std::vector<fs::path> files(const char* ending) {
        std::vector<fs::path> found;
        for (const auto& entry : fs::recursive_directory_iterator(folder.path))
            if (entry.path().extension() == ending) found.push_back(entry.path());
        return found;
    }
};

bool says(Desk& desk, const std::string& words) {
    const auto messages = desk.offscreen.interface().messages();
    return std::ranges::any_of(messages, [&](const std::string& message) { return message.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("a click in the library opens the scene, and a preset changes it") {
    Desk desk("transform");
    desk.offscreen.click("Eigenvectors");
    CHECK(desk.explorer.scene().words.id == "eigenvectors");
    const State before = desk.explorer.state();
    const Preset& preset = desk.explorer.scene().presets.at(1);
    desk.offscreen.click(preset.name);
    CHECK(desk.explorer.state() != before);
}

TEST_CASE("search finds scenes by a slip of the finger, and only those that speak of it") {
    CHECK(find_scenes("eigenvektor").front()->words.id == "eigenvectors");
    CHECK(find_scenes("DESCENT").front()->words.id == "gradient-descent");
    CHECK(find_scenes("").size() == all_scenes().size());
    CHECK(find_scenes("qqqqzzzz").empty());
    Desk desk("transform");
    desk.offscreen.press(Key::f, {true, false, false});
    desk.offscreen.type("descent");
    CHECK(desk.offscreen.knows("Gradient descent"));
    CHECK(!desk.offscreen.knows("Eigenvectors"));
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
    const Param& rate = desk.explorer.scene().params[static_cast<std::size_t>(desk.explorer.scene().find_param("rate"))];
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
    desk.offscreen.click("Search");
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
    const Vec2 at = camera_of(panel, desk.explorer.views(), desk.explorer.canvas()).to_screen(panel.handles.front().at) + Vec2(canvas.x, canvas.y);
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

    const fs::path foreign = desk.folder.path / "foreign.txt";
    std::ofstream(foreign) << "hello";
    desk.offscreen.interface().push(PathsDropped{foreign.string(), 3});
    desk.offscreen.settle(0.2);
    CHECK(says(desk, "foreign.txt"));
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

TEST_CASE("every theme, size and scale draws, an interface of no size draws nothing, the picture is at rest afterwards") {
    Desk desk("transform");
    for (const auto& [w, h, scale] : {std::tuple{1280, 720, 1.0}, {320, 240, 1.0}, {640, 360, 2.0}, {1, 1, 1.0}, {900, 40, 3.0}, {2000, 1000, 0.75}}) {
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
                const bool apart = place.x + place.width <= canvas.x || place.x >= canvas.x + canvas.width || place.y + place.height <= canvas.y || place.y >= canvas.y + canvas.height;
                CHECK(apart);
            }
        }
}

TEST_CASE("the keyboard reaches every panel, and its ring opens a scene") {
    Desk desk("transform");
    desk.offscreen.press(Key::f6);  // the bar
    desk.offscreen.press(Key::f6);  // the library
    desk.offscreen.press(Key::down);
    desk.offscreen.press(Key::down);
    desk.offscreen.press(Key::enter);
    const State preset = desk.explorer.state();
    CHECK(preset != desk.explorer.scene().defaults);
    desk.offscreen.press(Key::escape);
    desk.offscreen.press(Key::two);
    CHECK(desk.explorer.theme() == "light");
}

TEST_CASE("the shortcut table: no chord twice, and every command that is shown has words and a key") {
    std::vector<std::string> chords;
    for (const CommandRow& row : command_table())
        for (const Chord& chord : row.chords)
            if (chord.key != Key::none) chords.push_back(key_words(chord));
    std::ranges::sort(chords);
    CHECK(std::ranges::adjacent_find(chords) == chords.end());
    for (const CommandRow& row : command_table()) CHECK(!keys_of(row.command).empty());
    CHECK(command_for({Key::z, {true, false, false}}, false, false) == Command::undo);
    CHECK(command_for({Key::z, {true, false, false}}, true, false) == Command::none);
    CHECK(command_for({Key::f12, {}}, true, false) == Command::screenshot);
    CHECK(command_for({Key::space, {}}, false, true) == Command::none);
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
    CHECK(remembered_preferences(path).preferences == Preferences{});
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
    CHECK(!remember("", mine, "{}").empty());
    std::ofstream(path) << "{";
    CHECK(remembered_preferences(path).trouble == "The preferences in " + path + " are damaged; the usual ones are used.");
    CHECK(remembered_preferences(folder.path.string()).trouble == "Cannot read " + folder.path.string() + ": this is a folder; the usual ones are used.");
    CHECK(remember("/proc/nowhere/preferences.json", mine, "{}").starts_with("The preferences were not saved: Cannot write /proc/nowhere/preferences.json: "));
}
