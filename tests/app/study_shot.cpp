// Pictures of every sheet and page of a learner in every theme and in windows of several sizes, for people to look at:
// not a test of pixels. EIGENSCAPE_UI_SHOTS=folder app_tests --no-skip -tc="pictures of studying" writes
// NAME-THEME-WIDTH.png; EIGENSCAPE_UI_THEME and EIGENSCAPE_UI_WIDTH choose one theme, one size.
#include "tests/app/desk.h"
#include "tests/app/keys.h"
#include "tests/viz/image/jpeg_of.h"
#include "viz/image/file.h"
#include "viz/theme.h"

#include <cmath>
#include <cstdlib>
#include <functional>

using namespace eigenscape;
using eigenscape::testing::ctrl;
using eigenscape::testing::shift;
namespace fs = std::filesystem;

namespace {

struct StudyLook {
    const char* theme = "dark";
    int width = 1280, height = 720;
    double scale = 1;
};

constexpr const char* note = R"(---
date: 2026-03-01
---
# Rates of learning

What I tried on the *banana*, with $f(x,y) = (1-x)^2 + 100\,(y-x^2)^2$:

| rate | steps | what happens |
|-----:|:-----:|--------------|
| 0.0005 | 4000 | slow, but it gets there |
| 0.002 | 900 | along the valley, **well** |
| 0.01 | ~~12~~ 3 | it [diverges](other.md) at once |

- [x] read the lesson
- [ ] sum up Newton's method
    1. why it needs the Hessian
    2. what a saddle does to it
        - it is drawn towards it
- ordinary entry, with `code` in it

> The gradient points uphill.
> It says nothing about how far.
>> And never about where the valley leads.
>
> - a list in the quotation

```python
def descend(x, rate):
    for _ in range(100):
        x = x - rate * gradient(x)
    return x
```

***

![[photo.jpg]]

| a | rather | wide | table | with | very | many | columns |
|---|---|---|---|---|---|---|---|
| considerably | considerably | considerably | considerably | considerably | considerably | considerably | considerably |
)";

Image some_photo() {
    Image image(600, 300);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            std::uint8_t* p = image.pixel(x, y);
            p[0] = static_cast<std::uint8_t>(60 + x / 4),
            p[1] = static_cast<std::uint8_t>(90 + 80 * std::sin(x * 0.02) * std::cos(y * 0.03)),
            p[2] = static_cast<std::uint8_t>(200 - y / 3), p[3] = 255;
        }
    return image;
}

void shoot(const std::string& name, const char* scene, const StudyLook& seen,
           const std::function<void(Offscreen&, Explorer&)>& deed) {
    const char* to = std::getenv("EIGENSCAPE_UI_SHOTS");
    REQUIRE_MESSAGE(to != nullptr, "EIGENSCAPE_UI_SHOTS names the folder to write to");
    const testing::Folder folder;
    fs::create_directories(folder.path / "notes");
    REQUIRE(write_file_atomic(folder.path / "notes/Rates.md", std::string_view(note)));
    REQUIRE(write_file_atomic(folder.path / "notes/photo.jpg", testing::jpeg_of(some_photo())));
    Explorer explorer;
    REQUIRE(!explorer.open(scene));
    Preferences preferences;
    preferences.theme = seen.theme;
    preferences.reduced_motion = preferences.welcomed = true;
    preferences.scale = seen.scale;
    Host host;
    host.today = [] { return 20'781; };
    host.notes_folder = (folder.path / "notes").string();
    host.data_folder = (folder.path / "data").string();
    host.pictures_folder = folder.path.string();
    host.paste = [] { return std::string("height;weight;kind\n1,72;68,5;a\n1,80;NA;b\n1,65;59;a\n1,91;88,25;b\n"); };
    Offscreen offscreen(explorer, preferences, seen.width, seen.height, 1, host);
    try {
        deed(offscreen, explorer);
    } catch (const std::exception& none) {
        WARN_MESSAGE(false, name << " at " << seen.width << ": " << none.what());  // what is hidden in a small window
    }
    CHECK(write_file_atomic(std::string(to) + "/" + name + "-" + seen.theme + "-" + std::to_string(seen.width) + ".png",
                            write_png(offscreen.picture())));
}

void shoot_all(const StudyLook& seen) {
    const auto frozen = [](Offscreen& o, Explorer& e) {
        o.press(Key::f);
        REQUIRE(!e.set_settings({"A=[[0.5,-1],[2,0.25]]", "v=[-1,1.5]"}));
        o.settle(1);
    };
    shoot("capture", "eigenvectors", seen, [](Offscreen& o, Explorer&) { o.press(Key::p, ctrl); });
    shoot("capture-card", "eigenvectors", seen, [](Offscreen& o, Explorer&) {
        o.press(Key::p, ctrl);
        o.click("Study card");
    });
    shoot("capture-values", "gradient-descent", seen, [](Offscreen& o, Explorer&) {
        o.press(Key::p, ctrl);
        o.click("Values");
    });
    shoot("capture-compare", "eigenvectors", seen, [&](Offscreen& o, Explorer& e) {
        frozen(o, e);
        o.press(Key::p, ctrl);
        o.click("Compare");
    });
    shoot("frozen", "eigenvectors", seen, frozen);
    shoot("notes-list", "transform", seen, [](Offscreen& o, Explorer&) { o.press(Key::n, shift); });
    shoot("notes-write", "transform", seen, [](Offscreen& o, Explorer&) {
        o.press(Key::n, shift);
        o.click("Note Rates");
    });
    shoot("notes-read", "transform", seen, [](Offscreen& o, Explorer&) {
        o.press(Key::n, shift);
        o.click("Note Rates");
        o.click("Read");
        o.settle(2);
    });
    shoot("notes-read-end", "transform", seen, [](Offscreen& o, Explorer&) {
        o.press(Key::n, shift);
        o.click("Note Rates");
        o.click("Read");
        o.settle(2);
        o.move(o.middle_of("Task of line 15"));
        for (int i = 0; i < 60; ++i) o.wheel(-1);
    });
    shoot("data", "multicollinearity", seen, [](Offscreen& o, Explorer&) {
        o.press(Key::d);
        o.press(Key::v, ctrl);
        o.settle(2);
    });
    shoot("finder", "transform", seen, [](Offscreen& o, Explorer&) { o.press(Key::w); });
    shoot("predict", "eigenvectors", seen, [](Offscreen& o, Explorer&) { o.press(Key::p); });
    shoot("card", "bayes", seen, [](Offscreen& o, Explorer&) {
        o.press(Key::c);
        o.press(Key::space);
    });
    shoot("concepts", "transform", seen, [](Offscreen& o, Explorer&) { o.press(Key::g); });
    shoot("palette", "gradient-descent", seen, [](Offscreen& o, Explorer&) {
        o.press(Key::k, ctrl);
        o.type("rate");
    });
    shoot("keys", "transform", seen, [](Offscreen& o, Explorer&) { o.press(Key::f1); });
}

}  // namespace

TEST_CASE("pictures of studying" * doctest::skip()) {
    const char *only = std::getenv("EIGENSCAPE_UI_THEME"), *width = std::getenv("EIGENSCAPE_UI_WIDTH");
    for (const Theme& theme : themes())
        for (const StudyLook& seen : {StudyLook{theme.name.data(), 1280, 720, 1},
                                      {theme.name.data(), 746, 672, 1},
                                      {theme.name.data(), 2560, 1440, 2}})
            if ((!only || theme.name == only) && (!width || std::to_string(seen.width) == width)) shoot_all(seen);
}
