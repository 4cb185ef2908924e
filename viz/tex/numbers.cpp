// Live numbers: \num{name:.2f} becomes \num{name}{1.00}, with the value as Python would format it.
// Only to_chars writes digits here, so that no locale can change one.
#include "viz/number_format.h"
#include "viz/tex/typeset.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace eigenscape {
namespace {

// Without a format four digits are shown.
std::optional<NumberFormat> format_of(std::string_view spec) {
    return spec.empty() ? NumberFormat{.digits = 4} : number_format(spec);
}

std::string digits_of(double value, const NumberFormat& format) {
    constexpr double too_long = 1e15;  // beyond, fixed digits say nothing
    const bool fixed = (format.kind == 'f' || format.kind == 'd') && std::abs(value) < too_long;
    const auto how = fixed                ? std::chars_format::fixed
                     : format.kind == 'g' ? std::chars_format::general
                                          : std::chars_format::scientific;
    std::array<char, 64> buffer;
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, how, format.kind == 'd' ? 0 : format.digits)
            .ptr;
    return {buffer.data(), end};
}

// "1.5e-07" → "1.5\cdot 10^{-7}"
std::string with_power(std::string digits) {
    const std::size_t e = digits.find('e');
    if (e == std::string::npos) return digits;
    const std::size_t first = digits.find_first_not_of("+-0", e + 1);
    const std::string power = first == std::string::npos ? "0" : digits.substr(first);
    return digits.substr(0, e) + "\\cdot 10^{" + (digits[e + 1] == '-' ? "-" : "") + power + "}";
}

std::string shown(double value, const NumberFormat& format) {
    std::string digits = std::isinf(value) ? "\\infty" : digits_of(std::abs(value), format);
    const bool zero =
        !std::isinf(value) && digits.substr(0, digits.find('e')).find_first_of("123456789") == std::string::npos;
    const std::string_view sign = value < 0 && !zero ? "−" : format.sign == '+' ? "+" : format.sign == ' ' ? " " : "";
    return std::string(sign) + with_power(std::move(digits));
}

// The place of the brace that ends a group which began before `from`; npos when there is none.
std::size_t group_end(std::string_view tex, std::size_t from) { return tex.find('}', from); }

}  // namespace

std::string with_numbers(std::string_view tex, const NumberNamed& value_of) {
    constexpr std::string_view command = "\\num{";
    std::string out;
    out.reserve(tex.size() + 32);
    for (std::size_t i = 0; i < tex.size();) {
        if (tex[i] != '\\') {
            out += tex[i++];
            continue;
        }
        const std::size_t end = tex.substr(i).starts_with(command) ? group_end(tex, i) : std::string_view::npos;
        if (end == std::string_view::npos) {  // another command, or a double backslash: two characters at once
            out += tex.substr(i, 2);
            i += 2;
            continue;
        }
        const std::string_view inside = tex.substr(i + command.size(), end - i - command.size());
        const std::size_t colon = inside.find(':');
        const std::string_view name = inside.substr(0, colon);
        const auto format = format_of(colon == std::string_view::npos ? "" : inside.substr(colon + 1));
        const bool valued = end + 1 < tex.size() && tex[end + 1] == '{';
        if (!format || valued) {
            out += tex.substr(i, end + 1 - i);  // typeset says what is wrong with it
        } else {
            const auto value = value_of ? value_of(name) : std::nullopt;
            if (value && !std::isnan(*value))
                out.append("\\num{").append(name).append("}{").append(shown(*value, *format)).append("}");
            else out += "\\text{undefined}";
        }
        i = end + 1;
    }
    return out;
}

}  // namespace eigenscape
