// The notebook in the window, driven by hand without a display: write, read, search, delete, and come back to a picture.
#include "tests/app/desk.h"
#include "viz/image/file.h"
#include "viz/image/png_chunks.h"

#include <chrono>
#include <thread>

using namespace eigenscape;
using eigenscape::testing::Desk;
using eigenscape::testing::says;
namespace fs = std::filesystem;

namespace {

constexpr Mods shift{false, true, false}, ctrl{true, false, false};

struct Writer : Desk {
    explicit Writer(const char* scene = "transform", int height = 1000) : Desk(scene, 1280, height) {}
    fs::path note(const std::string& name) const { return folder.path / "notes" / name; }
    void put(const std::string& name, const std::string& text) const {
        fs::create_directories(note(name).parent_path());
        REQUIRE(write_file_atomic(note(name), std::string_view(text)));
    }
    std::string text(const std::string& name) const { return std::string(png::as_text(read_file(note(name)).bytes)); }
    void open(const std::string& title) {
        offscreen.press(Key::n, shift);
        offscreen.click("Note " + title);
    }
    // Writing has a thread of its own.
    bool comes(const auto& what) {
        for (int i = 0; i < 200; ++i) {
            offscreen.settle(0.2);
            if (what()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return false;
    }
};

}  // namespace

TEST_CASE("a new note is begun, typed in and on the disk without being saved by hand") {
    Writer desk;
    desk.offscreen.press(Key::n, shift);
    desk.offscreen.click("New note");
    desk.offscreen.type("Rotations");
    desk.offscreen.press(Key::enter);
    REQUIRE(desk.offscreen.knows("Note text"));
    desk.offscreen.type("They turn h");
    desk.offscreen.press(Key::backspace);
    desk.offscreen.type("the plane.");
    CHECK(desk.comes([&] { return desk.text("Rotations.md").ends_with("# Rotations\n\nThey turn the plane."); }));
    CHECK(desk.comes([&] { return desk.offscreen.knows("State Saved"); }));
    CHECK(desk.explorer.scene().words.id == "transform");  // no letter was taken for a command
}

TEST_CASE("keys that are commands elsewhere are letters in a note, and Escape leaves it") {
    Writer desk;
    desk.put("a.md", "");
    desk.open("a");
    desk.offscreen.click("Note text");
    desk.offscreen.type("hlr ");
    desk.offscreen.press(Key::h);
    desk.offscreen.press(Key::space);
    CHECK(desk.offscreen.knows("Note text"));
    desk.offscreen.press(Key::z, ctrl);
    desk.offscreen.press(Key::s, ctrl);
    CHECK(says(desk, "Saved "));
    CHECK(desk.text("a.md") == "");
    desk.offscreen.press(Key::escape);
    desk.offscreen.press(Key::h);
    CHECK(!desk.offscreen.knows("Note text"));
}

TEST_CASE("caret, choice, clipboard and undo work by keys and by hand") {
    Writer desk;
    desk.put("a.md", "one two three");
    desk.open("a");
    desk.offscreen.click("Note text");
    desk.offscreen.press(Key::home, ctrl);
    desk.offscreen.press(Key::right, {true, true, false});
    desk.offscreen.type("1 ");
    desk.offscreen.press(Key::end);
    desk.pasted = " four \U0001F600";
    desk.offscreen.press(Key::v, ctrl);
    desk.offscreen.press(Key::enter);
    desk.offscreen.press(Key::up);
    desk.offscreen.press(Key::end);
    desk.offscreen.press(Key::backspace, ctrl);
    desk.offscreen.press(Key::s, ctrl);
    CHECK(desk.text("a.md") == "1 two three four \n");
    for (int i = 0; i < 3; ++i) desk.offscreen.press(Key::z, ctrl);
    desk.offscreen.press(Key::s, ctrl);
    CHECK(desk.text("a.md") == "1 two three");
    const Vec2 middle = desk.offscreen.middle_of("Note text");
    desk.offscreen.double_click(middle);
    desk.offscreen.press(Key::a, ctrl);
    desk.offscreen.press(Key::erase);
    desk.offscreen.press(Key::s, ctrl);
    CHECK(desk.text("a.md") == "");
}

TEST_CASE("the search goes to a line of a note, and typing replaces what is chosen there") {
    Writer desk;
    std::string text;
    for (int i = 1; i <= 200; ++i) text += "line " + std::to_string(i) + "\n\n";
    desk.put("a.md", text + "the needle is here\n");
    desk.put("b.md", "nothing");
    desk.offscreen.press(Key::n, shift);
    desk.offscreen.click("Search notes");
    desk.offscreen.type("needle");
    desk.offscreen.click("Place 1");
    REQUIRE(desk.offscreen.knows("Note text"));
    desk.offscreen.click("Note text");
    desk.offscreen.press(Key::end, ctrl);
    desk.offscreen.type("end");
    CHECK(desk.comes([&] { return desk.text("a.md").ends_with("the needle is here\nend"); }));
}

TEST_CASE("a captured picture stands in the typeset note, and a click on it is exactly that state again") {
    Writer desk("transform", 2000);
    REQUIRE(!desk.explorer.set_settings({"A=[[0.5,-1],[2,0.25]]"}));
    desk.offscreen.settle();
    const State then = desk.explorer.state();
    desk.offscreen.press(Key::n);
    desk.offscreen.press(Key::n, shift);
    REQUIRE(desk.offscreen.knows("Read"));
    desk.offscreen.click("Read");
    desk.explorer.reset();
    desk.offscreen.settle();
    REQUIRE(desk.explorer.state() != then);
    const auto& places = desk.offscreen.interface().places();
    const auto picture = std::ranges::find_if(places, [](const auto& one) { return one.first.starts_with("Picture transform-"); });
    REQUIRE(picture != places.end());
    desk.offscreen.click(picture->first);
    CHECK(desk.explorer.state() == then);
}

TEST_CASE("what is typed while a picture is captured into the same note is kept, and what was added is seen") {
    Writer desk;
    desk.offscreen.press(Key::n, shift);
    desk.offscreen.click("Today");
    desk.offscreen.type("mine first");
    desk.offscreen.press(Key::escape);
    desk.offscreen.press(Key::n);
    const std::string name = desk.files(".md")[0].filename().string();
    const std::string text = desk.text(name);
    CHECK(text.find("mine first\n\n## ") != std::string::npos);
    desk.offscreen.click("Note text");
    desk.offscreen.press(Key::end, ctrl);
    desk.offscreen.type("I saw it.");
    CHECK(desk.comes([&] { return desk.text(name).ends_with("**In my own words:** \nI saw it."); }));
    CHECK(std::distance(fs::directory_iterator(desk.folder.path / "notes"), {}) == 2);  // the note and its pictures
}

TEST_CASE("pictures that are missing, outside or no pictures have their name and the reason, and links are refused in words") {
    Writer desk("transform", 2000);
    desk.put("a.md", "![x](pictures/gone.png)\n\n![y](../../secret.png)\n\n![z](https://example.org/w.png)\n\n![v](bad.png)\n\n[one](file:///etc/passwd) [two](https://example.org) [three](b.md)\n");
    desk.put("bad.png", "not a picture");
    desk.put("b.md", "there");
    desk.open("a");
    desk.offscreen.click("Read");
    for (const char* name : {"Missing gone.png", "Missing secret.png", "Missing w.png", "Missing bad.png"}) CHECK(desk.offscreen.knows(name));
    desk.offscreen.click("Link one");
    CHECK(says(desk, "\u201cfile:///etc/passwd\u201d is not opened"));
    desk.offscreen.click("Link two");
    CHECK(says(desk, "https://example.org leads out of your notes, so it is not opened here."));
    desk.offscreen.click("Link three");
    CHECK(desk.offscreen.knows("State Saved"));
    CHECK(!desk.offscreen.knows("Link three"));
}

TEST_CASE("a note deleted by hand comes back from the trash") {
    Writer desk;
    desk.put("a.md", "one");
    desk.open("a");
    desk.offscreen.click("Delete");
    CHECK(fs::exists(desk.note("a.md")));  // asked first
    desk.offscreen.click("Delete it");
    CHECK(!fs::exists(desk.note("a.md")));
    CHECK(says(desk, "It can be put back for 30 days"));
    desk.offscreen.click("Deleted");
    desk.offscreen.click("Put back 1");
    CHECK(desk.text("a.md") == "one");
    CHECK(desk.offscreen.knows("Note text"));
}

TEST_CASE("a note deleted outside is said, and written again when that is wished") {
    Writer desk;
    desk.put("a.md", "one");
    desk.open("a");
    desk.offscreen.click("Note text");
    desk.offscreen.press(Key::end, ctrl);
    fs::remove(desk.note("a.md"));
    desk.offscreen.type(" more");
    CHECK(desk.comes([&] { return desk.offscreen.knows("State Not saved"); }));
    desk.offscreen.click("Write it here again");
    CHECK(desk.text("a.md") == "one more");
    CHECK(desk.offscreen.knows("State Saved"));
}

TEST_CASE("an earlier text is taken back, and undo brings today's back") {
    Writer desk;
    desk.put("a.md", "one");
    desk.open("a");
    desk.offscreen.click("Note text");
    desk.offscreen.press(Key::a, ctrl);
    desk.offscreen.type("two");
    desk.offscreen.press(Key::s, ctrl);
    desk.offscreen.click("Earlier");
    desk.offscreen.click("Take back 1");
    CHECK(desk.comes([&] { return desk.text("a.md") == "one"; }));
}

TEST_CASE("another folder is chosen by its path and remembered") {
    Writer desk;
    desk.offscreen.press(Key::n, shift);
    desk.offscreen.click("Folder");
    desk.offscreen.press(Key::a, ctrl);
    desk.offscreen.type((desk.folder.path / "vault").string());
    desk.offscreen.press(Key::enter);
    CHECK(desk.offscreen.interface().preferences().notes_folder == (desk.folder.path / "vault").string());
    desk.offscreen.click("Today");
    CHECK(desk.files(".md")[0].parent_path() == desk.folder.path / "vault");
}

TEST_CASE("a note of ten megabytes opens and takes a letter, and reading it says why it is plain") {
    Writer desk;
    std::string text;
    while (text.size() < (10u << 20)) text += "# heading\n\nwords that fill the note\n";
    desk.put("large.md", text);
    desk.offscreen.press(Key::n, shift);
    const auto from = std::chrono::steady_clock::now();
    desk.offscreen.click("Note large");
    const double each = std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
    MESSAGE("opened after " << each << " s");
    CHECK(each < 5);  // with all the pictures that a test draws meanwhile
    desk.offscreen.click("Note text");
    desk.offscreen.type("x");
    desk.offscreen.press(Key::s, ctrl);
    CHECK(desk.text("large.md").size() == text.size() + 1);
    desk.offscreen.click("Read");
    CHECK(desk.offscreen.knows("Note text"));
}

TEST_CASE("an open note that nobody touches draws nothing anew") {
    Writer desk;
    desk.put("a.md", "one");
    desk.open("a");
    desk.offscreen.settle();
    CHECK(!std::isfinite(desk.offscreen.interface().draw(1e6)));
}
