// How wide the columns of a typeset table are, in points. Nothing here draws.
#pragma once

#include <vector>

namespace eigenscape {

struct ColumnNeed {
    double least = 0;  // its longest word
    double whole = 0;  // every cell on one line
};

// Each column as wide as its words where there is room for all; else the room is shared, so that the longer a column's
// words are, the more it gets beyond what it needs at least. Their sum exceeds `room` only when even that does.
std::vector<double> column_widths(const std::vector<ColumnNeed>& columns, double room);

}  // namespace eigenscape
