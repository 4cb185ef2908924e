// The table of functions and constants, in the order a learner meets them.
// Everything else (parser, printers, suggestions) reads it.
#include "core/calculus/operation.h"

#include "core/types.h"

#include <algorithm>

namespace eigenscape {
namespace {

constexpr Function function_table[] = {
    {Op::sin, "sin", "\\sin", 1, 1, true, Step::sin},
    {Op::cos, "cos", "\\cos", 1, 1, true, Step::cos},
    {Op::tan, "tan", "\\tan", 1, 1, false, Step::tan},
    {Op::asin, "asin", "\\arcsin", 1, 1, false, Step::asin},
    {Op::acos, "acos", "\\arccos", 1, 1, false, Step::acos},
    {Op::atan, "atan", "\\arctan", 1, 1, true, Step::atan},
    {Op::atan2, "atan2", "\\operatorname{atan2}", 2, 2, true, Step::atan2},
    {Op::sinh, "sinh", "\\sinh", 1, 1, true, Step::sinh},
    {Op::cosh, "cosh", "\\cosh", 1, 1, true, Step::cosh},
    {Op::tanh, "tanh", "\\tanh", 1, 1, true, Step::tanh},
    {Op::exp, "exp", "", 1, 1, true, Step::exp},
    {Op::ln, "ln", "\\ln", 1, 1, false, Step::ln},
    {Op::log10, "log", "\\log_{10}", 1, 1, false, Step::log10},
    {Op::log2, "log2", "\\log_{2}", 1, 1, false, Step::log2},
    {Op::sqrt, "sqrt", "", 1, 1, false, Step::sqrt},
    {Op::cbrt, "cbrt", "", 1, 1, true, Step::cbrt},
    {Op::abs, "abs", "", 1, 1, true, Step::abs},
    {Op::sign, "sign", "\\operatorname{sign}", 1, 1, true, Step::sign},
    {Op::floor, "floor", "", 1, 1, true, Step::floor},
    {Op::ceil, "ceil", "", 1, 1, true, Step::ceil},
    {Op::min, "min", "\\min", 2, many_arguments, true, Step::min},
    {Op::max, "max", "\\max", 2, many_arguments, true, Step::max},
    {Op::mod, "mod", "\\operatorname{mod}", 2, 2, false, Step::mod},
    {Op::sigmoid, "sigmoid", "\\sigma", 1, 1, true, Step::splat},
    {Op::relu, "relu", "\\operatorname{relu}", 1, 1, true, Step::max},
    {Op::softplus, "softplus", "\\operatorname{softplus}", 1, 1, true, Step::splat},
};

constexpr NamedConstant constants[] = {
    {"pi", "\\pi", pi},
    {"e", "e", std::numbers::e},
    {"tau", "\\tau", 2 * pi},
};

}  // namespace

std::span<const Function> functions() { return function_table; }

const Function& function_of(Op op) { return function_table[static_cast<int>(op) - static_cast<int>(Op::sin)]; }

const Function* find_function(std::string_view name) {
    const auto* found = std::ranges::find(function_table, name, &Function::name);
    return found == std::end(function_table) ? nullptr : found;
}

std::span<const NamedConstant> named_constants() { return constants; }

int find_constant(std::string_view name) {
    const auto* found = std::ranges::find(constants, name, &NamedConstant::name);
    return found == std::end(constants) ? -1 : static_cast<int>(found - constants);
}

}  // namespace eigenscape
