// Any bytes as a table: guessing, reading in two kinds of chunks, and taking points must never crash, hang or disagree.
// What is taken lies in the parameter's range and survives being written as CSV and read again.
#include "app/data/own_points.h"
#include "app/data/table_csv.h"
#include "app/model/state.h"

#include <cstdlib>

using namespace eigenscape;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

using ByteSpan = std::span<const std::uint8_t>;

Table read(ByteSpan bytes, const TableForm& form, std::size_t width, std::size_t chunk) {
    TableReader reader(form, width);
    while (!bytes.empty() && reader.feed(bytes.first(std::min(chunk, bytes.size()))))
        bytes = bytes.subspan(std::min(chunk, bytes.size()));
    return reader.finish();
}

Param param_of(bool classes) {
    Param param;
    param.name = "points";
    param.kind = classes ? Kind::points3 : Kind::points;
    param.range = Range(-10, 10, "");
    param.columns = classes ? TableColumns{{"x", "y", "class"}, 2, {}, 11} : TableColumns{{"x", "y"}, -1, {}};
    return param;
}

void check_points(const Table& table, bool classes) {
    const Param param = param_of(classes);
    const Value usual = classes ? Value(Points3{{-2, -2, 0}, {2, 2, 1}}) : Value(Points{{-2, -2}, {2, 2}});
    Wish wish = usual_wish(param, table, usual);
    for (const Fitting fit : {Fitting::as_it_is, Fitting::one_scale, Fitting::each_scale}) {
        wish.fit = fit;
        const OwnPoints own = own_points(param, table, wish, usual);
        if (!own.problem.empty()) continue;
        require(own.taken > 0 && !own.words.empty() && !refusal(param, own.value));
        const std::string csv = csv_of(param, own.value);
        const ByteSpan bytes{reinterpret_cast<const std::uint8_t*>(csv.data()), csv.size()};
        const GuessedForm guess = guess_form(bytes, true);
        require(guess.form.header && guess.form.delimiter == Delimiter::comma);
        const Table again = read(bytes, guess.form, guess.width, csv.size());
        require(own_points(param, again, usual_wish(param, again, usual), usual).value == own.value);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const ByteSpan bytes{data + 2, size - 2};
    const GuessedForm guess = guess_form(bytes, true);
    TableForm other;  // one that a person may choose, whatever the guess was
    other.encoding = static_cast<Encoding>(data[0] % encodings);
    other.delimiter = static_cast<Delimiter>(data[0] / encodings % delimiters);
    other.decimal = static_cast<Decimal>(data[1] & 1);
    other.header = data[1] & 2;
    other.grouped = data[1] & 4;
    for (const TableForm& form : {guess.form, other}) {
        const std::size_t width = usual_width(bytes, true, form);
        const Table table = read(bytes, form, width, 1u << 16);
        const Table same = read(bytes, form, width, 1 + (data[1] >> 3));
        require(same.problem == table.problem && same.rows == table.rows && same.remarks == table.remarks &&
                same.row_numbers == table.row_numbers && same.first == table.first);
        for (const Column& column : table.columns)
            require(column.values.size() == table.row_numbers.size() && column.words.size() == column.values.size() &&
                    column.numbers + column.missing + column.others == table.rows);
        if (!table.problem.empty()) continue;
        check_points(table, false);
        check_points(table, true);
    }
    return 0;
}
