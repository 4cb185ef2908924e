// Reading and writing number lists and JSON strings by hand: from_chars alone, so that no locale and no recursion comes
// in. A list is a flat walk with a depth counter; at most two brackets deep.
#include "app/model/literal.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace eigenscape {
namespace {

constexpr std::string_view true_minus = "\u2212";

// One code point at text[at]; 0xFFFD and one byte where it is not UTF-8.
struct Letter {
    std::uint32_t code;
    std::size_t bytes;
};
Letter letter_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const std::uint32_t first = byte(at);
    if (first < 0x80) return {first, 1};
    const std::size_t length = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
    if (length == 1 || first >= 0xF5) return {0xFFFD, 1};
    std::uint32_t code = first & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) return {0xFFFD, 1};
        code = code << 6 | (byte(at + i) & 0x3F);
    }
    const std::uint32_t least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
    if (code < least || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return {0xFFFD, 1};
    return {code, length};
}

void append_utf8(std::string& out, std::uint32_t code) {
    const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (code < 0x80) return put(code);
    if (code < 0x800) {
        put(0xC0 | code >> 6);
    } else {
        if (code < 0x10000) {
            put(0xE0 | code >> 12);
        } else {
            put(0xF0 | code >> 18);
            put(0x80 | (code >> 12 & 0x3F));
        }
        put(0x80 | (code >> 6 & 0x3F));
    }
    put(0x80 | (code & 0x3F));
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool read_hex(std::string_view text, std::size_t at, std::uint32_t& code) {
    if (at + 4 > text.size()) return false;
    const auto read = std::from_chars(text.data() + at, text.data() + at + 4, code, 16);
    return read.ec == std::errc() && read.ptr == text.data() + at + 4;
}

// Where one number ends: at a comma, a bracket or a blank.
std::size_t end_of_number(std::string_view text, std::size_t at) {
    while (at < text.size() && !is_space(text[at]) && text[at] != ',' && text[at] != '[' && text[at] != ']') ++at;
    return at;
}

std::string read_number(std::string_view token, double& out) {
    std::string text;
    if (token.starts_with(true_minus)) text = "-" + std::string(token.substr(true_minus.size()));
    else text = token.starts_with('+') && token.size() > 1 && token[1] != '-' ? token.substr(1) : token;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    if (read.ec == std::errc::result_out_of_range)
        return as_given(token) + " is beyond the numbers that a computer holds";
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return as_given(token) + " is not a number";
    if (!std::isfinite(out)) return as_given(token) + " is not a finite number";
    return {};
}

// The walk over a list: what may come next, and what has been collected.
class ListReader {
  public:
    explicit ListReader(std::string_view text) : text_(text) {}

    NumberList read() {
        while (list_.problem.empty() && skip_blanks()) step();
        if (list_.problem.empty() && depth_ > 0) list_.problem = "a closing ] is missing";
        if (list_.problem.empty() && need_item_ && !list_.numbers.empty())
            list_.problem = "a number is missing at the end";
        if (list_.rows.empty()) list_.rows.push_back(list_.numbers.size());
        return std::move(list_);
    }

  private:
    bool skip_blanks() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
        return at_ < text_.size();
    }
    void step() {
        const char c = text_[at_];
        if (c == '[') open();
        else if (c == ']') close();
        else if (c == ',') comma();
        else number();
    }
    void open() {
        if (!need_item_ || closed_) return wrong();
        if (++depth_ > 2) list_.problem = "brackets may be two deep at most";
        list_.depth = std::max(list_.depth, depth_);
        row_ = 0;
        ++at_;
    }
    void close() {
        if (depth_ == 0 || (need_item_ && row_ > 0)) return wrong();
        if (depth_ == 2 || (list_.depth == 1 && depth_ == 1)) list_.rows.push_back(row_);
        closed_ = --depth_ == 0;
        need_item_ = false;
        ++at_;
    }
    void comma() {
        if (need_item_ || closed_) return wrong();
        need_item_ = true;
        ++at_;
    }
    void number() {
        const std::size_t end = end_of_number(text_, at_);
        if (!need_item_ || closed_) return wrong();
        if (list_.numbers.size() >= most_numbers) return void(list_.problem = "there are too many numbers");
        double x = 0;
        list_.problem = read_number(text_.substr(at_, end - at_), x);
        list_.numbers.push_back(x);
        if (depth_ < list_.depth && list_.problem.empty()) list_.problem = "numbers and lists are mixed";
        need_item_ = false;
        ++row_;
        at_ = end;
    }
    void wrong() {
        list_.problem = as_given(text_.substr(at_, end_of_number(text_, at_ + 1) - at_)) + " is out of place";
    }

    std::string_view text_;
    NumberList list_;
    std::size_t at_ = 0, row_ = 0;
    int depth_ = 0;
    bool need_item_ = true, closed_ = false;
};

}  // namespace

NumberList read_numbers(std::string_view text) { return ListReader(text).read(); }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

bool read_string(std::string_view text, std::string& out) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return false;
    out.clear();
    constexpr std::string_view escapes = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == '"') return false;
        if (text[i] != '\\') {
            out += text[i];
            continue;
        }
        if (++i + 1 >= text.size()) return false;
        if (const std::size_t which = escapes.find(text[i]); which != std::string_view::npos) {
            out += meant[which];
            continue;
        }
        std::uint32_t code = 0, low = 0;
        if (text[i] != 'u' || !read_hex(text, i + 1, code)) return false;
        i += 4;
        if (code >= 0xD800 && code < 0xDC00) {  // the first half of a pair
            if (text.substr(i + 1, 2) != "\\u" || !read_hex(text, i + 3, low) || low < 0xDC00 || low > 0xDFFF)
                return false;
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            i += 6;
        } else if (code >= 0xDC00 && code < 0xE000) {
            return false;
        }
        append_utf8(out, code);
    }
    return true;
}

std::string json_string(std::string_view utf8) {
    std::string out = "\"";
    for (std::size_t at = 0; at < utf8.size();) {
        const Letter letter = letter_at(utf8, at);
        at += letter.bytes;
        if (letter.code == '"' || letter.code == '\\') (out += '\\') += static_cast<char>(letter.code);
        else if (letter.code >= 0x20) append_utf8(out, letter.code);
        else {
            constexpr std::string_view digits = "0123456789abcdef";
            ((out += "\\u00") += digits[letter.code >> 4]) += digits[letter.code & 15];
        }
    }
    return out += '"';
}

std::string as_given(std::string_view text) {
    std::string out = "\"";
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size(); ++letters) {
        if (letters == 40) {
            out += "…";
            break;
        }
        const Letter letter = letter_at(text, at);
        at += letter.bytes;
        const bool hidden = letter.code < 0x20 || (letter.code >= 0x7F && letter.code < 0xA0) ||
                            (letter.code >= 0x200B && letter.code <= 0x200F) ||
                            (letter.code >= 0x202A && letter.code <= 0x202E) ||
                            (letter.code >= 0x2066 && letter.code <= 0x2069) || letter.code == 0xFEFF;
        append_utf8(out, hidden ? 0xFFFD : letter.code);
    }
    return out += '"';
}

}  // namespace eigenscape
