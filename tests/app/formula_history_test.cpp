// Formulas that were typed: latest first, twenty of each kind, kept in a file that damage cannot make worse.
// The field itself brings them back with the arrow keys.
#include "app/model/formula_history.h"
#include "tests/app/desk.h"

#include <fstream>
#include <sstream>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

Param formula_of(std::vector<std::string> variables) {
    Param param;
    param.kind = Kind::formula;
    param.formula.variables = std::move(variables);
    return param;
}

std::string held_in(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("formulas are remembered latest first, once each, twenty of a kind, each kind by itself") {
    FormulaHistory history;
    const Param one = formula_of({"x"}), two = formula_of({"x", "y"});
    for (int i = 0; i < 30; ++i) CHECK(history.add(two, "x + " + std::to_string(i)).empty());
    history.add(two, "x + 25");
    REQUIRE(history.of(two).size() == 20);
    CHECK(history.of(two)[0] == "x + 25");
    CHECK(history.of(two)[1] == "x + 29");
    CHECK(history.of(one).empty());
    history.add(one, "sin(x)");
    CHECK(history.of(one) == std::vector<std::string>{"sin(x)"});
}

TEST_CASE("the file holds them for the next start, and a damaged one is left alone") {
    const Folder folder;
    const std::string path = (folder.path / "state" / "formulas.json").string();
    const Param param = formula_of({"x", "y"});
    {
        FormulaHistory history(path);
        CHECK(history.trouble().empty());
        history.add(param, "x^2 + y^2");
        history.add(param, "\"ä\" \\ y");
    }
    CHECK(FormulaHistory(path).of(param) == std::vector<std::string>{"\"ä\" \\ y", "x^2 + y^2"});
    for (const char* damage : {"", "[]", "{\"formulas\": 3}", "{\"formulas\": ", "nonsense"}) {
        std::ofstream(path) << damage;
        FormulaHistory history(path);
        CHECK(history.trouble().find("could not be read; new ones are remembered until the end.") != std::string::npos);
        CHECK(history.add(param, "x").empty());
        CHECK(history.of(param) == std::vector<std::string>{"x"});
        CHECK(held_in(path) == damage);
    }
    std::ofstream(path) << R"({"format": 1, "formulas": {"x y": [1, "x", null, ["y"], "y"], "x": "z"}})";
    CHECK(FormulaHistory(path).of(param) == std::vector<std::string>{"x", "y"});
}

TEST_CASE("a folder that cannot be written to is told once") {
    const Folder folder;
    std::ofstream(folder.path / "file") << "";
    FormulaHistory history((folder.path / "file" / "formulas.json").string());
    CHECK(history.add(formula_of({"x"}), "x").find("The formula is remembered only until the end: ") == 0);
    CHECK(history.add(formula_of({"x"}), "2 x").empty());
}

TEST_CASE("the arrow keys bring earlier formulas back while one is typed") {
    Desk desk("loss-surface");
    const auto formula = [&] { return std::get<Formula>(desk.value("f")).text; };
    const auto type = [&](const std::string& text) {
        desk.offscreen.click("Formula f");
        desk.offscreen.press(Key::a, {.ctrl = true});
        desk.offscreen.type(text);
        desk.offscreen.press(Key::enter);
        desk.offscreen.settle();
    };
    desk.offscreen.settle();
    type("x^2 + 3*y^2");
    type("x*y + 1");
    CHECK(formula() == "x*y + 1");
    desk.offscreen.click("Formula f");
    desk.offscreen.press(Key::up);
    desk.offscreen.press(Key::up);
    desk.offscreen.settle();
    CHECK(formula() == "x^2 + 3*y^2");
    desk.offscreen.press(Key::up);
    desk.offscreen.settle();
    CHECK(formula() == "x^2 + 3*y^2");
    desk.offscreen.press(Key::down);
    desk.offscreen.settle();
    CHECK(formula() == "x*y + 1");
    desk.offscreen.press(Key::up);
    desk.offscreen.press(Key::enter);
    desk.offscreen.settle();
    CHECK(formula() == "x^2 + 3*y^2");
    desk.offscreen.click("Functions");
    desk.offscreen.settle();
    CHECK(desk.offscreen.knows("x*y + 1"));
}
