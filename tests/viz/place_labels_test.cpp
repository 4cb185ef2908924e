// Labels stand beside what they name, inside the panel, clear of each other; ticks give way to names.
#include "viz/place_labels.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace eigenscape;

namespace {

const Vec2 canvas(1280, 720);
const MeasureText measure = [](std::string_view text, double size) {
    return TextSize{0.6 * size * static_cast<double>(text.size()), 0.7 * size, 0.2 * size};
};

struct Drawing {
    Frame frame;
    Panel& panel = frame.plane("p", {{-5, -3}, {5, 3}});
    std::vector<PlacedLabel> placed(const Views& views = {}) const {
        return place_labels(panel, camera_of(panel, views, canvas), measure);
    }
};

bool overlap(const Rect& a, const Rect& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

}  // namespace

TEST_CASE("a label stands off its point in its direction, by its gap") {
    Drawing d;
    d.panel.label(Vec2(0, 0), "right", Ink::text, {1, 0});
    d.panel.label(Vec2(-3, 0), "above", Ink::text, {0, 2});
    d.panel.label(Vec2(3, 0), "on", Ink::text);
    const auto placed = d.placed();
    REQUIRE(placed.size() == 3);
    const Vec2 at = camera_of(d.panel, {}, canvas).to_screen({0, 0, 0});
    CHECK(placed[0].box.x == doctest::Approx(at.x() + 8));
    CHECK(placed[0].box.y + placed[0].box.height / 2 == doctest::Approx(at.y()));
    CHECK(placed[1].box.y + placed[1].box.height == doctest::Approx(at.y() - 8));  // both points are as high
    const Vec2 on = camera_of(d.panel, {}, canvas).to_screen({3, 0, 0});
    CHECK(placed[2].box.x + placed[2].box.width / 2 == doctest::Approx(on.x()));
    CHECK(placed[2].baseline.y() > placed[2].box.y);
    CHECK(placed[2].baseline.y() < placed[2].box.y + placed[2].box.height);
}

TEST_CASE("names that would cover each other move apart, a little") {
    Drawing d;
    for (int i = 0; i < 4; ++i) d.panel.label(Vec2(0.02 * i, 0), "name", Ink::text, {0, 1});
    const auto placed = d.placed();
    REQUIRE(placed.size() == 4);
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(overlap(placed[i].box, placed[j].box));
    const Vec2 at = camera_of(d.panel, {}, canvas).to_screen({0, 0, 0});
    for (const auto& label : placed) CHECK((Vec2(label.box.x, label.box.y) - at).norm() < 140);
}

TEST_CASE("labels stay inside the panel, those of points far outside are left out") {
    Drawing d;
    d.panel.label(Vec2(5.3, 2.95), "a long name at the corner", Ink::text, {1, 1});
    d.panel.label(Vec2(60, 0), "far", Ink::text);
    const auto placed = d.placed();
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].box.x + placed[0].box.width < 1280);
    CHECK(placed[0].box.y > 0);
}

TEST_CASE("a tick gives way to a name and stays at the edge when its axis is out of view") {
    Drawing d;
    Label& tick = d.panel.label(Vec2(1, 0), "1", Ink::faint, {0, -1});
    tick.tick = true;
    CHECK(d.placed().size() == 1);
    d.panel.label(Vec2(1, 0), "name", Ink::text, {0, -1});
    CHECK(d.placed().size() == 1);
    CHECK(d.placed()[0].label->text == "name");
    d.panel.labels.pop_back();
    const Views high = {{"p", View2{{-5, 10}, {5, 16}}}};
    const auto placed = d.placed(high);
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].box.y + placed[0].box.height > 690);
    const Views beside = {{"p", View2{{10, -3}, {20, 3}}}};
    CHECK(d.placed(beside).empty());  // its own place is out of view
}

TEST_CASE("in space a label shows only from its side and in front of the eye") {
    Frame frame;
    Panel& panel = frame.space("s", {{-1, -1, -1}, {1, 1, 1}}, {0, 0, 1, 1});
    panel.label(Vec3(0, 0, 0), "front", Ink::text).seen_from = {0, -1, 0};
    panel.label(Vec3(0, 0, 0), "back", Ink::text).seen_from = {0, 1, 0};
    const auto placed = place_labels(panel, camera_of(panel, {}, canvas), measure);
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].label->text == "front");
}

TEST_CASE("labels move without jumps while their points move") {
    Vec2 before(0, 0);
    for (double x = -1; x < 1; x += 0.002) {
        Drawing d;
        d.panel.label(Vec2(0, 0), "still", Ink::text, {0, 1});
        d.panel.label(Vec2(x, 0.05), "moving", Ink::text, {0, 1});
        const auto placed = d.placed();
        REQUIRE(placed.size() == 2);
        const Vec2 at(placed[1].box.x, placed[1].box.y);
        if (x > -1) REQUIRE((at - before).norm() < 30);  // it changes sides once at most
        before = at;
    }
}

TEST_CASE("a label's room is never less than a capital's, so that neighbours share a baseline") {
    CHECK(typeset_size("x", 20).ascent == typeset_size("H", 20).ascent);
    CHECK(typeset_size("y", 20).descent > 2);
    CHECK(typeset_size("1", 20).descent < 1);
    CHECK(typeset_size("\\vec v", 20).ascent > typeset_size("H", 20).ascent - 1e-9);
}
