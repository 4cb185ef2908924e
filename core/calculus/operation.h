// The words of a formula: which operations exist, how they are typed, how many arguments they take, how TeX writes
// them. To add a function: one line in operation.cpp, its kernel in kernels.inl and its derivative in derivative.cpp.
#pragma once

#include "core/calculus/step.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace eigenscape {

enum class Op : std::uint8_t {
    number,
    constant,
    variable,  // leaves
    add,
    mul,  // of two or more, evaluated from the left
    neg,
    inv,  // -a and 1/a; as a term of a sum or a factor of a product: subtraction, division
    pow,
    abs_slope,
    relu_slope,  // |u|/u and relu(u)/u, undefined at the kink: what differentiating makes of abs and relu
    gap,         // 0/u: zero, but undefined where u is 0
    sin,
    cos,
    tan,
    asin,
    acos,
    atan,
    atan2,
    sinh,
    cosh,
    tanh,
    exp,
    ln,
    log10,
    log2,
    sqrt,
    cbrt,
    abs,
    sign,
    floor,
    ceil,
    min,
    max,
    mod,
    sigmoid,
    relu,
    softplus,
};

struct Function {
    Op op;
    std::string_view name;  // as typed
    std::string_view tex;   // as set before its argument; empty where TeX has a form of its own (roots, bars, powers)
    int fewest, most;       // arguments; most is many_arguments where any number will do
    bool total;             // finite for every finite argument, overflow apart
    Step step;              // what computes it (relu: with 0 as its second operand); splat where it takes several
};
inline constexpr int many_arguments = 100;  // the most that min and max take

struct NamedConstant {
    std::string_view name, tex;
    double value;
};

std::span<const Function> functions();
const Function& function_of(Op op);                    // op must be one of the functions
const Function* find_function(std::string_view name);  // null when there is none
std::span<const NamedConstant> named_constants();      // pi, e, tau: a constant's vertex holds its place in this list
int find_constant(std::string_view name);              // its place, -1 when there is none
inline bool is_function(Op op) { return op >= Op::sin; }

}  // namespace eigenscape
