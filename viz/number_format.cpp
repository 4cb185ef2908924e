// Formats are read here and written by viz/number.h, so that a sentence and a picture write a number alike.
#include "viz/number_format.h"

#include "viz/number.h"

#include <algorithm>
#include <cmath>

namespace eigenscape {

std::optional<NumberFormat> number_format(std::string_view written) {
    NumberFormat format;
    std::size_t i = 0;
    const auto digit = [&] { return i < written.size() && written[i] >= '0' && written[i] <= '9'; };
    if (i < written.size() && (written[i] == ' ' || written[i] == '+' || written[i] == '-')) format.sign = written[i++];
    if (i < written.size() && written[i] == '.') {
        ++i;
        if (!digit()) return std::nullopt;
        for (format.digits = 0; digit(); ++i) {
            format.digits = 10 * format.digits + (written[i] - '0');
            if (format.digits > 17) return std::nullopt;
        }
    }
    const bool given = i > 0 && written[i - 1] >= '0' && written[i - 1] <= '9';
    if (i + 1 != written.size() || std::string_view("fged").find(written[i]) == std::string_view::npos)
        return std::nullopt;
    if (written[i] == 'd' && given) return std::nullopt;  // a whole number has no decimals
    format.kind = written[i];
    return format;
}

std::string number_words(double value, std::string_view written) {
    const auto format = number_format(written);
    if (!format) return brief(value);
    std::string words;
    switch (format->kind) {
        case 'd': words = fixed(std::round(value), 0); break;
        case 'f': words = fixed(value, format->digits); break;
        case 'e': words = scientific(value, format->digits); break;
        default: words = brief(value, std::max(format->digits, 1)); break;
    }
    const bool bare = std::isfinite(value) && !words.starts_with("\u2212");
    return bare && format->sign != '-' ? std::string(1, format->sign) + words : words;
}

}  // namespace eigenscape
