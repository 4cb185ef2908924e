// Names of numbers: with no, one or two indices, and nothing else.
#include "viz/indexed_name.h"

#include "viz/frame.h"

#include <doctest/doctest.h>

using namespace eigenscape;

TEST_CASE("a name is read with its indices") {
    const auto plain = indexed_name("rate");
    REQUIRE(plain);
    CHECK(plain->name == "rate");
    CHECK(plain->depth == 0);
    const auto entry = indexed_name("A[0][12]");
    REQUIRE(entry);
    CHECK(entry->name == "A");
    CHECK(entry->depth == 2);
    CHECK(entry->index == std::array<int, 2>{0, 12});
}

TEST_CASE("what is no such name is refused") {
    for (const char* text :
         {"", "[0]", "A[", "A[]", "A[-1]", "A[1", "A[1]x", "A[0][0][0]", "A]", "A[1e3]", "A[99999999999]"}) {
        CAPTURE(text);
        CHECK(!indexed_name(text));
    }
}

TEST_CASE("a frame finds the numbers of its facts by name") {
    Frame frame;
    frame.fact("det", 3.5);
    frame.fact("count", std::int64_t{4});
    frame.fact("v", Vec2(1, -2));
    frame.fact("A", Mat2(Mat2{{1, 2}, {3, 4}}));
    frame.fact("roots", std::vector<Complex>{{1, 0}, {0, 1}});
    frame.undefined_fact("inverse", "There is none.");
    CHECK(frame.number("det") == 3.5);
    CHECK(frame.number("count") == 4);
    CHECK(frame.number("v[1]") == -2);
    CHECK(frame.number("A[1][0]") == 3);
    CHECK(frame.number("roots[0]") == 1);
    for (const char* none : {"roots[1]", "roots[7]", "inverse", "missing", "v", "v[2]", "A[0]", "A[2][0]", "det[0]"}) {
        CAPTURE(none);
        CHECK(!frame.number(none));
    }
}

TEST_CASE("numbers are written into formulas, and only those that can be changed keep their names") {
    Frame frame;
    Panel& panel = frame.plane("p", {{-1, -1}, {1, 1}});
    frame.fact("det", -2.0);
    panel.formula("\\num{rate:.2f} \\cdot \\num{det:.1f}");
    panel.label(Vec2(0, 0), "\\lambda = \\num{det:.2f}", Ink::text);
    panel.note("A rate of $\\num{rate:.1f}$, and \\$5.");
    panel.label(Vec2(0, 0), "plain", Ink::text);
    frame.fill_in_numbers([](std::string_view name) { return name == "rate" ? std::optional(0.25) : std::nullopt; });
    CHECK(panel.formulas[0].tex == "\\num{rate}{0.25} \\cdot \\num{}{−2.0}");
    CHECK(panel.labels[0].text == "\\lambda = \\num{}{−2.00}");
    CHECK(panel.notes[0].text == "A rate of $\\num{rate}{0.2}$, and \\$5.");
    CHECK(panel.labels[1].text == "plain");
}
