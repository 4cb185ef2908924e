// See table_csv.h. The apostrophe before = + − @ is what spreadsheets themselves write before words that begin so.
#include "app/data/table_csv.h"

#include "app/model/numbers.h"

namespace eigenscape {

std::string csv_cell(std::string_view words) {
    constexpr std::string_view begin_formulas = "=+-@\t\r";
    const bool formula = !words.empty() && begin_formulas.find(words.front()) != std::string_view::npos;
    if (!formula && words.find_first_of(",;\"\r\n\t") == std::string_view::npos) return std::string(words);
    std::string out = formula ? "\"'" : "\"";
    for (const char c : words) out.append(c == '"' ? 2 : 1, c);
    return out + '"';
}

std::string csv_of(const Param& param, const Value& value) {
    const std::size_t width = param.kind == Kind::points ? 2 : 3;
    std::string out;
    for (std::size_t j = 0; j < width; ++j)
        out += (j == 0 ? "" : ",") +
               csv_cell(j < param.columns.names.size() ? param.columns.names[j] : std::string(1, "xyz"[j]));
    const std::vector<double> numbers = numbers_of(value);
    for (std::size_t i = 0; i < numbers.size(); ++i) out += (i % width == 0 ? "\n" : ",") + number_text(numbers[i]);
    return out + "\n";
}

}  // namespace eigenscape
