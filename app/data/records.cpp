// One walk over the letters with four states; see records.h. A row's text is kept once, its cells as views into it.
// Cells beyond the limit are walked over without being kept, so a row of a million columns costs no memory.
#include "app/data/records.h"

#include <algorithm>

namespace eigenscape {

bool RecordReader::within_limits() {
    if (bytes_ <= most_row_bytes) return true;
    const std::string row = "Row " + std::to_string(record_.number + 1);
    problem_ = at_ == At::quoted ? row + " has a quotation mark that is not closed within a million letters."
                                 : row + " is longer than a million letters: this is hardly a table.";
    return false;
}

void RecordReader::end_cell() {
    if (blanks_ && at_ == At::start) return;  // a further blank
    if (count_ < most_columns) ends_.push_back(text_.size());
    else text_.resize(cell_from_);
    cell_from_ = text_.size();
    ++count_;
    at_ = At::start;
}

void RecordReader::end_row(const Sink& sink) {
    if (at_ != At::start || (count_ > 0 && !blanks_)) end_cell();
    ++record_.number;
    record_.cells.clear();
    std::size_t from = 0;
    for (const std::size_t end : ends_) {
        record_.cells.push_back(std::string_view(text_).substr(from, end - from));
        from = end;
    }
    record_.count = count_;
    if (!record_.blank()) sink(record_);
    text_.clear();
    ends_.clear();
    cell_from_ = count_ = bytes_ = 0;
    at_ = At::start;
}

void RecordReader::take(char c, const Sink& sink) {
    if (at_ == At::quoted) {
        if (c == '"') at_ = At::closed;
        else text_ += c;
        return;
    }
    if (at_ == At::closed && c == '"') {  // a doubled one
        text_ += c;
        at_ = At::quoted;
        return;
    }
    if (c == '\n' || c == '\r') {
        if (c == '\n' && after_return_) return;
        return end_row(sink);
    }
    if (parts_cells(c)) return end_cell();
    if (at_ == At::start && c == '"' && text_.size() == cell_from_) {
        at_ = At::quoted;
        return;
    }
    text_ += c;
    at_ = At::plain;
}

bool RecordReader::feed(std::string_view text, const Sink& sink) {
    if (!problem_.empty()) return false;
    for (std::size_t i = 0; i < text.size();) {
        if (at_ == At::plain) {  // a run of ordinary letters as a whole
            std::size_t end = i;
            while (end < text.size() && text[end] != '\n' && text[end] != '\r' && !parts_cells(text[end])) ++end;
            end = std::min(end, i + most_row_bytes + 1);
            text_.append(text.substr(i, end - i));
            bytes_ += end - i;
            after_return_ = after_return_ && end == i;
            i = end;
            if (!within_limits()) return false;
            if (i == text.size()) break;
        }
        const char c = text[i++];
        ++bytes_;
        take(c, sink);
        after_return_ = c == '\r' && at_ != At::quoted;
        if (!within_limits()) return false;
    }
    return true;
}

bool RecordReader::finish(const Sink& sink) {
    if (!problem_.empty()) return false;
    if (at_ == At::quoted) {
        problem_ = "Row " + std::to_string(record_.number + 1) + " has a quotation mark that is never closed.";
        return false;
    }
    if (at_ != At::start || count_ > 0) end_row(sink);
    return true;
}

}  // namespace eigenscape
