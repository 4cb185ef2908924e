// From bytes to columns, a chunk at a time; see table.h.
// When more rows came than are kept, every other one goes and from then on only every second, fourth … comes in.
#include "app/data/table.h"

#include <algorithm>

namespace eigenscape {
namespace {

constexpr std::size_t longest_word = 60;  // bytes

// No more than so many bytes, and no letter cut in two.
std::string shortened(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
    return std::string(text.substr(0, most)) + "…";
}

std::string cells_words(std::size_t count) { return count == 1 ? "1 cell" : std::to_string(count) + " cells"; }

// Signs that part cells, and nothing between them.
bool is_empty(const Record& record) {
    return std::ranges::all_of(record.cells, [](std::string_view cell) { return without_blanks(cell).empty(); });
}

bool tells_delimiter(const Record& record) {
    return record.number == 1 && record.cells.front().starts_with("sep=") && record.count <= 2;
}

}  // namespace

std::string words_of(const BadRow& bad) { return "Row " + std::to_string(bad.row) + ": " + bad.why + "."; }

TableReader::TableReader(const TableForm& form, std::size_t width)
    : decoder_(form.encoding), records_(form.delimiter), width_(std::max<std::size_t>(width, 1)) {
    table_.form = form;
    table_.columns.resize(std::min(width_, most_columns));
    known_words_.resize(table_.columns.size());
    for (std::size_t c = 0; c < table_.columns.size(); ++c) table_.columns[c].name = "Column " + std::to_string(c + 1);
}

void TableReader::take_names(const Record& record) {
    for (std::size_t c = 0; c < std::min(record.cells.size(), table_.columns.size()); ++c) {
        std::string_view name = without_blanks(record.cells[c]);
        if (c == 0 && name.starts_with('#')) name = without_blanks(name.substr(1));
        if (!name.empty()) table_.columns[c].name = shortened(name, longest_word);
    }
}

// Empty cells beyond the width are only signs too many at the row's end.
bool TableReader::uneven(const Record& record) {
    const bool more =
        record.count > width_ &&
        (record.count > most_columns ||
         std::ranges::any_of(record.cells.begin() + static_cast<std::ptrdiff_t>(width_), record.cells.end(),
                             [](std::string_view cell) { return !without_blanks(cell).empty(); }));
    if (record.count >= width_ && !more) return false;
    if (table_.uneven.size() < most_listed)
        table_.uneven.push_back({record.number, cells_words(record.count) + " instead of " + std::to_string(width_)});
    ++table_.uneven_count;
    return true;
}

int TableReader::word(std::size_t column, std::string_view text) {
    auto& known = known_words_[column];
    std::string short_text = shortened(without_blanks(text), longest_word);
    const auto found = known.find(short_text);
    if (found != known.end()) return found->second;
    auto& vocabulary = table_.columns[column].vocabulary;
    if (vocabulary.size() >= most_words) return -2;
    const int place = static_cast<int>(vocabulary.size());
    vocabulary.push_back(short_text);
    known.emplace(std::move(short_text), place);
    return place;
}

void TableReader::keep(const Record& record) {
    const bool kept = table_.rows % table_.stride == 0;
    ++table_.rows;
    if (kept) table_.row_numbers.push_back(record.number);
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
        Column& column = table_.columns[c];
        const TableCell cell = read_cell(record.cells[c], table_.form);
        ++(cell.kind == TableCell::number    ? column.numbers
           : cell.kind == TableCell::missing ? column.missing
                                             : column.others);
        if (!kept) continue;
        column.values.push_back(cell.value);
        column.words.push_back(cell.kind == TableCell::number ? -1 : word(c, record.cells[c]));
    }
    if (table_.first.size() < first_rows) {
        auto& row = table_.first.emplace_back();
        for (std::size_t c = 0; c < table_.columns.size(); ++c) row.push_back(shortened(record.cells[c], longest_word));
    }
    if (table_.row_numbers.size() > most_kept_rows) thin_out();
}

void TableReader::thin_out() {
    const auto every_other = [](auto& list) {
        for (std::size_t i = 0; 2 * i < list.size(); ++i) list[i] = list[2 * i];
        list.resize((list.size() + 1) / 2);
    };
    every_other(table_.row_numbers);
    for (Column& column : table_.columns) every_other(column.values), every_other(column.words);
    table_.stride *= 2;
}

void TableReader::take(const Record& record) {
    if (full_ || tells_delimiter(record) || is_empty(record)) return;
    begun_ = true;
    if (table_.form.header && !named_) {
        named_ = true;
        return take_names(record);
    }
    if (table_.rows + table_.uneven_count >= most_rows) return void(full_ = true);
    if (!uneven(record)) keep(record);
}

bool TableReader::feed(std::span<const std::uint8_t> bytes) {
    text_.clear();
    decoder_.feed(bytes, text_);
    return records_.feed(text_, [this](const Record& record) { take(record); }) && !full_;
}

Table TableReader::finish() {
    text_.clear();
    decoder_.finish(text_);
    const auto sink = [this](const Record& record) { take(record); };
    if (records_.feed(text_, sink)) records_.finish(sink);
    Table& t = table_;
    t.problem = records_.problem();
    const std::string columns = t.columns.size() == 1 ? "1 column" : std::to_string(width_) + " columns";
    if (t.problem.empty() && !begun_) t.problem = "There is nothing in it.";
    if (t.problem.empty() && t.rows == 0 && t.uneven_count == 0)
        t.problem = "It names " + columns + ", but there is no row below the names.";
    if (t.problem.empty() && t.rows == 0) t.problem = "None of its rows has " + cells_words(width_) + ".";
    if (width_ > most_columns)
        t.remarks.push_back("It has " + columns + "; the first " + std::to_string(most_columns) + " can be chosen.");
    if (full_) t.remarks.push_back("It was read up to row 100,000,000.");
    if (decoder_.broken() > 0)
        t.remarks.push_back(
            (decoder_.broken() == 1 ? "1 letter is" : std::to_string(decoder_.broken()) + " letters are") +
            std::string(" not ") + words_of(t.form.encoding) + ": is it another encoding?");
    return std::move(table_);
}

}  // namespace eigenscape
