// A mistake in a formula stays where it was made: marked, told with its column, and the rest is set as if it were not
// there.
#include "viz/tex/parse.h"
#include "viz/tex/typeset.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace eigenscape;

namespace {

bool is_marked(const Typeset& set) {
    return std::ranges::any_of(set.glyphs, [](const SetGlyph& g) { return g.ink == Ink::negative; });
}

}  // namespace

TEST_CASE("tex: mistakes are told with their column") {
    struct Row {
        const char* tex;
        std::size_t column;
        const char* says;
        bool marked;
    };
    const Row rows[]{{"x + \\lamda", 5, "\\lambda", true},
                     {"λ + \\foo", 5, "\\foo", true},
                     {"x^2^3", 4, "superscript", true},
                     {"x_1_2", 4, "subscript", true},
                     {"{x", 1, "never closed", false},
                     {"x}", 2, "no {", true},
                     {"\\frac{1}", 1, "\\frac needs", true},
                     {"x^", 2, "needs", true},
                     {"\\sqrt", 1, "\\sqrt needs", true},
                     {"a & b", 3, "matrix", true},
                     {"a \\\\ b", 3, "row", true},
                     {"a $ b", 3, "dollar", true},
                     {"\\left( x", 1, "\\right", false},
                     {"x \\right)", 3, "no \\left", true},
                     {"\\left x \\right)", 1, "bracket", false},
                     {"\\begin{pmatrx} 1 \\end{pmatrx}", 1, "pmatrix", false},
                     {"\\begin{pmatrix} 1", 1, "never ended", false},
                     {"\\begin{pmatrix} 1 \\end{bmatrix}", 19, "was ended by", false},
                     {"x \\end{matrix}", 3, "no \\begin", true},
                     {"a + \\color{frist}{b}", 5, "first", true},
                     {"\\color{}{b}", 1, "needs", true},
                     {"\\num{rate:.2f}", 1, "rate", true},
                     {"\\text{abc", 1, "never closed", false},
                     {"\\text{a $x}", 9, "$", false},
                     {"\\sqrt[3{x}", 1, "needs", true},
                     {"\\sqrt[3 x", 1, "needs", true},
                     {"x \\limits_2", 3, "operator", true},
                     {"\\begin{array} a \\end{array}", 1, "columns", false}};
    for (const auto& [tex, column, says, marked] : rows) {
        const auto set = typeset(tex, 18);
        REQUIRE_MESSAGE(!set->errors.empty(), std::string(tex));
        CHECK_MESSAGE(set->errors[0].column == column, std::string(tex) << ": " << set->errors[0].message);
        CHECK_MESSAGE(set->errors[0].message.find(says) != std::string::npos, std::string(tex)
                                                                                  << ": " << set->errors[0].message);
        CHECK_MESSAGE(set->errors[0].message.back() != ' ', tex);
        CHECK_MESSAGE(is_marked(*set) == marked, std::string(tex));
    }
}

TEST_CASE("tex: what stands around a mistake is set as ever") {
    const auto good = typeset("x^2 + y", 18), bad = typeset("x^2 + y + \\foo", 18);
    REQUIRE(bad->glyphs.size() > good->glyphs.size());
    for (std::size_t i = 0; i < good->glyphs.size(); ++i) CHECK(bad->glyphs[i] == good->glyphs[i]);
    const auto inside = typeset("\\begin{pmatrix} 1 & \\foo \\\\ 3 & 4 \\end{pmatrix} = A", 18);
    CHECK(inside->errors.size() == 1);
    CHECK(typeset("\\left( {a \\right) + b", 18)->errors.size() == 1);
}

TEST_CASE("tex: a role that no theme knows is drawn as an error is") {
    const auto set = typeset("\\color{nowhere}{x}", 18);
    REQUIRE(set->glyphs.size() == 1);
    CHECK(set->glyphs[0].ink == Ink::negative);
    CHECK(set->errors.size() == 1);
}

TEST_CASE("tex: nesting ends at a stated depth") {
    for (const auto& [open, close] : {std::pair<std::string, std::string>{"{", "}"},
                                      {"\\sqrt{", "}"},
                                      {"\\frac{1}{", "}"},
                                      {"x^{", "}"},
                                      {"\\left(", "\\right)"},
                                      {"\\text{$", "$}"},
                                      {"\\color{first}{", "}"},
                                      {"\\hat{", "}"},
                                      {"\\sqrt ", ""},
                                      {"\\hat ", ""},
                                      {"\\begin{matrix}", "\\end{matrix}"}}) {
        std::string fine, deep;
        for (int i = 0; i < 60; ++i) fine += open;
        fine += "x";
        for (int i = 0; i < 60; ++i) fine += close;
        for (int i = 0; i < 2000; ++i) deep += open;
        deep += "x";
        for (int i = 0; i < 2000; ++i) deep += close;
        CHECK_MESSAGE(typeset(fine, 18)->errors.empty(), open);
        const auto set = typeset(deep, 18);
        REQUIRE_MESSAGE(set->errors.size() == 1, open);
        CHECK(set->errors[0].message.find("levels deep") != std::string::npos);
        CHECK(set->errors[0].column > 1);
    }
}

TEST_CASE("tex: very long formulas are set as far as the limit goes") {
    std::string sum = "x";
    while (sum.size() < 3 * longest_tex) sum += "+x";
    const auto set = typeset(sum, 18);
    REQUIRE(!set->errors.empty());
    CHECK(set->errors.back().column >= longest_tex);
    CHECK(set->glyphs.size() > 10'000);
    CHECK(set->glyphs.size() <= longest_tex);
    std::string mistakes;
    for (int i = 0; i < 5000; ++i) mistakes += "}";
    CHECK(typeset(mistakes, 18)->errors.size() == most_tex_errors);
}

TEST_CASE("tex: sizes that are no sizes") {
    for (const double size : {0.0, -5.0, 1e300, static_cast<double>(NAN), static_cast<double>(INFINITY)}) {
        const auto set = typeset("\\frac{x}{2}", size);
        CHECK(std::isfinite(set->width));
        CHECK(std::isfinite(set->ascent));
    }
    CHECK(typeset("", 18)->width == 0);
    CHECK(typeset("", 18)->errors.empty());
    CHECK(typeset_prose("", 18, 100)->width == 0);
}
