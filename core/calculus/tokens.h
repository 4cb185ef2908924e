// The text of a formula cut into numbers, names and signs, each with its place counted in code points.
// A character that no formula uses ends the list with a complaint that names it; nothing is ever skipped silently.
#pragma once

#include "core/calculus/expression.h"

#include <string>
#include <string_view>
#include <vector>

namespace eigenscape {

struct Token {
    enum Kind { number, name, sign, fault, end } kind = end;
    std::string text;  // as the parser knows it: signs are one ASCII character of + - * / ^ ( ) ,
    double value = 0;  // of a number
    std::size_t column = 1, length = 1;
    bool touches_previous = false;  // no blank before it
    std::string complaint;          // of a fault
};

// Always ends with `end` or `fault`.
std::vector<Token> tokens(std::string_view text);

}  // namespace eigenscape
