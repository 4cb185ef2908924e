// Which layer kernels this processor can run.
// Only x86 has vector tables so far; elsewhere the portable one serves.
#include "core/learn/layer_kernels.h"

#include <vector>

namespace eigenscape {

extern const LayerKernels portable_layers, avx2_layers, avx512_layers;

std::span<const LayerKernels* const> layer_kernels() {
    static const std::vector<const LayerKernels*> tables = [] {
        std::vector<const LayerKernels*> list{&portable_layers};
#ifdef EIGENSCAPE_X86_KERNELS  // set where the build compiles the vector files for their processors
        if (__builtin_cpu_supports("avx2")) list.push_back(&avx2_layers);
        if (__builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) list.push_back(&avx512_layers);
#endif
        return list;
    }();
    return tables;
}

}  // namespace eigenscape
