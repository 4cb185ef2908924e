// A table as it was read: its columns with what could be read of them, which rows are uneven, and what was left out.
// Of long tables every second, fourth … row is kept, so that any file fits into a small memory; counts are of all rows.
#pragma once

#include "app/data/cell.h"
#include "app/data/decode.h"
#include "app/data/records.h"

#include <unordered_map>

namespace eigenscape {

inline constexpr std::size_t most_kept_rows = 20'000;  // twice as many as a set of points holds
inline constexpr std::size_t most_rows = 100'000'000;  // reading ends there
inline constexpr std::uint64_t most_table_bytes = 4ull << 30;
inline constexpr std::size_t most_words = 1000;  // different ones that are remembered of a column
inline constexpr std::size_t most_listed = 200;  // bad rows that are listed by name
inline constexpr std::size_t first_rows = 12;    // kept as they were written, to be looked at

struct Column {
    std::string name;
    std::vector<double> values;  // of the kept rows; 0 where there is no number
    std::vector<int> words;      // of the kept rows: −1 a number, else a place in `vocabulary`, −2: too many words
    std::vector<std::string> vocabulary;
    std::size_t numbers = 0, missing = 0, others = 0;  // how many of all rows
    bool numeric() const { return numbers > 0 && numbers >= others; }
};

struct BadRow {
    std::size_t row = 0;  // as a spreadsheet numbers it
    std::string why;      // a clause
};
std::string words_of(const BadRow& bad);  // "Row 7: x1: \"abc\" is not a number."

struct Table {
    TableForm form;
    std::vector<Column> columns;
    std::vector<std::size_t> row_numbers;  // of the kept rows
    std::size_t rows = 0;                  // of numbers, without names and uneven ones
    std::size_t stride = 1;                // every so manieth was kept
    std::size_t uneven_count = 0;
    std::vector<BadRow> uneven;                   // the first of them
    std::vector<std::vector<std::string>> first;  // rows as written, without the names
    std::vector<std::string> remarks;             // sentences: what was cut, doubtful or broken
    std::string problem;                          // why there is no table
};

class TableReader {
  public:
    TableReader(const TableForm& form, std::size_t width);
    bool feed(std::span<const std::uint8_t> bytes);  // false: it need not go on
    Table finish();

  private:
    void take(const Record& record);
    void take_names(const Record& record);
    bool uneven(const Record& record);
    void keep(const Record& record);
    void thin_out();
    int word(std::size_t column, std::string_view text);

    Table table_;
    Decoder decoder_;
    RecordReader records_;
    std::string text_;  // of one chunk
    std::size_t width_;
    bool named_ = false, begun_ = false, full_ = false;
    std::vector<std::unordered_map<std::string, int>> known_words_;
};

}  // namespace eigenscape
