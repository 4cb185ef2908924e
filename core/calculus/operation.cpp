// The table of functions and constants, in the order a learner meets them.
// Everything else (parser, printers, suggestions) reads it.
#include "core/calculus/operation.h"

#include "core/types.h"

#include <algorithm>

namespace eigenscape {
namespace {

constexpr Function table[] = {
    {Op::sin, "sin", "\\sin", 1, 1, true},
    {Op::cos, "cos", "\\cos", 1, 1, true},
    {Op::tan, "tan", "\\tan", 1, 1, false},
    {Op::asin, "asin", "\\arcsin", 1, 1, false},
    {Op::acos, "acos", "\\arccos", 1, 1, false},
    {Op::atan, "atan", "\\arctan", 1, 1, true},
    {Op::atan2, "atan2", "\\operatorname{atan2}", 2, 2, true},
    {Op::sinh, "sinh", "\\sinh", 1, 1, true},
    {Op::cosh, "cosh", "\\cosh", 1, 1, true},
    {Op::tanh, "tanh", "\\tanh", 1, 1, true},
    {Op::exp, "exp", "", 1, 1, true},
    {Op::ln, "ln", "\\ln", 1, 1, false},
    {Op::log10, "log", "\\log_{10}", 1, 1, false},
    {Op::log2, "log2", "\\log_{2}", 1, 1, false},
    {Op::sqrt, "sqrt", "", 1, 1, false},
    {Op::cbrt, "cbrt", "", 1, 1, true},
    {Op::abs, "abs", "", 1, 1, true},
    {Op::sign, "sign", "\\operatorname{sign}", 1, 1, true},
    {Op::floor, "floor", "", 1, 1, true},
    {Op::ceil, "ceil", "", 1, 1, true},
    {Op::min, "min", "\\min", 2, many_arguments, true},
    {Op::max, "max", "\\max", 2, many_arguments, true},
    {Op::mod, "mod", "\\operatorname{mod}", 2, 2, false},
    {Op::sigmoid, "sigmoid", "\\sigma", 1, 1, true},
    {Op::relu, "relu", "\\operatorname{relu}", 1, 1, true},
    {Op::softplus, "softplus", "\\operatorname{softplus}", 1, 1, true},
};

constexpr NamedConstant constants[] = {
    {"pi", "\\pi", pi},
    {"e", "e", std::numbers::e},
    {"tau", "\\tau", 2 * pi},
};

}  // namespace

std::span<const Function> functions() { return table; }

const Function& function_of(Op op) { return table[static_cast<int>(op) - static_cast<int>(Op::sin)]; }

const Function* find_function(std::string_view name) {
    const auto* found = std::ranges::find(table, name, &Function::name);
    return found == std::end(table) ? nullptr : found;
}

std::span<const NamedConstant> named_constants() { return constants; }

int find_constant(std::string_view name) {
    const auto* found = std::ranges::find(constants, name, &NamedConstant::name);
    return found == std::end(constants) ? -1 : static_cast<int>(found - constants);
}

}  // namespace eigenscape
