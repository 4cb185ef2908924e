// Tables as they are read: encodings, quotation marks, uneven rows, limits, counts; each in chunks of awkward sizes.
#include "tests/app/data/tables.h"

#include "app/model/numbers.h"

#include <chrono>

using namespace eigenscape;
using namespace eigenscape::testing;

namespace {

std::vector<double> column(const Table& table, std::size_t c) { return table.columns.at(c).values; }

std::string why(std::string_view cell, TableForm form = {}) { return why_no_number(cell, form); }

}  // namespace

TEST_CASE("every encoding and line ending gives the same table, however it is cut into chunks") {
    const std::string plain = "x;y\n1,5;\"-2,25\"\n3;4e2\n";
    std::string returns = plain, old_returns = plain;
    for (std::size_t at = 0; (at = returns.find('\n', at)) != std::string::npos; at += 2)
        returns.replace(at, 1, "\r\n");
    std::ranges::replace(old_returns, '\n', '\r');
    for (const std::string& text : {plain, returns, old_returns, "\xEF\xBB\xBF" + plain, utf16(plain, true, true),
                                    utf16(returns, false, true), utf16(plain, true, false)})
        for (const std::size_t chunk : {1u, 2u, 3u, 7u, 65536u}) {
            const Table table = read_text(text, chunk);
            CAPTURE(chunk);
            REQUIRE(table.problem.empty());
            REQUIRE(table.columns.size() == 2);
            CHECK(table.columns[0].name == "x");
            CHECK(column(table, 0) == std::vector<double>{1.5, 3});
            CHECK(column(table, 1) == std::vector<double>{-2.25, 400});
            CHECK(table.row_numbers == std::vector<std::size_t>{2, 3});
            CHECK(table.remarks.empty());
        }
}

TEST_CASE("names in Latin-1 are letters again") {
    const Table table = read_text(
        "Gr\xF6\xDF"
        "e;\x84Preis\x93 \x80\n1;2\n");
    CHECK(table.columns[0].name == "Größe");
    CHECK(table.columns[1].name == "„Preis“ €");
}

TEST_CASE("a broken letter is counted, and nothing else is lost") {
    TableForm form;
    form.header = true;
    const Table table = read_as(
        "gr\xF6\xDF"
        "e,y\n1,2\n",
        form);
    CHECK(table.columns[0].name == "gr\uFFFD\uFFFDe");
    CHECK(table.remarks == std::vector<std::string>{"2 letters are not UTF-8: is it another encoding?"});
    CHECK(column(table, 1) == std::vector<double>{2});
}

TEST_CASE("cells in quotation marks hold delimiters, line feeds and doubled marks") {
    for (const std::size_t chunk : {1u, 5u, 4096u}) {
        const Table table = read_text("name,x\n\"two\nlines, \"\"quoted\"\"\",1\n\"\",2\nc,3\n", chunk);
        REQUIRE(table.rows == 3);
        CHECK(table.columns[0].vocabulary == std::vector<std::string>{"two\nlines, \"quoted\"", "", "c"});
        CHECK(column(table, 1) == std::vector<double>{1, 2, 3});
        CHECK(table.columns[0].missing == 1);
        CHECK(table.columns[0].others == 2);
    }
    CHECK(read_text("x,y\n1,2\n3,\"4\n5,6\n").problem == "Row 3 has a quotation mark that is never closed.");
}

TEST_CASE("uneven rows are listed by their number, blank ones are none") {
    const Table table = read_text("x,y\n1,2\n\n3\n4,5,6\n7,8,,\n,\n9,10\n");
    CHECK(table.rows == 3);
    CHECK(column(table, 0) == std::vector<double>{1, 7, 9});
    REQUIRE(table.uneven_count == 2);
    CHECK(words_of(table.uneven[0]) == "Row 4: 1 cell instead of 2.");
    CHECK(words_of(table.uneven[1]) == "Row 5: 3 cells instead of 2.");
    CHECK(table.row_numbers == std::vector<std::size_t>{2, 6, 8});
}

TEST_CASE("an empty table, one of names alone, one of rows that do not fit") {
    CHECK(read_text("x,y\n").problem == "It names 2 columns, but there is no row below the names.");
    CHECK(read_text("x\n").problem == "It names 1 column, but there is no row below the names.");
    TableForm form;
    CHECK(TableReader(form, 2).finish().problem == "There is nothing in it.");
}

TEST_CASE("why a cell is no number") {
    CHECK(why("1.5").empty());
    CHECK(why(" -1e3 ").empty());
    CHECK(why("\u22122").empty());
    CHECK(why("0.5").empty());
    CHECK(why(".5").empty());
    CHECK(why("") == "nothing is there");
    for (const std::string absent : {"NA", "n/a", "NaN", "-", "null", "?"})
        CHECK(why(absent) == "\"" + absent + "\" stands for a missing value");
    CHECK(why("#DIV/0!") == "\"#DIV/0!\" is an error of a spreadsheet");
    for (const std::string grouped : {"1 234", "1'234", "1,234", "1\u00A0234\u00A0567", "1\u202F234.5"})
        CHECK(why(grouped).ends_with(" has its digits in groups"));
    CHECK(why("inf") == "\"inf\" is not finite");
    CHECK(why("-Infinity") == "\"-Infinity\" is not finite");
    CHECK(why("1e400") == "\"1e400\" is beyond the numbers that a computer holds");
    CHECK(why("007") == "\"007\" begins with a nought, as a code does");
    CHECK(why("-01.5") == "\"-01.5\" begins with a nought, as a code does");
    CHECK(why("1,5") == "\"1,5\" has a comma, but the decimal sign is a point");
    CHECK(why("1.5", {.decimal = Decimal::comma}) == "\"1.5\" has a point, but the decimal sign is a comma");
    for (const std::string other :
         {"0x1F", "2024-01-05", "12:30", "5 %", "abc", "1.2.3", "=cmd|' /C calc'!A0", "--1", "+-1", "1e", "12 34"})
        CHECK(why(other) == "\"" + other + "\" is not a number");
}

TEST_CASE("digits in groups are read when that is wanted, and only as groups of three") {
    const TableForm point{.grouped = true}, comma{.decimal = Decimal::comma, .grouped = true};
    CHECK(read_cell("1 234", point).value == 1234);
    CHECK(read_cell("-1'234'567.25", point).value == -1234567.25);
    CHECK(read_cell("1,234.5", point).value == 1234.5);
    CHECK(read_cell("1.234,5", comma).value == 1234.5);
    CHECK(read_cell("1\u202F234,5", comma).value == 1234.5);
    for (const char* wrong : {"12 34", "1 2345", "1234 567", " 1  234", "1 234 56", "1,23"})
        CHECK(read_cell(wrong, point).kind != TableCell::number);
}

TEST_CASE("a formula in a cell stays words") {
    const Table table = read_text("name,x\n=cmd|' /C calc'!A0,1\n+1+2,2\n");
    CHECK(table.columns[0].vocabulary == std::vector<std::string>{"=cmd|' /C calc'!A0", "+1+2"});
    CHECK(table.columns[0].numbers == 0);
}

TEST_CASE("a row without an end and a table without a right edge meet their limits") {
    const std::string line(3'000'000, 'x');
    CHECK(read_text("a,b\n1,2\n" + line).problem == "Row 3 is longer than a million letters: this is hardly a table.");
    CHECK(read_text("a,b\n1,\"" + line).problem ==
          "Row 2 has a quotation mark that is not closed within a million letters.");
    std::string wide = "0";
    for (int i = 1; i < 10'000; ++i) wide += "," + std::to_string(i);
    const Table table = read_text(wide + "\n" + wide + "\n");
    CHECK(table.columns.size() == most_columns);
    CHECK(table.rows == 2);
    CHECK(table.remarks == std::vector<std::string>{"It has 10000 columns; the first 256 can be chosen."});
    CHECK(column(table, 255) == std::vector<double>{255, 255});
}

TEST_CASE("of a long table evenly spread rows are kept, and all are counted") {
    std::string text = "x,y\n";
    for (int i = 0; i < 100'000; ++i) text += std::to_string(i) + (i % 5 == 3 ? ",NA\n" : ",1\n");
    const Table table = read_text(text);
    CHECK(table.rows == 100'000);
    CHECK(table.stride == 8);
    REQUIRE(table.row_numbers.size() == 12'500);
    for (std::size_t i = 0; i < table.row_numbers.size(); ++i) {
        REQUIRE(table.columns[0].values[i] == 8.0 * static_cast<double>(i));
        REQUIRE(table.row_numbers[i] == 8 * i + 2);
    }
    CHECK(table.columns[1].missing == 20'000);
    CHECK(table.columns[1].words.size() == 12'500);
    const OwnPoints own = taken(points_param(1e6), table);
    CHECK(own.taken == 10'000);
    CHECK(own.words[0] == "10,000 rows of 100,000 rows are taken, evenly spread, 2,500 are dropped.");
}

TEST_CASE("reading keeps up with a disk") {
    std::string text = "x,y,z\n";
    while (text.size() < 10'000'000) text += "1.2345,-0.00017,98765\n";
    const auto start = std::chrono::steady_clock::now();
    const Table table = read_text(text);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    MESSAGE("10 MB in " << seconds.count() << " s");
    CHECK(table.uneven_count == 0);
    CHECK(table.columns[2].numbers == table.rows);
}
