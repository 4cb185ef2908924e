// What a compiled formula is made of: one operation on whole arrays, with a kernel for each instruction set.
// A new step needs its line here and, in kernels.inl, its loop and its place in the table.
#pragma once

#include <cstdint>

namespace eigenscape {

// v is an array operand, s a single number that stands for all samples.
enum class Step : std::uint8_t {
    splat,
    add_vv,
    add_vs,
    sub_vv,
    sub_vs,
    sub_sv,
    mul_vv,
    mul_vs,
    div_vv,
    div_vs,
    div_sv,
    muladd_vvv,
    muladd_vvs,
    muladd_vsv,
    muladd_vss,  // a*b + c, rounded twice as written
    mulsub_vvv,
    mulsub_vvs,
    mulsub_vsv,
    mulsub_vss,  // a*b - c
    submul_vvv,
    submul_vvs,
    submul_vsv,
    submul_vss,  // c - a*b
    neg,
    abs,
    sign,
    floor,
    ceil,
    sqrt,
    abs_slope,
    relu_slope,
    gap,
    min,
    max,
    mod,
    sin,
    cos,
    tan,
    asin,
    acos,
    atan,
    sinh,
    cosh,
    tanh,
    exp,
    ln,
    log10,
    log2,
    log1p,
    cbrt,
    pow,
    atan2,
    count_of_steps,
};

}  // namespace eigenscape
