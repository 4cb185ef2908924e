// Where formulas may be broken: before signs that join terms, never inside a group.
#include "viz/tex/breaks.h"

#include <doctest/doctest.h>

#include <string>

using namespace eigenscape;

namespace {

std::string broken(std::string_view tex) {
    std::string text;
    for (const std::string_view piece : pieces_of_tex(tex)) text += (text.empty() ? "" : "|") + std::string(piece);
    return text;
}

}  // namespace

TEST_CASE("a formula is broken before the signs between its terms") {
    CHECK(broken("a = b + c - d") == "a |= b |+ c |- d");
    CHECK(broken("f(x) = \\frac{x^3}{4} - x") == "f(x) |= \\frac{x^3}{4} |- x");
    CHECK(broken("x") == "x");
    CHECK(broken("") == "");
}

TEST_CASE("a formula is not broken inside groups, brackets and environments") {
    CHECK(broken("f(x + y) = {a + b}[c - d]") == "f(x + y) |= {a + b}[c - d]");
    CHECK(broken("\\left(a + b\\right) + \\left.c - d\\right| + e") ==
          "\\left(a + b\\right) |+ \\left.c - d\\right| |+ e");
    CHECK(broken("\\begin{matrix}a + b\\end{matrix} = c") == "\\begin{matrix}a + b\\end{matrix} |= c");
    CHECK(broken("\\left\\{a + b\\right\\} + c") == "\\left\\{a + b\\right\\} |+ c");
}

TEST_CASE("a sign of one term stays with it") {
    CHECK(broken("-a = -b") == "-a |= -b");
    CHECK(broken("x^{-} + (-y) + -z") == "x^{-} |+ (-y) |+ -z");
}
