// What TeX's names mean: \lambda is a letter, \le a relation, \sin a function, \quad a space.
// Tables only; a name may stand in one of them.
#pragma once

#include "viz/tex/node.h"

#include <optional>
#include <string_view>
#include <vector>

namespace eigenscape {

struct TexSymbol {
    std::string_view name;  // without the backslash
    char32_t letter = 0;
    Atom atom = Atom::ord;
    bool big = false;  // larger in displays
    Limits limits = Limits::beside;
};

const TexSymbol* find_symbol(std::string_view name);
// What a character typed as it is means: "≤" is a relation, "-" a minus sign, "∑" a large operator.
TexSymbol symbol_typed(char32_t letter);

// \sin, \lim: upright words.
struct TexFunction {
    std::string_view name, shown;
    Limits limits = Limits::beside;
};
const TexFunction* find_function_name(std::string_view name);

// Ems of \, \quad and the like.
std::optional<double> find_space(std::string_view name);

struct TexAccent {
    std::string_view name;
    char32_t mark = 0;
    bool wide = false;
};
const TexAccent* find_accent(std::string_view name);

// The fence that \left, \big and the like may take: a character or a command's name.
std::optional<char32_t> fence_typed(char32_t letter);
std::optional<char32_t> fence_named(std::string_view name);

// Every name in these tables, for "did you mean …?".
std::vector<std::string_view> symbol_names();

}  // namespace eigenscape
