// The head of a panel: formulas over notes on one ground, inside the panel, and its parts found by the pointer.
#include "viz/place_head.h"
#include "tests/viz/canvas.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace eigenscape;

namespace {

struct HeadDrawing {
    Frame frame;
    Panel& panel;
    explicit HeadDrawing(const Rect& place = {0, 0, 1, 1}) : panel(frame.plane("p", {{-5, -3}, {5, 3}}, place)) {}
    Camera camera() const { return camera_of(panel, {}, canvas); }
    PlacedHead head() const { return place_head(panel, camera()); }
};

double bottom(const Rect& r) { return r.y + r.height; }

}  // namespace

TEST_CASE("a panel without words has no head") { CHECK(HeadDrawing().head().lines.empty()); }

TEST_CASE("formulas stand over notes, one under the other, on one ground") {
    HeadDrawing d;
    d.panel.note("A sentence with $x^2$ in it.");
    d.panel.note("Another.");
    d.panel.formula("A = \\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}");
    const PlacedHead head = d.head();
    REQUIRE(head.lines.size() == 3);
    CHECK(head.lines[0].words->ascent > 20);  // the matrix
    double last = head.ground.y;
    for (const HeadLine& line : head.lines) {
        CHECK(line.baseline.y() - line.words->ascent >= last);
        CHECK(line.baseline.x() + line.words->width <= head.ground.x + head.ground.width);
        last = line.baseline.y();
    }
    CHECK(last + head.lines.back().words->descent <= bottom(head.ground));
}

TEST_CASE("a formula shrinks and notes are broken where the panel is narrow") {
    HeadDrawing d({0.8, 0, 0.2, 1});
    d.panel.formula("f(x, y) = (x^2 + y - 11)^2 + y");
    std::string words = "one";
    for (int i = 0; i < 30; ++i) words += " more";
    d.panel.note(words);
    const PlacedHead head = d.head();
    REQUIRE(head.lines.size() == 2);
    CHECK(head.lines[0].words->width < typeset(d.panel.formulas[0].tex, 26)->width);
    CHECK(head.lines[1].words->descent > 24);  // more than one line
    CHECK(head.ground.x + head.ground.width <= canvas.x());
}

TEST_CASE("a formula too wide for the smallest letters goes on in lines that begin with a sign") {
    HeadDrawing d({0.8, 0, 0.2, 1});
    d.panel.formula("f = a(x + y) + b(x - y) + c(x + y)^2 + d(x - y)^2 + e(x + y)^3 + f(x - y)^3");
    const PlacedHead head = d.head();
    REQUIRE(head.lines.size() >= 2);
    double last = head.ground.y;
    for (const HeadLine& line : head.lines) {
        CHECK(line.words->errors.empty());
        CHECK(line.baseline.x() + line.words->width <= head.ground.x + head.ground.width);
        CHECK(line.baseline.y() - line.words->ascent >= last);
        last = line.baseline.y() + line.words->descent;
    }
    CHECK(last <= bottom(head.ground));
    CHECK(head.lines[1].words->spoken.front() == '+');
}

TEST_CASE("the innermost part under the pointer is found, and nothing beside the formula") {
    HeadDrawing d;
    d.panel.formula("x = \\color{first}{a + \\num{rate}{0.25}}");
    const PlacedHead head = d.head();
    const auto parts = parts_of(head);
    REQUIRE(parts.size() == 2);
    const auto number =
        std::find_if(parts.begin(), parts.end(), [](const HeadPart& p) { return p.part->number == "rate"; });
    REQUIRE(number != parts.end());
    const Rect& r = number->place;
    const HeadPart* found = part_under(parts, {r.x + r.width / 2, r.y + r.height / 2});
    REQUIRE(found);
    CHECK(found->part->number == "rate");
    CHECK(found->part->ink == Ink::first);
    const Rect& term = (parts[0].part->number.empty() ? parts[0] : parts[1]).place;
    found = part_under(parts, {term.x + 1, r.y + r.height / 2});
    REQUIRE(found);
    CHECK(found->part->number.empty());
    CHECK(part_under(parts, {head.ground.x + 1, head.ground.y + 1}) == nullptr);
    CHECK(part_under(parts, {900, 600}) == nullptr);
}
