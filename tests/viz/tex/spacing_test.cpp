// The spaces between atoms and the places of scripts, bars and roots, against TeX's table and the font's constants.
// Most checks compare widths: the space between two things is what their sum lacks.
#include "viz/tex/math_font.h"
#include "viz/tex/typeset.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

using namespace eigenscape;

namespace {

constexpr double em = 18;  // one mu is one point

double width(const std::string& tex, TexStyle style = TexStyle::display) {
    const auto set = typeset(tex, em, style);
    REQUIRE_MESSAGE(set->errors.empty(), tex << ": " << (set->errors.empty() ? "" : set->errors[0].message));
    return set->width;
}

double mu_between(const std::string& left, const std::string& right) {
    return width(left + " " + right) - width(left) - width(right);
}

const SetGlyph& last_glyph(const Typeset& set) { return set.glyphs.back(); }

}  // namespace

TEST_CASE("tex: spaces between classes are The TeXbook's") {
    struct Row {
        const char *left, *right;
        double mu;
    };
    const Row rows[]{{"x", "y", 0},
                     {"x", "\\sin", 3},
                     {"\\sin", "x", 3},
                     {"\\sin", "\\cos", 3},
                     {"x", "=", 5},
                     {"=", "x", 5},
                     {"=", "=", 0},
                     {"x", "(", 0},
                     {"x", ")", 0},
                     {")", "x", 0},
                     {"x", ",", 0},
                     {",", "x", 3},
                     {"\\sin", "(", 0},
                     {")", "=", 5},
                     {")", "\\sin", 3},
                     {",", "=", 3},
                     {"=", "(", 5},
                     {"(", "=", 0},
                     {"x", "\\cdots", 3},
                     {"\\cdots", "x", 3},
                     {"x", "\\frac12", 0},
                     {"\\sum", "x", 3},
                     {"x", "\\left(y\\right)", 3},
                     {"2", "\\pi", 0},
                     {"x", "\\to", 5},
                     {"x", "!", 0},
                     {"f", "\\mid", 5}};
    for (const auto& [left, right, mu] : rows)
        CHECK_MESSAGE(mu_between(left, right) == doctest::Approx(mu), left << " " << right);
}

TEST_CASE("tex: a sign between two things is an operation, elsewhere a letter") {
    const double minus = width("{-}");
    CHECK(width("x-y") == doctest::Approx(width("x") + width("y") + minus + 8));
    CHECK(width("-x") == doctest::Approx(width("x") + minus));
    CHECK(width("x=-y") == doctest::Approx(width("x") + width("y") + width("=") + minus + 10));
    CHECK(width("(-x)") == doctest::Approx(width("(") + width(")") + width("x") + minus));
    CHECK(width("x-") == doctest::Approx(width("x") + minus));
    CHECK(width("x--y") == doctest::Approx(width("x") + width("y") + 2 * minus + 8));
    CHECK(width("e^{-x+y}") < width("e^{-x}") + width("e^{+y}"));  // no spaces in scripts
}

TEST_CASE("tex: colour changes no space") {
    CHECK(width("a\\color{first}{+b}") == doctest::Approx(width("a+b")));
    CHECK(width("\\color{first}{a}\\color{second}{=}b") == doctest::Approx(width("a=b")));
    CHECK(width("\\color{first}{\\sin}x") == doctest::Approx(width("\\sin x")));
    CHECK(width("\\color{first}{x}^2") == doctest::Approx(width("{x}^2")));
}

TEST_CASE("tex: spaces by name") {
    const std::pair<const char*, double> rows[]{{"\\,", 3},  {"\\:", 4},     {"\\;", 5},
                                                {"\\!", -3}, {"\\quad", 18}, {"\\qquad", 36}};
    for (const auto& [name, mu] : rows)
        CHECK(width(std::string("x") + name + " y") - width("xy") == doctest::Approx(mu));
}

TEST_CASE("tex: fractions stand on the axis at the font's distances") {
    const auto& c = math_constants();
    const auto set = typeset("\\frac{1}{2}", em);
    REQUIRE(set->rules.size() == 1);
    const Box2& bar = set->rules[0].box;
    CHECK(0.5 * (bar.lo.y() + bar.hi.y()) == doctest::Approx(c.axis_height * em));
    CHECK(bar.hi.y() - bar.lo.y() == doctest::Approx(c.fraction_rule_thickness * em));
    CHECK(set->glyphs[0].glyph.at.y() == doctest::Approx(c.fraction_numerator_display_style_shift_up * em));
    CHECK(set->glyphs[1].glyph.at.y() == doctest::Approx(-c.fraction_denominator_display_style_shift_down * em));
    const auto small = typeset("\\frac{1}{2}", em, TexStyle::text);
    CHECK(small->glyphs[0].glyph.at.y() == doctest::Approx(c.fraction_numerator_shift_up * em));
    CHECK(small->glyphs[0].glyph.size_points == doctest::Approx(c.script_scale * em));
    CHECK(typeset("\\dfrac12", em, TexStyle::text)->glyphs == set->glyphs);
    CHECK(typeset("\\tfrac12", em)->glyphs == small->glyphs);
    // a tall numerator is pushed up until the gap is the font's
    const auto tall = typeset("\\frac{\\frac12}{x}", em);
    double lowest = 1e9;
    for (std::size_t i = 0; i < 2; ++i)
        lowest = std::min(lowest, tall->glyphs[i].glyph.at.y() + math_glyph(tall->glyphs[i].glyph.id).ink.lo.y() *
                                                                     tall->glyphs[i].glyph.size_points);
    const double line = std::max(tall->rules[0].box.hi.y(), tall->rules[1].box.hi.y());
    CHECK(line > c.axis_height * em);
    CHECK(lowest >=
          c.axis_height * em + (0.5 * c.fraction_rule_thickness + c.fraction_num_display_style_gap_min) * em - 1e-9);
}

TEST_CASE("tex: powers and indices") {
    const auto& c = math_constants();
    const auto power = typeset("x^2", em, TexStyle::text);
    CHECK(last_glyph(*power).glyph.at.y() == doctest::Approx(c.superscript_shift_up * em));
    CHECK(last_glyph(*power).glyph.size_points == doctest::Approx(c.script_scale * em));
    CHECK(typeset("x^{y^2}", em)->glyphs.back().glyph.size_points == doctest::Approx(c.script_script_scale * em));
    CHECK(typeset("x^{y^{z^2}}", em)->glyphs.back().glyph.size_points == doctest::Approx(c.script_script_scale * em));
    const auto cramped = typeset("\\sqrt{x^2}", em, TexStyle::text);
    const auto raised =
        std::ranges::find_if(cramped->glyphs, [](const SetGlyph& g) { return g.glyph.size_points < em - 1; });
    REQUIRE(raised != cramped->glyphs.end());
    CHECK(raised->glyph.at.y() == doctest::Approx(c.superscript_shift_up_cramped * em));
    // both: apart by the least gap at least, whatever they are
    for (const char* tex : {"x_i^2", "x_{\\frac12}^{\\frac12}", "\\int_a^b", "f_j^{(n)}"}) {
        const auto both = typeset(tex, em);
        CHECK(both->ascent > 0);
        CHECK(both->descent > 0);
    }
    const auto both = typeset("x_2^2", em, TexStyle::text);
    const double above =
        both->glyphs[1].glyph.at.y() + math_glyph(both->glyphs[1].glyph.id).ink.lo.y() * c.script_scale * em;
    const double below =
        both->glyphs[2].glyph.at.y() + math_glyph(both->glyphs[2].glyph.id).ink.hi.y() * c.script_scale * em;
    CHECK(above - below >= c.sub_superscript_gap_min * em - 0.2 * em * c.script_scale);
    CHECK(both->glyphs[1].glyph.at.x() >= both->glyphs[2].glyph.at.x());  // the power leans with its letter
    CHECK(width("f^2") > width("f_2"));                                   // f leans far
    CHECK(typeset("x'", em)->glyphs == typeset("x^{\\prime}", em)->glyphs);
    CHECK(typeset("x²", em)->glyphs == typeset("x^2", em)->glyphs);
    CHECK(typeset("x₁", em)->glyphs == typeset("x_1", em)->glyphs);
    CHECK(typeset("x_1^2", em)->glyphs == typeset("x^2_1", em)->glyphs);
    CHECK(typeset("f''^2", em)->errors.empty());
}

TEST_CASE("tex: roots hold what is under them, at every size") {
    for (const char* inside : {"x", "x + y", "\\frac{a}{b}", "\\begin{matrix}1\\\\2\\\\3\\\\4\\\\5\\end{matrix}"}) {
        const auto bare = typeset(inside, em), root = typeset(std::string("\\sqrt{") + inside + "}", em);
        REQUIRE(!root->rules.empty());
        const Box2& roof = root->rules.back().box;
        CHECK(roof.hi.y() - roof.lo.y() == doctest::Approx(math_constants().radical_rule_thickness * em));
        CHECK(roof.hi.x() - roof.lo.x() == doctest::Approx(bare->width).epsilon(0.02));
        CHECK(roof.lo.y() >= bare->ascent + math_constants().radical_display_style_vertical_gap * em - 1e-9);
        CHECK(root->descent >= bare->descent - 1e-9);
    }
    CHECK(width("\\sqrt[3]{x}") >= width("\\sqrt{x}"));
}

TEST_CASE("tex: limits stand above and below in displays, beside in text") {
    const auto shown = typeset("\\sum_{i=1}^n", em), small = typeset("\\sum_{i=1}^n", em, TexStyle::text);
    CHECK(shown->width < small->width);
    CHECK(shown->ascent > small->ascent);
    CHECK(shown->glyphs[0].glyph.id != small->glyphs[0].glyph.id);
    CHECK(typeset("\\sum\\nolimits_i", em)->width > typeset("\\sum_i", em)->width);
    CHECK(typeset("\\int\\limits_a^b", em)->width < typeset("\\int_a^b", em)->width);
    CHECK(typeset("\\lim_{x\\to 0}", em)->descent > typeset("\\log_{x\\to 0}", em)->descent);
    // large operators are centred on the axis
    const auto& g = math_glyph(shown->glyphs[0].glyph.id);
    const double middle = shown->glyphs[0].glyph.at.y() + 0.5 * (g.ink.lo.y() + g.ink.hi.y()) * em;
    CHECK(middle == doctest::Approx(math_constants().axis_height * em));
}

TEST_CASE("tex: fences reach around what they hold and are centred on the axis") {
    const double axis = math_constants().axis_height * em;
    for (int rows = 1; rows < 40; rows += 3) {
        std::string inside = "\\begin{matrix}x";
        for (int i = 1; i < rows; ++i) inside += "\\\\x";
        inside += "\\end{matrix}";
        const double full = typeset(inside, em)->ascent + typeset(inside, em)->descent;
        for (const char* pair : {"(|)", "[|]", "\\{|\\}", "||", "\\||\\|", "\\lfloor|\\rceil"}) {
            const std::string fences = pair;
            const std::string left = fences == "||"        ? "|"
                                     : fences == "\\||\\|" ? "\\|"
                                                           : fences.substr(0, fences.find('|'));
            const std::string right = fences == "||"        ? "|"
                                      : fences == "\\||\\|" ? "\\|"
                                                            : fences.substr(fences.find('|') + 1);
            const auto set = typeset("\\left" + left + " " + inside + "\\right" + right, em);
            REQUIRE(set->errors.empty());
            CHECK(set->ascent + set->descent >= std::max(0.9 * full, full - 0.6 * em));
            CHECK(set->ascent + set->descent <= full + 1.2 * em);
            CHECK(0.5 * (set->ascent - set->descent) == doctest::Approx(axis).epsilon(0.02));
        }
    }
    CHECK(width("\\left( x \\middle| y \\right)") > width("(x|y)"));
    double before = 0;
    for (const char* big : {"(", "\\big(", "\\Big(", "\\bigg(", "\\Bigg("}) {
        const auto set = typeset(big, em);
        CHECK(set->ascent + set->descent > before);
        before = set->ascent + set->descent;
    }
}

TEST_CASE("tex: accents sit over the letter, higher over tall ones") {
    for (const char* name : {"hat", "bar", "vec", "dot", "ddot", "tilde"}) {
        const auto low = typeset(std::string("\\") + name + " x", em),
                   tall = typeset(std::string("\\") + name + " A", em);
        REQUIRE(low->glyphs.size() == 2);
        CHECK(tall->ascent > low->ascent);
        CHECK(low->width == doctest::Approx(width("x")));  // an accent takes no room
        const auto& mark = low->glyphs[1].glyph;
        const auto& m = math_glyph(mark.id);
        const double middle = mark.at.x() + 0.5 * (m.ink.lo.x() + m.ink.hi.x()) * em;
        CHECK(middle > 0.25 * low->width);
        CHECK(middle < 0.85 * low->width);
    }
    const auto dotless = typeset("\\hat i", em), dotted = typeset("i", em);
    CHECK(dotless->glyphs[0].glyph.id != dotted->glyphs[0].glyph.id);
    CHECK(typeset("\\widehat{abcdef}", em)->glyphs.back().glyph.id !=
          typeset("\\widehat{a}", em)->glyphs.back().glyph.id);
    CHECK(typeset("\\vec v", em)->glyphs == typeset("v⃗", em)->glyphs);
}

TEST_CASE("tex: matrices line up their columns") {
    const auto set = typeset("\\begin{pmatrix} 1 & 22 \\\\ 333 & 4 \\end{pmatrix}", em);
    REQUIRE(set->errors.empty());
    CHECK(0.5 * (set->ascent - set->descent) == doctest::Approx(math_constants().axis_height * em).epsilon(0.02));
    const auto bars = typeset("\\left[\\begin{array}{cc|c} 1 & 2 & 3 \\\\ 4 & 5 & 6 \\end{array}\\right]", em);
    CHECK(bars->errors.empty());
    CHECK(bars->rules.size() == 1);
    const auto aligned = typeset("\\begin{aligned} x &= 1 \\\\ yyyy &= 2 \\end{aligned}", em);
    std::vector<double> equals;
    const auto equal_sign = typeset("=", em)->glyphs[0].glyph.id;
    for (const SetGlyph& g : aligned->glyphs)
        if (g.glyph.id == equal_sign) equals.push_back(g.glyph.at.x());
    REQUIRE(equals.size() == 2);
    CHECK(equals[0] == doctest::Approx(equals[1]));
    CHECK(aligned->width == doctest::Approx(width("yyyy=2")));  // the relation keeps its spaces
}

TEST_CASE("tex: what is phantom takes its room and shows nothing") {
    CHECK(typeset("\\phantom{x^2}", em)->glyphs.empty());
    CHECK(width("\\phantom{x^2}") == doctest::Approx(width("x^2")));
    CHECK(typeset("\\vphantom{\\sum}", em)->width == 0);
    CHECK(typeset("\\hphantom{\\sum}", em)->ascent == 0);
}

TEST_CASE("tex: sizes scale with the em, and nothing else does") {
    const auto small = typeset("\\sqrt{\\frac{x^2}{y_1}} + \\sum_i^n", 10),
               large = typeset("\\sqrt{\\frac{x^2}{y_1}} + \\sum_i^n", 30);
    CHECK(large->width == doctest::Approx(3 * small->width));
    CHECK(large->ascent == doctest::Approx(3 * small->ascent));
    CHECK(large->descent == doctest::Approx(3 * small->descent));
    REQUIRE(large->glyphs.size() == small->glyphs.size());
    for (std::size_t i = 0; i < small->glyphs.size(); ++i)
        CHECK(large->glyphs[i].glyph.id == small->glyphs[i].glyph.id);
}

TEST_CASE("tex: set again is the same, and not set again at all") {
    const auto first = typeset("\\frac{a}{b} + \\num{x}{1.00}", em),
               second = typeset("\\frac{a}{b} + \\num{x}{1.00}", em);
    CHECK(first == second);  // the same sheet, not an equal one
    CHECK(first != typeset("\\frac{a}{b} + \\num{x}{1.01}", em));
    CHECK(typeset_prose("a $b$ c", em, 100) == typeset_prose("a $b$ c", em, 100));
}
