// What a person may type, and what is said about everything else: message, column and length.
// The rows follow the list of bad inputs that the project keeps for typed formulas.
#include "core/calculus/expression.h"
#include "tests/core/expression_samples.h"

#include <doctest/doctest.h>

#include <clocale>
#include <cmath>
#include <string>
#include <vector>

using namespace eigenscape;

namespace {

double value(std::string_view text, double x = 2, double y = 3) {
    const auto parsed = Expression::parse(text, xy);
    INFO(text);
    REQUIRE_MESSAGE(parsed, parsed.error.message);
    const double values[]{x, y};
    return (*parsed.expression)(values);
}

ParseError error(std::string_view text, const std::vector<std::string>& variables = xy) {
    const auto parsed = Expression::parse(text, variables);
    INFO(text);
    REQUIRE(!parsed);
    return parsed.error;
}

struct Bad {
    std::string_view text;
    std::size_t column, length;
    std::string_view message;
};

void check(const Bad& bad) {
    const ParseError e = error(bad.text);
    CAPTURE(bad.text);
    CHECK(e.message == bad.message);
    CHECK(e.column == bad.column);
    CHECK(e.length == bad.length);
}

std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
}

}  // namespace

TEST_CASE("parse: precedence, associativity and juxtaposition") {
    CHECK(value("2+3*4") == 14);
    CHECK(value("2^3^2") == 512);
    CHECK(value("-2^2") == -4);
    CHECK(value("-3^-2") == doctest::Approx(-1.0 / 9).epsilon(1e-15));
    CHECK(value("6/2*3") == 9);
    CHECK(value("8/4/2") == 1);
    CHECK(value("10-4-3") == 3);
    CHECK(value("2*-3") == -6);
    CHECK(value("--5") == 5);
    CHECK(value("+x") == 2);
    CHECK(value("2x") == 4);
    CHECK(value("2x^2") == 8);
    CHECK(value("1/2x") == 1);
    CHECK(value("x y") == 6);
    CHECK(value("x(y+1)") == 8);
    CHECK(value("(x+1)(y+1)") == 12);
    CHECK(value("2sin(0)+3cos(0)") == 3);
    CHECK(value("2exp(0)") == 2);
    CHECK(value("max(3,1,x)") == 3);
    CHECK(value("1.5E-2") == 0.015);
    CHECK(value("5.") == 5);
    CHECK(value(".5") == 0.5);
    CHECK(value("\xE2\x88\x92x") == -2);          // U+2212
    CHECK(value("x\xC2\xB7y \xC3\x97 2") == 12);  // U+00B7, U+00D7
    CHECK(value("x\xC2\xA0+\t1\n") == 3);         // no-break space and other blanks
}

TEST_CASE("parse: every function means what its name says") {
    CHECK(value("log(1000)") == doctest::Approx(3).epsilon(1e-15));
    CHECK(value("ln(e^3)") == doctest::Approx(3).epsilon(1e-15));
    CHECK(value("log2(8)") == 3);
    CHECK(value("atan2(1, -1)") == doctest::Approx(std::atan2(1, -1)).epsilon(1e-15));
    CHECK(value("mod(-1, 3)") == 2);
    CHECK(value("sigmoid(0)") == 0.5);
    CHECK(value("sigmoid(-1000)") == 0);
    CHECK(value("softplus(1000)") == 1000);
    CHECK(value("softplus(0)") == doctest::Approx(std::log(2)).epsilon(1e-15));
    CHECK(value("relu(-2)+relu(3)") == 3);
    CHECK(value("cbrt(-8)") == doctest::Approx(-2).epsilon(1e-15));
    CHECK(value("sign(-0.1)+floor(1.5)+ceil(1.5)+abs(-1)") == 3);
    CHECK(value("asin(1)+acos(1)+atan(1)") == doctest::Approx(std::asin(1) + std::atan(1)).epsilon(1e-15));
    CHECK(value("sinh(1)+cosh(1)+tanh(1)") ==
          doctest::Approx(std::sinh(1) + std::cosh(1) + std::tanh(1)).epsilon(1e-15));
    CHECK(value("tau-2pi") == 0);
}

TEST_CASE("parse A1: an empty formula gets a hint") {
    check({"", 1, 1, "Type a formula, for example x^2 + y^2."});
    check({"   ", 4, 1, "Type a formula, for example x^2 + y^2."});
}

TEST_CASE("parse A2: something is missing or not closed") {
    check({"1+", 3, 1, "The formula stops after \"+\". Type a number, a name or \"(\" next."});
    check({"*3", 1, 1, "A number or a name is missing before \"*\"."});
    check({"1 + * 2", 5, 1, "A number or a name is missing before \"*\"."});
    check({"sin", 1, 3, "sin needs its argument in parentheses: sin(x)."});
    check({"sin()", 1, 3, "sin needs an argument between its parentheses: sin(x)."});
    check({"max()", 1, 3, "max needs an argument between its parentheses: max(x, y, …)."});
    check({"(", 1, 1, "The \"(\" is never closed. Add a \")\"."});
    check({"2*((1)", 3, 1, "The \"(\" is never closed. Add a \")\"."});
    check({")", 1, 1, "There is no \"(\" that this \")\" closes."});
    check({"x+1)", 4, 1, "There is no \"(\" that this \")\" closes."});
    check({"2()", 2, 2, "There is nothing between these parentheses."});
    check({"2 3", 3, 1, "Two numbers stand side by side. Put an operator between \"2\" and \"3\"."});
    check({"sin^2(x)", 1, 3, "Write the power after the argument: sin(x)^2 is the square of sin(x)."});
}

TEST_CASE("parse A3: nesting is refused at depth 200, before it can exhaust anything") {
    CHECK(value(repeated("(", 199) + "x" + repeated(")", 199)) == 2);
    CHECK(value(repeated("-", 200) + "x") == 2);
    const std::string message =
        "The formula is nested more than 200 deep from here. Use fewer parentheses, signs or powers inside one "
        "another.";
    check({repeated("(", 4000) + "1" + repeated(")", 4000), 201, 1, message});
    check({repeated("-", 9000) + "1", 201, 1, message});
    check({repeated("2^", 4000) + "2", 403, 1, message});
    check({repeated("sin(", 1900) + "x" + repeated(")", 1900), 804, 1, message});
}

TEST_CASE("parse A4: length is refused at 10,000 bytes") {
    check(
        {std::string(1'000'000, 'x'), 1, 1, "The formula is 1000000 bytes long; at most 10000 are read. Shorten it."});
    CHECK(value(repeated("x+", 4999) + "x") == 10000);
}

TEST_CASE("parse A5: unknown names are named, with the nearest known one") {
    check({"sinn(x)", 1, 4, "Unknown function \"sinn\". Did you mean \"sin\"?"});
    check({"1+Sqrt(x)", 3, 4, "Unknown function \"Sqrt\". Did you mean \"sqrt\"?"});
    check({"arctan(x)", 1, 6, "Unknown function \"arctan\". Did you mean \"atan\"?"});
    check({"foo(3)", 1, 3, "Unknown function \"foo\". Functions are sin, cos, exp, ln, sqrt and so on."});
    check({"q+1", 1, 1, "Unknown name \"q\". Names here are x, y, pi, e and tau."});
    check({"xy", 1, 2, "Unknown name \"xy\". Did you mean \"x*y\"?"});
    check({"sinx", 1, 4, "Unknown name \"sinx\". Did you mean \"sin(x)\"?"});
    check({"x2", 1, 2, "Unknown name \"x2\". Did you mean \"x*2\"?"});
    check({"atan2(1)", 1, 5, "atan2 takes 2 arguments, not 1: atan2(x, y)."});
    check({"max(1)", 1, 3, "max takes 2 to 100 arguments, not 1: max(x, y, …)."});
    CHECK(error(std::string(5000, 'q')).message.size() < 200);
}

TEST_CASE("parse A6: a decimal comma and ** come with their correction") {
    check({"1,5", 2, 1,
           "A comma only separates the arguments of a function. For the decimal number write 1.5 with a point."});
    check({"(1,5)", 3, 1,
           "A comma only separates the arguments of a function. For the decimal number write 1.5 with a point."});
    check({"sin(1,5)", 1, 3, "sin takes 1 argument, not 2: sin(x). For the decimal number write 1.5 with a point."});
    check({"2**3", 2, 2, "A power is written with ^, not **: 2^3."});
    check({"(x)**2", 4, 2, "A power is written with ^, not **: x^2."});
}

TEST_CASE("parse A7: characters that no formula uses are named by code point") {
    check({"\xEF\xBC\x91+1", 1, 1, "Type 1 instead of \"\xEF\xBC\x91\" (U+FF11)."});
    check({"sin\xC2\xB2(x)", 4, 1, "Type ^2 instead of \"\xC2\xB2\" (U+00B2)."});
    check({"x+\xCF\x80", 3, 1, "Type pi instead of \"\xCF\x80\" (U+03C0)."});
    check({"x\xE2\x80\xAE+1", 2, 1, "There is an invisible character, U+202E, here. Delete it."});
    check({std::string_view("x\0+1", 4), 2, 1, "There is an invisible character, U+0000, here. Delete it."});
    check({"\xEF\xBB\xBFx", 1, 1, "There is an invisible character, U+FEFF, here. Delete it."});
    check({"x+\xFF", 3, 1, "The byte 0xFF is not valid UTF-8 text. Delete it and type the character again."});
    check({"\xC3", 1, 1, "The byte 0xC3 is not valid UTF-8 text. Delete it and type the character again."});
    check({"\xE2\x88\x92x+\xED\xA0\x80", 4, 1,
           "The byte 0xED is not valid UTF-8 text. Delete it and type the character again."});
    check({"x+\xF0\x9F\x98\x80", 3, 1,
           "A formula has no use for the character \"\xF0\x9F\x98\x80\" (U+1F600). Delete it."});
    check({"|x|", 1, 1, "Type abs(…) instead of \"|\" (U+007C)."});
}

TEST_CASE("parse A8, A9: outside the domain there are NaN and infinity, not errors") {
    CHECK(std::isinf(value("1/0")));
    CHECK(std::isnan(value("0/0")));
    CHECK(std::isnan(value("1/0-1/0")));
    CHECK(std::isnan(value("ln(-1)")));
    CHECK(value("ln(0)") == -INFINITY);
    CHECK(std::isnan(value("sqrt(-x)")));
    CHECK(std::isnan(value("asin(2)")));
    CHECK(std::isnan(value("(-8)^(1/3)")));
    CHECK(std::isnan(value("(-1)^0.5")));
    CHECK(value("0^0") == 1);
    CHECK(value("exp(1000)") == INFINITY);
    CHECK(value("10^400") == INFINITY);
    CHECK(value("x^x^x^x", 4) == INFINITY);
    check({"1e999", 1, 5, "\"1e999\" is outside what a number here can be, about 1e-308 to 1.8e308."});
}

TEST_CASE("parse A11: precision is that of doubles") {
    CHECK(value("sin(1e22)") == doctest::Approx(-0.8522008497671888).epsilon(1e-15));
    CHECK(value("(1+1e-16)-1") == 0);
    CHECK(value("1+(1e-16-1)") != 0);
    CHECK(value("x*1e-300*1e-300") == 0);
}

TEST_CASE("parse A12: names that are taken are refused") {
    CHECK(error("x", {"x", "e"}).message == "The name \"e\" is taken: it is a constant. Choose another name.");
    CHECK(error("x", {"sin"}).message == "The name \"sin\" is taken: it is a function. Choose another name.");
    CHECK(error("x", {"x", "x"}).message == "The name \"x\" is used twice. Choose another name.");
    CHECK(error("x", {"x", "2a"}).message == "The name \"2a\" is not a name: use a letter, then letters, digits or _.");
    CHECK(error("x", {""}).message == "The name \"\" is not a name: use a letter, then letters, digits or _.");
}

TEST_CASE("parse A10, A14: assignments, quotes and commands are only ever text") {
    check({"a=b=c", 2, 1, "A formula has no \"=\". Type only what stands on its right-hand side."});
    check({"x==", 2, 1, "A formula has no \"=\". Type only what stands on its right-hand side."});
    check({"x; y", 2, 1, "A semicolon has no place in a formula. Type one formula only."});
    check({"\"x\"", 1, 1, "A formula has no quotation marks (U+0022). Type the formula without them."});
    check({"system(\"ls\")", 1, 6, "Unknown function \"system\". Functions are sin, cos, exp, ln, sqrt and so on."});
    check({"$(rm -rf ~)", 1, 1, "A formula has no use for the character \"$\" (U+0024). Delete it."});
    check({"../../x", 1, 1, "A formula has no use for the character \".\" (U+002E). Delete it."});
}

TEST_CASE("parse: malformed numbers") {
    check({"1..2", 1, 4, "\"1..2\" is not a number: it has more than one point."});
    check({"1e", 1, 2, "\"1e\" is not a number: digits are missing after the e. Type 1e3, or 1*e for the constant e."});
    check({"2+3e+", 3, 2,
           "\"3e\" is not a number: digits are missing after the e. Type 3e3, or 3*e for the constant e."});
}

TEST_CASE("parse: the locale's decimal comma changes nothing") {
    const std::string before = std::setlocale(LC_ALL, nullptr);
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "de_DE.utf8"}) std::setlocale(LC_ALL, name);
    CHECK(value("1.5") == 1.5);
    CHECK(Expression::parse("0.25*x", xy).expression->text() == "0.25*x");
    std::setlocale(LC_ALL, before.c_str());
}
