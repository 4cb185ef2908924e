// The notebook in the window, driven by hand without a display: write, read, search, delete, and come back to a
// picture.
#include "app/panels/note_pictures.h"
#include "tests/app/desk.h"
#include "tests/app/keys.h"
#include "tests/viz/image/jpeg_of.h"
#include "viz/image/file.h"
#include "viz/image/png_chunks.h"

#include <chrono>
#include <thread>

using namespace eigenscape;
using eigenscape::testing::ctrl;
using eigenscape::testing::Desk;
using eigenscape::testing::says;
using eigenscape::testing::shift;
namespace fs = std::filesystem;

namespace {

struct NoteWriter : Desk {
    explicit NoteWriter(const char* scene = "transform", int height = 1000) : Desk(scene, 1280, height) {}
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
    NoteWriter desk;
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
    NoteWriter desk;
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
    NoteWriter desk;
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
    NoteWriter desk;
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
    NoteWriter desk("transform", 2000);
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
    const auto picture =
        std::ranges::find_if(places, [](const auto& one) { return one.first.starts_with("Picture transform-"); });
    REQUIRE(picture != places.end());
    desk.offscreen.click(picture->first);
    CHECK(desk.explorer.state() == then);
}

TEST_CASE("what is typed while a picture is captured into the same note is kept, and what was added is seen") {
    NoteWriter desk;
    desk.offscreen.press(Key::n, shift);
    desk.offscreen.click("Today");
    desk.offscreen.type("mine first");
    desk.offscreen.press(Key::escape);
    desk.offscreen.press(Key::n);
    const std::string name = desk.files(".md", "notes")[0].filename().string();
    const std::string text = desk.text(name);
    CHECK(text.find("mine first\n\n## ") != std::string::npos);
    desk.offscreen.click("Note text");
    desk.offscreen.press(Key::end, ctrl);
    desk.offscreen.type("I saw it.");
    CHECK(desk.comes([&] { return desk.text(name).ends_with("**In my own words:** \nI saw it."); }));
    CHECK(std::distance(fs::directory_iterator(desk.folder.path / "notes"), {}) == 2);  // the note and its pictures
}

TEST_CASE(
    "pictures that are missing, outside or no pictures have their name and the reason, and links are refused in "
    "words") {
    NoteWriter desk("transform", 2000);
    desk.put("a.md",
             "![x](pictures/gone.png)\n\n![y](../../secret.png)\n\n![z](https://example.org/"
             "w.png)\n\n![v](bad.png)\n\n[one](file:///etc/passwd) [two](https://example.org) [three](b.md)\n");
    desk.put("bad.png", "not a picture");
    desk.put("b.md", "there");
    desk.open("a");
    desk.offscreen.click("Read");
    for (const char* name : {"Missing gone.png", "Missing secret.png", "Missing w.png", "Missing bad.png"})
        CHECK(desk.offscreen.knows(name));
    desk.offscreen.click("Link one");
    CHECK(says(desk, "\u201cfile:///etc/passwd\u201d is not opened"));
    desk.offscreen.click("Link two");
    CHECK(says(desk, "https://example.org leads out of your notes, so it is not opened here."));
    desk.offscreen.click("Link three");
    CHECK(desk.offscreen.knows("State Saved"));
    CHECK(!desk.offscreen.knows("Link three"));
}

TEST_CASE("a note deleted by hand comes back from the trash") {
    NoteWriter desk;
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
    NoteWriter desk;
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
    NoteWriter desk;
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
    NoteWriter desk;
    desk.offscreen.press(Key::n, shift);
    desk.offscreen.click("Folder");
    desk.offscreen.press(Key::a, ctrl);
    desk.offscreen.type((desk.folder.path / "vault").string());
    desk.offscreen.press(Key::enter);
    CHECK(desk.offscreen.interface().preferences().notes_folder == (desk.folder.path / "vault").string());
    desk.offscreen.click("Today");
    CHECK(desk.files(".md", "vault").size() == 1);
}

TEST_CASE("a note of ten megabytes opens and takes a letter, and reading it says why it is plain") {
    NoteWriter desk;
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
    NoteWriter desk;
    desk.put("a.md", "one");
    desk.open("a");
    desk.offscreen.settle();
    CHECK(!std::isfinite(desk.offscreen.interface().draw(1e6)));
}

TEST_CASE("a click on the box of a task ticks it in the text, as one step that can be undone, and it is kept") {
    NoteWriter desk;
    desk.put("a.md", "# To do\n\n- [ ] read\n- [x] write\n\n1. [ ] sum\n");
    desk.open("a");
    desk.offscreen.click("Read");
    REQUIRE(desk.offscreen.knows("Task of line 3"));
    desk.offscreen.click("Task of line 3");
    desk.offscreen.click("Task of line 4");
    desk.offscreen.click("Task of line 6");
    CHECK(desk.comes([&] { return desk.text("a.md") == "# To do\n\n- [x] read\n- [ ] write\n\n1. [x] sum\n"; }));
    desk.offscreen.click("Write");
    desk.offscreen.press(Key::z, ctrl);
    CHECK(desk.comes([&] { return desk.text("a.md") == "# To do\n\n- [x] read\n- [ ] write\n\n1. [ ] sum\n"; }));
    desk.offscreen.press(Key::z, ctrl);
    desk.offscreen.press(Key::z, ctrl);
    CHECK(desk.comes([&] { return desk.text("a.md") == "# To do\n\n- [ ] read\n- [x] write\n\n1. [ ] sum\n"; }));
}

TEST_CASE("a table is typeset within the page, and one that is wider than the page is moved sideways") {
    NoteWriter desk("transform", 2000);
    std::string wide = "|", line = "\n|", row = "\n|";
    for (int i = 0; i < 12; ++i) wide += " column " + std::to_string(i) + " |", line += "-|", row += " considerably |";
    desk.put("a.md", "| a | b |\n|-|-:|\n| [one](b.md) | two |\n\n" + wide + line + row + "\n");
    desk.put("b.md", "there");
    desk.open("a");
    desk.offscreen.click("Read");
    const auto& places = desk.offscreen.interface().places();
    REQUIRE(desk.offscreen.knows("Table of line 1"));
    REQUIRE(desk.offscreen.knows("Table of line 5"));
    const Rect narrow = places.at("Table of line 1"), broad = places.at("Table of line 5");
    CHECK(narrow.width < broad.width);
    CHECK(broad.x + broad.width <= 1280);
    CHECK(broad.y >= narrow.y + narrow.height);
    const Image before = desk.offscreen.picture();
    desk.offscreen.move({broad.x + broad.width / 2, broad.y + 10});
    desk.offscreen.click("Link one");
    CHECK(!desk.offscreen.knows("Table of line 1"));  // the other note is open
}

TEST_CASE("a JPEG of the notes' folder is shown, and a broken one has its name and the reason") {
    NoteWriter desk("transform", 2000);
    Image photo(320, 200);
    for (int y = 0; y < photo.height; ++y)
        for (int x = 0; x < photo.width; ++x) {
            photo.pixel(x, y)[0] = 250, photo.pixel(x, y)[1] = 120, photo.pixel(x, y)[2] = 10,
                           photo.pixel(x, y)[3] = 255;
        }
    desk.put("a.md", "![[photo.jpg]]\n\n![broken](bad.jpeg)\n");
    desk.put("bad.jpeg", "not a picture");
    REQUIRE(write_file_atomic(desk.note("photo.jpg"), testing::jpeg_of(photo)));
    desk.open("a");
    desk.offscreen.click("Read");
    desk.offscreen.settle(2);
    REQUIRE(desk.offscreen.knows("Picture photo.jpg"));
    CHECK(desk.offscreen.knows("Missing bad.jpeg"));
    const Rect place = desk.offscreen.interface().places().at("Picture photo.jpg");
    const Image shown = desk.offscreen.picture();
    const std::uint8_t* middle =
        shown.pixel(static_cast<int>(place.x + place.width / 2), static_cast<int>(place.y + place.height / 2));
    CHECK(std::abs(middle[0] - 250) < 4);
    CHECK(std::abs(middle[1] - 120) < 4);
    CHECK(std::abs(middle[2] - 10) < 4);
    const State state = desk.explorer.state();
    desk.offscreen.click("Picture photo.jpg");  // it holds none
    CHECK(desk.explorer.state() == state);
    CHECK(desk.offscreen.interface().messages().empty());
}

TEST_CASE("H102: a picture of a hundred million pixels has the reason in its place, and is not unpacked") {
    const testing::Folder folder;
    Bytes bytes = write_png(Image(2, 2));
    const auto tell = [&](std::size_t at, std::uint32_t number) {
        for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<std::uint8_t>(number >> (24 - 8 * i));
    };
    tell(16, 10'000), tell(20, 10'000);
    const fs::path path = folder.path / "huge.png";
    REQUIRE(write_file_atomic(path, bytes));
    NotePictures pictures;
    CHECK(pictures.of(path).why == "is too large to be shown here (10000 by 10000 pixels)");
    CHECK(pictures.of(path).width == 0);
    REQUIRE(write_file_atomic(folder.path / "words.png", std::string_view("no picture at all")));
    CHECK(pictures.of(folder.path / "words.png").why == "is neither a PNG nor a JPEG picture");
}

TEST_CASE("H104: a picture that is replaced outside is shown anew, and a deleted one has its name in its place") {
    NoteWriter desk("transform", 2000);
    const fs::path path = desk.note("p.png");
    desk.put("a.md", "![it](p.png)\n");
    REQUIRE(write_file_atomic(path, write_png(Image(100, 40))));
    desk.open("a");
    desk.offscreen.click("Read");
    const auto height = [&] { return desk.offscreen.interface().places().at("Picture p.png").height; };
    REQUIRE(desk.offscreen.knows("Picture p.png"));
    CHECK(height() == doctest::Approx(40));
    REQUIRE(write_file_atomic(path, write_png(Image(100, 80))));
    fs::last_write_time(path, fs::last_write_time(path) + std::chrono::seconds(2));
    desk.offscreen.click("Write");
    desk.offscreen.click("Read");
    CHECK(height() == doctest::Approx(80));
    fs::remove(path);
    desk.offscreen.move({100, 100});
    CHECK(desk.offscreen.knows("Missing p.png"));
}

TEST_CASE("what was written last is in view when the note is read") {
    NoteWriter desk;
    std::string text;
    for (int i = 0; i < 300; ++i) text += "- [ ] task " + std::to_string(i) + "\n";
    desk.put("a.md", text);
    desk.open("a");
    desk.offscreen.click("Note text");
    desk.offscreen.press(Key::home, ctrl);
    for (int i = 0; i < 20; ++i) desk.offscreen.press(Key::page_down);
    desk.offscreen.click("Read");
    const auto shown = [&](const std::string& name) {
        const auto& places = desk.offscreen.interface().places();
        const auto found = places.find(name);
        return found != places.end() && found->second.y > 100 && found->second.y + found->second.height < 1000;
    };
    bool near_the_end = false;
    for (int line = 200; line <= 300; ++line) near_the_end |= shown("Task of line " + std::to_string(line));
    CHECK(near_the_end);
    CHECK(!shown("Task of line 1"));
    desk.offscreen.click("Write");
    desk.offscreen.click("Note text");
    desk.offscreen.press(Key::home, ctrl);
    desk.offscreen.click("Read");
    CHECK(shown("Task of line 1"));
}
