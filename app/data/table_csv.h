// Points as CSV: commas, decimal points, a first row of names, numbers in the fewest digits that read back exactly.
// A cell of words that a spreadsheet would take for a formula is written so that it stays words.
#pragma once

#include "app/model/param.h"

namespace eigenscape {

std::string csv_of(const Param& param, const Value& value);  // ends with a line feed

std::string csv_cell(std::string_view words);

}  // namespace eigenscape
