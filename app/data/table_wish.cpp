// The names of columns decide first, then what the columns hold. See table_wish.h.
#include "app/data/table_wish.h"

#include "app/data/own_points.h"
#include "app/model/ascii.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace eigenscape {
namespace {

// A column that may say what class a row belongs to.
bool may_be_class(const Param& param, const Column& column) {
    const auto most = static_cast<std::size_t>(param.columns.classes);
    if (!column.numeric())
        return static_cast<std::size_t>(std::ranges::count_if(column.vocabulary, [](const std::string& word) {
                   return read_cell(word, {}).kind == TableCell::other;
               })) <= most;
    std::map<double, int> numbers;
    for (std::size_t i = 0; i < column.values.size() && numbers.size() <= most; ++i)
        if (column.words[i] == -1) ++numbers[column.values[i]];
    return numbers.size() <= most &&
           std::ranges::all_of(numbers, [](const auto& n) { return n.first == std::floor(n.first); });
}

}  // namespace

std::size_t point_columns(const Param& param) { return param.kind == Kind::points ? 2 : 3; }
bool is_class_column(const Param& param, std::size_t j) { return static_cast<int>(j) == param.columns.class_column; }

bool takes_table(const Param& param) {
    return (param.kind == Kind::points || param.kind == Kind::points3) &&
           param.columns.names.size() == point_columns(param);
}

Wish usual_wish(const Param& param, const Table& table, const Value& usual) {
    Wish wish{std::vector<int>(point_columns(param), -1), Fitting::as_it_is};
    std::vector<bool> used(table.columns.size(), false);
    const auto give = [&](std::size_t j, const auto& suits) {
        for (std::size_t c = 0; c < table.columns.size() && wish.columns[j] < 0; ++c)
            if (!used[c] && suits(table.columns[c])) wish.columns[j] = static_cast<int>(c), used[c] = true;
    };
    for (std::size_t j = 0; j < point_columns(param); ++j)
        give(j, [&](const Column& column) {
            return lower_case(column.name) == lower_case(param.columns.names[j]) &&
                   (is_class_column(param, j) || column.numeric());
        });
    if (param.columns.class_column >= 0) {
        const auto k = static_cast<std::size_t>(param.columns.class_column);
        give(k, [&](const Column& column) { return !column.numeric() && may_be_class(param, column); });
        const auto spare =
            std::ranges::count_if(table.columns, &Column::numeric) - static_cast<std::ptrdiff_t>(point_columns(param));
        for (std::size_t c = table.columns.size(); c-- > 0 && wish.columns[k] < 0 && spare >= 0;)
            if (!used[c] && may_be_class(param, table.columns[c]))
                wish.columns[k] = static_cast<int>(c), used[c] = true;
    }
    for (std::size_t j = 0; j < point_columns(param); ++j)
        if (!is_class_column(param, j)) give(j, [](const Column& column) { return column.numeric(); });
    const OwnPoints as_it_is = own_points(param, table, wish, usual);
    const bool outside = std::ranges::any_of(
        as_it_is.bad, [](const BadRow& bad) { return bad.why.find(" lies outside ") != std::string::npos; });
    if (outside || (as_it_is.problem.empty() && as_it_is.taken == 0)) wish.fit = Fitting::one_scale;
    return wish;
}

}  // namespace eigenscape
