// Eight doubles in a register: the lanes of the sums are the lanes of the processor.
// The loops themselves are in layer_kernels.inl.
#if defined(__AVX512F__)
#include "core/learn/layer_kernels.h"

namespace eigenscape {
namespace layers_avx512 {

constexpr int width = 8;
#include "core/learn/layer_kernels.inl"
}  // namespace layers_avx512

extern const LayerKernels avx512_layers;
const LayerKernels avx512_layers{"AVX-512",
                                 layers_avx512::forward_any,
                                 layers_avx512::backward_any,
                                 layers_avx512::gather_any,
                                 layers_avx512::slopes_any,
                                 layers_avx512::fading_any,
                                 layers_avx512::tanh_any,
                                 layers_avx512::sigmoid_any};

}  // namespace eigenscape
#endif
