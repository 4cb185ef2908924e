// The rows of a table as they were written: text in chunks goes in, whole rows of cells come out.
// A cell in quotation marks may hold what parts cells and rows; a doubled mark in it is one.
#pragma once

#include "app/data/table_form.h"

#include <functional>
#include <vector>

namespace eigenscape {

inline constexpr std::size_t most_columns = 256;          // of a row; further ones are counted, not kept
inline constexpr std::size_t most_row_bytes = 1'000'000;  // of a row

struct Record {
    std::size_t number = 0;               // of the row, from 1, blank ones counted: as a spreadsheet numbers them
    std::vector<std::string_view> cells;  // at most most_columns
    std::size_t count = 0;                // of all its cells
    bool blank() const { return count == 0; }
};

class RecordReader {
  public:
    using Sink = std::function<void(const Record&)>;
    explicit RecordReader(Delimiter delimiter) : blanks_(delimiter == Delimiter::blanks), sign_(sign_of(delimiter)) {}

    // False: a row broke a limit, and `problem` says which; nothing more is read.
    bool feed(std::string_view text, const Sink& sink);
    bool finish(const Sink& sink);
    const std::string& problem() const { return problem_; }

  private:
    enum class At : std::uint8_t { start, plain, quoted, closed };
    void take(char c, const Sink& sink);
    void end_cell();
    void end_row(const Sink& sink);
    bool parts_cells(char c) const { return c == sign_ || (blanks_ && c == '\t'); }
    bool within_limits();

    bool blanks_;
    char sign_;
    At at_ = At::start;
    bool after_return_ = false;      // a line feed now belongs to it
    std::string text_;               // of the row's cells, one after another
    std::vector<std::size_t> ends_;  // of the kept cells in it
    std::size_t cell_from_ = 0, count_ = 0, bytes_ = 0;
    Record record_;
    std::string problem_;
};

}  // namespace eigenscape
