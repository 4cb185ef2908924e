// Sentences with formulas in them, and words inside formulas.
#include "viz/tex/typeset.h"

#include "viz/text_faces.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace eigenscape;

namespace {

int lines_of(const Typeset& set, double size) { return 1 + static_cast<int>(set.descent / (1.5 * size)); }

}  // namespace

TEST_CASE("prose: lines are broken at spaces and keep the width") {
    const std::string text =
        "The gradient $\\nabla f$ points uphill, and a step of size $\\eta = 0.1$ against it goes down again.";
    const auto one = typeset_prose(text, 14);
    CHECK(lines_of(*one, 14) == 1);
    for (const double width : {120.0, 200.0, 333.0}) {
        const auto set = typeset_prose(text, 14, width);
        CHECK(set->width <= width);
        CHECK(set->glyphs.size() == one->glyphs.size());
        CHECK(lines_of(*set, 14) > 1);
    }
    // a word that is wider than the line stands in a line of its own
    CHECK(typeset_prose("a incomprehensibilities b", 14, 30)->descent > 2 * 1.5 * 14);
}

TEST_CASE("prose: words are the interface's, formulas the mathematics face's") {
    const auto set = typeset_prose("rate $\\eta$.", 14);
    REQUIRE(set->glyphs.size() == 6);
    CHECK(set->glyphs[0].glyph.face == Face::ui);
    CHECK(set->glyphs[4].glyph.face == Face::math);
    CHECK(set->glyphs[5].glyph.face == Face::ui);
    CHECK(typeset_prose("bold", 14, 0, Face::ui_bold)->glyphs[0].glyph.face == Face::ui_bold);
    CHECK(set->spoken == "rate η.");
}

TEST_CASE("prose: dollars, new lines and mistakes") {
    CHECK(typeset_prose("costs \\$5", 14)->errors.empty());
    CHECK(typeset_prose("costs \\$5", 14)->spoken == "costs $5");
    const auto open = typeset_prose("κ: a $x", 14);
    REQUIRE(open->errors.size() == 1);
    CHECK(open->errors[0].column == 6);
    const auto wrong = typeset_prose("κ: a $x + \\foo$ b", 14);
    REQUIRE(wrong->errors.size() == 1);
    CHECK(wrong->errors[0].column == 11);
    CHECK(lines_of(*typeset_prose("a\nb", 14), 14) == 2);
    CHECK(lines_of(*typeset_prose("a\n\nb", 14), 14) == 3);
    CHECK(typeset_prose("a $\\text{\\$}$ b", 14)->errors.empty());
}

TEST_CASE("prose: a tall formula pushes the lines apart, small ones do not") {
    const auto flat = typeset_prose("a\n$x^2$\nb", 14);
    CHECK(flat->descent == doctest::Approx(2 * 1.5 * 14).epsilon(0.02));
    const auto tall = typeset_prose("a\n$\\begin{matrix}1\\\\2\\\\3\\end{matrix}$\nb", 14);
    CHECK(tall->descent > flat->descent + 14);
}

TEST_CASE("prose and text: plain characters need no escape, whatever alphabet they are from") {
    const std::string words = "“κ” – ‘a’, 20 °C, β ≤ λ² … é ñ ü × ½";
    for (const auto& set :
         {typeset_prose(words, 14), typeset("\\text{" + words + "}", 14), typeset(tex_words(words), 14)}) {
        CHECK(set->errors.empty());
        CHECK(set->spoken == words);
        for (const SetGlyph& g : set->glyphs) CHECK(g.glyph.id != 0);
    }
}

TEST_CASE("text: words come back as they were") {
    for (const char* words : {"50 % of all", "a_b & {c} #1", "back\\slash", "~ and ^", "$5", "x < y", ""}) {
        const auto set = typeset(tex_words(words), 18);
        CHECK_MESSAGE(set->errors.empty(), tex_words(words));
        CHECK(set->spoken == words);
    }
    CHECK(tex_words("50 % of all") == "\\text{50 \\% of all}");
}

TEST_CASE("text: spaces count, formulas may stand in it") {
    CHECK(typeset("\\text{a b}", 18)->width > typeset("\\text{ab}", 18)->width + 3);
    CHECK(typeset("\\text{if $x^2$ then}", 18)->errors.empty());
    CHECK(typeset("x_{\\text{max}}", 18)->glyphs[1].glyph.size_points < 18);
    CHECK(typeset("\\text{\\color{first}{red} words}", 18)->glyphs[0].ink == Ink::first);
}

TEST_CASE("spoken: a formula in plain words and signs") {
    const std::pair<const char*, const char*> rows[]{{"A v = \\lambda v", "Av = λv"},
                                                     {"\\frac{a+b}{2}", "(a + b)/2"},
                                                     {"\\sqrt{x}", "√x"},
                                                     {"x^2 + y_1", "x^2 + y_1"},
                                                     {"f'(x)", "f′(x)"},
                                                     {"e^{-x}", "e^(−x)"},
                                                     {"\\mathbb{R}^n", "ℝ^n"},
                                                     {"\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}", "(1 2; 3 4)"},
                                                     {"\\sin x", "sin x"},
                                                     {"\\text{if } x \\ge 0", "if x ≥ 0"}};
    for (const auto& [tex, want] : rows) CHECK(typeset(tex, 18)->spoken == std::string(want));
}
