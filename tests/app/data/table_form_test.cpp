// What a file looks like from its beginning: delimiter, decimal sign, names, encoding, each with its trap.
#include "tests/app/data/tables.h"

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

void check(std::string_view text, Delimiter delimiter, Decimal decimal, bool header, std::size_t width) {
    CAPTURE(text);
    const GuessedForm guess = guessed(text);
    CHECK(guess.problem.empty());
    CHECK(guess.form.delimiter == delimiter);
    CHECK(guess.form.decimal == decimal);
    CHECK(guess.form.header == header);
    CHECK(guess.width == width);
}

}  // namespace

TEST_CASE("the delimiter, the decimal sign and the names are guessed") {
    check("x,y\n1,2\n3,4\n", Delimiter::comma, Decimal::point, true, 2);
    check("1.5,2.5\n3,4\n", Delimiter::comma, Decimal::point, false, 2);
    check("x;y\n1,5;2,5\n3;4,25\n", Delimiter::semicolon, Decimal::comma, true, 2);
    check("1.5;2\n3;4\n", Delimiter::semicolon, Decimal::point, false, 2);
    check("x\ty\tz\n1\t2\t3\n", Delimiter::tab, Decimal::point, true, 3);
    check("1,5\t2,5\n", Delimiter::tab, Decimal::comma, false, 2);
    check("a|b\n1|2\n", Delimiter::bar, Decimal::point, true, 2);
    check("1 2 3\n4  5   6\n", Delimiter::blanks, Decimal::point, false, 3);
    check("1, 2\n3, 4\n", Delimiter::comma, Decimal::point, false, 2);
    check("\"1,5\",\"2,5\"\n\"3\",\"4,25\"\n", Delimiter::comma, Decimal::comma, false, 2);
    check("name,age\n\"Lovelace, Ada\",36\n\"Hopper, Grace\",85\n", Delimiter::comma, Decimal::point, true, 2);
    check("Anna;1,5;2,5\nBert;3;4\n", Delimiter::semicolon, Decimal::comma, false, 3);
    check("sep=;\nx;y\n1;2\n", Delimiter::semicolon, Decimal::point, true, 2);
    check("# x, y\n1, 2\n", Delimiter::comma, Decimal::point, true, 2);
}

TEST_CASE("1,5 never becomes 1 and 5 silently") {
    check("x\n1,5\n2,5\n", Delimiter::tab, Decimal::comma, true, 1);
    const GuessedForm guess = guessed("1,5\n2,5\n3,7\n");
    CHECK(guess.width == 2);
    CHECK(guess.doubt == "Each comma is taken to part two cells. If it is a decimal comma, say so above.");
    CHECK(guessed("1,2,3\n4,5,6\n").doubt.empty());
}

TEST_CASE("encodings are told apart by their mark, their zeros and what is broken") {
    CHECK(guessed("x,y\n1,2\n").form.encoding == Encoding::utf8);
    CHECK(guessed("\xEF\xBB\xBFx,y\n1,2\n").form.encoding == Encoding::utf8_marked);
    CHECK(guessed("gr\xC3\xB6\xC3\x9F"
                  "e,y\n1,2\n")
              .form.encoding == Encoding::utf8);
    CHECK(guessed("gr\xF6\xDF"
                  "e;y\n1;2\n")
              .form.encoding == Encoding::latin1);
    for (const bool mark : {true, false}) {
        CHECK(guessed(utf16("x;y\n1;2\n3;4\n", true, mark)).form.encoding == Encoding::utf16_le);
        CHECK(guessed(utf16("x;y\n1;2\n3;4\n", false, mark)).form.encoding == Encoding::utf16_be);
    }
}

TEST_CASE("what is no table says what it is") {
    CHECK(guessed("").problem == "There is nothing in it.");
    CHECK(guessed(" \r\n\t\n").problem == "There is nothing in it but blanks.");
    CHECK(guessed("PK\x03\x04 and so on").problem ==
          "It is a workbook of a spreadsheet. Save it as CSV there, and open that.");
    CHECK(guessed(std::string_view("\x7F"
                                   "ELF\0\1\2\0\0\0\0\0abc",
                                   15))
              .problem == "It is not a text file.");
}
