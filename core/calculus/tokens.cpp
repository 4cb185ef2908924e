// Reads UTF-8 one code point at a time; a byte that is not UTF-8 counts as one column and is named by its value.
// Look-alikes that people paste (full-width digits, superscripts, curly signs) are refused with what to type instead.
#include "core/calculus/tokens.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

namespace eigenscape {
namespace {

struct Character {
    std::uint32_t code = 0;
    std::size_t bytes = 1;
    bool valid = true;
};

Character decode(std::string_view rest) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
    const std::uint32_t lead = byte(0);
    if (lead < 0x80) return {lead};
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || rest.size() < bytes) return {lead, 1, false};
    std::uint32_t code = lead & (0x7Fu >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {lead, 1, false};
        code = code << 6 | (byte(i) & 0x3F);
    }
    const std::uint32_t least = bytes == 4 ? 0x10000 : bytes == 3 ? 0x800 : 0x80;
    if (code < least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {lead, 1, false};
    return {code, bytes};
}

std::string hexadecimal(std::uint32_t value, std::size_t digits) {
    char buffer[16];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, 16).ptr;
    std::string text(buffer, end);
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c; });
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

std::string code_point(std::uint32_t code) { return "U+" + hexadecimal(code, 4); }

bool is_blank(std::uint32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x205F;
}
bool is_invisible(std::uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0xFFF0 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF) || (c >= 0x300 && c <= 0x36F) ||
           (c >= 0xFE00 && c <= 0xFE0F);
}
bool is_digit(std::uint32_t c) { return c >= '0' && c <= '9'; }
bool is_letter(std::uint32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

// What to type instead of a character that looks as if it should work; empty when there is no such advice.
std::string instead_of(std::uint32_t c) {
    static constexpr std::pair<std::uint32_t, std::string_view> table[] = {
        {0xB2, "^2"},       {0xB3, "^3"},    {0xB9, "^1"},     {0x2070, "^0"},     {0xF7, "/"},     {0x2215, "/"},
        {0x2044, "/"},      {0x2217, "*"},   {0x22C5, "*"},    {0x2022, "*"},      {0x2013, "-"},   {0x2014, "-"},
        {0x2010, "-"},      {0x2011, "-"},   {0x221A, "sqrt"}, {0x221B, "cbrt"},   {0x3C0, "pi"},   {0x3C4, "tau"},
        {0x3C3, "sigmoid"}, {0xBD, "(1/2)"}, {0xBC, "(1/4)"},  {0xBE, "(3/4)"},    {'|', "abs(…)"}, {'[', "("},
        {']', ")"},         {'{', "("},      {'}', ")"},       {'%', "mod(…, …)"},
    };
    if (c >= 0x2074 && c <= 0x2079) return "^" + std::string(1, static_cast<char>('0' + (c - 0x2070)));
    if (c >= 0x2080 && c <= 0x2089) return std::string(1, static_cast<char>('0' + (c - 0x2080)));
    if (c >= 0xFF01 && c <= 0xFF5E) return std::string(1, static_cast<char>(c - 0xFF01 + 0x21));
    const auto* found = std::ranges::find(table, c, [](const auto& row) { return row.first; });
    return found == std::end(table) ? std::string() : std::string(found->second);
}

std::string complaint_about(const Character& c, std::string_view bytes) {
    if (!c.valid)
        return "The byte 0x" + hexadecimal(c.code, 2) +
               " is not valid UTF-8 text. Delete it and type the character again.";
    if (is_invisible(c.code)) return "There is an invisible character, " + code_point(c.code) + ", here. Delete it.";
    if (c.code == '=') return "A formula has no \"=\". Type only what stands on its right-hand side.";
    if (c.code == ';') return "A semicolon has no place in a formula. Type one formula only.";
    if (c.code == '"' || c.code == '\'' || c.code == '`' || (c.code >= 0x2018 && c.code <= 0x201F))
        return "A formula has no quotation marks (" + code_point(c.code) + "). Type the formula without them.";
    const std::string named = "\"" + std::string(bytes) + "\" (" + code_point(c.code) + ")";
    const std::string advice = instead_of(c.code);
    if (!advice.empty()) return "Type " + advice + " instead of " + named + ".";
    return "A formula has no use for the character " + named + ". Delete it.";
}

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    Token next() {
        const bool touches = !skip_blanks();
        Token token;
        token.column = column_;
        token.touches_previous = touches && at_ > 0;
        if (at_ == text_.size()) return token;
        const Character c = decode(text_.substr(at_));
        if (is_digit(c.code) || (c.code == '.' && is_digit(peek(1)))) return read_number(token);
        if (is_letter(c.code)) return read_name(token);
        return read_sign(token, c);
    }

  private:
    std::uint32_t peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? static_cast<unsigned char>(text_[at_ + ahead]) : 0;
    }

    void take(Token& token, std::size_t bytes, std::size_t columns) {
        token.text += text_.substr(at_, bytes);
        token.length = columns;
        at_ += bytes;
        column_ += columns;
    }

    bool skip_blanks() {
        const std::size_t start = at_;
        while (at_ < text_.size()) {
            const Character c = decode(text_.substr(at_));
            if (!c.valid || !is_blank(c.code)) break;
            at_ += c.bytes;
            ++column_;
        }
        return at_ != start;
    }

    Token read_name(Token token) {
        std::size_t n = 0;
        while (is_letter(peek(n)) || is_digit(peek(n))) ++n;
        take(token, n, n);
        token.kind = Token::name;
        return token;
    }

    Token faulty(Token token, std::string complaint) {
        token.kind = Token::fault;
        token.complaint = std::move(complaint);
        return token;
    }

    Token read_number(Token token) {
        std::size_t n = 0;
        while (is_digit(peek(n))) ++n;
        if (peek(n) == '.') ++n;
        while (is_digit(peek(n))) ++n;
        if (peek(n) == '.') {
            while (is_digit(peek(n)) || peek(n) == '.') ++n;
            take(token, n, n);
            return faulty(token, "\"" + shown(token.text) + "\" is not a number: it has more than one point.");
        }
        if (peek(n) == 'e' || peek(n) == 'E') {
            const std::size_t digits = n + (peek(n + 1) == '+' || peek(n + 1) == '-' ? 2 : 1);
            if (is_digit(peek(digits))) {
                n = digits;
                while (is_digit(peek(n))) ++n;
            } else if (!is_letter(peek(n + 1))) {  // 2exp(x) is 2·exp(x), but 1e and 1e+ are unfinished numbers
                const std::string mantissa(text_.substr(at_, n));
                take(token, n + 1, n + 1);
                return faulty(token, "\"" + shown(token.text) +
                                         "\" is not a number: digits are missing after the e. Type " + shown(mantissa) +
                                         "e3, or " + shown(mantissa) + "*e for the constant e.");
            }
        }
        take(token, n, n);
        token.kind = Token::number;
        const auto read = std::from_chars(token.text.data(), token.text.data() + token.text.size(), token.value);
        if (read.ec == std::errc()) return token;
        return faulty(token,
                      "\"" + shown(token.text) + "\" is outside what a number here can be, about 1e-308 to 1.8e308.");
    }

    static std::string shown(const std::string& text) { return text.size() <= 40 ? text : text.substr(0, 37) + "…"; }

    Token read_sign(Token token, const Character& c) {
        token.kind = Token::sign;
        const std::string_view bytes = text_.substr(at_, c.bytes);
        take(token, c.bytes, 1);
        if (c.valid && c.code == 0x2212) token.text = "-";
        if (c.valid && (c.code == 0xB7 || c.code == 0xD7)) token.text = "*";
        if (token.text.size() == 1 && std::string_view("+-*/^(),").find(token.text[0]) != std::string_view::npos)
            return token;
        return faulty(token, complaint_about(c, bytes));
    }

    std::string_view text_;
    std::size_t at_ = 0, column_ = 1;
};

}  // namespace

std::vector<Token> tokens(std::string_view text) {
    Reader reader(text);
    std::vector<Token> list;
    do list.push_back(reader.next());
    while (list.back().kind != Token::end && list.back().kind != Token::fault);
    return list;
}

}  // namespace eigenscape
