// A text broken into the rows that a panel of some width shows: between words where that is possible. Kept beside a
// text that is being typed in: a change lays out anew only the lines that it touches, so a large note stays quick.
#pragma once

#include "app/notebook/text_edit.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace eigenscape {

using Advance = std::function<float(char32_t)>;  // how wide a character is

class TextRows {
  public:
    void lay(std::string_view text, float width, Advance advance);
    void follow(std::string_view text, const TextEdit::Change& change);  // `text` as it is after the change

    std::size_t count() const { return rows_.size(); }
    std::size_t begin_of(std::size_t row) const { return rows_[row]; }
    std::size_t end_of(std::string_view text, std::size_t row) const;  // without the line's end
    std::size_t row_of(std::size_t at) const;
    float x_of(std::string_view text, std::size_t at) const;                      // from the left end of its row
    std::size_t place_at(std::string_view text, std::size_t row, float x) const;  // the nearest between two characters

  private:
    void break_lines(std::string_view text, std::size_t from, std::size_t to, std::vector<std::size_t>& rows) const;

    std::vector<std::size_t> rows_{0};  // where each begins
    float width_ = 0;
    Advance advance_;
};

// The character at `at`, and `at` moved beyond it. Bytes that are no UTF-8 are U+FFFD, one by one.
char32_t next_character(std::string_view text, std::size_t& at);

bool is_utf8(std::string_view text);

}  // namespace eigenscape
