// The notation of lessons: Markdown with live values, coloured words and links to states, and the words for its
// mistakes.
#include "app/study/check.h"
#include "app/study/lesson.h"
#include "app/study/telling.h"
#include "viz/number_format.h"

#include "app/model/scene.h"

#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <string>

using namespace eigenscape;

namespace {

std::vector<Span> line(const std::string& markdown, std::vector<Problem>* problems = nullptr) {
    std::vector<Problem> found;
    const auto blocks = prose(markdown, 1, found);
    if (problems) *problems = found;
    else CHECK(found.empty());
    REQUIRE(blocks.size() == 1);
    return blocks[0].spans;
}

bool says(const std::vector<Problem>& problems, int at, const std::string& words) {
    for (const Problem& problem : problems)
        if (problem.line == at && problem.message.find(words) != std::string::npos) return true;
    for (const Problem& problem : problems) MESSAGE(problem.line << ": " << problem.message);
    return false;
}

}  // namespace

TEST_CASE("live values are found in sentences, with their format") {
    const auto spans = line("At {A[0][1]:.2f} and {eigenvalues[0].re}, not {1, 2} nor { x }.");
    REQUIRE(spans.size() == 5);
    CHECK(spans[1].kind == Span::live);
    CHECK(spans[1].text == "A[0][1]");
    CHECK(spans[1].format == ".2f");
    CHECK(spans[3].text == "eigenvalues[0].re");
    CHECK(spans[3].format.empty());
    CHECK(spans[4].text == ", not {1, 2} nor { x }.");
}

TEST_CASE("words in brackets before a role take its colour, with all that is inside") {
    const auto spans = line("See [the *first* column, {A[0][0]:.1f} and $\\vec v$]{first} here [as is].");
    int coloured = 0;
    for (const Span& span : spans) coloured += span.ink == Ink::first;
    CHECK(coloured == 6);
    CHECK(spans.front().text == "See ");
    CHECK(spans.back().text == " here [as is].");
    CHECK(!spans.back().ink);
}

TEST_CASE("code and formulas are left alone") {
    const auto spans = line("`{A}` and $\\{x\\}_{first}$ and \\{.");
    CHECK(spans[0].kind == Span::code);
    CHECK(spans[0].text == "{A}");
    CHECK(spans[2].kind == Span::formula);
    CHECK(spans[2].text == "\\{x\\}_{first}");
}

TEST_CASE("a link leads to a scene and a state") {
    const auto spans = line("Look [there](../x/loss-surface.md 'f=\"x^2 + y\" p=[1, 2]').");
    REQUIRE(spans[1].link);
    CHECK(spans[1].link->scene == "loss-surface");
    CHECK(spans[1].link->settings == std::vector<std::string>{"f=\"x^2 + y\"", "p=[1, 2]"});
    CHECK(!spans[2].link);
}

TEST_CASE("mistakes in a sentence are told with their line") {
    std::vector<Problem> problems;
    line("one\ntwo {rate:.2q} three", &problems);
    CHECK(says(problems, 2, "\".2q\" is not a way to write a number"));
    line("[x]{frist}", &problems);
    CHECK(says(problems, 1, "There is no role \"frist\""));
    line("[x]{grid}", &problems);
    CHECK(says(problems, 1, "first, second"));
    line("[x](http://example.org)", &problems);
    CHECK(says(problems, 1, "leads to no lesson"));
}

TEST_CASE("lists, quotations, displayed formulas and code become blocks") {
    std::vector<Problem> problems;
    const auto blocks = prose(
        "- one\n- two\n  - inner\n\n1. first\n2. second\n\n$$a+b$$\n\n> said\n\n```python\nx = {A}\n```\n\n- [x] "
        "right\n- [ ] wrong\n",
        10, problems);
    REQUIRE(blocks.size() == 10);
    CHECK(blocks[0].kind == Block::item);
    CHECK(blocks[0].line == 10);
    CHECK(blocks[2].depth == 2);
    CHECK(blocks[3].number == 1);
    CHECK(blocks[4].number == 2);
    CHECK(blocks[5].kind == Block::formula);
    CHECK(blocks[5].text == "a+b");
    CHECK(blocks[6].kind == Block::quote);
    CHECK(blocks[7].kind == Block::code);
    CHECK(blocks[7].text == "x = {A}\n");
    CHECK(blocks[7].language == "python");
    CHECK(blocks[8].tick == true);
    CHECK(blocks[9].tick == false);
}

TEST_CASE("numbers are written as their format says") {
    CHECK(number_words(-1.5, ".2f") == "\u22121.50");
    CHECK(number_words(1.5, " .2f") == " 1.50");
    CHECK(number_words(1.5, "+.1f") == "+1.5");
    CHECK(number_words(0.0123456, ".3g") == "0.0123");
    CHECK(number_words(1500, ".1e") == "1.5·10³");
    CHECK(number_words(2.7, "d") == "3");
    CHECK(number_words(-0.0001, ".2f") != "\u22120.00");
    CHECK(number_words(infinity, ".2f") == "\u221e");
    for (const char* bad : {"", "2f", ".f", ".2", ".99f", ".2x", ".2d", "f2"}) CHECK(!number_format(bad));
}

TEST_CASE("a name tells which number of which parameter it is, so that it can be dragged") {
    const Scene& scene = *find_scene("transform");
    const Moment moment = moment_of(scene, scene.defaults);
    const auto number = [&](const char* path) { return named(moment, path).number; };
    CHECK(named(moment, "A[1][0]").param == scene.find_param("A"));
    CHECK(number("A[0][1]") == 1);
    CHECK(number("A[1][0]") == 2);
    CHECK(number("outline[3][1]") == 7);
    CHECK(number("t") == 0);
    CHECK(number("A") == -1);  // four numbers
    CHECK(number("A[0]") == -1);
    CHECK(number("motion") == -1);       // a choice
    CHECK(number("determinant") == -1);  // a fact
    for (const char* none :
         {"A[2][0]", "A[x][0]", "A[-1][0]", "A[99999999999999999999][0]", "A[0", "A[]", "A.re", "nothing"})
        CHECK(std::holds_alternative<std::monostate>(named(moment, none).value));
}

TEST_CASE("a formula for other programs has its numbers and no roles") {
    const Scene& scene = *find_scene("transform");
    const Moment moment = moment_of(scene, scene.defaults);
    CHECK(plain_tex("\\textcolor{first}{\\num{A[0][1]:.2f}} + \\num{determinant}", moment) == "-0.50 + 1.75");
    CHECK(plain_tex("\\num{nothing}", moment) == "\\text{undefined}");
    CHECK(plain_tex("\\num{open", moment) == "\\num{open");
}

TEST_CASE("a lesson that is misspelt is told line by line, in words") {
    const Lesson lesson = read_lesson("transform",
                                      "# T\n"                                          // 1
                                      "stray\n"                                        // 2
                                      "## See\n"                                       // 3
                                      "## See it\n"                                    // 4
                                      "{determinat:.2f} [x](transfrm.md) {A[2][0]}\n"  // 5
                                      ":: A=1\n"                                       // 6
                                      "## Story\n"                                     // 7
                                      ":: t=7 over 2 s\n"                              // 8
                                      "Words.\n"                                       // 9
                                      ":: t over x s\n"                                // 10
                                      "## Challenges\n"                                // 11
                                      "### Do it\n"                                    // 12
                                      "`rank = 1`\n"                                   // 13
                                      "## Cards\n"                                     // 14
                                      "### What? (hardly)\n"                           // 15
                                      "## Symptoms\n"                                  // 16
                                      "- no bold words\n"                              // 17
                                      ":: t=1\n");                                     // 18
    const auto& p = lesson.problems;
    CHECK(says(p, 2, "stands before the first section"));
    CHECK(says(p, 3, "There is no section \"See\""));
    CHECK(says(p, 6, "has no place here"));
    CHECK(says(p, 10, "is no setting"));
    CHECK(says(p, 10, "is not a time"));
    CHECK(says(p, 10, "says nothing"));
    CHECK(says(p, 13, "two equals signs"));
    CHECK(says(p, 12, "no hints"));
    CHECK(says(p, 15, "How hard is this card?"));
    CHECK(says(p, 15, "no state to look at"));
    CHECK(says(p, 17, "begins with its words in bold"));
    const auto checked = check_lesson(*find_scene("transform"), lesson);
    CHECK(says(checked, 5, "Did you mean \"determinant\"?"));
    CHECK(says(checked, 5, "Did you mean \"transform\"?"));
    CHECK(says(checked, 5, "Rows and columns count from 0"));
    CHECK(says(checked, 8, "t"));
    CHECK(says(checked, 1, "no text under \"Formally\""));
    CHECK(says(checked, 1, "fewer than four cards"));
    CHECK(says(checked, 1, "no formula read aloud"));
}

TEST_CASE("the examples of the notation in its own description are good lessons") {
    std::ifstream in(EIGENSCAPE_SOURCE_DIR "/app/study/README.md");
    std::string lesson = "# Matrix transform\n", heading;
    int examples = 0;
    bool inside = false;
    for (std::string text; std::getline(in, text);) {
        if (!inside && text.starts_with("## ")) heading = text;
        if (!inside && text == "```markdown") {
            lesson += heading + "\n\n";
            inside = true;
            ++examples;
        } else if (inside && text == "```") {
            inside = false;
        } else if (inside) {
            lesson += text + "\n";
        }
    }
    CHECK(examples == 4);
    const Lesson read = read_lesson("transform", lesson);
    CHECK(read.challenges.size() == 1);
    CHECK(read.predictions.size() == 2);
    CHECK(read.cards.size() == 1);
    for (const Problem& problem : check_lesson(*find_scene("transform"), read))
        if (problem.line != 1)
            FAIL_CHECK(problem.line << ": " << problem.message);  // line 1: what a whole lesson lacks
}

TEST_CASE("whatever is in a lesson's file, reading it ends") {
    std::mt19937 random(5);
    const std::string pieces[] = {"# ",         "## ",
                                  "### ",       "See it",
                                  "Cards",      "Story",
                                  "\n",         "\n\n",
                                  ":: ",        "t=1",
                                  " over 2 s",  "{",
                                  "}",          "[",
                                  "]",          "(",
                                  ")",          "{t:.2f}",
                                  "$",          "$$",
                                  "```",        "- ",
                                  "1. ",        "- [x] ",
                                  "> ",         "**",
                                  "`",          "\\",
                                  "\xff",       std::string(1, '\0'),
                                  "Challenges", "Code",
                                  "Symptoms",   "Prerequisites",
                                  "Leads to"};
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (int i = 0; i < 40; ++i) text += pieces[random() % std::size(pieces)];
        const Lesson lesson = read_lesson("transform", text);
        CHECK(lesson.scene == "transform");
    }
    CHECK(!read_lesson("transform", std::string(2u << 20, '[')).problems.empty());
    read_lesson("transform", "## See it\n" + std::string(100'000, '['));
    read_lesson("transform", "## See it\n" + std::string(100'000, '>'));
}
