// Points of a parameter from the columns of a table: which rows can be used, which are dropped and why, how they are
// moved and scaled, all of it also in words.
#pragma once

#include "app/data/table_wish.h"

namespace eigenscape {

struct OwnPoints {
    Value value;                     // as many points as a parameter holds, evenly chosen
    std::size_t taken = 0;           // of them
    std::size_t dropped = 0;         // of the rows that were kept
    std::vector<BadRow> bad;         // the first of them
    std::vector<std::string> words;  // sentences: how many rows, how they were moved, what the classes are called
    std::string problem;             // why nothing can be taken
};

// `usual` is the scene's own value: data are made as large as that when they are scaled.
OwnPoints own_points(const Param& param, const Table& table, const Wish& wish, const Value& usual);

std::string counted(std::size_t count, const char* one, const char* many);  // "1 row", "12,345 rows"

}  // namespace eigenscape
