// Labels stand beside what they name, inside the panel, clear of each other; ticks give way to names.
#include "viz/place_labels.h"
#include "tests/viz/canvas.h"

#include "viz/shapes/arrow.h"
#include "viz/shapes/line.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <deque>

using namespace eigenscape;

namespace {

const MeasureText measure = [](std::string_view text, double size) {
    return TextSize{0.6 * size * static_cast<double>(text.size()), 0.7 * size, 0.2 * size};
};

struct LabelledDrawing {
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
    LabelledDrawing d;
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
    LabelledDrawing d;
    for (int i = 0; i < 4; ++i) d.panel.label(Vec2(0.02 * i, 0), "name", Ink::text, {0, 1});
    const auto placed = d.placed();
    REQUIRE(placed.size() == 4);
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(overlap(placed[i].box, placed[j].box));
    const Vec2 at = camera_of(d.panel, {}, canvas).to_screen({0, 0, 0});
    for (const auto& label : placed) CHECK((Vec2(label.box.x, label.box.y) - at).norm() < 140);
}

TEST_CASE("labels stay inside the panel, those of points far outside are left out") {
    LabelledDrawing d;
    d.panel.label(Vec2(5.3, 2.95), "a long name at the corner", Ink::text, {1, 1});
    d.panel.label(Vec2(60, 0), "far", Ink::text);
    const auto placed = d.placed();
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].box.x + placed[0].box.width < 1280);
    CHECK(placed[0].box.y > 0);
}

TEST_CASE("a tick gives way to a name and stays at the edge when its axis is out of view") {
    LabelledDrawing d;
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

TEST_CASE("in space a name leaves the place where a line or a mark would be seen through it") {
    Frame frame;
    Panel& panel = frame.space("s", {{-1, -1, -1}, {1, 1, 1}}, {0, 0, 1, 1});
    panel.label(Vec3(0, 0, 0), "name", Ink::text, {1, 0});
    const Camera camera = camera_of(panel, {}, canvas);
    const auto box = [&] { return place_labels(panel, camera, measure).at(0).box; };
    const Rect free = box();
    const Vec2 middle(free.x + free.width / 2, free.y + free.height / 2);
    // A line that is seen there, far behind the point.
    const Vec3 right(-std::sin(View3{}.azimuth), std::cos(View3{}.azimuth), 0);
    panel.line(Vec3(0, 0, 0), Vec3(right), {.ink = Ink::subject, .width_points = 4});
    CHECK((box().y > middle.y() || box().y + box().height < middle.y()));
    panel.strokes[0].seen_from = Vec3(0, 1, 0);  // from behind only
    CHECK(box() == free);
    panel.strokes.clear();
    panel.handle(Vec3(0.1 * right), "p", "Drag it");
    CHECK(box() != free);
    panel.handles.clear();
    for (int i = 0; i < 40; ++i) panel.dot(Vec3((0.02 * i) * right), Ink::subject, 5);
    CHECK(box() == free);  // a cloud
    for (Dot& dot : panel.dots) dot.size_points = 9;
    CHECK((box().y > middle.y() || box().y + box().height < middle.y()));
}

TEST_CASE("a name leaves the place where a line would run through it, and takes the nearest that is free") {
    LabelledDrawing d;
    d.panel.label(Vec2(0, 0), "name", Ink::text, {1, 0});
    const Rect free = d.placed()[0].box;
    d.panel.line(Vec2(0, 0), Vec2(4, 0), {.ink = Ink::subject, .width_points = 4});
    const Rect moved = d.placed()[0].box;
    const double y = camera_of(d.panel, {}, canvas).to_screen({0, 0, 0}).y();
    CHECK((moved.y > y || moved.y + moved.height < y));
    CHECK(moved.x > free.x - free.width);  // still on its side
    d.panel.strokes.clear();
    d.panel.line(Vec2(0, 0), Vec2(4, 0), {.ink = Ink::moving, .width_points = 2});
    CHECK(d.placed()[0].box == free);  // a grid may run under words
}

TEST_CASE("names keep off handles, notes and whatever else is taken") {
    LabelledDrawing d;
    d.panel.label(Vec2(0, 0), "name", Ink::text, {1, 0});
    const Rect free = d.placed()[0].box;
    d.panel.handle(Vec2(0.2, 0), "p", "Drag it");
    const Rect off = d.placed()[0].box;
    CHECK(off != free);
    const Camera camera = camera_of(d.panel, {}, canvas);
    const Vec2 handle = camera.to_screen({0.2, 0, 0});
    CHECK_FALSE(overlap(off, Rect{handle.x() - 7, handle.y() - 7, 14, 14}));
    d.panel.handles.clear();
    for (const Rect& taken :
         {Rect{free.x + 5, 0, 300, 720}, Rect{0, free.y - 100, 1280, 110}, Rect{400, 200, 260, 400}}) {
        const auto placed = place_labels(d.panel, camera, measure, {taken});
        REQUIRE(placed.size() == 1);
        CHECK_FALSE(overlap(placed[0].box, taken));
    }
}

TEST_CASE("a label that belongs on its point leaves it only for a reason") {
    LabelledDrawing d;
    d.panel.label(Vec2(0, 0), "0.00", Ink::text);
    const Vec2 at = camera_of(d.panel, {}, canvas).to_screen({0, 0, 0});
    CHECK(d.placed()[0].box.contains(at));
    d.panel.line(Vec2(-2, -2), Vec2(2, 2), {.ink = Ink::subject, .width_points = 4});
    CHECK_FALSE(d.placed()[0].box.contains(at));
}

TEST_CASE("a tick gives way to what is taken") {
    LabelledDrawing d;
    d.panel.label(Vec2(1, 0), "1", Ink::faint, {0, -1}).tick = true;
    const Camera camera = camera_of(d.panel, {}, canvas);
    CHECK(place_labels(d.panel, camera, measure, {{0, 0, 1280, 720}}).empty());
}

namespace {

// An arrow's name while the arrow turns among lines, placed with a memory.
struct Turning {
    PlacedBefore memory;
    int changes = 0;

    void to(double angle) {
        LabelledDrawing d;
        for (const double lean : {0.0, 0.9, 2.1}) {
            const Vec2 axis(std::cos(lean), std::sin(lean));
            d.panel.line(Vec2(-4 * axis), Vec2(4 * axis), {.ink = Ink::special, .width_points = 2.2});
        }
        const Vec2 tip(2 * std::cos(angle), 2 * std::sin(angle));
        d.panel.line(Vec2(0, 0), tip, {.ink = Ink::subject, .width_points = 4}).arrow = true;
        d.panel.label(tip, "Av", Ink::subject, tip.normalized());
        d.panel.label(Vec2(1.6, 1.2), "still", Ink::special, {1, 0});
        const auto placed = place_labels(d.panel, camera_of(d.panel, {}, canvas), measure, {}, memory);
        const PlacedBefore now = places_of(placed);
        if (!memory.names.empty()) changes += now != memory;
        memory = now;
    }
};

}  // namespace

TEST_CASE("while an arrow turns its name changes its place a few times and never back and forth") {
    Turning turning;
    for (int k = 0; k <= 1440; ++k) turning.to(k * pi / 720);
    CHECK(turning.changes >= 2);   // there are lines to step over
    CHECK(turning.changes <= 30);  // three lines, crossed twice: out of the way, step by step, and back
    for (int k = 0; k < 720; ++k) {
        Turning trembling;
        for (int i = 0; i < 20; ++i) trembling.to((k + 0.5 * (i % 2)) * pi / 360);
        REQUIRE(trembling.changes <= 2);
    }
}

TEST_CASE("in a picture that moves a name glides to its new place, and is there soon") {
    std::deque<LabelledDrawing> drawn;  // a placed label points into its picture
    const auto at = [&](bool crossed, const PlacedBefore& before) {
        LabelledDrawing& d = drawn.emplace_back();
        d.panel.label(Vec2(0, 0), "name", Ink::text, {1, 0});
        if (crossed) d.panel.line(Vec2(0, 0), Vec2(4, 0), {.ink = Ink::subject, .width_points = 4});
        return place_labels(d.panel, camera_of(d.panel, {}, canvas), measure, {}, before)[0];
    };
    const PlacedLabel free = at(false, {}), off = at(true, {});
    PlacedBefore memory = places_of({free}, 0.75);
    const PlacedLabel first = at(true, memory);
    const auto corner = [](const PlacedLabel& label) { return Vec2(label.box.x, label.box.y); };
    CHECK((corner(first) - corner(off)).norm() == doctest::Approx(0.75 * (corner(free) - corner(off)).norm()));
    PlacedLabel last = first;
    for (int i = 0; i < 20; ++i) {
        memory = places_of({last}, 0.75);
        if (i == 0) CHECK(!memory.settled());
        const PlacedLabel next = at(true, memory);
        CHECK((corner(next) - corner(off)).norm() <= (corner(last) - corner(off)).norm());
        last = next;
    }
    CHECK(corner(last) == corner(off));
    CHECK(places_of({last}, 0.75).settled());
    CHECK(corner(at(true, places_of({free}))) == corner(off));  // without a lag it is there at once
}

namespace {

// Something with two ends that turns, its name placed with a memory.
template <class Draw>
struct TurningAxis {
    Draw draw;
    PlacedBefore memory;
    Vec2 end{0, 0};
    int swaps = 0;
    double farthest = 0;  // that the name has moved from one picture to the next

    explicit TurningAxis(const Draw& given) : draw(given) {}

    void to(double angle, const std::vector<Rect>& taken = {}) {
        LabelledDrawing d;
        draw(d.panel, angle);
        const auto placed = place_labels(d.panel, camera_of(d.panel, {}, canvas), measure, taken, memory);
        REQUIRE(placed.size() == 1);
        const Vec2 now = placed[0].kept.end, at(placed[0].box.x, placed[0].box.y);
        if (!memory.names.empty()) {
            swaps += (now - end).norm() > 200;
            farthest = std::max(farthest, (at - shown).norm());
        }
        end = now;
        shown = at;
        memory = places_of(placed);
    }

  private:
    Vec2 shown{0, 0};
};

Vec2 direction(double angle) { return {std::cos(angle), std::sin(angle)}; }

}  // namespace

TEST_CASE("the name of a line keeps its end while the line turns, all the way round") {
    // As eigenvectors come: with whichever sign.
    for (const double reversed : {1.0, -1.0}) {
        TurningAxis line([&](Panel& panel, double angle) {
            const Vec2 along = direction(angle);
            line_through_origin(panel, along.x() < 0 ? Vec2(-along) : Vec2(reversed * along), Ink::special, "name");
        });
        for (int k = 0; k <= 1440; ++k) line.to(k * pi / 720);
        CHECK(line.swaps == 0);
        CHECK(line.farthest < 40);
    }
    for (const double reversed : {1.0, -1.0}) {
        TurningAxis axis([&](Panel& panel, double angle) {
            const Vec2 along = 2 * direction(angle);
            two_headed(panel, Vec2(0, 0), along.y() < 0 ? Vec2(-along) : Vec2(reversed * along), arrow_pen(Ink::first),
                       "name");
        });
        for (int k = 0; k <= 1440; ++k) axis.to(k * pi / 720);
        CHECK(axis.swaps == 0);
        CHECK(axis.farthest < 40);
    }
}

TEST_CASE("the name of a line leaves an end that is taken or out of view, and is not torn between two") {
    const auto draw = [](Panel& panel, double angle) {
        line_through_origin(panel, direction(angle), Ink::special, "name");
    };
    TurningAxis fresh(draw);
    fresh.to(0.5);
    const Vec2 low = fresh.end;
    const Rect there{low.x() - 150, low.y() - 150, 300, 300};
    TurningAxis line(draw);
    for (int k = 0; k < 20; ++k) line.to(0.5, k % 2 ? std::vector{there} : std::vector<Rect>{});
    CHECK(line.swaps == 1);
    LabelledDrawing d;
    draw(d.panel, 0.5);
    const Views above = {{"p", View2{{0.3, 0.2}, {10.3, 6.2}}}};
    const auto placed = d.placed(above);
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].kept.end != low);
}

TEST_CASE("the same picture gives the same places, and its own memory keeps them") {
    LabelledDrawing d;
    for (int i = 0; i < 6; ++i) {
        d.panel.line(Vec2(0, 0), Vec2(2, 0.3 * i - 1), {.ink = Ink::subject, .width_points = 4});
        d.panel.label(Vec2(2, 0.3 * i - 1), "name", i % 2 ? Ink::subject : Ink::image, Vec2(2, 0.3 * i - 1));
    }
    const auto placed = d.placed(), again = d.placed();
    const auto kept = place_labels(d.panel, camera_of(d.panel, {}, canvas), measure, {}, places_of(placed));
    REQUIRE(placed.size() == 6);
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK(placed[i].box == again[i].box);
        CHECK(placed[i].kept == kept[i].kept);
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(overlap(placed[i].box, placed[j].box));
    }
}

TEST_CASE("a label's room is never less than a capital's, so that neighbours share a baseline") {
    CHECK(typeset_size("x", 20).ascent == typeset_size("H", 20).ascent);
    CHECK(typeset_size("y", 20).descent > 2);
    CHECK(typeset_size("1", 20).descent < 1);
    CHECK(typeset_size("\\vec v", 20).ascent > typeset_size("H", 20).ascent - 1e-9);
}
