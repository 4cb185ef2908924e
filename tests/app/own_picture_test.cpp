// Pictures of the user's own, by hand: chosen in the inspector by a path, dropped on the window, removed, taken back.
// What cannot be used is told in words where it was asked for, and changes nothing.
#include "app/model/picture_text.h"
#include "app/model/state.h"
#include "tests/app/desk.h"
#include "tests/viz/image/jpeg_of.h"
#include "viz/image/file.h"

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

Image striped(int width, int height) {
    Image image(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            std::uint8_t* pixel = image.pixel(x, y);
            pixel[0] = static_cast<std::uint8_t>(x * 255 / width);
            pixel[1] = static_cast<std::uint8_t>(y % 2 ? 200 : 40);
            pixel[3] = 255;
        }
    return image;
}

std::string saved(Desk& desk, const char* name, const Image& image) {
    const std::string path = (desk.folder.path / name).string();
    REQUIRE(write_file_atomic(path, write_png(image)));
    return path;
}

void drop(Desk& desk, const std::string& path) {
    desk.offscreen.interface().push(PathsDropped{path, 1});
    desk.offscreen.settle();
}

Picture photo(Desk& desk) { return std::get<Picture>(desk.value("photo")); }

}  // namespace

TEST_CASE("a picture is chosen by its path: shown, told, one step of undo, removed again") {
    Desk desk("transform", 1280, 1400);
    const State before = desk.explorer.state();
    const std::string path = saved(desk, "small.png", striped(40, 20));
    desk.offscreen.click("Choose a picture");
    desk.offscreen.settle();
    desk.offscreen.click("Picture path");
    desk.offscreen.type(path);
    desk.offscreen.press(Key::enter);
    desk.offscreen.settle();
    REQUIRE(photo(desk).image);
    CHECK(*photo(desk).image == striped(40, 20));
    CHECK(print(desk.explorer.scene().params[static_cast<std::size_t>(desk.explorer.scene().find_param("carried"))],
                desk.value("carried")) == "\"picture\"");
    CHECK(says(desk, "Your picture: 40 × 20 pixels. It travels with the state; Ctrl+Z takes it back."));
    CHECK(desk.explorer.undo_words() == "Choose Your picture");
    desk.explorer.undo();
    desk.offscreen.settle();
    CHECK(desk.explorer.state() == before);
    desk.explorer.redo();
    desk.offscreen.settle();
    REQUIRE(photo(desk).image);
    desk.offscreen.click("Remove");
    desk.offscreen.settle();
    CHECK(!photo(desk).image);
}

TEST_CASE("a path without a picture is told in the sheet, which stays open, and Escape leaves everything as it was") {
    Desk desk("transform", 1280, 1400);
    const State before = desk.explorer.state();
    desk.offscreen.click("Choose a picture");
    desk.offscreen.settle();
    desk.offscreen.click("Picture path");
    desk.offscreen.type("/nowhere/at all.png");
    desk.offscreen.press(Key::enter);
    desk.offscreen.settle();
    CHECK(desk.offscreen.interface().places().contains("Picture path"));
    desk.offscreen.press(Key::escape);
    desk.offscreen.settle();
    CHECK(!desk.offscreen.interface().places().contains("Picture path"));
    CHECK(desk.explorer.state() == before);
}

TEST_CASE("a dropped picture without a scene becomes the open scene's own, made small enough, and that is told") {
    Desk desk("transform");
    drop(desk, saved(desk, "large.png", striped(600, 300)));
    REQUIRE(photo(desk).image);
    CHECK(photo(desk).image->width == 256);
    CHECK(photo(desk).image->height == 128);
    CHECK(says(desk, "Your picture: 256 × 128 pixels, made smaller from 600 × 300."));
    CHECK(desk.explorer.scene().words.id == "transform");

    const State shown = desk.explorer.state();
    desk.offscreen.press(Key::f12);
    desk.open("eigenvectors");
    desk.offscreen.settle();
    std::string screenshot;
    for (const auto& path : desk.files(".png"))
        if (path.filename().string().starts_with("transform")) screenshot = path.string();
    drop(desk, screenshot);  // a picture with a scene in it opens that scene, with the picture that it carries
    CHECK(desk.explorer.scene().words.id == "transform");
    CHECK(desk.explorer.state() == shown);
}

TEST_CASE("a photograph dropped as a JPEG becomes the open scene's own, upright") {
    Desk desk("transform");
    Image photograph(64, 32);  // dark above, light below
    for (int y = 0; y < 32; ++y)
        for (int x = 0; x < 64; ++x)
            for (int c = 0; c < 4; ++c)
                photograph.pixel(x, y)[c] = static_cast<std::uint8_t>(c == 3 ? 255 : y < 16 ? 20 : 230);
    const std::string path = (desk.folder.path / "photo.jpg").string();
    REQUIRE(write_file_atomic(path, testing::jpeg_of(photograph, {.turned = 6})));
    drop(desk, path);
    REQUIRE(photo(desk).image);
    CHECK(photo(desk).image->width == 32);  // it was held turned, and stands upright
    CHECK(photo(desk).image->height == 64);
    CHECK(photo(desk).image->pixel(4, 30)[0] > 200);
    CHECK(photo(desk).image->pixel(28, 30)[0] < 60);
    CHECK(says(desk, "Your picture: 32 × 64 pixels."));
    desk.open("eigenvectors");
    drop(desk, path);
    CHECK(says(desk, path + ": This picture holds no Eigenscape scene"));
}

TEST_CASE("where no picture can be shown, a dropped one says which scenes can") {
    Desk desk("eigenvectors");
    const State before = desk.explorer.state();
    const std::string path = saved(desk, "small.png", striped(4, 4));
    drop(desk, path);
    CHECK(says(
        desk,
        path + ": This picture holds no Eigenscape scene, and Eigenvectors shows no picture of your own. These do: "));
    CHECK(says(desk, "Matrix transform"));
    CHECK(desk.explorer.state() == before);
}

TEST_CASE("a damaged picture is refused in words, and the scene's own stays") {
    Desk desk("transform");
    const std::string path = (desk.folder.path / "cut.png").string();
    Bytes cut = write_png(striped(64, 64));
    cut.resize(cut.size() / 2);
    REQUIRE(write_file_atomic(path, cut));
    const State before = desk.explorer.state();
    drop(desk, path);
    CHECK(says(desk, "cut off or damaged"));
    CHECK(desk.explorer.state() == before);
}

TEST_CASE("a picture brought in tells its size and what was done to it") {
    const auto words = [](const Image& image) {
        return std::get<BroughtIn>(bring_in_picture(std::span<const std::uint8_t>(write_png(image)))).words;
    };
    CHECK(words(striped(256, 3)) == "256 × 3 pixels");
    CHECK(words(striped(1, 1)) == "1 × 1 pixels");
    CHECK(words(striped(3, 512)) == "2 × 256 pixels, made smaller from 3 × 512");
    const Bytes none;
    CHECK(std::get<std::string>(bring_in_picture(std::span<const std::uint8_t>(none))) == "The file is empty.");
    CHECK(std::get<std::string>(bring_in_picture(std::string("/nowhere.png"))) ==
          "Cannot read /nowhere.png: there is no such file.");
}
