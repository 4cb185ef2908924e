// Which kernels this processor can run, and the same kernels for single numbers.
// Only x86 has vector tables so far; elsewhere the portable one serves.
#include "core/calculus/kernels.h"

#include <vector>

namespace eigenscape {

extern const KernelTable portable_kernels, sse2_kernels, avx2_kernels, avx512_kernels;

std::span<const KernelTable* const> kernel_tables() {
    static const std::vector<const KernelTable*> tables = [] {
        std::vector<const KernelTable*> list{&portable_kernels};
#ifdef EIGENSCAPE_X86_KERNELS  // set where the build compiles the vector files for their processors
        list.push_back(&sse2_kernels);
        if (__builtin_cpu_supports("avx2")) list.push_back(&avx2_kernels);
        if (__builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) list.push_back(&avx512_kernels);
#endif
        return list;
    }();
    return tables;
}

double apply_step(Step step, double a, double b, double c) {
    const auto fill = [](double(&lanes)[kernel_width], double x) {
        for (double& lane : lanes) lane = x;
    };
    double x[kernel_width], y[kernel_width], z[kernel_width];
    fill(x, a);
    fill(y, b);
    fill(z, c);
    fastest_kernels().kernels[static_cast<std::size_t>(step)](x, x, y, z, kernel_width);
    return x[0];
}

double apply_kernel(Op op, double a, double b) {
    switch (op) {
        case Op::sin:
            return apply_step(Step::sin, a);
        case Op::cos:
            return apply_step(Step::cos, a);
        case Op::tan:
            return apply_step(Step::tan, a);
        case Op::asin:
            return apply_step(Step::asin, a);
        case Op::acos:
            return apply_step(Step::acos, a);
        case Op::atan:
            return apply_step(Step::atan, a);
        case Op::atan2:
            return apply_step(Step::atan2, a, b);
        case Op::sinh:
            return apply_step(Step::sinh, a);
        case Op::cosh:
            return apply_step(Step::cosh, a);
        case Op::tanh:
            return apply_step(Step::tanh, a);
        case Op::exp:
            return apply_step(Step::exp, a);
        case Op::ln:
            return apply_step(Step::ln, a);
        case Op::log10:
            return apply_step(Step::log10, a);
        case Op::log2:
            return apply_step(Step::log2, a);
        case Op::sqrt:
            return apply_step(Step::sqrt, a);
        case Op::cbrt:
            return apply_step(Step::cbrt, a);
        case Op::abs:
            return apply_step(Step::abs, a);
        case Op::sign:
            return apply_step(Step::sign, a);
        case Op::floor:
            return apply_step(Step::floor, a);
        case Op::ceil:
            return apply_step(Step::ceil, a);
        case Op::min:
            return apply_step(Step::min, a, b);
        case Op::max:
            return apply_step(Step::max, a, b);
        case Op::mod:
            return apply_step(Step::mod, a, b);
        case Op::relu:
            return apply_step(Step::max, a, 0);
        default:
            return __builtin_nan("");
    }
}

}  // namespace eigenscape
