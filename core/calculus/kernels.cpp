// Which kernels this processor can run, and the same kernels for single numbers.
// Only x86 has vector tables so far; elsewhere the portable one serves.
#include "core/calculus/kernels.h"

#include <limits>
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
    const bool has_one = is_function(op) && function_of(op).step != Step::splat;
    return has_one ? apply_step(function_of(op).step, a, b) : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace eigenscape
