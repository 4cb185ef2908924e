// The loops that compute: one kernel per step of a program, over a few hundred samples at a time.
// Built for several instruction sets and chosen at run time. All give the same bits: SLEEF's "cinz" variants promise
// that for the elementary functions (within 1 ulp, any argument), and plain arithmetic is the same everywhere without
// contraction.
#pragma once

#include "core/calculus/operation.h"
#include "core/calculus/step.h"

#include <cstddef>
#include <span>

namespace eigenscape {

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

// One operation on plain numbers, by the same kernels and so with the same bits; NaN for an operation that has no
// kernel of its own (leaves, sums, products, sigmoid …).
double apply_kernel(Op op, double a, double b = 0);
double apply_step(Step step, double a, double b = 0, double c = 0);

}  // namespace eigenscape
