// Rows are where they begin, in order; a change shifts those behind it and replaces those of its own lines.
// See text_rows.h.
#include "app/notebook/text_rows.h"

#include <algorithm>
#include <utility>

namespace eigenscape {

char32_t next_character(std::string_view text, std::size_t& at) {
    constexpr char32_t unknown = 0xFFFD;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at++);
    if (first < 0x80) return first;
    const std::size_t more = first >= 0xF0 && first < 0xF5   ? 3
                             : first >= 0xE0 && first < 0xF0 ? 2
                             : first >= 0xC2 && first < 0xE0 ? 1
                                                             : 0;
    if (more == 0 || at + more > text.size()) return unknown;
    char32_t code = first & (0x3F >> more);
    for (std::size_t i = 0; i < more; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) return unknown;
        code = code << 6 | (byte(at + i) & 0x3F);
    }
    constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
    if (code < least[more] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return unknown;
    at += more;
    return code;
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        if (next_character(text, at) == 0xFFFD && at == from + 1) return false;  // U+FFFD itself has three bytes
    }
    return true;
}

void TextRows::break_lines(std::string_view text, std::size_t from, std::size_t to,
                           std::vector<std::size_t>& rows) const {
    rows.push_back(from);
    float x = 0, x_at_space = 0;
    std::size_t after_space = from;  // a row may begin there; `from`: nowhere yet
    for (std::size_t at = from; at < to;) {
        const std::size_t here = at;
        const char32_t c = next_character(text, at);
        if (c == '\n') {
            if (at <= to && (at < to || at == text.size())) rows.push_back(at);
            x = 0;
            after_space = at;
            continue;
        }
        const float wide = advance_(c);
        if (x + wide > width_ && here > rows.back() && c != ' ') {
            const bool at_word = after_space > rows.back();
            rows.push_back(at_word ? after_space : here);
            x = at_word ? x - x_at_space : 0;
        }
        x += wide;
        if (c == ' ') after_space = at, x_at_space = x;
    }
}

void TextRows::lay(std::string_view text, float width, Advance advance) {
    width_ = width;
    advance_ = std::move(advance);
    rows_.clear();
    break_lines(text, 0, text.size(), rows_);
}

void TextRows::follow(std::string_view text, const TextEdit::Change& change) {
    const std::size_t back = change.at == 0 ? text.npos : text.rfind('\n', change.at - 1);
    const std::size_t from = back == text.npos ? 0 : back + 1;
    const std::size_t end = text.find('\n', change.at + change.inserted);
    const std::size_t to = end == text.npos ? text.size() : end + 1;
    const std::size_t old_to = to + change.removed - change.inserted;  // in the text as it was
    const auto first = std::ranges::lower_bound(rows_, from);
    auto last = std::ranges::lower_bound(rows_, old_to);
    if (end == text.npos) last = rows_.end();
    std::vector<std::size_t> fresh;
    break_lines(text, from, to, fresh);
    // A row that begins where these lines end is the next line's, and is kept as it is.
    if (last != rows_.end() && !fresh.empty() && fresh.back() == to) fresh.pop_back();
    for (auto row = last; row != rows_.end(); ++row) *row = *row + change.inserted - change.removed;
    const auto at = rows_.erase(first, last);
    rows_.insert(at, fresh.begin(), fresh.end());
}

std::size_t TextRows::end_of(std::string_view text, std::size_t row) const {
    std::size_t end = row + 1 < rows_.size() ? rows_[row + 1] : text.size();
    if (end > rows_[row] && text[end - 1] == '\n') --end;
    if (end > rows_[row] && text[end - 1] == '\r') --end;
    return end;
}

std::size_t TextRows::row_of(std::size_t at) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(rows_, at) - rows_.begin()) - 1;
}

float TextRows::x_of(std::string_view text, std::size_t at) const {
    float x = 0;
    for (std::size_t i = rows_[row_of(at)]; i < at && i < text.size();) x += advance_(next_character(text, i));
    return x;
}

std::size_t TextRows::place_at(std::string_view text, std::size_t row, float x) const {
    const std::size_t end = end_of(text, row);
    const bool goes_on = row + 1 < rows_.size() && rows_[row + 1] == end;  // a broken line: its end is the next row's
    std::size_t at = rows_[row];
    for (float left = 0; at < end;) {
        std::size_t next = at;
        const float wide = advance_(next_character(text, next));
        if (x < left + wide / 2 || (goes_on && next >= end)) break;
        left += wide;
        at = next;
    }
    return at;
}

}  // namespace eigenscape
