// Live numbers in formulas: formatted as Python would, found by the pointer, and as wide as before when they change.
#include "viz/tex/typeset.h"

#include "core/types.h"

#include <doctest/doctest.h>

#include <clocale>
#include <cmath>
#include <map>
#include <string>

using namespace eigenscape;

namespace {

std::string shown(const std::string& format, double value) {
    return with_numbers("\\num{x" + format + "}",
                        [&](std::string_view name) { return name == "x" ? std::optional(value) : std::nullopt; });
}

}  // namespace

TEST_CASE("tex numbers: the format is Python's") {
    struct Row {
        const char* format;
        double value;
        const char* text;
    };
    const Row rows[]{{":.2f", 1, "1.00"},
                     {":.2f", -1.005, "−1.00"},
                     {":.2f", -0.001, "0.00"},
                     {":.2f", -0.0, "0.00"},
                     {": .2f", 1.5, " 1.50"},
                     {": .2f", -1.5, "−1.50"},
                     {":+.1f", 2, "+2.0"},
                     {":+.1f", -2, "−2.0"},
                     {":.0f", 2.6, "3"},
                     {":d", 7, "7"},
                     {":d", -7, "−7"},
                     {":.3g", 0.12345, "0.123"},
                     {":.3g", 1234567, "1.23\\cdot 10^{6}"},
                     {":.3g", 0.00001234, "1.23\\cdot 10^{-5}"},
                     {":.1e", 1500, "1.5\\cdot 10^{3}"},
                     {"", 0.25, "0.25"},
                     {":.2f", infinity, "\\infty"},
                     {":.2f", -infinity, "−\\infty"},
                     {":.2f", 1e20, "1.00\\cdot 10^{20}"}};
    for (const auto& [format, value, text] : rows) CHECK(shown(format, value) == "\\num{x}{" + std::string(text) + "}");
}

TEST_CASE("tex numbers: what has no value says so") {
    CHECK(shown(":.2f", undefined) == "\\text{undefined}");
    CHECK(with_numbers("a + \\num{y:.2f}", [](std::string_view) { return std::nullopt; }) == "a + \\text{undefined}");
    CHECK(with_numbers("a + \\num{y:.2f}", nullptr) == "a + \\text{undefined}");
}

TEST_CASE("tex numbers: only what is a number is replaced") {
    const NumberNamed one = [](std::string_view) { return 1.0; };
    CHECK(with_numbers("\\numb{x} \\\\num{x} \\num{A[0][1]:.1f}", one) == "\\numb{x} \\\\num{x} \\num{A[0][1]}{1.0}");
    CHECK(with_numbers("\\num{x}{2.00}", one) == "\\num{x}{2.00}");  // already has its value
    CHECK(with_numbers("\\num{x", one) == "\\num{x");
    CHECK(with_numbers("\\", one) == "\\");
    for (const char* wrong :
         {"\\num{x:2}", "\\num{x:.2q}", "\\num{x:.99f}", "\\num{x:.f}", "\\num{x:.-1f}", "\\num{x:.2d}"}) {
        CHECK(with_numbers(wrong, one) == wrong);
        CHECK(typeset(wrong, 18)->errors.size() == 1);
    }
}

TEST_CASE("tex numbers: every locale shows the same digits") {
    const std::string before = std::setlocale(LC_ALL, nullptr);
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "C"}) {
        std::setlocale(LC_ALL, name);
        CHECK(shown(":.2f", 1.5) == "\\num{x}{1.50}");
    }
    std::setlocale(LC_ALL, before.c_str());
}

TEST_CASE("tex numbers: a number keeps its width while it changes") {
    const auto set = [](const std::string& tex, double value) {
        return typeset(with_numbers(tex, [&](std::string_view) { return value; }), 18);
    };
    for (const char* tex : {"x = \\num{x: .2f} y", "\\frac{\\num{x: .2f}}{2}", "e^{\\num{x: .2f}}",
                            "\\begin{bmatrix} \\num{x:.2f} & 1 \\\\ 0 & \\num{y:.2f} \\end{bmatrix}"}) {
        const double width = set(tex, 1)->width;
        for (const double value : {0.0, 1.11, -7.77, 8.88, -0.001, 9.99, -9.99}) {
            const auto now = set(tex, value);
            CHECK(now->errors.empty());
            CHECK(now->width == doctest::Approx(width).epsilon(1e-9));
            CHECK(now->parts.size() == set(tex, 1)->parts.size());
            for (std::size_t i = 0; i < now->parts.size(); ++i) {
                CHECK(now->parts[i].box.lo.x() == doctest::Approx(set(tex, 1)->parts[i].box.lo.x()));
                CHECK(now->parts[i].box.hi.x() == doctest::Approx(set(tex, 1)->parts[i].box.hi.x()));
            }
        }
    }
    CHECK(set("\\num{x:.2f}", 1.11)->width == doctest::Approx(set("\\num{x:.2f}", 8.88)->width));
}

TEST_CASE("tex numbers: the pointer finds them, and terms in colour") {
    const auto set = typeset("a + \\color{first}{b\\,\\num{A[0][1]}{2.50}^2} + \\num{v[0]}{1}", 18);
    REQUIRE(set->errors.empty());
    REQUIRE(set->parts.size() == 3);
    const SetPart &term = set->parts[0], &inner = set->parts[1], &last = set->parts[2];
    CHECK(term.number.empty());
    CHECK(term.ink == Ink::first);
    CHECK(inner.number == "A[0][1]");
    CHECK(inner.ink == Ink::first);
    CHECK(last.number == "v[0]");
    CHECK(!last.ink);
    CHECK(inner.box.lo.x() > term.box.lo.x());
    CHECK(inner.box.hi.x() < term.box.hi.x());
    CHECK(term.box.hi.x() < last.box.lo.x());
    CHECK(last.box.hi.x() == doctest::Approx(set->width));
    CHECK(term.box.lo.x() == doctest::Approx(typeset("a+", 18)->width + 8).epsilon(0.5));
    for (const SetPart& part : set->parts) {
        CHECK(part.box.hi.y() > 5);  // as high as a digit at least
        CHECK(part.box.hi.x() > part.box.lo.x());
    }
    for (const SetGlyph& g : set->glyphs) {
        const double x = g.glyph.at.x();
        CHECK((g.ink == Ink::first) == (x >= term.box.lo.x() - 1e-9 && x < term.box.hi.x()));
    }
    // parts move with what they stand in
    const auto under = typeset("\\frac{1}{\\num{w}{0.5}}", 18);
    REQUIRE(under->parts.size() == 1);
    CHECK(under->parts[0].box.hi.y() < 0.25 * 18);
    CHECK(typeset("\\phantom{\\num{w}{0.5}}", 18)->parts.empty());
}
