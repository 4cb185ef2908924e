// The rule that browsers follow for a table of automatic layout. See table_widths.h.
#include "app/panels/table_widths.h"

#include <algorithm>

namespace eigenscape {

std::vector<double> column_widths(const std::vector<ColumnNeed>& columns, double room) {
    constexpr double readable = 64;  // points: a sentence in less is a tower of single words
    std::vector<double> widths;
    double taken = 0, wanted = 0;
    for (const ColumnNeed& column : columns) {
        widths.push_back(std::min(column.whole, std::max(column.least, readable)));
        taken += widths.back();
        wanted += column.whole - widths.back();
    }
    if (wanted <= 0) return widths;
    const double share = std::clamp((room - taken) / wanted, 0.0, 1.0);
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] += share * (columns[i].whole - widths[i]);
    return widths;
}

}  // namespace eigenscape
