// Which columns of a table become the points of a parameter, and how they are to be fitted into its range.
#pragma once

#include "app/data/table.h"
#include "app/model/param.h"

namespace eigenscape {

enum class Fitting : std::uint8_t {
    as_it_is,
    one_scale,   // means subtracted, all divided by one number: the shape stays
    each_scale,  // means subtracted, each column divided by its deviation
};

struct Wish {
    std::vector<int> columns;  // of the table, one for each of the parameter's; −1: none
    Fitting fit = Fitting::as_it_is;
    bool operator==(const Wish&) const = default;
};

bool takes_table(const Param& param);           // it is a set of points that names its columns
std::size_t point_columns(const Param& param);  // how many numbers one of its points is
bool is_class_column(const Param& param, std::size_t j);

// The columns of the same names, else the first that hold numbers; as it is where that fits the range.
Wish usual_wish(const Param& param, const Table& table, const Value& usual);

}  // namespace eigenscape
