// Pictures with options from the window: what is asked for is what lies in the folder, nothing is replaced, and no
// personal path travels along. The frozen state stays behind what comes after it.
#include "tests/app/desk.h"
#include "tests/app/folder.h"
#include "tests/app/keys.h"
#include "viz/image/file.h"
#include "viz/image/png_chunks.h"

using namespace eigenscape;
using eigenscape::testing::ctrl;
using eigenscape::testing::Desk;
using eigenscape::testing::says;
using eigenscape::testing::text_of;
namespace fs = std::filesystem;

namespace {

Image pixels(const fs::path& path) { return read_png(read_file(path).bytes).image; }

}  // namespace

TEST_CASE("the sheet saves what it shows, with the state inside and no path of anybody") {
    Desk desk("transform");
    desk.offscreen.press(Key::p, ctrl);
    REQUIRE(desk.offscreen.knows("Preview"));
    desk.offscreen.click("1\u00d7");
    desk.offscreen.click("16 : 9");
    desk.offscreen.click("print");
    desk.offscreen.click("Save picture");
    desk.offscreen.click("Save picture");
    const auto files = desk.files(".png");
    REQUIRE(files.size() == 2);
    const Image image = pixels(files[0]);
    CHECK(image.width == 1280);
    CHECK(image.height == 720);
    CHECK(image.pixel(2, 2)[0] == 255);  // the paper of print is white
    CHECK(says(desk, "Saved " + desk.folder.path.string()));
    for (const fs::path& file : files) CHECK(text_of(file).find(desk.folder.path.string()) == std::string::npos);
    CHECK(std::holds_alternative<Document>(open_file(files[0].string())));
}

TEST_CASE("an SVG, a study card and a sheet of values are made from the same sheet") {
    Desk desk("gradient-descent");
    desk.offscreen.press(Key::p, ctrl);
    desk.offscreen.click("SVG");
    desk.offscreen.click("Study card");
    desk.offscreen.click("Own words");
    desk.offscreen.type("It rolls downhill.");
    desk.offscreen.click("Save picture");
    REQUIRE(desk.files(".svg").size() == 1);
    CHECK(text_of(desk.files(".svg")[0]).find("It rolls downhill.") != std::string::npos);
    desk.offscreen.click("Values");
    desk.offscreen.click("Values of it");
    desk.offscreen.press(Key::a, ctrl);
    desk.offscreen.type("nonsense, 2");
    desk.offscreen.click("Save picture");
    CHECK(desk.files(".svg").size() == 1);  // refused in words
}

TEST_CASE("a frozen state stays behind the next, what changed is read out, and both are compared") {
    Desk desk("transform");
    desk.offscreen.press(Key::p, ctrl);
    desk.offscreen.click("Compare");
    desk.offscreen.click("Save picture");
    CHECK(desk.files(".png").empty());  // nothing is frozen yet
    desk.offscreen.press(Key::escape);
    const Image before = desk.offscreen.picture();
    desk.offscreen.press(Key::f);
    REQUIRE(desk.offscreen.knows("Frozen strip"));
    REQUIRE(!desk.explorer.set_settings({"A=[[0,-1],[1,0]]"}));
    desk.offscreen.settle();
    const Image haunted = desk.offscreen.picture();
    desk.offscreen.press(Key::p, ctrl);
    desk.offscreen.click("Save picture");
    CHECK(desk.files(".png").size() == 1);
    desk.offscreen.press(Key::escape);
    desk.offscreen.press(Key::f);
    CHECK(!desk.offscreen.knows("Frozen strip"));
    CHECK(desk.offscreen.picture() != haunted);
}

TEST_CASE("the picture goes to the clipboard, and why it cannot is said") {
    Desk desk("transform");
    desk.offscreen.press(Key::p, ctrl);
    desk.offscreen.click("Copy it");
    REQUIRE(desk.copied.size() == 1);
    CHECK(std::holds_alternative<Document>(document_from_png(desk.copied[0])));
    desk.cannot_copy = "there is no wl-copy.";
    desk.offscreen.click("Copy it");
    CHECK(desk.copied.size() == 2);
    CHECK(desk.files(".png").empty());
}
