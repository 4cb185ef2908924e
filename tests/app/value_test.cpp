// The grammar of values: what is accepted, what print gives, and the words of each refusal.
// The messages are compared as a whole: they are what a person gets to see.
#include "app/model/numbers.h"
#include "app/model/state.h"
#include "tests/app/workbench.h"

#include <doctest/doctest.h>

#include <clocale>
#include <cmath>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

const Param& row(std::string_view name) {
    const Scene& scene = workbench();
    return scene.params[static_cast<std::size_t>(index_of(scene, name))];
}

Value read(std::string_view name, std::string_view text) {
    const auto outcome = parse(row(name), text);
    if (const auto* problem = std::get_if<BadValue>(&outcome)) FAIL(problem->message);
    return std::get<Value>(outcome);
}

std::string refused(std::string_view name, std::string_view text) {
    const auto outcome = parse(row(name), text);
    if (const auto* problem = std::get_if<BadValue>(&outcome)) return problem->message;
    return "accepted as " + print(row(name), std::get<Value>(outcome));
}

}  // namespace

TEST_CASE("values are read from JSON and from what people type") {
    CHECK(read("rate", "0.25") == Value(0.25));
    CHECK(read("rate", "  1e-3 ") == Value(1e-3));
    CHECK(read("rate", ".5") == Value(0.5));
    CHECK(read("angle", "+1.5") == Value(1.5));
    CHECK(read("angle", "\u22121.5") == Value(-1.5));  // as shown on the canvas
    CHECK(read("count", "7") == Value(7));
    CHECK(read("count", "7.0") == Value(7));
    CHECK(read("shown", "false") == Value(false));
    CHECK(read("curve", "line") == Value(Choice{1}));
    CHECK(read("curve", "\"ring\"") == Value(Choice{0}));
    CHECK(read("v", "[1,-2]") == Value(Vec2(1, -2)));
    CHECK(read("v", "1, -2") == Value(Vec2(1, -2)));
    CHECK(read("w", "[0.5,0,-1]") == Value(Vec3(0.5, 0, -1)));
    const Value A = Mat2{{2, 1}, {-1, 3}};
    CHECK(read("A", "[[2,1],[-1,3]]") == A);
    CHECK(read("A", " [ [2, 1] , [-1, 3] ] ") == A);
    CHECK(read("A", "2,1,-1,3") == A);
    CHECK(read("A", "[2,1,-1,3]") == A);
    CHECK(read("B", "1,2,0,0,1,0,0,0,1") == Value(Mat3{{1, 2, 0}, {0, 1, 0}, {0, 0, 1}}));
    CHECK(read("data", "[[0,0],[1,2],[-1,0.5]]") == Value(Points{{0, 0}, {1, 2}, {-1, 0.5}}));
    CHECK(read("f", "x^2 + sin(3*y)") == Value(Formula{"x^2 + sin(3*y)"}));
    CHECK(read("f", "\"x^2 + sin(3*y)\"") == Value(Formula{"x^2 + sin(3*y)"}));
    CHECK(read("f", "himmelblau") == Value(Formula{"himmelblau"}));
}

TEST_CASE("what is printed reads back as the same value") {
    const Scene& scene = workbench();
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const State state = random_state(scene, seed);
        for (std::size_t i = 0; i < state.size(); ++i) {
            const std::string text = print(scene.params[i], state[i]);
            INFO(scene.params[i].name << "=" << text);
            const auto outcome = parse(scene.params[i], text);
            REQUIRE(std::holds_alternative<Value>(outcome));
            CHECK(std::get<Value>(outcome) == state[i]);
            CHECK(text.find('\n') == std::string::npos);
        }
    }
}

TEST_CASE("printed forms are JSON on one line, shortest first") {
    CHECK(print(row("rate"), 0.1) == "0.1");
    CHECK(print(row("angle"), -0.0) == "0");
    CHECK(print(row("count"), 12) == "12");
    CHECK(print(row("v"), Vec2(1, -2)) == "[1,-2]");
    CHECK(print(row("A"), Mat2{{2, 1}, {1, 2.5}}) == "[[2,1],[1,2.5]]");
    CHECK(print(row("B"), Mat3(Mat3::Identity())) == "[[1,0,0],[0,1,0],[0,0,1]]");
    CHECK(print(row("data"), Points{{0, 1}, {1, -1}}) == "[[0,1],[1,-1]]");
    CHECK(print(row("shown"), true) == "true");
    CHECK(print(row("curve"), Choice{1}) == "\"line\"");
    CHECK(print(row("f"), Formula{"a\"b\\\n\x01"}) == "\"a\\\"b\\\\\\u000a\\u0001\"");
}

TEST_CASE("a refusal names the parameter, what was given and what is allowed") {
    CHECK(refused("rate", "5") == "rate: 5 is out of range. It must be a number from 0.0001 to 1.");
    CHECK(refused("rate", "") == "rate: nothing was given. It must be a number from 0.0001 to 1.");
    CHECK(refused("rate", "fast") == "rate: \"fast\" is not a number. It must be a number from 0.0001 to 1.");
    CHECK(refused("rate", "0,5") ==
          "rate: \"0,5\" is two numbers; for a decimal point write 0.5. It must be a number from 0.0001 to 1.");
    CHECK(refused("rate", "nan") == "rate: \"nan\" is not a finite number. It must be a number from 0.0001 to 1.");
    CHECK(refused("rate", "-inf") == "rate: \"-inf\" is not a finite number. It must be a number from 0.0001 to 1.");
    CHECK(refused("rate", "1e400") ==
          "rate: \"1e400\" is beyond the numbers that a computer holds. It must be a number from 0.0001 to 1.");
    CHECK(refused("rate", "0x10") == "rate: \"0x10\" is not a number. It must be a number from 0.0001 to 1.");
    CHECK(refused("rate", "1 2") == "rate: \"2\" is out of place. It must be a number from 0.0001 to 1.");
    CHECK(refused("rate", "[0.5]") == "rate: \"[0.5]\" is not one number. It must be a number from 0.0001 to 1.");
    CHECK(refused("count", "2.5") == "count: \"2.5\" is not a whole number. It must be a whole number from 1 to 100.");
    CHECK(refused("count", "9223372036854775808") ==
          "count: \"9223372036854775808\" is out of range. It must be a whole number from 1 to 100.");
    CHECK(refused("shown", "maybe") == "shown: \"maybe\" is not a switch's value. It must be true or false.");
    CHECK(refused("curve", "lime") ==
          "curve: \"lime\" is not a choice. It must be one of ring or line. Did you mean line?");
    CHECK(refused("curve", "spiral") == "curve: \"spiral\" is not a choice. It must be one of ring or line.");
    CHECK(refused("v", "[1]") == "v: one number was given. It must be two numbers from -4 to 4, such as [1,-2].");
    CHECK(refused("v", "[1,2,3]") == "v: 3 numbers were given. It must be two numbers from -4 to 4, such as [1,-2].");
    CHECK(refused("v", "[1,2") == "v: a closing ] is missing. It must be two numbers from -4 to 4, such as [1,-2].");
    CHECK(refused("v", "[1,]") == "v: \"]\" is out of place. It must be two numbers from -4 to 4, such as [1,-2].");
    CHECK(refused("v", "1,") ==
          "v: a number is missing at the end. It must be two numbers from -4 to 4, such as [1,-2].");
    CHECK(refused("v", "[1,9]") == "v: 9 is out of range. It must be two numbers from -4 to 4, such as [1,-2].");
    const std::string four = " It must be four numbers from -4 to 4, row by row, such as [[2,1],[1,2]].";
    CHECK(refused("A", "[[2,1],[1]]") == "A: 3 numbers were given." + four);
    CHECK(refused("A", "[[2,1,1],[2]]") == "A: a row holds 3 numbers instead of 2." + four);
    CHECK(refused("A", "[[2,1],3,4]") == "A: numbers and lists are mixed." + four);
    CHECK(refused("A", "[[[2,1],[1,2]]]") == "A: brackets may be two deep at most." + four);
    CHECK(refused("A", "[[2,nan],[1,2]]") == "A: \"nan\" is not a finite number." + four);
    CHECK(refused("A", "[[1e300,0],[0,1]]") == "A: 1e+300 is out of range." + four);
    CHECK(refused("A", "[2,1][1,2]") == "A: \"[1\" is out of place." + four);
    CHECK(refused("data", "[]") ==
          "data: no number was given. It must be pairs of numbers from -3 to 3, such as [[0,0],[1,2]].");
    CHECK(refused("data", "1,2,3") ==
          "data: a number is missing: 3 numbers were given. It must be pairs of numbers from -3 to 3, such as "
          "[[0,0],[1,2]].");
    CHECK(refused("f", "\"x^2") ==
          "f: \"\"x^2\" has a quotation mark that does not match. It must be a formula in x and y, such as x^2 + y^2, "
          "or the name of a surface.");
}

TEST_CASE("a formula's error tells the column") {
    const auto outcome = parse(row("f"), "x^2 + sinn(y)");
    REQUIRE(std::holds_alternative<BadValue>(outcome));
    const BadValue& problem = std::get<BadValue>(outcome);
    CHECK(problem.column == 7);
    CHECK(problem.message.starts_with("f: "));
    CHECK(problem.message.find("sinn") != std::string::npos);
    CHECK(problem.message.find("\"sin\"") != std::string::npos);
    CHECK(problem.message.ends_with(" (column 7)"));
}

TEST_CASE("hostile text is refused quickly and quoted safely") {
    CHECK(refused("A", std::string(1'000'000, '[')).starts_with("A: brackets may be two deep at most."));
    CHECK(refused("A", std::string(2'000'000, '1')).starts_with("A: what was given is longer than a million letters."));
    std::string many = "0";
    for (int i = 0; i < 30'001; ++i) many += ",0";
    CHECK(refused("data", many).starts_with("data: there are too many numbers."));
    CHECK(refused("rate", std::string("1\0002", 3)).find('\0') == std::string::npos);
    CHECK(refused("rate", "a\nb\x1b[2J").find_first_of("\n\x1b") == std::string::npos);
    CHECK(refused("rate", "\u202Eevil").find("\u202E") == std::string::npos);
    CHECK(refused("rate", "\xff\xfe") ==
          "rate: \"\uFFFD\uFFFD\" is not a number. It must be a number from 0.0001 to 1.");
    CHECK(refused("rate", std::string(500, 'x')).size() < 200);
    CHECK(refused("f", std::string(20'000, '(')).starts_with("f: "));
    CHECK(refused("curve", "\"\\ud800\"").starts_with("curve: "));
}

TEST_CASE("strings in JSON keep every letter") {
    CHECK(parse(row("f"), "\"x\\u002By\"").index() == 0);
    CHECK(std::get<Value>(parse(row("f"), "\"x\\u002by\"")) == Value(Formula{"x+y"}));
    CHECK(std::get<Value>(parse(row("f"), "\"x\\u2212y\"")) == Value(Formula{"x\u2212y"}));
}

TEST_CASE("a locale with decimal commas changes nothing") {
    const std::string before = std::setlocale(LC_ALL, nullptr);
    const bool there = std::setlocale(LC_ALL, "de_DE.UTF-8") != nullptr;
    if (!there) MESSAGE("the locale de_DE.UTF-8 is not installed");
    CHECK(print(row("rate"), 0.5) == "0.5");
    CHECK(read("rate", "0.5") == Value(0.5));
    std::setlocale(LC_ALL, before.c_str());
}

TEST_CASE("numbers of a value go out and come back") {
    CHECK(numbers_of(Value(Mat2{{1, 2}, {3, 4}})) == std::vector<double>{1, 2, 3, 4});
    CHECK(numbers_of(Value(Points{{1, 2}, {3, 4}})) == std::vector<double>{1, 2, 3, 4});
    CHECK(numbers_of(Value(true)).empty());
    CHECK(with_numbers(Value(Vec3(0, 0, 0)), std::vector<double>{1, 2, 3}) == Value(Vec3(1, 2, 3)));
    CHECK(with_numbers(Value(5), std::vector<double>{6.6}) == Value(7));
    CHECK(with_numbers(Value(5), std::vector<double>{1e300}) == Value(std::numeric_limits<int>::max()));
    const Range log(1e-4, 1, "", "", Scale::log);
    CHECK(to_part(log, 1e-2) == doctest::Approx(0.5));
    CHECK(from_part(log, 0.5) == doctest::Approx(1e-2));
    CHECK(from_part(log, 1) == 1);
    CHECK(to_part(Range(2, 2, ""), 2) == 0);
}
