// A guess is a contest: the beginning is read in every way, and the way that gives even rows of numbers wins.
// See table_form.h.
#include "app/data/table_form.h"

#include "app/data/cell.h"
#include "app/data/decode.h"
#include "app/data/records.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace eigenscape {
namespace {

struct RawRow {
    std::vector<std::string> cells;
    std::size_t count = 0;  // of all its cells
};
using RawRows = std::vector<RawRow>;

bool begins(std::span<const std::uint8_t> bytes, std::string_view with) {
    return bytes.size() >= with.size() &&
           std::equal(with.begin(), with.end(), bytes.begin(),
                      [](char c, std::uint8_t b) { return static_cast<std::uint8_t>(c) == b; });
}

// Without a mark: UTF-16 of digits has a zero at every other byte; what is broken as UTF-8 is Latin-1.
Encoding guess_encoding(std::span<const std::uint8_t> bytes, bool whole) {
    if (begins(bytes, "\xEF\xBB\xBF")) return Encoding::utf8_marked;
    if (begins(bytes, "\xFF\xFE")) return Encoding::utf16_le;
    if (begins(bytes, "\xFE\xFF")) return Encoding::utf16_be;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == 0;
    const std::size_t pairs = bytes.size() / 2;
    if (pairs > 0 && zeros[1] * 2 > pairs && zeros[0] * 8 < pairs) return Encoding::utf16_le;
    if (pairs > 0 && zeros[0] * 2 > pairs && zeros[1] * 8 < pairs) return Encoding::utf16_be;
    Decoder decoder(Encoding::utf8);
    std::string text;
    decoder.feed(bytes, text);
    if (whole) decoder.finish(text);
    return decoder.broken() > 0 ? Encoding::latin1 : Encoding::utf8;
}

std::string beginning_as_text(std::span<const std::uint8_t> bytes, bool whole, Encoding encoding) {
    Decoder decoder(encoding);
    std::string text;
    decoder.feed(bytes, text);
    if (whole) decoder.finish(text);
    return text;
}

RawRows rows_of(const std::string& text, bool whole, Delimiter delimiter) {
    constexpr std::size_t enough = 200;
    RawRows rows;
    RecordReader reader(delimiter);
    const auto keep = [&](const Record& record) {
        if (rows.size() < enough) rows.push_back({{record.cells.begin(), record.cells.end()}, record.count});
    };
    reader.feed(text, keep);
    if (whole || rows.empty()) reader.finish(keep);
    return rows;
}

std::size_t usual_width_of(const RawRows& rows) {
    std::map<std::size_t, std::size_t> counts;
    for (const RawRow& row : rows) ++counts[row.count];
    std::size_t width = 0, most = 0;
    for (const auto& [size, count] : counts)
        if (count >= most) width = size, most = count;
    return width;
}

// A number, whichever the decimal sign is.
bool is_number(const std::string& cell) {
    return read_cell(cell, {.decimal = Decimal::point}).kind == TableCell::number ||
           read_cell(cell, {.decimal = Decimal::comma}).kind == TableCell::number;
}

// A first row of names over rows that hold numbers.
bool has_header(const RawRows& rows) {
    if (rows.empty()) return false;
    bool named = false, below = rows.size() == 1;
    for (const std::string& cell : rows.front().cells) {
        if (is_number(cell)) return false;
        named |= read_cell(cell, {}).kind == TableCell::other;
    }
    for (std::size_t r = 1; r < rows.size() && !below; ++r) below = std::ranges::any_of(rows[r].cells, is_number);
    return named && below;
}

// How good a reading is, from 0 to 1: rows of one width, cells that are numbers, and more than one of them.
double worth(const RawRows& rows, const TableForm& form) {
    if (rows.empty()) return 0;
    const std::size_t width = usual_width_of(rows);
    double even = 0, cells = 0, numbers = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        even += rows[r].count == width;
        if (r == 0 && form.header) continue;
        for (const std::string& cell : rows[r].cells) {
            const TableCell::Kind kind = read_cell(cell, form).kind;
            cells += kind != TableCell::missing;
            numbers += kind == TableCell::number;
        }
    }
    const double alike = rows.front().count == width ? 1 : 0.5;
    return even / static_cast<double>(rows.size()) * alike * (0.2 + numbers / std::max(1.0, cells)) *
           (width > 1 ? 1 : 0.5);
}

// "sep=;" in the first row, as Excel writes it.
const Delimiter* told_delimiter(const std::string& text) {
    static constexpr std::array<Delimiter, 4> known = {Delimiter::comma, Delimiter::semicolon, Delimiter::tab,
                                                       Delimiter::bar};
    if (!text.starts_with("sep=") || text.size() < 5) return nullptr;
    const auto found = std::ranges::find(known, text[4], sign_of);
    return found == known.end() ? nullptr : &*found;
}

std::string problem_of(std::span<const std::uint8_t> bytes, const std::string& text) {
    if (bytes.empty()) return "There is nothing in it.";
    if (begins(bytes, "PK\x03\x04") || begins(bytes, "\xD0\xCF\x11\xE0"))
        return "It is a workbook of a spreadsheet. Save it as CSV there, and open that.";
    if (text.find('\0') != std::string::npos) return "It is not a text file.";
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) return "There is nothing in it but blanks.";
    return {};
}

}  // namespace

const char* words_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8: return "UTF-8";
        case Encoding::utf8_marked: return "UTF-8 with a mark (BOM)";
        case Encoding::utf16_le: return "UTF-16, little end first";
        case Encoding::utf16_be: return "UTF-16, big end first";
        case Encoding::latin1: return "Latin-1 (Windows-1252)";
    }
    return "";
}

const char* words_of(Delimiter delimiter) {
    switch (delimiter) {
        case Delimiter::comma: return "comma  ,";
        case Delimiter::semicolon: return "semicolon  ;";
        case Delimiter::tab: return "tab";
        case Delimiter::bar: return "bar  |";
        case Delimiter::blanks: return "blanks";
    }
    return "";
}

char sign_of(Delimiter delimiter) {
    constexpr char signs[] = {',', ';', '\t', '|', ' '};
    return signs[static_cast<std::size_t>(delimiter)];
}

std::size_t usual_width(std::span<const std::uint8_t> beginning, bool whole, const TableForm& form) {
    return usual_width_of(rows_of(beginning_as_text(beginning, whole, form.encoding), whole, form.delimiter));
}

GuessedForm guess_form(std::span<const std::uint8_t> beginning, bool whole) {
    GuessedForm guess;
    guess.form.encoding = guess_encoding(beginning, whole);
    const std::string text = beginning_as_text(beginning, whole, guess.form.encoding);
    guess.problem = problem_of(beginning, text);
    if (!guess.problem.empty()) return guess;
    const Delimiter* told = told_delimiter(text);
    double best = -1;
    bool one_column_of_commas = false;
    for (const Delimiter delimiter :
         {Delimiter::tab, Delimiter::semicolon, Delimiter::bar, Delimiter::comma, Delimiter::blanks}) {
        if (told && *told != delimiter) continue;
        RawRows rows = rows_of(text, whole, delimiter);
        if (told && !rows.empty()) rows.erase(rows.begin());
        const bool header = has_header(rows);
        for (const Decimal decimal : {Decimal::point, Decimal::comma}) {
            TableForm form = guess.form;
            form.delimiter = delimiter;
            form.decimal = decimal;
            form.header = header;
            const double value = worth(rows, form);
            one_column_of_commas |= decimal == Decimal::comma && usual_width_of(rows) == 1 && value >= 0.6;
            if (value <= best + 1e-9) continue;
            best = value;
            guess.form = form;
            guess.width = usual_width_of(rows);
        }
    }
    if (guess.form.delimiter == Delimiter::comma && guess.width == 2 && one_column_of_commas)
        guess.doubt = "Each comma is taken to part two cells. If it is a decimal comma, say so above.";
    return guess;
}

}  // namespace eigenscape
