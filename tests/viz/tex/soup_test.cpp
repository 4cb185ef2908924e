// Anything at all may be typed: no formula crashes, and every mark of every sheet is finite.
// The seeds are fixed; tests/fuzz/tex.cpp goes on from here for as long as it is let.
#include "core/calculus/expression.h"
#include "viz/tex/symbols.h"
#include "viz/tex/typeset.h"

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <random>
#include <regex>
#include <string>
#include <vector>

using namespace eigenscape;

namespace {

bool is_sound(const Typeset& set) {
    const auto fine = [](double v) { return std::isfinite(v) && std::abs(v) < 1e7; };
    bool sound = fine(set.width) && fine(set.ascent) && fine(set.descent);
    for (const SetGlyph& g : set.glyphs)
        sound = sound && fine(g.glyph.at.x()) && fine(g.glyph.at.y()) && g.glyph.size_points > 0;
    for (const SetRule& r : set.rules)
        sound = sound && fine(r.box.lo.x()) && fine(r.box.hi.y()) && r.box.lo.x() <= r.box.hi.x() + 1e-9 &&
                r.box.lo.y() <= r.box.hi.y();
    for (const SetPart& p : set.parts) sound = sound && fine(p.box.lo.x()) && fine(p.box.hi.y());
    for (const TexError& e : set.errors) sound = sound && e.column >= 1 && !e.message.empty();
    return sound;
}

const std::vector<std::string>& ingredients() {
    static const auto all = [] {
        std::vector<std::string> list{"x",
                                      "2",
                                      "+",
                                      "-",
                                      "=",
                                      "(",
                                      ")",
                                      "[",
                                      "]",
                                      "{",
                                      "}",
                                      "{",
                                      "}",
                                      "^",
                                      "_",
                                      "'",
                                      "&",
                                      "\\\\",
                                      "$",
                                      " ",
                                      ",",
                                      "|",
                                      "\\{",
                                      "\\frac",
                                      "\\sqrt",
                                      "\\sqrt[3]",
                                      "\\left(",
                                      "\\right)",
                                      "\\left\\{",
                                      "\\right.",
                                      "\\middle|",
                                      "\\begin{matrix}",
                                      "\\end{matrix}",
                                      "\\begin{aligned}",
                                      "\\end{aligned}",
                                      "\\begin{array}{c|c}",
                                      "\\end{array}",
                                      "\\begin{cases}",
                                      "\\end{cases}",
                                      "\\hline",
                                      "\\color{first}",
                                      "\\color{nope}",
                                      "\\num{a}{1.0}",
                                      "\\num{a:.2f}",
                                      "\\text{",
                                      "\\text",
                                      "\\mathbf",
                                      "\\mathbb",
                                      "\\operatorname",
                                      "\\underbrace",
                                      "\\overline",
                                      "\\xrightarrow",
                                      "\\overset",
                                      "\\binom",
                                      "\\big",
                                      "\\Bigg|",
                                      "\\phantom",
                                      "\\boxed",
                                      "\\cancel",
                                      "\\not",
                                      "\\substack",
                                      "\\limits",
                                      "\\displaystyle",
                                      "\\scriptstyle",
                                      "\\pmod",
                                      "λ",
                                      "²",
                                      "₁",
                                      "⃗",
                                      "∑",
                                      "≤",
                                      "\xff",
                                      "\\",
                                      "é",
                                      "�",
                                      "\U0001F600"};
        for (const std::string_view name : symbol_names()) list.push_back("\\" + std::string(name));
        return list;
    }();
    return all;
}

}  // namespace

TEST_CASE("tex: random soup of tokens never crashes and stays finite") {
    std::mt19937 random(20240229);
    const auto& list = ingredients();
    for (int i = 0; i < 4000; ++i) {
        std::string tex;
        const int length = 1 + static_cast<int>(random() % 40);
        for (int k = 0; k < length; ++k) {
            // the first 80 shape the formula, the others are signs
            const std::size_t pick = random() % 3 == 0 ? random() % list.size() : random() % 80;
            tex += list[pick];
            if (random() % 4 == 0) tex += ' ';
        }
        CHECK_MESSAGE(is_sound(*typeset(tex, 18)), tex);
        CHECK_MESSAGE(is_sound(*typeset_prose(tex, 14, 100)), tex);
        CHECK_MESSAGE(is_sound(*typeset(with_numbers(tex, [](std::string_view) { return -1.25; }), 18)), tex);
        CHECK_MESSAGE(typeset(tex_words(tex), 18)->errors.empty(), tex);
    }
}

TEST_CASE("tex: every name in the tables is set without an error, by a glyph of the font") {
    for (const std::string_view name : symbol_names()) {
        const std::string tex = "\\" + std::string(name) + " x";
        const auto set = typeset(tex, 18);
        CHECK_MESSAGE(set->errors.empty(), tex);
        for (const SetGlyph& g : set->glyphs) CHECK_MESSAGE(g.glyph.id != 0, tex);
    }
}

TEST_CASE("tex: the formulas of the comparison are set without an error") {
    std::ifstream file(EIGENSCAPE_TESTS_DIR "/formulas/formulas.txt");
    int count = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        ++count;
        const auto set = typeset(line, 18);
        CHECK_MESSAGE(set->errors.empty(), line);
        CHECK_MESSAGE(is_sound(*set), line);
        for (const SetGlyph& g : set->glyphs) CHECK_MESSAGE(g.glyph.id != 0, line);
    }
    CHECK(count == 60);
}

TEST_CASE("tex: whatever an expression prints is set without an error") {
    std::ifstream file(EIGENSCAPE_TESTS_DIR "/truth/expressions.json");
    const std::string json((std::istreambuf_iterator<char>(file)), {});
    static const std::regex text("\"text\":\"([^\"\\\\]*)\"");
    const std::vector<std::string> names{"x", "y", "theta", "x_1", "rate", "w2", "a", "b", "t", "z"};
    int count = 0;
    const auto check = [&](const std::string& formula) {
        const auto parsed = Expression::parse(formula, names);
        if (!parsed) return;
        ++count;
        Expression e = *parsed.expression;
        for (int order = 0; order < 3; ++order) {
            const std::string tex = e.tex();
            const auto set = typeset(tex, 18);
            CHECK_MESSAGE(set->errors.empty(), tex.substr(0, 200)
                                                   << ": " << (set->errors.empty() ? "" : set->errors[0].message));
            CHECK(is_sound(*set));
            e = e.derivative(0);
        }
    };
    for (std::sregex_iterator it(json.begin(), json.end(), text), end; it != end; ++it) check((*it)[1]);
    CHECK(count >= 37);
    for (const char* formula :
         {"x_1 + w2", "rate*x", "sigmoid(x)", "max(x, y)", "floor(x)", "abs(x-y)", "cbrt(x)", "1.5e-7*x", "softplus(x)",
          "relu(x)", "mod(x, 2)", "atan2(y, x)", "log(x) + ln(x) + log2(x)", "sign(x) + ceil(x)", "pi*e*tau"})
        check(formula);
    for (const auto& [before, after] : {std::pair<std::string, std::string>{"sin(", ")"},
                                        {"1/(1+", ")"},
                                        {"x^(", ")"},
                                        {"exp(", ")"},
                                        {"sqrt(1+", ")"},
                                        {"(1+x/(", "))^2"},
                                        {"-(x-", ")"}}) {
        std::string deep = "x";
        for (int i = 0; i < 95; ++i) deep = before + deep + after;
        check(deep);
    }
}
