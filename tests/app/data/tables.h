// Tables for tests: read from bytes in chunks of any size, and a parameter that takes them.
#pragma once

#include "app/data/own_points.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>

namespace eigenscape::testing {

inline std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

inline Table read_as(std::string_view text, const TableForm& form, std::size_t chunk = 1u << 16) {
    TableReader reader(form, usual_width(bytes_of(text), true, form));
    for (std::string_view rest = text; !rest.empty(); rest.remove_prefix(std::min(chunk, rest.size())))
        if (!reader.feed(bytes_of(rest.substr(0, chunk)))) break;
    return reader.finish();
}

inline GuessedForm guessed(std::string_view text) { return guess_form(bytes_of(text), true); }
inline Table read_text(std::string_view text, std::size_t chunk = 1u << 16) {
    return read_as(text, guessed(text).form, chunk);
}

inline Param points_param(double reach = 10) {
    Param param;
    param.name = "points";
    param.kind = Kind::points;
    param.range = Range(-reach, reach, "");
    param.columns = {{"x", "y"}, -1, {}};
    return param;
}

inline Param classed_param() {
    Param param = points_param();
    param.kind = Kind::points3;
    param.columns = {{"x", "y", "class"}, 2, {}, 11};
    return param;
}

inline OwnPoints taken(const Param& param, const Table& table, std::optional<Fitting> fit = std::nullopt) {
    const Value usual =
        param.kind == Kind::points ? Value(Points{{-2, -2}, {2, 2}}) : Value(Points3{{-2, -2, 0}, {2, 2, 1}});
    Wish wish = usual_wish(param, table, usual);
    if (fit) wish.fit = *fit;
    return own_points(param, table, wish, usual);
}

inline std::string utf16(std::string_view ascii, bool little, bool mark) {
    std::string out = mark ? (little ? "\xFF\xFE" : "\xFE\xFF") : "";
    for (const char c : ascii) {
        if (little) (out += c) += '\0';
        else (out += '\0') += c;
    }
    return out;
}

}  // namespace eigenscape::testing
