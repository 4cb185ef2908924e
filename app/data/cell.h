// What one cell of a table holds: a number, nothing, or something else; and in words why it is no number.
// Reads with from_chars alone: the same in every locale, and 1,5 is never 1 and never 15.
#pragma once

#include "app/data/table_form.h"

#include <string>
#include <string_view>

namespace eigenscape {

struct TableCell {
    enum Kind : std::uint8_t { number, missing, other } kind = missing;
    double value = 0;
};

TableCell read_cell(std::string_view text, const TableForm& form);

// A clause: "\"abc\" is not a number", "nothing is there". Empty when it is one.
std::string why_no_number(std::string_view text, const TableForm& form);

std::string_view without_blanks(std::string_view text);  // around it, also those that do not break a line

}  // namespace eigenscape
