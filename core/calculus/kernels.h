// The loops that compute: one kernel per step of a program, over a few hundred samples at a time.
// Built for several instruction sets and chosen at run time. All give the same bits: SLEEF's "cinz" variants promise
// that for the elementary functions (within 1 ulp, any argument), and plain arithmetic is the same everywhere without
// contraction.
#pragma once

#include "core/calculus/operation.h"

#include <cstddef>
#include <cstdint>
#include <span>

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

// out may be one of the operands; `count` is a multiple of `kernel_width`, unused operands are null.
using Kernel = void (*)(double* out, const double* a, const double* b, const double* c, std::size_t count);
inline constexpr std::size_t kernel_width = 8;

struct KernelTable {
    const char* instructions;
    Kernel kernels[static_cast<std::size_t>(Step::count_of_steps)];
};

std::span<const KernelTable* const> kernel_tables();  // those this processor can run, slowest first
inline const KernelTable& fastest_kernels() {
    static const KernelTable& table = *kernel_tables().back();
    return table;
}

// One operation on plain numbers, by the same kernels and so with the same bits. Not for leaves, sums and products.
double apply_kernel(Op op, double a, double b = 0);
double apply_step(Step step, double a, double b = 0, double c = 0);

}  // namespace eigenscape
