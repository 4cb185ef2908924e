// Cells as numbers; see cell.h. What people and programs write where a number is missing is a list below.
// Digits in groups are recognised by their blank, apostrophe or other sign before exactly three digits.
#include "app/data/cell.h"

#include "app/model/ascii.h"
#include "app/model/literal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace eigenscape {
namespace {

constexpr std::size_t longest_number = 64;
constexpr std::string_view minus = "\u2212", fixed_blank = "\u00A0", thin_blank = "\u202F", apostrophe = "\u2019";
constexpr std::array<std::string_view, 14> absent = {"-",   "\u2013", "\u2014", "?",       ".",    "na",  "n/a",
                                                     "nan", "null",   "none",   "missing", "#n/a", "nil", "k. a."};

bool stands_for_nothing(std::string_view text) {
    return text.size() <= 8 && std::ranges::find(absent, lower_case(text)) != absent.end();
}

// The bytes of a sign that may stand between groups of digits; 0: none stands there.
std::size_t group_sign(std::string_view text, Decimal decimal) {
    for (const std::string_view sign : {std::string_view(" "), fixed_blank, thin_blank, std::string_view("'"),
                                        apostrophe, std::string_view(decimal == Decimal::point ? "," : ".")})
        if (text.starts_with(sign)) return sign.size();
    return 0;
}

// "-1 234.5" as "-1234.5"; nothing where the digits are not in groups.
std::optional<std::string> ungrouped(std::string_view text, Decimal decimal) {
    std::string out;
    if (text.starts_with('-') || text.starts_with('+')) out += text.front(), text.remove_prefix(1);
    else if (text.starts_with(minus)) out += '-', text.remove_prefix(minus.size());
    std::size_t digits = 0, groups = 0;
    while (!text.empty()) {
        if (is_digit(text.front())) {
            out += text.front();
            text.remove_prefix(1);
            ++digits;
            continue;
        }
        const std::size_t sign = group_sign(text, decimal);
        if (sign == 0) break;
        if (digits == 0 || digits > 3 || (groups > 0 && digits != 3)) return std::nullopt;
        text.remove_prefix(sign);
        digits = 0;
        ++groups;
    }
    if (groups == 0 || digits != 3) return std::nullopt;
    return out.append(text);
}

enum class Fault { none, not_number, not_finite, too_large, nought, other_sign };

Fault read_plain(std::string_view text, Decimal decimal, double& value) {
    char buffer[longest_number + 2];
    std::size_t size = 0;
    if (text.starts_with(minus)) buffer[size++] = '-', text.remove_prefix(minus.size());
    else if (text.starts_with('+')) text.remove_prefix(1);
    else if (text.starts_with('-')) buffer[size++] = '-', text.remove_prefix(1);
    if (text.empty() || text.size() > longest_number) return Fault::not_number;
    if (!is_digit(text[0]) && text[0] != '.' && text[0] != ',')
        return lower_case(text).starts_with("inf") ? Fault::not_finite : Fault::not_number;
    if (text.size() > 1 && text[0] == '0' && is_digit(text[1])) return Fault::nought;
    const char wanted = decimal == Decimal::point ? '.' : ',', unwanted = decimal == Decimal::point ? ',' : '.';
    bool other_sign = false;
    for (const char c : text) {
        other_sign |= c == unwanted;
        buffer[size++] = c == wanted || c == unwanted ? '.' : c;
    }
    const auto read = std::from_chars(buffer, buffer + size, value);
    if (read.ec == std::errc::result_out_of_range) return Fault::too_large;
    if (read.ec != std::errc() || read.ptr != buffer + size) return Fault::not_number;
    return other_sign ? Fault::other_sign : Fault::none;
}

Fault read_number(std::string_view text, const TableForm& form, double& value) {
    const Fault fault = read_plain(text, form.decimal, value);
    if (fault == Fault::none || !form.grouped || text.size() > longest_number) return fault;
    const auto whole = ungrouped(text, form.decimal);
    return whole ? read_plain(*whole, form.decimal, value) : fault;
}

}  // namespace

std::string_view without_blanks(std::string_view text) {
    const auto blank_first = [](std::string_view t) -> std::size_t {
        if (t.starts_with(' ') || t.starts_with('\t') || t.starts_with('\n') || t.starts_with('\r')) return 1;
        return t.starts_with(fixed_blank) ? fixed_blank.size() : t.starts_with(thin_blank) ? thin_blank.size() : 0;
    };
    const auto blank_last = [](std::string_view t) -> std::size_t {
        if (t.ends_with(' ') || t.ends_with('\t') || t.ends_with('\n') || t.ends_with('\r')) return 1;
        return t.ends_with(fixed_blank) ? fixed_blank.size() : t.ends_with(thin_blank) ? thin_blank.size() : 0;
    };
    const auto plain = [](char c) { return c > ' ' && c < '\x7F'; };  // most cells have nothing to take away
    if (!text.empty() && plain(text.front()) && plain(text.back())) return text;
    while (const std::size_t blank = blank_first(text)) text.remove_prefix(blank);
    while (const std::size_t blank = blank_last(text)) text.remove_suffix(blank);
    return text;
}

TableCell read_cell(std::string_view text, const TableForm& form) {
    text = without_blanks(text);
    TableCell cell;
    if (text.empty()) return cell;
    if (read_number(text, form, cell.value) == Fault::none) return {TableCell::number, cell.value};
    return {stands_for_nothing(text) ? TableCell::missing : TableCell::other, 0};
}

std::string why_no_number(std::string_view text, const TableForm& form) {
    text = without_blanks(text);
    if (text.empty()) return "nothing is there";
    const std::string given = as_given(text);
    double value = 0;
    const Fault fault = read_number(text, form, value);
    if (fault == Fault::none) return {};
    if (stands_for_nothing(text)) return given + " stands for a missing value";
    if (text.starts_with('#')) return given + " is an error of a spreadsheet";
    if (!form.grouped && text.size() <= longest_number)
        if (const auto whole = ungrouped(text, form.decimal);
            whole && read_plain(*whole, form.decimal, value) == Fault::none)
            return given + " has its digits in groups";
    switch (fault) {
        case Fault::not_finite: return given + " is not finite";
        case Fault::too_large: return given + " is beyond the numbers that a computer holds";
        case Fault::nought: return given + " begins with a nought, as a code does";
        case Fault::other_sign:
            return given + (form.decimal == Decimal::point ? " has a comma, but the decimal sign is a point"
                                                           : " has a point, but the decimal sign is a comma");
        default: return given + " is not a number";
    }
}

}  // namespace eigenscape
